import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printLatex } from '../../src/math/expression/print-latex.ts';
import { printPlain } from '../../src/math/expression/print-plain.ts';
import { parseLatex } from '../../src/math/notation/latex.ts';
import { parsePlain } from '../../src/math/notation/plain.ts';
import { treeText } from '../notation/tree-text.ts';
import { statement } from './arbitrary.ts';

const options = { functions: new Set(['f', 'σ']) };

describe('what is printed reads back as the same tree', () => {
  it('as LaTeX', () => {
    fc.assert(
      fc.property(statement(3), (e) => {
        expect(treeText(parseLatex(printLatex(e), options).tree)).toBe(treeText(e));
      }),
      { numRuns: 1_000 },
    );
  });

  it('as plain text', () => {
    fc.assert(
      fc.property(statement(3), (e) => {
        expect(treeText(parsePlain(printPlain(e), options).tree)).toBe(treeText(e));
      }),
      { numRuns: 1_000 },
    );
  });
});

const s = String.raw;

describe('every construct of the notation survives printing', () => {
  it.each([
    s`\left. x^2 \right|_{x=3}`,
    s`\lim_{x\to 0} \frac{\sin x}{x}`,
    s`\int_0^1 x^2 \, dx`,
    s`\arg\max_k x_k`,
    s`x^{(k)} + x_{t+1} - x_{i,j}`,
    s`a \pm b`,
    s`\langle u, v\rangle`,
    s`\lfloor x \rfloor + \lceil y \rceil`,
    s`\|x\|_2 + |x-1|`,
    s`x^T A^{-1} x`,
    s`\nabla^2 f(x,y) + \nabla_x f`,
    s`\frac{\partial^2 f}{\partial x \partial y}`,
    s`\frac{d}{dx}(x^2+1)`,
    s`\frac{\partial^+ \epsilon}{\partial \theta}`,
    s`\binom{n}{k} n!`,
    s`x = 1, \quad y = 2`,
    s`x > 0 \land \neg p \lor y < 1`,
    s`x \in \{1,2,3\}`,
    s`\hat{w} + \bar{x} + \dot{\theta}`,
    s`\prod_{i \neq j} x_i + \sum_{1 \le k \le n} k`,
    s`1 + \cdots + n`,
    s`(0,1] \subseteq [0, 1]`,
    s`f''(x) \to \infty`,
    s`\log_2 x + \sin^2 x \cos y`,
    s`\begin{bmatrix} 1 & x \\ \frac12 & 3 \end{bmatrix} \begin{pmatrix}1\\2\end{pmatrix}`,
    s`\begin{cases} x & x > 0 \\ -x & \text{otherwise} \end{cases}`,
    s`\begin{aligned} x &= 1 \\ y &= 2 \end{aligned}`,
    s`\boxed{3.55} + \cancel{x}`,
    s`\mathbf{W}_{rec} \sigma'(\mathbf{x}_{t-1}) \le \lambda_{max}`,
  ])('%s', (source) => {
    const { tree } = parseLatex(source, options);
    expect(treeText(parseLatex(printLatex(tree), options).tree)).toBe(treeText(tree));
  });
});
