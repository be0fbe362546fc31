/**
 * The sample's 14 answers re-derived elsewhere, as a user of those systems would write it: the gradient is taken once, the
 * steps of both methods follow from their definitions in exact or long decimal numbers, and each answer is compared with
 * what comes out. The answers are already found and cut out; nothing is read, and nothing is said of a wrong one.
 */
import {
  abs,
  type BigNumber,
  bignumber,
  derivative,
  evaluate,
  matrix,
  max,
  parse,
  smallerEq,
  subtract,
  symbolicEqual,
} from 'mathjs';
import { mpmathTime } from './mpmath.ts';

const gradient = ['2x + y', 'x + 12y'] as const;
/** x_1, y_1 … y_3 of gradient descent. */
const descent = ['3.55', '0.2', '3.185', '-0.0975', '2.871375', '-0.19825'] as const;
/** v_1, (x_1, y_1) … (x_3, y_3) of Nesterov's method. */
const nesterov = [
  '[-0.45, -0.8]',
  '[3.55, 0.2]',
  '[-0.6935, -0.56525]',
  '[2.8565, -0.36525]',
  '[-0.80368625, -0.0959575]',
  '[2.05281375, -0.4612075]',
] as const;

type Pair = readonly [BigNumber, BigNumber];

const tolerance = bignumber('0.05');

const along = (p: Pair, by: Pair, factor: BigNumber): Pair => [
  p[0].plus(by[0].times(factor)),
  p[1].plus(by[1].times(factor)),
];

const near = (answer: string, found: readonly BigNumber[]): boolean => {
  const given: unknown = evaluate(`[${answer.replace(/^\[|\]$/g, '')}]`);
  return smallerEq(max(abs(subtract(given as never, matrix([...found])))), tolerance) === true;
};

/** One check of a submission by mathjs. */
export const rederiveWithMathjs = (): boolean => {
  const [α, γ, one] = [bignumber('0.05'), bignumber('0.9'), bignumber(1)];
  const f = parse('x^2 + x*y + 6*y^2');
  const [dx, dy] = [derivative(f, 'x'), derivative(f, 'y')];
  const [fx, fy] = [dx.compile(), dy.compile()];
  const slopesAt = ([x, y]: Pair): Pair => [fx.evaluate({ x, y }), fy.evaluate({ x, y })];
  const found: (readonly BigNumber[])[] = [];
  let p: Pair = [bignumber(4), one];
  for (let k = 0; k < 3; k += 1) {
    p = along(p, slopesAt(p), α.negated());
    found.push([p[0]], [p[1]]);
  }
  let [q, v]: [Pair, Pair] = [
    [bignumber(4), one],
    [bignumber(0), bignumber(0)],
  ];
  for (let k = 0; k < 3; k += 1) {
    v = along([v[0].times(γ), v[1].times(γ)], slopesAt(along(q, v, γ)), α.negated());
    q = along(q, v, one);
    found.push(v, q);
  }
  return (
    [...descent, ...nesterov].every((answer, i) => near(answer, found[i] ?? [])) &&
    [dx, dy].every((slope, i) => symbolicEqual(parse(gradient[i] ?? ''), slope))
  );
};

const sympy = `
import sympy
from sympy import Matrix, Rational, diff, simplify, symbols, sympify
gradient = ${JSON.stringify(gradient.map((answer) => answer.replace(/(\d)([a-z])/g, '$1*$2')))}
values = ${JSON.stringify([...descent, ...nesterov])}
x, y = symbols("x y")
flat = lambda t: Matrix(sympify("[" + t.strip("[]") + "]", rational=True))
def check():
    a, g = Rational("0.05"), Rational("0.9")
    f = x**2 + x*y + 6*y**2
    slopes = Matrix([diff(f, x), diff(f, y)])
    at = lambda p: slopes.subs({x: p[0], y: p[1]})
    found = []
    p = Matrix([4, 1])
    for k in range(3):
        p = p - a * at(p)
        found += [Matrix([p[0]]), Matrix([p[1]])]
    p, v = Matrix([4, 1]), Matrix([0, 0])
    for k in range(3):
        v = g * v - a * at(p + g * v)
        p = p + v
        found += [v, p]
    near = all(max(abs(d) for d in flat(t) - r) <= Rational(1, 20) for t, r in zip(values, found))
    return near and all(simplify(sympify(t) - s) == 0 for t, s in zip(gradient, slopes))
if not check(): raise SystemExit("SymPy does not accept the answers")
`;

/** Milliseconds of one check of a submission by SymPy; `undefined` where it is not installed. */
export const sympyRederiving = (): number | undefined => mpmathTime(sympy, 'check()', 20);
