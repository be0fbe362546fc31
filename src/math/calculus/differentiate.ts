/** Symbolic derivatives. */
import {
  apply,
  big,
  by,
  derivative,
  list,
  matrix,
  negative,
  num,
  product,
  quotient,
  relation,
  root,
  sum,
  sym,
} from '../expression/build.ts';
import { builtIns } from '../expression/evaluation/built-in.ts';
import type { Name } from '../expression/free-symbols.ts';
import { matchArguments, replaceNames } from '../expression/instantiate.ts';
import { isName, nameNode, nameText } from '../expression/names.ts';
import type { FunctionDefinition, Scope } from '../expression/scope.ts';
import type {
  ApplyNode,
  AtNode,
  BigNode,
  CasesNode,
  Expression,
  PowerNode,
  ProductNode,
  QuotientNode,
  RootNode,
} from '../expression/tree.ts';
import { children, depth, fold, sameTree } from '../expression/walk.ts';
import { dependence } from './dependence.ts';
import { elementaryDerivatives } from './elementary-derivatives.ts';
import { isZero, type Style, tidyNegative, tidyPower, tidyProduct, tidyQuotient, tidySum } from './tidy.ts';

/** Deeper formulas, longer products and longer chains of functions are left undifferentiated. */
const limits = { depth: 1_000, factors: 100, calls: 20 } as const;

/** One differentiation: the variable, what contains it, and how to write the result. */
interface Task {
  readonly variable: Name;
  readonly depends: (e: Expression) => boolean;
  /** Derivatives taken already, by node. */
  readonly known: Map<Expression, Expression>;
  readonly style: Style;
  readonly functions: Scope['function'];
  /** Functions that may still be gone into, one inside the other. */
  readonly calls: number;
}

const zero = num(0);
const one = num(1);

/** What no rule reaches stays a derivative to be taken: `∂⌊x⌋/∂x`. */
const untaken = (e: Expression, { variable }: Task): Expression => derivative(e, [by(variable)]);

const ofProduct = (e: ProductNode, task: Task): Expression => {
  const moving = e.factors.filter(task.depends);
  if (moving.length > limits.factors) return untaken(e, task);
  const terms = e.factors.flatMap((factor, i) =>
    task.depends(factor) ? [tidyProduct(e.factors.toSpliced(i, 1, derive(factor, task)), task.style)] : [],
  );
  return tidySum(terms, task.style);
};

const ofQuotient = ({ over, under }: QuotientNode, task: Task): Expression => {
  const { style } = task;
  if (!task.depends(under)) return tidyQuotient(derive(over, task), under, style);
  const falling = tidyProduct([over, derive(under, task)], style);
  const square = tidyPower(under, num(2), style);
  if (!task.depends(over)) return tidyNegative(tidyQuotient(falling, square, style), style);
  const rising = tidyProduct([derive(over, task), under], style);
  return tidyQuotient(tidySum([rising, negative(falling)], style), square, style);
};

const isEuler = (e: Expression): boolean => e.kind === 'symbol' && e.name === 'e';

const isShaped = (e: Expression): boolean => e.kind === 'matrix' || e.kind === 'list';

/** n u^(n−1) u′. */
const ofPowerWithFixedExponent = (e: PowerNode, task: Task): Expression => {
  const { base, exponent } = e;
  if (isShaped(base)) return untaken(e, task);
  const lowered = tidySum([exponent, negative(one)], task.style);
  return tidyProduct([exponent, tidyPower(base, lowered, task.style), derive(base, task)], task.style);
};

/** a^v ln a v′, and e^v v′. */
const ofPowerWithFixedBase = (e: PowerNode, task: Task): Expression => {
  const rate = isEuler(e.base) ? [] : [apply('ln', [e.base])];
  return tidyProduct([...rate, derive(e.exponent, task), e], task.style);
};

/** u^v (v′ ln u + v u′/u). */
const ofGeneralPower = (e: PowerNode, task: Task): Expression => {
  const { base, exponent } = e;
  const { style } = task;
  const slope = derive(base, task);
  const growth = sameTree(base, exponent) ? slope : tidyQuotient(tidyProduct([exponent, slope], style), base, style);
  const rate = tidySum([tidyProduct([derive(exponent, task), apply('ln', [base])], style), growth], style);
  return tidyProduct([e, rate], style);
};

const ofPower = (e: PowerNode, task: Task): Expression => {
  if (!task.depends(e.exponent)) return ofPowerWithFixedExponent(e, task);
  return task.depends(e.base) ? ofGeneralPower(e, task) : ofPowerWithFixedBase(e, task);
};

