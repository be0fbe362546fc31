import fc from 'fast-check';
import {
  apply,
  big,
  by,
  derivative,
  index,
  list,
  matrix,
  nabla,
  negative,
  num,
  power,
  prime,
  product,
  quotient,
  relation,
  root,
  sum,
  sym,
} from '../../src/math/expression/build.ts';
import type { Expression } from '../../src/math/expression/tree.ts';

/** Names of every kind that the notation has. */
const name: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom('x', 'y', 'a', 'α', 'β', 'γ', 'W', 'W_rec', 'λ_max', 'π').map(sym),
  fc
    .tuple(fc.constantFrom('x', 'v', 'θ'), fc.integer({ min: 0, max: 12 }))
    .map(([base, k]) => index(sym(base), [num(k)])),
);

const literal: fc.Arbitrary<Expression> = fc.constantFrom('0', '1', '2', '7', '12', '0.5', '3.1850', '100').map(num);

const several = (part: fc.Arbitrary<Expression>): fc.Arbitrary<Expression[]> =>
  fc.array(part, { minLength: 2, maxLength: 3 });

const arithmetic = (part: fc.Arbitrary<Expression>): fc.Arbitrary<Expression>[] => [
  several(part).map(sum),
  several(part).map(product),
  part.map(negative),
  fc.tuple(part, part).map(([a, b]) => quotient(a, b)),
  fc.tuple(part, part).map(([a, b]) => power(a, b)),
  part.map((a) => root(a)),
  fc.tuple(fc.constantFrom('sin', 'cos', 'exp', 'ln', 'tanh', 'f', 'abs'), part).map(([f, a]) => apply(f, [a])),
];

/** Numbers, names, and everything built on them by arithmetic and known functions. */
export const formula = (maxDepth: number): fc.Arbitrary<Expression> =>
  fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof({ maxDepth, depthIdentifier: 'formula' }, fc.oneof(name, literal), ...arithmetic(tie('tree'))),
  })).tree;

/** What stands around formulas: derivatives, big operators, lists, relations. */
export const statement = (maxDepth: number): fc.Arbitrary<Expression> => {
  const part = formula(maxDepth);
  return fc.oneof(
    part,
    fc.tuple(part, part).map(([a, b]) => relation([a, b], ['='])),
    fc.tuple(part, part, part).map(([a, b, c]) => relation([a, b, c], ['<', '≤'])),
    several(part).map((items) => list(items)),
    several(part).map((items) => list(items, '[')),
    part.map((body) => big('sum', { variable: sym('k'), from: num(1), to: sym('n'), body })),
    part.map((body) =>
      big('product', { variable: sym('i'), from: num(0), to: sum([sym('t'), negative(num(1))]), body }),
    ),
    part.map((body) => big('max', { variable: sym('k'), body })),
    fc.tuple(part, part).map(([a, b]) => apply(nabla(sym('f')), [a, b])),
    part.map((a) => apply(prime(sym('σ')), [a])),
    part.map((a) => derivative(apply('f', [a, sym('y')]), [by(sym('x'))])),
    fc.constant(derivative(sym('f'), [by(sym('x'), num(2))])),
    fc.constant(derivative(sym('f'), [by(sym('x')), by(sym('y'))])),
    fc.tuple(part, part, part, part).map(([a, b, c, d]) =>
      matrix([
        [a, b],
        [c, d],
      ]),
    ),
    part.map((a) => apply('transpose', [apply('f', [a])])),
    part.map((a) => apply('norm', [a])),
    part.map((a) => apply('factorial', [a])),
    fc.tuple(part, literal).map(([a, b]) => apply('log', [a, b])),
  );
};
