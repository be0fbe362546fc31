/**
 * Reading alone, from bytes to a document: a hand-in of 4 KB beside KaTeX's parse of its formulas, and whether the cost
 * grows with the length only.
 */
import katex from 'katex';
import { readSubmissionSync } from '../src/read/read.ts';
import type { BenchRow } from './row.ts';
import { interleaved } from './timing.ts';

const step = (k: number): string =>
  String.raw`The gradient in step ${k} is $\nabla f = [${9 - k}, ${16 - k}]$, so that

$$x_{${k + 1}} = x_{${k}} - \alpha \frac{\partial f(x_{${k}}, y_{${k}})}{\partial x}
= ${(4 - 0.45 * k).toFixed(3)}$$
(${k})

`;

const markdown = (length: number): string => {
  const pieces = ['# 2 Optimizers\n\n'];
  let written = 0;
  for (let k = 0; written < length; k = (k + 1) % 1000) {
    const piece = k % 8 === 0 ? `## 2.${k + 1} Steps\n\n${step(k)}` : step(k);
    pieces.push(piece);
    written += piece.length;
  }
  return pieces.join('');
};

const latex = (text: string): string =>
  `\\documentclass{article}\\begin{document}\n${text
    .replace(/^#+ [\d.]+ (.*)$/gm, '\\section{$1}')
    .replace(/\$\$([^$]*)\$\$/g, '\\begin{equation}$1\\end{equation}')}\\end{document}\n`;

const reading = (name: string, text: string): (() => unknown) => {
  const files = [{ name, bytes: new TextEncoder().encode(text) }];
  return () => readSubmissionSync({ student: 'student', files });
};

// Typed loosely on purpose: the parser is not part of KaTeX's public interface.
const { __parse: layout } = katex as unknown as { readonly __parse: (formula: string) => unknown };

/** The rows of the read room. */
export const readBench = (): BenchRow[] => {
  const text = markdown(4096);
  const formulas = [...text.matchAll(/\$+([^$]+)\$+/g)].map(([, formula]) => formula ?? '');
  const [asMarkdown = 0, asLatex = 0, theirs = 0] = interleaved([
    reading('main.md', text),
    reading('main.tex', latex(text)),
    () => formulas.map((formula) => layout(formula)),
  ]);
  const [whole = 0, piece = 0] = interleaved(
    [reading('main.md', markdown(9_900_000)), reading('main.md', markdown(990_000))],
    3,
  );
  const peer = 'KaTeX parse of its formulas';
  return [
    { work: '4 KB of Markdown, bytes to document', ours: asMarkdown, peer, theirs, unit: 'ms', target: 'under 0.3 ms' },
    { work: '4 KB of LaTeX, bytes to document', ours: asLatex, peer, theirs, unit: 'ms', target: 'under 0.3 ms' },
    {
      work: '10 MB of Markdown',
      ours: whole,
      peer: 'ten times 1 MB',
      theirs: 10 * piece,
      unit: 'ms',
      target: 'about the same',
    },
  ];
};
