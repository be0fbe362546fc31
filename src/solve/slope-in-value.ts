import { differentiate } from '../math/calculus/differentiate.ts';
import { negative, num, power, product, sum, sym } from '../math/expression/build.ts';
import { equalExpressions } from '../math/expression/equality.ts';
import type { FunctionDefinition } from '../math/expression/scope.ts';
import type { Expression } from '../math/expression/tree.ts';
import { substitute } from '../math/expression/walk.ts';
import type { DefinitionTable } from './definitions/table.ts';

/** Stands for the function's value in its slope. */
export const value = 'ς';

const s = sym(value);
const oneMinus = (e: Expression): Expression => sum([num(1), negative(e)]);

/** σ′ = σ (1 − σ), tanh′ = 1 − tanh², exp′ = exp. */
const logistic = product([s, oneMinus(s)]);
const hyperbolic = oneMinus(power(s, num(2)));
const slopes: readonly Expression[] = [logistic, hyperbolic, s];

const builtIn: ReadonlyMap<string, Expression> = new Map([
  ...['σ', 'sigmoid', 'logistic'].map((name) => [name, logistic] as const),
  ['tanh', hyperbolic],
  ['exp', s],
]);

const known = new WeakMap<Expression, { readonly slope: Expression | undefined }>();

const slopeOf = ({ parameters: [parameter, ...more], body }: FunctionDefinition): Expression | undefined => {
  if (parameter === undefined || more.length > 0) return undefined;
  const slope = differentiate(body, parameter);
  const at = (e: Expression): Expression =>
    substitute(e, (node) => (node.kind === 'symbol' && node.name === value ? body : undefined));
  return slopes.find((each) => equalExpressions(slope, at(each)).equal === true);
};

/** σ′(z) as a formula in σ(z), with `value` in its place; `undefined` where σ is no such function. */
export const slopeInValue = (name: string, table: DefinitionTable): Expression | undefined => {
  const definition = table.definition(name);
  if (!definition) return builtIn.get(name);
  const found = known.get(definition.body) ?? { slope: slopeOf(definition) };
  known.set(definition.body, found);
  return found.slope;
};
