import { Kind, kindCount } from '../scan/token.ts';
import { barred } from './bars.ts';
import { bigOperator } from './big-operators.ts';
import { bracket } from './brackets.ts';
import { environment } from './environments.ts';
import { namedFunction } from './functions.ts';
import { gradient } from './gradients.ts';
import { construct, ellipsis, group, name, number, text, unreadable } from './operands.ts';
import { postfix } from './postfix.ts';
import { Power } from './power.ts';
import { emptyFactor, product } from './products.ts';
import type { Grammar, Infix, Reader } from './reader.ts';
import { and, colon, emptyLeft, implication, not, operator, or, relation, stacked } from './relations.ts';
import { negative, plusMinus, plusMinusSign, positive, sum } from './sums.ts';

const missing: Reader = (parser) => parser.missing();

const prefix: Reader[] = new Array(kindCount).fill(missing);
prefix[Kind.number] = number;
prefix[Kind.name] = name;
prefix[Kind.text] = text;
prefix[Kind.construct] = construct;
prefix[Kind.function] = namedFunction;
prefix[Kind.big] = bigOperator;
prefix[Kind.nabla] = gradient;
prefix[Kind.relation] = emptyLeft;
prefix[Kind.implication] = emptyLeft;
prefix[Kind.not] = not;
prefix[Kind.plus] = positive;
prefix[Kind.minus] = negative;
prefix[Kind.plusMinus] = plusMinusSign;
prefix[Kind.times] = emptyFactor;
prefix[Kind.factorOperator] = emptyFactor;
prefix[Kind.open] = bracket;
prefix[Kind.groupOpen] = group;
prefix[Kind.environmentOpen] = environment;
prefix[Kind.bar] = barred;
prefix[Kind.ellipsis] = ellipsis;
prefix[Kind.error] = unreadable;

const infix: (Infix | undefined)[] = new Array(kindCount).fill(undefined);
infix[Kind.colon] = colon;
infix[Kind.stacked] = stacked;
infix[Kind.implication] = implication;
infix[Kind.or] = or;
infix[Kind.and] = and;
infix[Kind.relation] = relation;
infix[Kind.setOperator] = operator(Power.set);
infix[Kind.plus] = sum;
infix[Kind.minus] = sum;
infix[Kind.plusMinus] = plusMinus;
infix[Kind.factorOperator] = operator(Power.product);
infix[Kind.times] = product;
infix[Kind.slash] = product;

const operandStarts: boolean[] = new Array(kindCount).fill(false);
for (const kind of [
  Kind.number,
  Kind.name,
  Kind.construct,
  Kind.function,
  Kind.big,
  Kind.nabla,
  Kind.open,
  Kind.groupOpen,
  Kind.environmentOpen,
  Kind.bar,
  Kind.ellipsis,
  Kind.error,
]) {
  operandStarts[kind] = true;
  infix[kind] = product;
}

/** The grammar of formulas, the same for LaTeX and for plain text. */
export const grammar: Grammar = { prefix, infix, operandStarts, postfix };
