/** f′(u) of the functions everybody knows. To add one: a line here, beside its value in the evaluator's list. */
import { apply, difference, negative, num, power, product, quotient, root, sum } from '../expression/build.ts';
import type { Expression } from '../expression/tree.ts';

const one = num(1);
const squared = (u: Expression): Expression => power(u, num(2));
const inverse = (u: Expression): Expression => quotient(one, u);
const of =
  (name: string) =>
  (u: Expression): Expression =>
    apply(name, [u]);

const [sin, cos, tan, sinh, cosh, tanh] = [of('sin'), of('cos'), of('tan'), of('sinh'), of('cosh'), of('tanh')];

/** σ′ = σ(1 − σ), in the name it was written with. */
const logistic =
  (name: string) =>
  (u: Expression): Expression =>
    product([apply(name, [u]), difference(one, apply(name, [u]))]);

/** 1/(u ln b). */
const logarithm =
  (base: string) =>
  (u: Expression): Expression =>
    inverse(product([u, apply('ln', [num(base)])]));

const step = (u: Expression): Expression => ({
  kind: 'cases',
  rows: [
    [num(1), { kind: 'relation', members: [u, num(0)], relations: ['>'] }],
    [num(0), { kind: 'relation', members: [u, num(0)], relations: ['<'] }],
  ],
});

export const elementaryDerivatives: ReadonlyMap<string, (u: Expression) => Expression> = new Map([
  ['sin', cos],
  ['cos', (u) => negative(sin(u))],
  ['tan', (u) => sum([one, squared(tan(u))])],
  ['cot', (u) => negative(sum([one, squared(apply('cot', [u]))]))],
  ['sec', (u) => product([apply('sec', [u]), tan(u)])],
  ['csc', (u) => negative(product([apply('csc', [u]), apply('cot', [u])]))],
  ['arcsin', (u) => inverse(root(difference(one, squared(u))))],
  ['arccos', (u) => negative(inverse(root(difference(one, squared(u)))))],
  ['arctan', (u) => inverse(sum([one, squared(u)]))],
  ['sinh', cosh],
  ['cosh', sinh],
  ['tanh', (u) => difference(one, squared(tanh(u)))],
  ['arsinh', (u) => inverse(root(sum([squared(u), one])))],
  // Two roots keep the domain u > 1.
  ['arcosh', (u) => inverse(product([root(difference(u, one)), root(sum([u, one]))]))],
  ['artanh', (u) => inverse(difference(one, squared(u)))],
  ['exp', of('exp')],
  ['ln', inverse],
  ['log', inverse],
  ['lg', logarithm('10')],
  ['lb', logarithm('2')],
  ['sqrt', (u) => inverse(product([num(2), apply('sqrt', [u])]))],
  ['σ', logistic('σ')],
  ['sigmoid', logistic('sigmoid')],
  ['logistic', logistic('logistic')],
  ['softplus', of('σ')],
  // Undefined at zero, as it should be.
  ['abs', (u) => quotient(u, apply('abs', [u]))],
  ['relu', step],
  ['ReLU', step],
  ['percent', () => quotient(one, num(100))],
]);
