import { describe, expect, it } from 'vitest';
import { documentOf, formula, formulas, latex, markdown, notices, parts, placeOf } from './reading.ts';

describe('macros of a LaTeX document', () => {
  it('collects every way to define one', () => {
    const document = latex(
      '\\newcommand{\\dd}[2]{\\frac{\\partial #1}{\\partial #2}}\\newcommand\\R{\\mathbb{R}}\\newcommand{\\n}[2][2]{\\|#2\\|_{#1}}\\def\\half#1{\\frac{#1}{2}}\\DeclareMathOperator*{\\amin}{arg\\,min}\\let\\eps\\varepsilon\\DeclarePairedDelimiter{\\abs}{\\lvert}{\\rvert}\\providecommand{\\R}{no}\\renewcommand{\\half}[1]{#1/2}',
    );
    expect(document.macros).toEqual([
      { name: 'dd', parameters: 2, body: '\\frac{\\partial #1}{\\partial #2}' },
      { name: 'R', parameters: 0, body: '\\mathbb{R}' },
      { name: 'n', parameters: 2, body: '\\|#2\\|_{#1}', optional: '2' },
      { name: 'half', parameters: 1, body: '#1/2' },
      { name: 'amin', parameters: 0, body: '\\operatorname{arg\\,min}' },
      { name: 'eps', parameters: 0, body: '\\varepsilon' },
      { name: 'abs', parameters: 1, body: '\\left\\lvert #1 \\right\\rvert' },
    ]);
  });

  it('collects those of Markdown, and takes none of their text for formulas', () => {
    const document = markdown('\\newcommand{\\half}[1]{\\frac{#1}{2}}\n\n$\\def\\R{\\mathbb{R}}$ so $x \\in \\R$');
    expect(document.macros.map(({ name, parameters }) => [name, parameters])).toEqual([
      ['half', 1],
      ['R', 0],
    ]);
    expect(formulas(document).at(-1)).toBe('x \\in \\R');
  });

  it('reads displays that a macro opens and closes', () => {
    const document = latex(
      '\\newcommand{\\beq}{\\begin{equation}}\\newcommand{\\eeq}{\\end{equation}}\n\\beq x = 1 \\eeq and \\beq y = 2 \\end{equation}',
    );
    expect(formulas(document)).toEqual(['x = 1', 'y = 2']);
    expect(formula(document, 0).environment).toBe('equation');
  });

  it('takes the use of a macro that holds dollars for a formula, at the place of its use', () => {
    const text = '\\newcommand{\\ans}[1]{\\boxed{$#1$}}\\newcommand{\\an}{\\ans}\nSo \\ans{x = 1} and \\an{y = 2}.';
    const document = latex(text);
    expect(formulas(document)).toEqual(['\\ans{x = 1}', '\\an{y = 2}']);
    expect(placeOf(document, formula(document, 0))).toBe('2:4');
  });

  it.each([
    '\\def\\a{\\a\\a}\n\\a x $y = 1$',
    '\\def\\a{\\b}\\def\\b{\\a}\n\\a $y = 1$',
    `${Array.from({ length: 26 }, (_, index) => `\\def\\m${String.fromCharCode(97 + index)}{${`\\m${String.fromCharCode(98 + index)}`.repeat(9)}}`).join('')}\n\\ma $y = 1$`,
  ])('is not exploded by a bomb', (text) => {
    expect(formulas(latex(text))).toContain('y = 1');
  });
});

