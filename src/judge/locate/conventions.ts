/**
 * Names that custom gives to what an item asks for, beside its own:
 *
 *     det(A)       determinant, det          ∇²g(1, 2)    H, H(1, 2), H_g(1, 2), Hess g(1, 2), D²g(1, 2), ∇²g
 *     B^{-1}       inverse, inv(B)           ∇f(x_0, y_0)   ∇f(4, 1), gradient, ∇f
 *     M^T M        M'M, MTM       A B          AB
 *     U_new        U'                        det(A - λI)  characteristic polynomial, p(λ)
 *     x̄            mean, average             s, s^2        std, variance
 *
 * They stand for it only where the assignment calls nothing else so, and what they give is attributed with doubt.
 */
import { printPlain } from '../../math/expression/print-plain.ts';
import type { ApplyNode, Expression, GradientNode } from '../../math/expression/tree.ts';
import { components } from './components.ts';
import type { Key } from './naming.ts';

/** What the assignment says that names are made from. */
export interface Customs {
  readonly key: Key;
  /** The number that the assignment gives to a name: 4 for `x_0`. */
  readonly given: (e: Expression) => Expression | undefined;
}

const operatorName = (e: Expression): string | undefined =>
  e.kind === 'apply' && e.operator.kind === 'symbol' ? e.operator.name : undefined;

const pointed = (names: readonly string[], points: readonly string[]): readonly string[] =>
  names.flatMap((name) => [name, ...points.map((point) => `${name}${point}`)]);

/** `H`, `H_g`, `Hg`, `H(g)` with and without a point. */
const hessianNames = (of: string, points: readonly string[]): readonly string[] =>
  ['H', 'Hess', 'Hessian', 'hessian', '(D)^(2)', 'D²'].flatMap((name) => [
    ...pointed([name, `${name}_${of}`, `${name}·${of}`, `${name}(${of})`, `${name}${of}`], points),
    ...points.flatMap((point) => [`${name}·${point}`, `${name}(${of})·${point}`, `${name}(${of}${point})`]),
  ]);

const gradientNames = (e: GradientNode, points: readonly string[], { key }: Customs): readonly string[] => {
  const of = key(e.of) ?? '';
  const whole = points.length > 0 ? [key(e) ?? ''] : [];
  if (e.order === 2) return [...whole, ...hessianNames(of, points)];
  return [...whole, ...pointed(['gradient', 'Gradient', '∇', 'grad'], points)];
};

/** The arguments as they may be written: with names, and with the numbers these stand for. */
const pointsOf = (args: readonly Expression[], { key, given }: Customs): readonly string[] => {
  const flat = args.length === 1 && args[0] ? (components(args[0]) ?? args) : args;
  const written = (parts: readonly Expression[]): string => `(${parts.map((part) => key(part) ?? '').join(',')})`;
  const numbers = flat.flatMap((part) => {
    const value = given(part) ?? part;
    return components(value) ?? [value];
  });
  return [...new Set([written(flat), written(numbers)])];
};

/** Functions of one matrix or vector, by the words and letters they go by. */
const calledSo: Readonly<Record<string, readonly string[]>> = {
  det: ['det', 'determinant', 'Determinant'],
  tr: ['tr', 'Tr', 'trace', 'Trace'],
  rank: ['rank', 'rk', 'Rank'],
  norm: ['norm', 'Norm', 'length'],
};

const extremes: Readonly<Record<string, readonly string[]>> = {
  max: ['max(eigenvalues)', 'λ_max', 'ρ'],
  min: ['min(eigenvalues)', 'λ_min'],
};

const ofApplied = (e: ApplyNode, customs: Customs): readonly string[] => {
  const { operator, arguments: args } = e;
  const { key } = customs;
  const [first] = args;
  if (operator.kind === 'gradient')
    return [...gradientNames(operator, pointsOf(args, customs), customs), ...atNumbers(e, customs)];
  if (operator.kind === 'derivative' || operator.kind === 'prime')
    return [key(operator) ?? '', 'derivative', ...atNumbers(e, customs)];
  const name = operatorName(e) ?? '';
  if (extremes[name] && first && operatorName(first) === 'eigenvalues' && first.kind === 'apply') {
    const of = first.arguments[0] && key(first.arguments[0]);
    return [...(extremes[name] ?? []), `${name}(eigenvalues(${of}))`, ...(name === 'max' ? [`ρ(${of})`] : [])];
  }
  const word = calledSo[name] ?? [];
  return [
    ...word,
    ...(name === 'norm' && first ? [`abs(${key(first)})`, `norm(${key(first)},2)`] : []),
    ...atNumbers(e, customs),
  ];
};

