/** A hand-in of 4 KB from its bytes to its claims, beside what KaTeX needs to parse the same formulas for layout alone. */
import katex from 'katex';
import { claims } from '../src/claims/claims.ts';
import type { Vocabulary } from '../src/model/claim.ts';
import { readSubmissionSync } from '../src/read/read.ts';
import type { BenchRow } from './row.ts';
import { interleaved } from './timing.ts';

const step = (k: number): string =>
  String.raw`$$x_{${k + 1}} = x_{${k}} - \alpha \frac{\partial f(x_{${k}}, y_{${k}})}{\partial x}$$

$$= ${(3.55 - 0.365 * k).toFixed(3)}$$

$$v_{${k + 1}} = \gamma v_{${k}} - \alpha \nabla f([x_{${k}}, y_{${k}}] + \gamma v_{${k}}) = [-0.45, -0.8]$$

`;

const prose = String.raw`The vanishing gradient requires the largest eigenvalue of $W_{rec}$ to be smaller than
$\frac{1}{\gamma}$. The exploding gradient requires it to be larger than $\frac{1}{\gamma}$.

`;

const submission = (length: number): string => {
  let text = `# 2 Optimizers\n\n${prose}`;
  for (let k = 0; text.length < length; k += 1) text += k % 8 === 0 ? `## 2.${k + 1} Steps\n\n${step(k)}` : step(k);
  return text;
};

const vocabulary: Vocabulary = {
  functions: new Set(['f', 'σ']),
  symbols: new Set(['x', 'y', 'v', 'α', 'γ', 'λ_max']),
  indexed: new Set(['x', 'y', 'v']),
};

// Typed loosely on purpose: the parser is not part of KaTeX's public interface.
const { __parse: layout } = katex as unknown as { readonly __parse: (formula: string) => unknown };

/** The rows of the claims room. */
export const claimsBench = (): BenchRow[] => {
  const text = submission(4096);
  const files = [{ name: 'main.md', bytes: new TextEncoder().encode(text) }];
  const formulas = [...text.matchAll(/\$+([^$]+)\$+/g)].map(([, formula]) => formula ?? '');
  const document = readSubmissionSync({ student: 'student', files });
  const candidates = [
    () => claims(readSubmissionSync({ student: 'student', files }), vocabulary),
    () => claims(document, vocabulary),
    () => formulas.map((formula) => layout(formula)),
  ];
  // Samples that hold their own garbage collections; the first are for warming up.
  interleaved(candidates, 3, 200);
  const [whole, alone, theirs] = interleaved(candidates, 7, 200);
  const row = (work: string, ours: number, target?: string): BenchRow => ({
    work,
    ours,
    peer: 'KaTeX parse of its formulas',
    theirs: theirs ?? Number.NaN,
    unit: 'ms',
    ...(target && { target }),
  });
  return [
    row(`${formulas.length} formulas in 4 KB, bytes to claims`, whole ?? Number.NaN, 'under 0.5 ms'),
    row('of that, document to claims', alone ?? Number.NaN),
  ];
};
