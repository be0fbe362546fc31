/** Formulas to graphs: every expression becomes a linear form over the graph's atoms, or says why it cannot. */
import type { Expression } from '../../../math/expression/tree.ts';
import type { UndefinedValue } from '../../../math/expression/value.ts';
import { e, pi } from '../../../math/number/elementary/constants.ts';
import { divide, type Exact, exact, isInteger, multiply, negate, one, sign } from '../../../math/number/exact.ts';
import { isUndefined, undefinedValue } from '../../../math/number/undefined.ts';
import { foldedAtom } from './fixed-forms.ts';
import { type Atom, formOf, type Graph, intern } from './graph.ts';
import { atomForm, constantForm, isConstant, keyOf, type LinearForm, normalized } from './linear-form.ts';
import { smoothFunction } from './smooth-functions.ts';

/** A linear form, or why there is none. */
export type Translated = LinearForm | UndefinedValue;

/** Where names are looked up and results are kept. */
export interface Translation {
  readonly graph: Graph;
  /** The number of each variable. */
  readonly variables: ReadonlyMap<string, number>;
  readonly done: Map<Expression, Translated>;
}

/** The largest integer power that is multiplied out. */
const largestPower = 256;

const unsupported = (what: string): UndefinedValue => undefinedValue('unsupported', `${what} in a recurrence`);

const scaled = (t: Translation, factor: Exact, form: LinearForm): LinearForm => formOf(t.graph, [[factor, form]]);

const newAtom = (t: Translation, text: string, atom: Exclude<Atom, { kind: 'input' | 'constant' }>): LinearForm =>
  atomForm(intern(t.graph, text, foldedAtom(t.graph, atom)));

const constantAtom = (t: Translation, text: string, at: (bits: number) => ReturnType<typeof pi>): LinearForm =>
  atomForm(intern(t.graph, text, { kind: 'constant', at }));

/** a·b of two forms without rational factors, the same atom whichever comes first. */
const productAtom = (t: Translation, a: LinearForm, b: LinearForm): LinearForm => {
  if (isConstant(a) || isConstant(b)) return isConstant(a) ? b : a;
  const [first, second] = keyOf(a) <= keyOf(b) ? [a, b] : [b, a];
  return newAtom(t, `(${keyOf(first)})*(${keyOf(second)})`, { kind: 'product', a: first, b: second });
};

/** a^k by squaring, k ≥ 1. */
const wholePower = (t: Translation, a: LinearForm, k: number): LinearForm => {
  if (k === 1) return a;
  if (k % 2 === 1) return productAtom(t, wholePower(t, a, k - 1), a);
  const root = wholePower(t, a, k / 2);
  return productAtom(t, root, root);
};

/** The product of forms: rational factors in front, equal factors as powers. */
const product = (t: Translation, factors: readonly LinearForm[]): LinearForm => {
  let front: Exact = one;
  const bases = new Map<string, { readonly form: LinearForm; count: number }>();
  for (const factor of factors) {
    const [scale, rest] = normalized(factor);
    front = multiply(front, scale);
    if (isConstant(rest)) continue;
    const base = bases.get(keyOf(rest)) ?? { form: rest, count: 0 };
    base.count += 1;
    bases.set(keyOf(rest), base);
  }
  const powers = [...bases.values()].map(({ form, count }) => wholePower(t, form, count));
  return scaled(
    t,
    front,
    powers.reduce((all, next) => productAtom(t, all, next), constantForm(one)),
  );
};

const quotient = (t: Translation, over: LinearForm, under: LinearForm): Translated => {
  const [overScale, a] = normalized(over);
  const [underScale, b] = normalized(under);
  if (sign(underScale) === 0) return undefinedValue('division-by-zero', 'division by zero');
  const front = divide(overScale, underScale);
  if (isConstant(b) || sign(front) === 0) return scaled(t, front, a);
  return scaled(t, front, newAtom(t, `(${keyOf(a)})/(${keyOf(b)})`, { kind: 'quotient', a, b }));
};

const applied = (t: Translation, name: string, argument: LinearForm): Translated => {
  const f = smoothFunction(name);
  if (f === undefined) return unsupported(`the function ${name}`);
  return newAtom(t, `${name}(${keyOf(argument)})`, { kind: 'function', f, a: argument });
};

