import type { Expression, Relation } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';
import { applied, empty } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import type { Infix, Reader } from './reader.ts';

/** Where a chain may end without a right side: `x =`. */
const endsHere = (kind: Kind): boolean =>
  kind === Kind.end || kind === Kind.cell || kind === Kind.row || kind === Kind.comma || kind === Kind.gap;

const member = (parser: Parser, power: number): Expression =>
  endsHere(parser.current.kind) ? empty(parser.lastEnd) : parser.expression(power);

/** `a = b ≤ c` as one chain. */
export const relation: Infix = {
  power: Power.relation,
  read: (parser, left, start) => {
    const relations = [parser.next().text as Relation];
    const members = [left, member(parser, Power.relation)];
    while (parser.current.kind === Kind.relation) {
      relations.push(parser.next().text as Relation);
      members.push(member(parser, Power.relation));
    }
    return { kind: 'relation', members, relations, at: parser.span(start) };
  },
};

/** `a = b ⇒ c = d` as one chain over `=`, `⇒`, `=`; what is no chain itself (`p or q`) stays one member. */
export const implication: Infix = {
  power: Power.implication,
  read: (parser, left, start) => {
    const members: Expression[] = [];
    const relations: Relation[] = [];
    append(members, relations, left);
    while (parser.current.kind === Kind.implication) {
      relations.push(parser.next().text as Relation);
      append(members, relations, member(parser, Power.implication));
    }
    return { kind: 'relation', members, relations, at: parser.span(start) };
  },
};

const append = (members: Expression[], relations: Relation[], side: Expression): void => {
  if (side.kind !== 'relation') {
    members.push(side);
    return;
  }
  for (const one of side.members) members.push(one);
  for (const one of side.relations) relations.push(one);
};

/** A display that begins with a relation has an empty left side. */
export const emptyLeft: Reader = (parser, token, power) =>
  power < Power.relation ? empty(token.start) : parser.missing();

const logic = (operator: 'and' | 'or', kind: Kind, power: number): Infix => ({
  power,
  read: (parser, left, start) => {
    const terms = [left];
    while (parser.current.kind === kind) {
      parser.next();
      terms.push(parser.expression(power));
    }
    return { kind: 'logic', operator, terms, at: parser.span(start) };
  },
});

export const and = logic('and', Kind.and, Power.and);
export const or = logic('or', Kind.or, Power.or);

export const not: Reader = (parser, token) => {
  parser.next();
  const term = parser.expression(Power.not);
  return { kind: 'logic', operator: 'not', terms: [term], at: parser.span(token.start) };
};

/** `A ∪ B ∪ C` and its like: the sign applied to all it joins; different signs from left to right. */
export const operator = (power: number): Infix => ({
  power,
  read: (parser, left, start) => {
    const { kind, text } = parser.current;
    const joined = [left];
    while (parser.current.kind === kind && parser.current.text === text) {
      parser.next();
      joined.push(parser.expression(power));
    }
    return applied(text, joined, parser.span(start));
  },
});

/** `{a + b \over 2}`, `{n \choose k}` */
export const stacked: Infix = {
  power: Power.colon,
  read: (parser, left, start) => {
    const { text } = parser.next();
    const right = parser.expression(Power.colon);
    const at = parser.span(start);
    return text === 'over'
      ? { kind: 'quotient', over: left, under: right, at }
      : applied('binomial', [left, right], at);
  },
};

/** `f: A → B`, `\{x : x > 0\}`, `P(A | B)`: the sign applied to both sides. */
export const colon: Infix = operator(Power.colon);
