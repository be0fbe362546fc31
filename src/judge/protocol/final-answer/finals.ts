import { product } from '../../../math/expression/build.ts';
import type { ApplyNode, Expression, RelationNode } from '../../../math/expression/tree.ts';
import { bothSigns } from '../../comparison/both-signs.ts';
import { variablesOf } from '../../comparison/sample-point.ts';

/** What a text comes down to: one thing, or several in any order. */
export type Final =
  | {
      readonly kind: 'one';
      readonly of: Expression;
      /** The equation that gave it its value: `x = 3`. */
      readonly said?: RelationNode;
    }
  | { readonly kind: 'many'; readonly items: readonly Final[] };

const one = (of: Expression): Final => ({ kind: 'one', of });

const many = (items: readonly Final[]): Final => {
  const flat = items.flatMap((item) => (item.kind === 'many' ? item.items : [item]));
  const [only, ...more] = flat;
  return only && more.length === 0 ? only : { kind: 'many', items: flat };
};

const isWord = (e: Expression): boolean => e.kind === 'text' || e.kind === 'empty';

/** `3 \text{ of them}`: the number alone. */
const withoutWords = (e: Expression): Expression => {
  if (e.kind !== 'product') return e;
  const rest = e.factors.filter((factor) => !isWord(factor));
  return rest.length > 0 && rest.length < e.factors.length ? product(rest) : e;
};

/** What may be given a value: `x`, `S_n`, `f(2)`, `|AB|`, `(p, q)`, `V_1 : V_2`, `AB`. */
const isNamed = (e: Expression): boolean => {
  switch (e.kind) {
    case 'symbol':
    case 'index':
      return true;
    case 'apply':
      return e.arguments.every((part) => part.kind === 'number' || isNamed(part));
    case 'list':
      return e.items.every(isNamed);
    case 'product':
      return e.factors.every((factor) => factor.kind === 'symbol' && /^\p{Lu}$/u.test(factor.name));
    default:
      return isWord(e);
  }
};

const isNumber = (e: Expression): boolean => variablesOf(e).length === 0;

const equates = ({ relations }: RelationNode): boolean => relations.every((sign) => sign === '=' || sign === '≈');

/** `x = 5 + 6 = 11` comes to 11, `x = 1/3 ≈ 0.33` to 1/3; `a + 3z = 0` stays an equation. */
const valueOfChain = (e: RelationNode): Expression | undefined => {
  if (!equates(e)) return undefined;
  const approximate = e.relations.indexOf('≈');
  const last = e.members[approximate > 0 ? approximate : e.members.length - 1];
  const before = e.members.slice(0, approximate > 0 ? approximate : -1);
  if (!last || last.kind === 'empty') return undefined;
  const stated = before.some(isNamed) || (isNumber(last) && before.every(isNumber));
  return stated ? last : undefined;
};

const isColon = (e: Expression): e is ApplyNode =>
  e.kind === 'apply' && e.operator.kind === 'symbol' && e.operator.name === ':';

/** `S_1 : S_2 = 7 : 32` reads as S_1 to S_2 = 7 to 32: it is the equation of two ratios. */
const ratioEquation = (e: ApplyNode): RelationNode | undefined => {
  const at = e.arguments.findIndex((part) => part.kind === 'relation');
  const middle = e.arguments[at];
  if (middle?.kind !== 'relation') return undefined;
  const [left, right] = [middle.members[0], middle.members.at(-1)];
  if (!left || !right || middle.members.length !== 2) return undefined;
  const ratio = (parts: readonly Expression[]): Expression => ({ ...e, arguments: parts });
  const sides = [ratio([...e.arguments.slice(0, at), left]), ratio([right, ...e.arguments.slice(at + 1)])];
  return { kind: 'relation', members: sides, relations: middle.relations };
};

const ofEquations = (terms: readonly Expression[]): boolean =>
  terms.every((term) => term.kind !== 'relation' || valueOfChain(term) !== undefined);

/** `x = 3` and `x ∈ {1, 2}` come to what they say of x. */
const ofRelation = (e: RelationNode): Final => {
  const [, set] = e.members;
  if (e.relations.join() === '∈' && set?.kind === 'list' && set.open === '{') return finalOf(set);
  const value = valueOfChain(e);
  if (!value) return one(e);
  const final = finalOf(value);
  return final.kind === 'one' ? { ...final, said: e } : final;
};

/** What an answer comes down to: values without their names, items without their order. */
export const finalOf = (e: Expression): Final => {
  const both = bothSigns(e);
  if (both && e.kind !== 'sequence' && e.kind !== 'list') return many(both.map(finalOf));
  switch (e.kind) {
    case 'marked':
      return finalOf(e.of);
    case 'sequence':
      return many(e.items.filter((item) => !isWord(item) || e.items.length === 1).map(finalOf));
    case 'logic':
      return e.operator !== 'not' && ofEquations(e.terms) ? many(e.terms.map(finalOf)) : one(e);
    case 'list':
      return e.open === '{' && e.close === '}'
        ? { kind: 'many', items: e.items.map(finalOf).flatMap(itemsOf) }
        : one(e);
    case 'relation':
      return ofRelation(e);
    case 'symbol':
      return e.name === '∅' ? { kind: 'many', items: [] } : one(e);
    default: {
      const ratio = isColon(e) ? ratioEquation(e) : undefined;
      return ratio ? finalOf(ratio) : one(withoutWords(e));
    }
  }
};

/** The items of several, or the one. */
const itemsOf = (final: Final): readonly Final[] => (final.kind === 'many' ? final.items : [final]);