/** The power of a form: multiplied out for integers, √ for halves, e^(y ln x) otherwise. */
const power = (t: Translation, base: LinearForm, exponent: LinearForm): Translated => {
  const k = isConstant(exponent) && isInteger(exponent.constant) ? Number(exponent.constant.n) : undefined;
  if (k === undefined) return generalPower(t, base, exponent);
  if (Math.abs(k) > largestPower) return unsupported(`the power ${k}`);
  if (k === 0) return constantForm(one);
  const whole = product(t, new Array(Math.abs(k)).fill(base));
  return k > 0 ? whole : quotient(t, constantForm(one), whole);
};

const generalPower = (t: Translation, base: LinearForm, exponent: LinearForm): Translated => {
  const twice = formOf(t.graph, [[exact(2), exponent]]);
  const root = isConstant(twice) && isInteger(twice.constant) ? applied(t, 'sqrt', base) : undefined;
  if (root !== undefined) return isUndefined(root) ? root : power(t, root, twice);
  const log = applied(t, 'ln', base);
  return isUndefined(log) ? log : applied(t, 'exp', product(t, [exponent, log]));
};

const all = (t: Translation, parts: readonly Expression[], join: (forms: readonly LinearForm[]) => Translated) => {
  const forms: LinearForm[] = [];
  for (const part of parts) {
    const form = translate(t, part);
    if (isUndefined(form)) return form;
    forms.push(form);
  }
  return join(forms);
};

const two = (
  t: Translation,
  parts: readonly [Expression, Expression],
  join: (t: Translation, a: LinearForm, b: LinearForm) => Translated,
): Translated => all(t, parts, ([a, b]) => (a && b ? join(t, a, b) : unsupported('a missing operand')));

const named = (t: Translation, name: string): Translated => {
  const variable = t.variables.get(name);
  if (variable !== undefined) return atomForm(variable);
  if (name === 'π') return constantAtom(t, name, pi);
  if (name === 'e') return constantAtom(t, name, e);
  return undefinedValue('unknown', `${name} is not defined`);
};

/** The greater of two: (a + b + |a − b|)/2. */
const greater = (t: Translation, a: LinearForm, b: LinearForm): Translated => {
  const gap = applied(
    t,
    'abs',
    formOf(t.graph, [
      [one, a],
      [negate(one), b],
    ]),
  );
  const half = exact('0.5');
  return isUndefined(gap)
    ? gap
    : formOf(t.graph, [
        [half, a],
        [half, b],
        [half, gap],
      ]);
};

const lesser = (t: Translation, a: LinearForm, b: LinearForm): Translated => {
  const other = greater(t, scaled(t, negate(one), a), scaled(t, negate(one), b));
  return isUndefined(other) ? other : scaled(t, negate(one), other);
};

const choices: Readonly<Record<string, typeof greater>> = { max: greater, min: lesser };

const call = (t: Translation, name: string, args: readonly Expression[]): Translated =>
  all(t, args, (forms) => {
    const [first, ...rest] = forms;
    if (first === undefined) return unsupported(`${name} of nothing`);
    const choice = choices[name];
    if (choice === undefined)
      return rest.length > 0 ? unsupported(`${name} of several numbers`) : applied(t, name, first);
    return rest.reduce<Translated>((best, next) => (isUndefined(best) ? best : choice(t, best, next)), first);
  });

const eulerPower = (node: Expression): boolean => node.kind === 'symbol' && node.name === 'e';

const translateNode = (t: Translation, node: Expression): Translated => {
  switch (node.kind) {
    case 'number':
      return constantForm(exact(node.text));
    case 'symbol':
      return named(t, node.name);
    case 'negative':
      return all(t, [node.of], ([form]) => (form ? scaled(t, negate(one), form) : unsupported('nothing')));
    case 'sum':
      return all(t, node.terms, (forms) =>
        formOf(
          t.graph,
          forms.map((form) => [one, form] as const),
        ),
      );
    case 'product':
      return all(t, node.factors, (forms) => product(t, forms));
    case 'quotient':
      return two(t, [node.over, node.under], quotient);
    case 'power':
      if (eulerPower(node.base) && !t.variables.has('e')) return call(t, 'exp', [node.exponent]);
      return two(t, [node.base, node.exponent], power);
    case 'root':
      return node.degree === undefined ? call(t, 'sqrt', [node.of]) : unsupported('a root of a degree');
    case 'apply':
      return node.operator.kind === 'symbol'
        ? call(t, node.operator.name, node.arguments)
        : unsupported('a function without a name');
    default:
      return unsupported(`a part of kind ${node.kind}`);
  }
};

/** The form of an expression; equal nodes of one tree are translated once. */
export const translate = (t: Translation, node: Expression): Translated => {
  const done = t.done.get(node);
  if (done !== undefined) return done;
  const form = translateNode(t, node);
  t.done.set(node, form);
  return form;
};
