/**
 * What a column holds that is headed by words and a name:
 *
 *     SGD x             x of the part called SGD          velocity x        v_x
 *     Nesterov (x, y)   (x, y) of the part so called      gradient x        another quantity, and no x
 *     Nesterov point    p of the part so called           midpoint m        m
 */
import { index, list, sym } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { roleNamed } from './role-words.ts';

/** The name in a head, without its step, and the words beside it. */
export interface Head {
  readonly name: Expression;
  readonly label?: string;
  /** It is the value behind the step: "new x". */
  readonly isNext?: boolean;
}

const words = String.raw`(?<words>(?:[\p{L}'’.+-]{2,}:?\s+){1,5})`;
const names = String.raw`(?<names>\p{L}\p{M}?(?:\s*,\s*\p{L}\p{M}?){0,3})`;
const bracketed = String.raw`(?:\(${names}\)|\[${names.replace('names', 'more')}\])`;
/** `SGD x`, `SGD (x, y)` */
const behind = new RegExp(`^${words}(?:${names.replace('names', 'bare')}|${bracketed})$`, 'u');
/** `x (SGD)` */
const before = /^(?<letter>\p{L}\p{M}?)\s*\((?<words>[\p{L}][\p{L}'’ .+-]{1,60})\)$/u;
/** `Nesterov position` */
const roleBehind = /^(?<words>(?:[\p{L}'’.+-]{2,}:?\s+){1,5})(?<role>\p{L}{4,})$/u;

/** Words for a quantity that has the same components as a point and is none. */
const other =
  /\b(?:grad\p{L}*|deriv\p{L}*|partial|slope|look-?\s?ahead|error|loss|change|delta|diff\p{L}*|steigung|ableitung)\b/iu;
const velocity = /\b(?:velocity|geschwindigkeit|vitesse|velocidad)\b/iu;
/** Words that say nothing else than the name beside them. */
const idle =
  /^(?:(?:new|next|updated|current|old|the|value|values|of|point|position|coordinate|component|iterate|weight|parameter|midpoint)\s*)+$/iu;

const next = /\b(?:new|next|updated|neu\p{L}*|nouv\p{L}*|nuev\p{L}*)\b/iu;

const listed = (written: string): Expression => {
  const letters = written.split(',').map((one) => sym(one.trim()));
  return letters.length === 1 && letters[0] ? letters[0] : list(letters);
};

const isComponent = (e: Expression): boolean => e.kind === 'symbol';

/** Over the points that steps lead to. */
const arrival = /^(?:to|result|end|after|(?:point|position)\s+after|after\s+(?:the\s+)?(?:step|update))$/iu;

/** Whether words are for another quantity than the iterates. */
export const isOtherQuantity = (text: string): boolean => other.test(text) || velocity.test(text);

/** The name that a head holds among words; nothing where it holds none of `known`, or the words mean something else. */
export const headAmongWords = (text: string, known: ReadonlySet<string>): Head | 'other' | undefined => {
  const plain = text.replace(/[$*]|\\[()]/g, '').trim();
  if (arrival.test(plain)) return { name: sym('p'), label: plain, isNext: true };
  const groups = (behind.exec(plain) ?? before.exec(plain) ?? roleBehind.exec(plain))?.groups;
  if (!groups) return undefined;
  const written = groups['bare'] ?? groups['names'] ?? groups['more'] ?? groups['letter'];
  const label = (groups['words'] ?? '').trim();
  const role = groups['role'] === undefined ? undefined : roleNamed(groups['role']);
  if (written === undefined && !role) return undefined;
  if (written?.split(',').some((one) => !known.has(one.trim()))) return undefined;
  if (other.test(label)) return 'other';
  const name = role ?? listed(written ?? '');
  if (velocity.test(label) && isComponent(name)) return { name: index(sym('v'), [name]) };
  return { name, ...(!idle.test(label) && { label }), ...(next.test(label) && { isNext: true }) };
};
