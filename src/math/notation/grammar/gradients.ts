import type { Expression } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';
import { applied, isDifferentiable, ungrouped } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import { indexed, scripted } from './scripts.ts';

/** `∇f`, `∇_x f`, `∇²f`, `∇f(p)`; `∇·F` and `∇×F` are `div` and `curl`; without an operand the sign alone. */
export const gradient = (parser: Parser): Expression => {
  const start = parser.current.start;
  const sign = scripted(parser);
  const { by, order } = gradientScripts(sign);
  const flow = order === 1 && by === undefined ? flows.get(parser.current.text) : undefined;
  if (flow !== undefined && parser.current.kind === Kind.times) return flowOf(parser, flow, start);
  if (order === undefined || !isDifferentiable(parser.current.kind)) return sign;
  const of = ungrouped(gradientOperand(parser));
  const node = { kind: 'gradient', of, order, at: parser.span(start) } as const;
  return by === undefined ? node : { ...node, by };
};

/** `∇·F` and `∇×F` */
const flows: ReadonlyMap<string, string> = new Map([
  ['·', 'div'],
  ['×', 'curl'],
]);

const flowOf = (parser: Parser, name: string, start: number): Expression => {
  parser.next();
  const of = parser.operand(Power.factor);
  return applied(name, [of], parser.span(start));
};

const gradientScripts = (sign: Expression): { by?: Expression | undefined; order?: 1 | 2 } => {
  if (sign.kind === 'symbol') return { order: 1 };
  if (sign.kind === 'index') return { by: sign.indices[0], order: 1 };
  if (sign.kind !== 'power' || sign.exponent.kind !== 'number' || sign.exponent.text !== '2') return {};
  return { ...gradientScripts(sign.base), order: 2 };
};

/** A name with its index, whose bracket is the place; or a bracket, or a whole product that begins with a number. */
const gradientOperand = (parser: Parser): Expression => {
  const start = parser.current.start;
  if (parser.current.kind === Kind.name) return indexed(parser, parser.atom(Power.factor), start);
  const first = parser.current.kind === Kind.open ? parser.atom(Power.factor) : parser.operand(Power.factor);
  return first.kind === 'quotient' || first.kind === 'number' ? parser.operators(first, start, Power.sum) : first;
};