/** u′/(2√u), and u′/(n ⁿ√u^(n−1)) for a written degree. */
const ofRoot = (e: RootNode, task: Task): Expression => {
  const { of, degree } = e;
  if (degree && task.depends(degree)) return untaken(e, task);
  const { style } = task;
  if (!degree) return tidyQuotient(derive(of, task), product([num(2), e]), style);
  const lowered = tidyPower(root(of, degree), tidySum([degree, negative(one)], style), style);
  return tidyQuotient(derive(of, task), product([degree, lowered]), style);
};

/** Whichever of two is chosen, by comparing them; at a tie there is no derivative. */
const ofChoice = (left: Expression, right: Expression, sign: '>' | '<', task: Task): Expression => ({
  kind: 'cases',
  rows: [
    [derive(left, task), relation([left, right], [sign])],
    [derive(right, task), relation([right, left], [sign])],
  ],
});

const ofExtremum = (e: ApplyNode, name: 'max' | 'min', task: Task): Expression => {
  const items = e.arguments.flatMap((item) => (item.kind === 'list' ? item.items : [item]));
  const [first, second, ...rest] = items;
  if (!first) return untaken(e, task);
  if (!second) return derive(first, task);
  const right = rest.length === 0 ? second : apply(name, [second, ...rest]);
  return ofChoice(first, right, name === 'max' ? '>' : '<', renewed(task, right));
};

/** The task for a tree that was made on the way. */
const renewed = (task: Task, tree: Expression): Task => {
  const made = dependence(tree, nameText(task.variable));
  return { ...task, known: new Map(), depends: (e) => made(e) && task.depends(e) };
};

const inner = (a: Expression, b: Expression): Expression => apply('inner', [a, b]);

/** Functions of several arguments, or of vectors, by name. */
const special: ReadonlyMap<string, (e: ApplyNode, task: Task) => Expression> = new Map([
  ['max', (e: ApplyNode, task: Task) => ofExtremum(e, 'max', task)],
  ['min', (e: ApplyNode, task: Task) => ofExtremum(e, 'min', task)],
  [
    'log',
    (e: ApplyNode, task: Task) => {
      const [u, base] = e.arguments;
      if (!u) return untaken(e, task);
      const natural = apply('ln', [u]);
      return deriveMade(base ? quotient(natural, apply('ln', [base])) : natural, task);
    },
  ],
  [
    'transpose',
    (e: ApplyNode, task: Task) =>
      apply(
        'transpose',
        e.arguments.map((u) => derive(u, task)),
      ),
  ],
  [
    'inner',
    (e: ApplyNode, task: Task) => {
      const [a, b] = e.arguments;
      if (!a || !b) return untaken(e, task);
      return sum([inner(derive(a, task), b), inner(a, derive(b, task))]);
    },
  ],
  [
    'norm',
    (e: ApplyNode, task: Task) => {
      const [u, index] = e.arguments;
      return u && !index ? quotient(inner(u, derive(u, task)), e) : untaken(e, task);
    },
  ],
]);

/** f′(u) u′ for a known function of one variable. */
const ofElementary = (e: ApplyNode, name: string, task: Task): Expression => {
  const [u, ...more] = e.arguments;
  const rule = elementaryDerivatives.get(name);
  if (!u || !rule || more.length > 0) return untaken(e, task);
  return tidyProduct([derive(u, task), rule(u)], task.style);
};

/** Σ ∂f/∂p_i(args)·args_i′. */
const ofDefined = (e: ApplyNode, definition: FunctionDefinition, task: Task): Expression => {
  const args = matchArguments(definition, e.arguments);
  if (!args || task.calls <= 0) return untaken(e, task);
  const replacements = new Map(definition.parameters.map((name, i) => [name, args[i] as Expression]));
  const terms = args.flatMap((arg, i) => {
    if (!task.depends(arg)) return [];
    const partial = differentiateWithin(definition.body, nameNode(definition.parameters[i] ?? ''), {
      ...task,
      calls: task.calls - 1,
    });
    return [tidyProduct([replaceNames(partial, replacements), derive(arg, task)], task.style)];
  });
  return tidySum(terms, task.style);
};

const ofApply = (e: ApplyNode, task: Task): Expression => {
  if (!isName(e.operator)) return untaken(e, task);
  const name = nameText(e.operator);
  const definition = task.functions(name);
  if (definition) return ofDefined(e, definition, task);
  if (!builtIns.has(name)) return untaken(e, task);
  return special.get(name)?.(e, task) ?? ofElementary(e, name, task);
};