/** `f(4, 1)` for `f(x_0, y_0)`. */
const atNumbers = (e: ApplyNode, { key, given }: Customs): readonly string[] => {
  const flat = e.arguments.length === 1 && e.arguments[0] ? (components(e.arguments[0]) ?? e.arguments) : e.arguments;
  const numbers = flat.map((part) => given(part));
  if (numbers.every((one) => one === undefined)) return [];
  return [key({ ...e, arguments: numbers.map((one, i) => one ?? flat[i] ?? e) }) ?? ''];
};

const isTransposed = (e: Expression): e is ApplyNode => operatorName(e) === 'transpose';

/** The letters of a product typed without a sign: `AB`; nothing where a factor is more than a letter. */
const glued = (factors: readonly Expression[], key: Key, transposed: (letter: string) => string): string => {
  const letters = factors.map((factor) => {
    const inner = isTransposed(factor) ? factor.arguments[0] : factor;
    const letter = inner?.kind === 'symbol' ? (key(inner) ?? '') : '';
    return isTransposed(factor) && letter !== '' ? transposed(letter) : letter;
  });
  return letters.includes('') ? '' : letters.join('');
};

/** `AB` for `A B`; `M'M`, `MTM` and `M^TM`, which reads as a power, for `M^T M`. */
const productNames = (factors: readonly Expression[], { key }: Customs): readonly string[] => {
  const [first, ...others] = factors;
  const whole = factors.map((factor) => key(factor) ?? '').join('·');
  const primed = whole.replace(/transpose\((\p{L}\w*)\)/gu, 'D[$1;′]');
  const raised =
    first && isTransposed(first)
      ? `(${glued([first], key, (letter) => letter)})^(T${glued(others, key, (letter) => letter)})`
      : '';
  return [primed, glued(factors, key, (letter) => `${letter}T`), raised].filter((one) => one !== whole);
};

const isMinusOne = (e: Expression): boolean => e.kind === 'negative' && e.of.kind === 'number' && e.of.text === '1';

const means = ['mean', 'Mean', 'average', 'Average', 'sample mean', 'expected value'];
const deviations = ['std', 'Std', 'sd', 'SD', 'stdev', 'deviation', 'Deviation', 'standard deviation'];
const variances = ['var', 'Var', 'variance', 'Variance', 'sample variance'];

/** `x̄` and `μ` are means, `s` and `σ` standard deviations, their squares variances. */
const statisticsNames = (name: string): readonly string[] => {
  if (/^\p{L}[\u0304\u0305]$/u.test(name.normalize('NFD')) || /^μ(?:_\p{L}+)?$/u.test(name)) return means;
  const [, square] = /^[sσ](?:_\p{L}+)?(\^2)?$/u.exec(name) ?? [undefined, undefined];
  if (square !== undefined) return variances;
  return /^[sσ](?:_\p{L}+)?$/u.test(name) ? deviations : [];
};

/** `θ̂` for the `θ` that is fitted. */
const estimates = (name: string): readonly string[] =>
  /^\p{L}$/u.test(name) ? [`${name}\u0302`.normalize('NFKC')] : [];

/** The customary names of what an item asks for, or of what the assignment defines it as. */
export const customaryNames = (e: Expression, customs: Customs): readonly string[] => {
  switch (e.kind) {
    case 'apply':
      return ofApplied(e, customs);
    case 'gradient':
      return gradientNames(e, [], customs);
    case 'derivative':
    case 'prime':
      return ['derivative'];
    case 'product':
      return productNames(e.factors, customs);
    case 'power': {
      const base = customs.key(e.base);
      if (isMinusOne(e.exponent)) return ['inverse', 'Inverse', `inv(${base})`, `inverse(${base})`];
      return statisticsNames(printPlain(e));
    }
    case 'symbol': {
      const next = /^(.+)_(?:new|next|neu)$/u.exec(e.name)?.[1];
      return next
        ? [`D[${next};′]`, `${next}_new`, `${next}_next`, `(${next})^(n·e·w)`, `${next}^new`, `${next}_+`]
        : [...estimates(e.name), ...statisticsNames(e.name)];
    }
    case 'index': {
      const [index, ...more] = e.indices;
      if (e.base.kind !== 'symbol' || !index || more.length > 0) return [];
      return estimates(e.base.name).map((name) => `${name}_${customs.key(index)}`);
    }
    default:
      return [];
  }
};

/** The names of a characteristic polynomial in a variable, `det(A - λI)` for `χ(λ)`. */
export const polynomialNames = (left: Expression, formula: string): readonly string[] => {
  const variable = left.kind === 'apply' && left.arguments[0]?.kind === 'symbol' ? left.arguments[0].name : undefined;
  if (variable === undefined || !/^det\(.*·/.test(formula) || !formula.includes(variable)) return [];
  const letters = ['p', 'P', 'χ', 'p_A', 'χ_A', 'c', 'f'];
  return ['characteristic polynomial', ...letters.map((letter) => `${letter}(${variable})`)];
};
