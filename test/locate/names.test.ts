import { describe, expect, test } from 'vitest';
import { namer } from '../../src/judge/locate/names.ts';
import { parseLatex } from '../../src/math/notation/latex.ts';

const functions = new Map([
  ['f', ['x', 'y']],
  ['g', ['t']],
]);
const key = namer(functions);
const named = (latex: string): string | undefined => key(parseLatex(latex, { functions: new Set(['f', 'g']) }).tree);

describe('one quantity in many spellings', () => {
  test.each([
    ['x_1', 'x_{1}', 'x^{(1)}', '\\mathbf{x}_1', '\\vec{x}_1', 'x_{(1)}', '{x_1}', '\\boxed{x_1}'],
    ['r^T r', '\\|r\\|^2', '\\lVert r \\rVert^2'],
    ['\\frac{\\partial^2 f}{\\partial x \\partial y}', '\\partial_x \\partial_y f', 'f_{xy}'],
    ['x_1^{(2)}', '{x^{(2)}}_1', 'x^{(2)}_1', 'x_{1}^{[2]}'],
    [
      '(x_1, y_1)',
      '[x_1, y_1]',
      '(x_1, y_1)^T',
      '\\langle x_1, y_1 \\rangle',
      '\\begin{pmatrix} x_1 \\\\ y_1 \\end{pmatrix}',
      '\\begin{bmatrix} x_1 & y_1 \\end{bmatrix}^\\top',
    ],
    [
      '\\frac{\\partial f}{\\partial x}',
      '\\frac{\\partial f(x, y)}{\\partial x}',
      'f_x',
      'f_x(x, y)',
      '\\partial_x f',
      '\\frac{df}{dx}',
      '\\frac{\\partial}{\\partial x} f',
    ],
    [
      '\\frac{\\partial f(x_0, y_0)}{\\partial x}',
      'f_x(x_0, y_0)',
      '\\frac{\\partial f}{\\partial x}(x_0, y_0)',
      '\\frac{\\partial f([x_0, y_0])}{\\partial x}',
    ],
    ['\\frac{\\partial^2 f}{\\partial x \\partial y}', 'f_{xy}', 'f_{yx}'],
    ['\\nabla f', '\\nabla f(x, y)', '\\nabla f([x, y])'],
    ["g'(t)", "g'", '\\frac{dg}{dt}'],
    ['W_{rec}', 'W_{\\text{rec}}', '\\mathbf{W}_{rec}'],
    ['\\det(A)', '|A|', '\\det A'],
    ['\\mathbb{E}(X)', 'E(X)'],
  ])('%s', (...spellings) => {
    expect(spellings.map(named)).toEqual(spellings.map(() => named(spellings[0] ?? '')));
  });
});

describe('different quantities', () => {
  test.each([
    ['x_1', 'x_2'],
    ['x_1', 'y_1'],
    ['x', 'x_1'],
    ['x_1', 'x_{11}'],
    ['\\hat{w}', 'w'],
    ['x_1^{(2)}', 'x_2^{(1)}'],
    ['(x_1, y_1)', '(y_1, x_1)'],
    ['\\frac{\\partial f}{\\partial x}', '\\frac{\\partial f}{\\partial y}'],
    ['\\frac{\\partial f}{\\partial x}', '\\frac{\\partial f(x_0, y_0)}{\\partial x}'],
    ['\\frac{\\partial f}{\\partial x}', '\\frac{\\partial^2 f}{\\partial x^2}'],
    ['\\nabla f', '\\nabla^2 f'],
    ['|x|', 'x'],
    ['A^{-1}', 'A'],
    ['A^T', 'A'],
    ['f(1, 2)', 'f(2, 1)'],
  ])('%s and %s', (one, other) => {
    expect(named(one)).toBeDefined();
    expect(named(one)).not.toBe(named(other));
  });
});

test('a long formula is no name', () => {
  expect(named(Array.from({ length: 60 }, (_, i) => `x_{${i}}`).join(' + '))).toBeUndefined();
});
