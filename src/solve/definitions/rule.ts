import { num } from '../../math/expression/build.ts';
import { nameText } from '../../math/expression/names.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { type IndexPattern, indexPattern } from './index-pattern.ts';
import { type NameParts, nameOf, partsOf } from './names.ts';

/** A definition as the rubric or a method writes it. */
export interface Defined {
  readonly left: Expression;
  readonly right: Expression;
}

/** A definition of a name: `α: 0.05`, `x_0: 4`, `v_{k+1}: γ v_k - α ∇f(p_k)`. */
export interface NameRule {
  readonly kind: 'name';
  readonly base: string;
  readonly patterns: readonly IndexPattern[];
  readonly right: Expression;
  /** Where the left side was a tuple and the right side is not: which of its components, from 0. */
  readonly component?: number;
  /** A value put in the place of a formula, a student's own o: what o is computed from still says how it changes. */
  readonly isAssumed?: true;
}

/** `f(x, y): x^2 + x y + 6 y^2`. */
export interface FunctionRule {
  readonly kind: 'function';
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Expression;
}

/** A gradient given (or taken from a student) in place of the one that follows from the function. */
export interface PartialRule {
  readonly kind: 'partial';
  readonly function: string;
  /** The parameter's name, or its position where the left side was `∇f`. */
  readonly by: string | number;
  readonly right: Expression;
}

export type Rule = NameRule | FunctionRule | PartialRule;

const functionName = (e: Expression): string | undefined => {
  if (e.kind === 'symbol') return e.name;
  if (e.kind === 'apply') return functionName(e.operator);
  const parts = partsOf(e);
  return parts && nameText(nameOf(parts));
};

const nameRule = (left: Expression, right: Expression, component?: number): readonly NameRule[] => {
  const parts = partsOf(left);
  const patterns = parts?.indices.map(indexPattern) ?? [];
  if (!parts || patterns.includes(undefined)) return [];
  const known = patterns.filter((pattern) => pattern !== undefined);
  return [
    { kind: 'name', base: parts.base, patterns: known, right, ...(component === undefined ? {} : { component }) },
  ];
};

const functionRule = (left: Expression & { kind: 'apply' }, right: Expression): readonly Rule[] => {
  if (left.operator.kind === 'gradient' || left.operator.kind === 'derivative')
    return rulesOf({ left: left.operator, right });
  if (left.operator.kind === 'prime') {
    const name = functionName(left.operator.of);
    return name === undefined || left.operator.order !== 1 ? [] : [{ kind: 'partial', function: name, by: 0, right }];
  }
  const name = functionName(left.operator);
  const parameters = left.arguments.map((argument) => (argument.kind === 'symbol' ? argument.name : undefined));
  if (name === undefined || parameters.includes(undefined)) return [];
  return [{ kind: 'function', name, parameters: parameters.filter((each) => each !== undefined), body: right }];
};

const gradientRules = (of: Expression, right: Expression): readonly Rule[] => {
  const name = functionName(of);
  if (name === undefined || right.kind !== 'list') return [];
  return right.items.map((item, i) => ({ kind: 'partial', function: name, by: i, right: item }));
};

/** `∂L/∂W: [[1, 2], [3, 4]]` says each ∂L/∂W_{i,j} as well: that is what goes on in the chain rule. */
const entryRules = (name: string, by: NameParts, right: Expression): readonly PartialRule[] => {
  if (right.kind !== 'list') return [];
  return right.items.flatMap((item, i) => {
    const entry = { base: by.base, indices: [...by.indices, num(i + 1)] };
    const rule: PartialRule = { kind: 'partial', function: name, by: nameText(nameOf(entry)), right: item };
    return item.kind === 'list' ? entryRules(name, entry, item) : [rule];
  });
};

const derivativeRules = (left: Expression & { kind: 'derivative' }, right: Expression): readonly Rule[] => {
  const [name, by, ...more] = [functionName(left.of), left.by[0], ...left.by.slice(1)];
  const parts = by && partsOf(by.variable);
  const once = by?.order.kind === 'number' && by.order.text === '1';
  if (name === undefined || !parts || !once || more.length > 0) return [];
  return [{ kind: 'partial', function: name, by: nameText(nameOf(parts)), right }, ...entryRules(name, parts, right)];
};

const tupleRules = (items: readonly Expression[], right: Expression): readonly Rule[] => {
  const parts = right.kind === 'list' && right.items.length === items.length ? right.items : undefined;
  return items.flatMap((item, i) =>
    parts ? rulesOf({ left: item, right: parts[i] ?? right }) : nameRule(item, right, i),
  );
};

/** What a definition says, name by name: a tuple gives a rule a component. None where the left side defines nothing. */
export const rulesOf = ({ left, right }: Defined): readonly Rule[] => {
  switch (left.kind) {
    case 'list':
      return tupleRules(left.items, right);
    case 'apply':
      return functionRule(left, right);
    case 'gradient':
      return left.order === 1 ? gradientRules(left.of, right) : [];
    case 'derivative':
      return derivativeRules(left, right);
    case 'prime': {
      const name = functionName(left.of);
      return name === undefined || left.order !== 1 ? [] : [{ kind: 'partial', function: name, by: 0, right }];
    }
    default:
      return nameRule(left, right);
  }
};
