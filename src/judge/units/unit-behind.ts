import { product } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { readQuantity } from './read-quantity.ts';
import { unitInWords } from './spelling.ts';

/** What may stand between a formula and its unit: the end of the formula, blanks. */
const gap = /^(?:\s|~|\\[,;: ]|\$|\\\)|\\])*/;

/** `m/s` of `31.4$ m/s.` */
const unitBehind = (rest: string): Expression | undefined => {
  const [word] = /^[\p{L}°Ω%][\p{L}\d°Ω/·^*-]*/u.exec(rest.replace(gap, '').slice(0, 40)) ?? [];
  const unit = word === undefined ? undefined : unitInWords(word);
  const read = unit && readQuantity(unit);
  return unit && read && !read.number && read.units.size > 0 && read.unknown.length === 0 ? unit : undefined;
};

/** A number with the unit that stands behind its formula: "the speed is $v = 31.4$ m/s". Others stay as they are. */
export const withUnitBehind = (value: Expression, rest: string): Expression => {
  const read = readQuantity(value);
  const unit = read?.number && read.units.size === 0 && read.unknown.length === 0 ? unitBehind(rest) : undefined;
  return unit ? product([value, unit]) : value;
};
