import { evaluate } from '../../src/math/expression/evaluate.ts';
import { nameText } from '../../src/math/expression/names.ts';
import type { Scope } from '../../src/math/expression/scope.ts';
import { emptyScope } from '../../src/math/expression/scope.ts';
import type { Value } from '../../src/math/expression/value.ts';
import { parseLatex } from '../../src/math/notation/latex.ts';
import { ends } from '../../src/math/number/enclosure.ts';
import { toText } from '../../src/math/number/exact.ts';
import { roundToFigures } from '../../src/math/number/rounding.ts';

const parse = (source: string) => parseLatex(source, { functions: new Set(['f', 'g', 'h', 'σ']) }).tree;

/** A scope from LaTeX: values by name, functions as `['f', ['x', 'y'], 'x^2 + y']`. */
export const scopeOf = (
  values: Readonly<Record<string, string>>,
  functions: readonly (readonly [string, readonly string[], string])[] = [],
): Scope => {
  const definitions = new Map(functions.map(([name, parameters, body]) => [name, { parameters, body: parse(body) }]));
  const scope: Scope = {
    value: (name, digits) => {
      const source = values[nameText(name)];
      return source === undefined ? undefined : evaluate(parse(source), emptyScope, digits);
    },
    function: (name) => definitions.get(name),
  };
  return scope;
};

/** A value in few words: `3.185`, `≈0.574442516811…` (proven figures only), `(1, 2)`, `[[1, 2], [3, 4]]`, `true`, a cause. */
export const valueText = (v: Value, figures = 12): string => {
  switch (v.kind) {
    case 'exact':
      return toText(v);
    case 'enclosure': {
      const [low, high] = ends(v).map((end) => toText(roundToFigures(end, figures)));
      return low === high ? `≈${low}` : 'wide';
    }
    case 'complex':
      return `${valueText(v.re, figures)} + ${valueText(v.im, figures)}i`;
    case 'vector':
      return `(${v.items.map((item) => valueText(item, figures)).join(', ')})`;
    case 'matrix':
      return `[${v.rows.map((row) => `[${row.map((item) => valueText(item, figures)).join(', ')}]`).join(', ')}]`;
    case 'truth':
      return String(v.holds);
    case 'undefined':
      return v.cause;
  }
};

export { parse };
