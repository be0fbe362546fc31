import { describe, expect, it } from 'vitest';
import { printLatex } from '../../src/math/expression/print-latex.ts';
import { printPlain } from '../../src/math/expression/print-plain.ts';
import { parseLatex } from '../../src/math/notation/latex.ts';

const s = String.raw;
const read = (source: string) => parseLatex(source, { functions: new Set(['f']) }).tree;

describe('formulas are written as a person writes them', () => {
  it.each([
    ['2*x + 1*y - 3', '2x + 1y - 3', '2x + 1y - 3'],
    [s`x^2 + x y + 6 y^2`, 'x^2 + x y + 6y^2', 'x^2 + x y + 6y^2'],
    [s`\frac{1}{2} x^{2}`, '(1/2) x^2', s`\frac{1}{2} x^2`],
    [s`x_0 - \alpha \frac{\partial f}{\partial x}`, 'x_0 - α·∂f/∂x', s`x_0 - \alpha \frac{\partial f}{\partial x}`],
    [s`-(a + b)`, '-(a + b)', '-(a + b)'],
    [s`(a + b)(c - d)`, '(a + b)(c - d)', '(a + b) (c - d)'],
    [s`0.9\cdot 0.2`, '0.9·0.2', s`0.9 \cdot 0.2`],
    [s`(x^2)^3`, '(x^2)^3', '(x^2)^3'],
    [s`\sigma(x)(1-\sigma(x))`, 'σ(x)(1 - σ(x))', s`\sigma(x) (1 - \sigma(x))`],
    [s`\lambda_{max} < \frac{1}{\gamma}`, 'λ_max < 1/γ', s`\lambda_{max} < \frac{1}{\gamma}`],
    [s`\sum_{t=1}^{T} \epsilon_t`, 'Σ_{t=1}^{T} ε_t', s`\sum_{t = 1}^{T} \epsilon_t`],
    [s`[x_{k+1}, y_{k+1}]`, '[x_{k + 1}, y_{k + 1}]', '[x_{k + 1}, y_{k + 1}]'],
  ])('%s', (source, plain, latex) => {
    expect(printPlain(read(source))).toBe(plain);
    expect(printLatex(read(source))).toBe(latex);
  });
});
