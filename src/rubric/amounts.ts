import { compare, divide, type Exact, exact, fraction, one, sign } from '../math/number/exact.ts';
import { type Complaints, shown } from './complaints.ts';
import type { YamlNode } from './yaml-tree.ts';

const plainText = (node: YamlNode): string =>
  node.kind === 'map' || node.kind === 'list' ? '' : node.text.replaceAll(/\s+/g, '').replace('−', '-');

const read = (text: string): Exact =>
  text.endsWith('%') ? divide(exact(text.slice(0, -1)), fraction(100n)) : exact(text);

/**
 * A number from its source text: `0.05` is 1/20, `2/3` stays thirds, `1%` is 1/100.
 * Complains and answers `undefined` where there is none: `1/0`, `0x10`, `.inf`.
 */
export const amount = (node: YamlNode, complaints: Complaints): Exact | undefined => {
  try {
    return read(plainText(node));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    complaints.error(
      'unfit-number',
      node.start,
      `Expected a decimal or a fraction such as 0.05 or 1/3; found ${shown(node)}.`,
    );
    return undefined;
  }
};

/** A share of the points: an amount from 0 to 1. */
export const share = (node: YamlNode, complaints: Complaints): Exact | undefined => {
  const value = amount(node, complaints);
  if (value === undefined || (sign(value) >= 0 && compare(value, one) <= 0)) return value;
  complaints.error('unfit-number', node.start, `A share of the points lies between 0 and 1; found ${shown(node)}.`);
  return undefined;
};
