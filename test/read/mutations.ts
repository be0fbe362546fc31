/** Documents of our own that hold every construct the readers know, to be broken in all ways. */
export const originals: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'work.md',
    text: `---
title: Work
answers:
  2.2.1.x3: 2.871375
---
# 1 Descent

Let $x_0 = 4$ and \\(y_0 = 1\\). It costs $5 and $6. **Answer: $x_1 = 3.55$** ~~$x_1 = 3$~~
$$x_2 = x_1 - \\alpha \\frac{\\partial f}{\\partial x}
= 3.185$$ (4)

\\[ \\begin{aligned} a &= 1 \\\\ b &= \\text{if $c$} \\end{aligned} \\]

| k | $x_k$ |
|---|---|
| 0 | 4 |

(a) \`code $z$\` W_{rec} < 1/γ <b>$q = 2$</b> <!-- $n = 1$ --> ![plot](a.png) [link](http://x.y/z) x<sub>1</sub> = 3x<sup>2</sup>

\`\`\`math
u = 3
\`\`\`
\`\`\`python
x = 1
\`\`\`
1.1 Inner Words

> quoted $v = 4$
- item x1 = 3.55, y1 = 0.2
`,
  },
  {
    name: 'work.tex',
    text: `\\documentclass{article} % head
\\newcommand{\\dd}[2]{\\frac{\\partial #1}{\\partial #2}}\\def\\beq{\\begin{equation}}\\def\\eeq{\\end{equation}}
\\newcommand{\\ans}[1]{\\boxed{$#1$}}\\newtheorem{exe}{Exercise}[section]
\\begin{document}
\\section{Descent}\\label{a} Let $x_0 = 4$, {\\color{red} $y = 1$} and \\sout{$z = 2$}.
\\beq x_1 = 3.55 \\eeq \\ans{q = 1} \\$5
\\begin{align*} a &= 1 \\\\ b &= 2 % no
\\end{align*}
\\begin{enumerate}[label=(\\alph*)]\\item one $c = 3$ \\item[(d)] two\\end{enumerate}
\\begin{exe}[Name] \\[ d = 4 \\] \\end{exe}
\\begin{tabular}{c|c} k & $x$ \\\\ \\hline 0 & 4 \\end{tabular}
\\begin{figure}\\includegraphics{a.png}\\caption{Plot of $f$}\\end{figure}
\\begin{verbatim} $no$ \\end{verbatim} \\verb|$no$| \\input{work} \\subsection*{2.1 W_{rec}} \\iffalse x \\fi
\\end{document}
`,
  },
  {
    name: 'work.txt',
    text: 'Work\n\n2.2.1 Descent\n\nx1 = 3.55, y_1 ≈ 0.2 and λ_max < 1/γ\n∇f = [2x + y, x + 12y]\n\nProblem 3\n\n(a) f(x) = x² − 3·x\n',
  },
  {
    name: 'work.ipynb',
    text: JSON.stringify({
      nbformat: 4,
      cells: [
        { cell_type: 'markdown', source: ['# 2 Plot\n', '$x_1 = 3.55$ \u0041'] },
        {
          cell_type: 'code',
          source: 'x',
          outputs: [
            { output_type: 'stream', text: 'x = 1\n' },
            { data: { 'image/png': 'AA', 'text/plain': 'Figure' } },
          ],
        },
      ],
    }),
  },
  {
    name: 'answers.yaml',
    text: 'answers:\n  2.2.1.x3: 2.871375 # yes\n  2.2.2:\n    v1: "[-0.45, -0.8]"\n  1.5: $\\lambda < 1/\\gamma$\n',
  },
];

/** A small generator of numbers (mulberry32), so that every run breaks the same things. */
export const randomFrom = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const poison =
  '$ $$ \\[ \\] \\( \\) { } \\begin{align} \\end{align} \\begin{ % ` ``` ~~ ** | \n\n # ( ) [ ] < <! <table> --- \\\\ \\ " \' : \0 \u202e \ud800 \u{1d465} ² \r \\section{ \\item \\def\\a{\\a\\a}\\a _ ^ & \\verb| \\iffalse'.split(
    ' ',
  );

/** One to four breaks: something deleted, doubled, moved or put in. */
export const mutated = (text: string, random: (below: number) => number): string => {
  let broken = text;
  for (let left = 1 + random(4); left > 0; left -= 1) {
    const [from, length, to] = [random(broken.length + 1), 1 + random(12), random(broken.length + 1)];
    const piece = broken.slice(from, from + length);
    const without = broken.slice(0, from) + broken.slice(from + length);
    const kinds = [
      without,
      broken.slice(0, from) + piece + broken.slice(from),
      without.slice(0, to) + piece + without.slice(to),
    ];
    broken = kinds[random(4)] ?? broken.slice(0, from) + (poison[random(poison.length)] ?? '') + broken.slice(from);
  }
  return broken;
};