describe('files of one LaTeX submission', () => {
  const main =
    '\\documentclass{article}\\newcommand{\\x}{x_1}\n\\begin{document}\n\\section{A}\n\\input{parts/one}\n\\include{two.tex}\n$c = 3$\n\\end{document}';

  it('reads inputs in their places, with the macros and counters of the main file', () => {
    const document = documentOf({
      'parts/one.tex': '\\subsection{B}\n$a = \\x$',
      'two.tex': '$b = 2$',
      'main.tex': main,
    });
    expect(formulas(document)).toEqual(['a = \\x', 'b = 2', 'c = 3']);
    expect(document.sources.map(({ file }) => file)).toEqual(['main.tex', 'parts/one.tex', 'two.tex']);
    expect(parts(document, 'formula').map((part) => part.section.number)).toEqual(['1.1', '1.1', '1.1']);
    expect(document.place(formula(document, 0).range)).toEqual({ file: 'parts/one.tex', line: 2, column: 2 });
    expect(notices(document)).toEqual([]);
  });

  it.each([
    ['\\input{../secret}', 'read/input-outside'],
    ['\\input{/etc/passwd}', 'read/input-outside'],
    ['\\input{parts/../../secret}', 'read/input-outside'],
    ['\\input{C:/secret}', 'read/input-outside'],
    ['\\input{~/secret}', 'read/input-outside'],
    ['\\input{nowhere}', 'read/input-missing'],
    ['\\input{main}', 'read/cyclic-input'],
    ['\\input{one}\\input{one}', 'read/cyclic-input'],
  ])('says why %s is not followed', (command, id) => {
    const document = documentOf({
      'main.tex': `\\documentclass{article}\\begin{document}\n${command} $c = 3$\\end{document}`,
      'one.tex': '$a = 1$',
      'secret.tex': '$s = 1$',
    });
    expect(notices(document)).toEqual([id]);
    expect(document.notices[0]?.place?.line).toBe(2);
    expect(formulas(document)).toContain('c = 3');
  });

  it('leaves a part to a person where a file with the answers may be missing', () => {
    const document = documentOf({
      'main.tex': '\\begin{document}\\section{One}\n\\input{parts/one}\n\\section{Two} $y = 2$\\end{document}',
    });
    expect(parts(document, 'unreadable').map(({ reason, section }) => [section.title, reason])).toEqual([
      ['One', 'The file parts/one was not handed in.'],
    ]);
  });

  it('ends where files input each other', () => {
    const document = documentOf({
      'main.tex': '\\documentclass{article}\\begin{document}\\input{a}\\end{document}',
      'a.tex': '$x = 1$ \\input{b}',
      'b.tex': '$y = 2$ \\input{a} \\input{main}',
    });
    expect(formulas(document)).toEqual(['x = 1', 'y = 2']);
    expect(notices(document)).toEqual(['read/cyclic-input', 'read/cyclic-input']);
  });

  it('knows the macros of a style handed in beside it', () => {
    const document = documentOf({
      'main.tex': '\\documentclass{article}\\usepackage{mine}\\begin{document}$\\half{3} = 1.5$\\end{document}',
      'mine.sty': '\\newcommand{\\half}[1]{\\frac{#1}{2}} % half',
    });
    expect(document.macros).toEqual([{ name: 'half', parameters: 1, body: '\\frac{#1}{2}' }]);
  });

  it('puts files that nobody inputs behind the main one, under their names', () => {
    const document = documentOf({
      'problem2.md': '$b = 2$',
      'main.tex': '\\documentclass{article}\\begin{document}$a = 1$\\end{document}',
    });
    expect(formulas(document)).toEqual(['a = 1', 'b = 2']);
    expect(parts(document, 'formula').map(({ section }) => section.number)).toEqual([undefined, '2']);
  });
});

describe('tables, figures and words of LaTeX', () => {
  it('reads a tabular by rows and cells', () => {
    const document = latex(
      '\\begin{table}\\begin{tabular}{c|cc}\\hline\n$k$ & $x_k$ & \\textbf{y} \\\\ \\hline\n0 & 4 & 1 \\\\\n1 & $3.55$ & 0.2 \\\\ \\bottomrule\n\\end{tabular}\\end{table}',
    );
    const [table] = parts(document, 'table');
    expect(table?.rows.map((row) => row.map(({ text }) => text.replace(/[{}\s]/g, '')))).toEqual([
      ['k', 'x_k', 'y'],
      ['0', '4', '1'],
      ['1', '3.55', '0.2'],
    ]);
    expect(table?.rows[0]?.[1]?.notation).toBe('latex');
    expect(table && document.place(table.rows[2]?.[1]?.range ?? table.range)).toEqual({
      file: 'work.tex',
      line: 4,
      column: 6,
    });
  });

  it('reads cells that span columns', () => {
    const document = latex('\\section{A}\\begin{tabular}{cc}\\multicolumn{2}{c}{$x_k$} \\\\ 4 & 1\\end{tabular}');
    expect(parts(document, 'table')[0]?.rows.map((row) => row.map(({ text }) => text.replace(/[{}\s]/g, '')))).toEqual([
      ['x_k'],
      ['4', '1'],
    ]);
  });

  it('keeps the name and caption of a figure, and the formula in its caption', () => {
    const document = latex(
      '\\begin{figure}[h]\\centering\\includegraphics[width=3cm]{plots/contour.png}\\caption{Contours of $f = 1$}\\end{figure}\\begin{tikzpicture}\\draw (0,0) -- (1,1) node {$x = 2$};\\end{tikzpicture}',
    );
    expect(parts(document, 'figure').map(({ source, caption }) => [source, caption])).toEqual([
      ['plots/contour.png', 'Contours of f = 1'],
      ['tikzpicture', ''],
    ]);
    expect(formulas(document)).toEqual(['f = 1']);
  });

  it('keeps a listing as code', () => {
    const document = latex('\\begin{lstlisting}[language=Python]\nx = 5 # $y = 3$\n\\end{lstlisting}\n$z = 1$');
    expect(parts(document, 'code')).toHaveLength(1);
    expect(formulas(document)).toEqual(['z = 1']);
  });

  it('leaves the words of text commands, and hides the commands', () => {
    const [prose] = parts(
      latex(
        '\\section{A}\\label{a}The \\textbf{largest} \\emph{eigenvalue}\\footnote{of it} (see \\ref{x}) costs \\$5~now.',
      ),
      'prose',
    );
    expect(prose?.text.replace(/\s+/g, ' ')).toBe('The largest eigenvalue of it (see ) costs $5 now.');
  });
});