/** Π_k b_k: Σ_k b_k′ Π_{j<k} b_j Π_{j>k} b_j, which has no quotient and so stands where a factor is zero. */
const ofBigProduct = (e: BigNode, task: Task): Expression => {
  const { variable, from, to, body } = e;
  if (!variable || !isName(variable) || !from || !to) return untaken(e, task);
  const other = sym(`${nameText(variable)}′`);
  const rest = replaceNames(body, new Map([[nameText(variable), other]]));
  const before = big('product', { variable: other, from, to: sum([variable, negative(one)]), body: rest });
  const after = big('product', { variable: other, from: sum([variable, one]), to, body: rest });
  const term = tidyProduct([before, derive(body, task), after], task.style);
  return isZero(term) ? zero : big('sum', { variable, from, to, body: term });
};

const ofBig = (e: BigNode, task: Task): Expression => {
  const isInLimits = [e.from, e.to, e.condition].some((part) => part && task.depends(part));
  if (isInLimits || !task.depends(e.body)) return untaken(e, task);
  if (e.operator === 'product') return ofBigProduct(e, task);
  return e.operator === 'sum' ? { ...e, body: derive(e.body, task) } : untaken(e, task);
};

/** g(u)|_{u = h}: g′(u)|_{u = h} h′, and g's own derivative at the point where the variable is not the one set. */
const ofAt = (e: AtNode, task: Task): Expression => {
  const terms: Expression[] = [];
  let isShadowed = false;
  for (const equation of e.where) {
    if (equation.kind !== 'relation' || equation.relations.join() !== '=') return untaken(e, task);
    const [left, right] = equation.members;
    if (!left || !right || !isName(left)) return untaken(e, task);
    if (nameText(left) === nameText(task.variable)) isShadowed = true;
    if (!task.depends(right)) continue;
    const slope = differentiateWithin(e.of, left, task);
    terms.push(tidyProduct([{ ...e, of: slope }, derive(right, task)], task.style));
  }
  const own = !isShadowed && task.depends(e.of) ? [{ ...e, of: derive(e.of, task) }] : [];
  return tidySum([...own, ...terms], task.style);
};

const ofCases = (e: CasesNode, task: Task): Expression => ({
  kind: 'cases',
  rows: e.rows.map(([value, ...condition]) => (value ? [derive(value, task), ...condition] : condition)),
});

/** A tree made on the way, differentiated. */
const deriveMade = (e: Expression, task: Task): Expression =>
  derive(e, { ...task, known: new Map(), depends: dependence(e, nameText(task.variable)) });

const derive = (e: Expression, task: Task): Expression => {
  if (!task.depends(e)) return zero;
  const known = task.known.get(e);
  if (known) return known;
  const found = byRule(e, task);
  task.known.set(e, found);
  return found;
};

const byRule = (e: Expression, task: Task): Expression => {
  const { style } = task;
  switch (e.kind) {
    case 'symbol':
      return one;
    case 'index':
      return isName(e) && nameText(e) === nameText(task.variable) ? one : untaken(e, task);
    case 'negative':
      return tidyNegative(derive(e.of, task), style);
    case 'sum':
      return tidySum(
        e.terms.filter(task.depends).map((term) => derive(term, task)),
        style,
      );
    case 'product':
      return ofProduct(e, task);
    case 'quotient':
      return ofQuotient(e, task);
    case 'power':
      return ofPower(e, task);
    case 'root':
      return ofRoot(e, task);
    case 'apply':
      return ofApply(e, task);
    case 'big':
      return ofBig(e, task);
    case 'at':
      return ofAt(e, task);
    case 'list':
      return list(
        e.items.map((item) => derive(item, task)),
        e.open,
        e.close,
      );
    case 'matrix':
      return matrix(e.rows.map((row) => row.map((item) => derive(item, task))));
    case 'cases':
      return ofCases(e, task);
    case 'marked':
      return derive(e.of, task);
    default:
      return untaken(e, task);
  }
};

/** Decimals where the formula has some. */
const styleOf = (e: Expression): Style =>
  fold<boolean>(e, (node, of) => (node.kind === 'number' ? node.text.includes('.') : children(node).some(of)))
    ? 'decimals'
    : 'fractions';

const differentiateWithin = (
  e: Expression,
  variable: Name,
  task: Omit<Task, 'variable' | 'depends' | 'known'>,
): Expression => derive(e, { ...task, variable, known: new Map(), depends: dependence(e, nameText(variable)) });

/**
 * ∂e/∂variable, lightly simplified: `2x + y` for `x² + xy + 6y²` by x. Functions of `functions` are gone into by the
 * chain rule. What has no rule (⌊x⌋, a name whose index is not written out) stays a derivative node in the result;
 * where |x| or max has no derivative, neither has the result a value.
 */
export const differentiate = (
  e: Expression,
  variable: Name | string,
  functions: Scope['function'] = () => undefined,
): Expression => {
  const name = typeof variable === 'string' ? nameNode(variable) : variable;
  if (depth(e) > limits.depth) return derivative(e, [by(name)]);
  return differentiateWithin(e, name, { style: styleOf(e), functions, calls: limits.calls });
};
