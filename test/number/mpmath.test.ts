/** A second witness: mpmath, where Debian's python3-mpmath is installed. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { e, pi } from '../../src/math/number/elementary/constants.ts';
import { power } from '../../src/math/number/elementary/power.ts';
import { exact } from '../../src/math/number/exact.ts';
import { digitsOf } from '../../src/math/number/print.ts';
import type { Outcome } from '../../src/math/number/real.ts';
import { refine } from '../../src/math/number/refine.ts';
import { realFunctions } from './functions.ts';

const python = (program: string): string | undefined => {
  try {
    return execFileSync('/usr/bin/python3', ['-c', program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
};
const present = python('import mpmath') !== undefined;

const names = {
  exp: 'exp',
  ln: 'log',
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  asin: 'asin',
  acos: 'acos',
  atan: 'atan',
  sinh: 'sinh',
  cosh: 'cosh',
  tanh: 'tanh',
  asinh: 'asinh',
  atanh: 'atanh',
  sqrt: 'sqrt',
} as const;

/** mpmath's values at p/q to `digits` digits and a few more, as digits without sign, point or exponent. */
const theirs = (fractions: readonly string[], digits: number): Record<string, string> => {
  const program = `
import mpmath, json
mpmath.mp.dps = ${digits + 30}
def digits(v): return mpmath.nstr(v, ${digits}, strip_zeros=False, min_fixed=1, max_fixed=0).split('e')[0].replace('-','').replace('.','')
out = {}
for name, f in ${JSON.stringify(Object.entries(names))}:
    for x in ${JSON.stringify(fractions)}:
        p, q = x.split('/')
        out[name + ' ' + x] = digits(getattr(mpmath, f)(mpmath.mpf(p) / mpmath.mpf(q)))
out['pi'] = digits(+mpmath.pi)
out['e'] = digits(+mpmath.e)
out['power'] = digits(mpmath.mpf('2.5') ** (mpmath.mpf(1) / 3))
print(json.dumps(out))`;
  return JSON.parse(python(program) ?? '{}');
};

const ours = (compute: (bits: number) => Outcome, digits: number): string => {
  const result = digitsOf((d) => refine(compute, d), digits, 'scientific');
  return result.kind === 'digits' ? (result.text.split('e')[0] ?? '').replace('-', '').replace('.', '') : result.reason;
};

const compared = (fractions: readonly string[], digits: number): readonly (readonly [string, string, string])[] =>
  Object.entries(theirs(fractions, digits)).map(([what, expected]) => {
    const [name = '', x = '1'] = what.split(' ');
    if (what === 'pi') return [what, ours(pi, digits), expected];
    if (what === 'e') return [what, ours(e, digits), expected];
    if (what === 'power') return [what, ours((bits) => power(exact('2.5'), exact('1/3'), bits), digits), expected];
    const f = realFunctions[name];
    return [what, ours((bits) => f?.(exact(x), bits) ?? pi(bits), digits), expected];
  });

describe.skipIf(!present)('mpmath prints the same digits', () => {
  it.each([
    [50, ['1/3', '11/13', '1/1000003', '999/1000']],
    [1000, ['1/3', '11/13', '999/1000']],
    [10_000, ['11/13']],
  ])('to %i of them', (digits, fractions) => {
    const rows = compared(fractions, digits);
    expect(rows.length).toBe(fractions.length * Object.keys(names).length + 3);
    for (const [what, mine, expected] of rows) expect(mine, what).toBe(expected);
  });
});
