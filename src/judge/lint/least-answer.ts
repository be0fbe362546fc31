import { list, matrix, num, number } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import { ends } from '../../math/number/enclosure.ts';
import { type Exact, sign } from '../../math/number/exact.ts';
import { decimalsOfFigures, roundTo, toFixed } from '../../math/number/rounding.ts';
import type { ToleranceRule } from '../../model/rubric.ts';

/** Where a rule leaves the digits to the student, so many significant figures are usual. */
const usualFigures = 2;

/** The fewest decimals that the rule lets a student show of x; `undefined` where it asks for no digits. */
const fewestDecimals = (x: Exact, rule: ToleranceRule): number | undefined => {
  switch (rule.kind) {
    case 'decimals':
      return rule.places;
    case 'sigfigs':
      return decimalsOfFigures(x, rule.min);
    case 'shown': {
      const { decimals, sigfigs } = rule;
      if (decimals === undefined && sigfigs === undefined) return Math.max(0, decimalsOfFigures(x, usualFigures));
      return Math.max(decimals ?? -Infinity, sigfigs === undefined ? -Infinity : decimalsOfFigures(x, sigfigs));
    }
    default:
      return undefined;
  }
};

const literal = (text: string): Expression =>
  text.startsWith('-') ? { kind: 'negative', of: num(text.slice(1)) } : num(text);

const leastNumber = (x: Exact, rule: ToleranceRule): Expression => {
  const decimals = fewestDecimals(x, rule);
  if (decimals === undefined) return number(x);
  return decimals >= 0 ? literal(toFixed(x, decimals)) : number(roundTo(x, decimals));
};

const every = (parts: readonly (Expression | undefined)[]): readonly Expression[] | undefined => {
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? known : undefined;
};

/**
 * What a student would write for a value who shows as few digits as the rule allows: `3.2` for 3.185 where one decimal
 * must be shown. `undefined` for what is no number, vector or matrix, and for √5 where it must be exact.
 */
export const leastAnswer = (value: Value, rule: ToleranceRule): Expression | undefined => {
  switch (value.kind) {
    case 'exact':
      return leastNumber(value, rule);
    case 'enclosure': {
      const [low] = ends(value);
      return rule.kind === 'exact' || sign(low) === 0 ? undefined : leastNumber(low, rule);
    }
    case 'vector': {
      const items = every(value.items.map((item) => leastAnswer(item, rule)));
      return items && list(items);
    }
    case 'matrix': {
      const rows = value.rows.map((row) => every(row.map((cell) => leastAnswer(cell, rule))));
      return rows.every((row) => row !== undefined) ? matrix(rows) : undefined;
    }
    default:
      return undefined;
  }
};
