/** Reading formulas into trees with places, against KaTeX's parser on the same formulas. */
import { readFileSync } from 'node:fs';
import katex from 'katex';
import { parseLatex } from '../src/math/notation/latex.ts';
import type { BenchRow } from './row.ts';
import { interleaved } from './timing.ts';

/** Displays as a derivation and a table of iterates have them; 66 characters on average. */
const formulas: readonly string[] = [
  String.raw`\frac{\partial \ell}{\partial \phi} = \frac{\partial}{\partial \phi} \left(\sum_{s=1}^{S} \ell_s \right) = \sum_{s=1}^{S} \frac{\partial \ell_s}{\partial \phi}`,
  String.raw`\frac{\partial \mathbf{h}_{s}}{\partial \mathbf{h}_{j}} = \prod_{i=0}^{s-j-1} \frac{\partial \mathbf{h}_{s-i}}{\partial \mathbf{h}_{s-i-1}}`,
  String.raw`\frac{\partial \mathbf{h}_{s-i}}{\partial \mathbf{h}_{s-i-1}} = \mathbf{U}_{hid} \rho'(\mathbf{h}_{s-i-1}) \le \mathbf{U}_{hid} \kappa, \tag{2}`,
  String.raw`\mathbf{p}_{min}\mu_{min}^{n}\mathbf{p}_{min}\kappa^{n} = \mathbf{p}_{min}(\mu_{min}\kappa)^{n}\mathbf{p}_{min}`,
  String.raw`\to 0`,
  String.raw`\frac{\partial g}{\partial u} = 4u + 3w`,
  String.raw`\nabla g = [4u + 3w, 3u + 10w]`,
  'u_0 = 2',
  String.raw`\eta = 0.01`,
  String.raw`u_{1} = u_{0} - \eta \frac{\partial g(u_{0}, w_{0})}{\partial u}`,
  '= 1.89',
  String.raw`w_{2} = w_{1} - \eta \frac{\partial g(u_{1}, w_{1})}{\partial w}`,
  '= -0.3',
  String.raw`z_{1} = \kappa z_{0} - \eta \nabla g([u_{0}, w_{0}] + \kappa z_{0})`,
  '= [-0.1125, -0.48375]',
  '[u_{1}, w_{1}] = [u_{0}, w_{0}] + z_{1}',
  String.raw`x_{k+1} = x_k - \frac{\alpha}{\sqrt{\hat{v}_k} + \epsilon}\, \hat{m}_k, \quad \hat{m}_k = \frac{m_k}{1 - \beta_1^k}`,
  String.raw`\begin{pmatrix} 2 & 1 \\ 1 & 12 \end{pmatrix} \begin{pmatrix} x \\ y \end{pmatrix} = \begin{pmatrix} 2x + y \\ x + 12y \end{pmatrix}`,
];

/** The displays of a document named by `NOTATION_FILE`, to measure on real work; none without the variable. */
const displaysOfFile = (): readonly string[] => {
  const path = process.env['NOTATION_FILE'];
  if (path === undefined) return [];
  return [...readFileSync(path, 'utf8').matchAll(/\$\$([\s\S]*?)\$\$/g)].map((match) => match[1] ?? '');
};

/** KaTeX's parser, which its types leave out: it is not meant for the public. */
const katexParse = (katex as unknown as { __parse: (tex: string, options: object) => unknown }).__parse;

/** Rounds over all displays before the clock starts: the compiler is done by then. */
const warmUp = 1500;

const row = (work: string, displays: readonly string[]): BenchRow => {
  const candidates = [
    () => displays.map((display) => parseLatex(display)),
    () => displays.map((display) => katexParse(display, { displayMode: true })),
  ];
  for (const run of candidates) for (let i = 0; i < warmUp; i += 1) run();
  const [ours = 0, theirs = 0] = interleaved(candidates);
  const each = 1000 / displays.length;
  return {
    work,
    ours: ours * each,
    peer: 'KaTeX __parse',
    theirs: theirs * each,
    unit: 'µs',
    target: 'at most 10 µs, no slower',
  };
};

/** One formula read, in microseconds. */
export const notationBench = (): BenchRow[] => {
  const rows = [row(`one formula of ${formulas.length} displays`, formulas)];
  const real = displaysOfFile();
  return real.length === 0 ? rows : [...rows, row(`one formula of ${real.length} displays of a document`, real)];
};
