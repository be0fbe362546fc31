import { describe, expect, it } from 'vitest';
import { latex, markdown, outline, parts, plain } from './reading.ts';

describe('headings of Markdown and plain text', () => {
  it('reads marks, underlines, HTML and bare numbered lines into one tree', () => {
    const document = markdown(
      '# Homework\n\n## 1. First *part*\n\nText\n\n1.1 Inner Words\n\nText\n\nSecond\n------\n\n<h3>2.1 Third $x$</h3>\n',
    );
    expect(outline(document)).toEqual([
      'Homework',
      '  1 First part',
      '    1.1 Inner Words',
      '  Second',
      '    2.1 Third x',
    ]);
  });

  it('nests bare numbered lines by their numbers', () => {
    const lines = [
      '1 Vanishing',
      '1.1 Loss',
      '2 Optimizers',
      '2.1 Plot',
      '2.2 Weights',
      '2.2.1 Descent',
      '2.2.2 Momentum',
    ];
    const document = plain(`Title\n\n${lines.map((line) => `${line}\n\nwords\n`).join('\n')}`);
    expect(outline(document)).toEqual([
      '1 Vanishing',
      '  1.1 Loss',
      '2 Optimizers',
      '  2.1 Plot',
      '  2.2 Weights',
      '    2.2.1 Descent',
      '    2.2.2 Momentum',
    ]);
    expect(parts(document, 'prose').map(({ text }) => text)).toEqual(['Title', ...lines.map(() => 'words')]);
  });

  it.each([
    ['**Problem 3**\nCompute it.', ['3']],
    ['Problem 3\n\nCompute it.', ['3']],
    ['Exercise 2.1: The gradient\n\nCompute it.', ['2.1 The gradient']],
    ['Question 4(b)\n\nCompute it.', ['4.b']],
    ['## Aufgabe 2 – Ableitungen\n\nText', ['2 Ableitungen']],
    ['**2.2.1 Stochastic gradient descent**\n\nText', ['2.2.1 Stochastic gradient descent']],
    ['## Problem 1 (10 points):\n\nText', ['1']],
    ['**Stochastic gradient descent**\n\nText', ['Stochastic gradient descent']],
    ['## 2.2.1\n\nText', ['2.2.1']],
    ['## Q1.\n\nText', ['1']],
    ['1 Loss\n\nText\n\n1.2 chain rule\n\nText', ['1 Loss', '  1.2 chain rule']],
    ['## １．２ Full width\n\nText', ['1.2 Full width']],
  ])('reads %j', (text, found) => {
    expect(outline(markdown(text))).toEqual(found);
  });

  it.each([
    '3 apples were left over',
    'In 2020 it was\n\n4',
    '2 Iterations are enough. We stop.',
    'Problem 3 asks for the gradient of f.',
    '1.5 is the value\n\nand more',
    '(8)',
    '(5) into (4) gives this',
    '**so $x = 1$ holds**',
    '**Answer: 3**',
  ])('takes %j for no heading', (text) => {
    expect(outline(markdown(`Text\n\n${text}\n\nText`))).toEqual([]);
  });

  it('reads numbers alone on their lines as headings, where they are sections in their order', () => {
    const text = 'HW\n1.1\nx = 1\n\n2.2\ny = 2\n2.2.1\nx1 = 3.55\n\n2.2.2\nx1 = 3.5\n';
    expect(outline(plain(text))).toEqual(['1.1', '2.2', '  2.2.1', '  2.2.2']);
    const titled = text.replace('HW\n', 'My work\n=======\n\nAnswers:\n\n');
    expect(outline(plain(titled))).toEqual(['My work', '  1.1', '  2.2', '    2.2.1', '    2.2.2']);
  });

  it.each([
    'x =\n3.55\nThen y =\n0.2\n',
    'The values:\n3.5\n3.6\n3.7\nAll of them.',
    'x1 =\n1.1\nand then x2 =\n1.2\nwhich is more.',
    'The first value:\n2.1\nSecond value:\n2.2\n',
    'First\n1.5\nand then\n3.2\nremain.',
    'It is\n2.4\nnow, before it was\n2.3\nthen.',
  ])('takes the results %j for no headings', (text) => {
    expect(outline(plain(text))).toEqual([]);
  });

  it('needs no blank line between a numbered heading and a formula beside it', () => {
    const text =
      '2 Optimizers\n2.2 Weights\ndf/dx = 2x + y\n2.2.1 Stochastic Descent\nx1 = 3.55\n2.2.2 Nesterov\nx1 = 3.5\n';
    expect(outline(plain(text))).toEqual([
      '2 Optimizers',
      '  2.2 Weights',
      '    2.2.1 Stochastic Descent',
      '    2.2.2 Nesterov',
    ]);
    expect(outline(plain('so x is in\n3.2 Sections\ny = 3\n'))).toEqual([]);
  });

  it('keeps an answer that is written as a heading, inside its section', () => {
    const document = markdown('## 2.1 Descent\n\n## Answer: $x_1 = 3.55$\n\ny_1 = 0.2\n---\n\n## 2.2 Next\n');
    expect(outline(document)).toEqual(['2.1 Descent', '  Answer: x_1 = 3.55', '2.2 Next']);
    expect(parts(document, 'formula').map(({ text, final }) => [text, final ?? false])).toEqual([
      ['x_1 = 3.55', true],
      ['y_1 = 0.2', false],
    ]);
  });

  it('opens lettered sub-questions in their order only', () => {
    expect(outline(markdown('**(b)** $x = 1$\n\n(c) $x = 2$\n\n(k) no\n'))).toEqual(['b', 'c']);
    const document = markdown(
      '## Problem 2\n\n(a) $x = 1$\n\n(b) $x = 2$\n\n(i) $x = 3$\n\n(ii) $x = 4$\n\nsee (a) and\n(b) again\n\n(c) $x = 5$\n\n## Problem 3\n\na) $x = 6$\n',
    );
    expect(outline(document)).toEqual(['2', '  a', '  b', '    i', '    ii', '  c', '3', '  a']);
    expect(parts(document, 'formula').map(({ section, text }) => `${section.number} ${text}`)).toEqual([
      'a x = 1',
      'b x = 2',
      'i x = 3',
      'ii x = 4',
      'c x = 5',
      'a x = 6',
    ]);
  });

  it('gives every section a range that reaches to the next of its level', () => {
    const text = '# A\n\none\n\n## B\n\ntwo\n\n# C\n\nthree\n';
    const { sections } = markdown(text);
    expect(sections.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      text,
      '# A\n\none\n\n## B\n\ntwo\n\n',
      '## B\n\ntwo\n\n',
      '# C\n\nthree\n',
    ]);
  });
});

describe('headings of LaTeX', () => {
  it('prints the numbers LaTeX prints', () => {
    const document = latex(
      '\\documentclass{article}\\begin{document}\\section{A}\\subsection{B}\\subsubsection{C}\\subsection*{D}\\subsection{E}\\paragraph{F}\\section{G}\\subsection{H}\\appendix\\section{I}\\end{document}',
    );
    expect(outline(document)).toEqual([
      '1 A',
      '  1.1 B',
      '    1.1.1 C',
      '  D',
      '  1.2 E',
      '    F',
      '2 G',
      '  2.1 H',
      'A I',
    ]);
  });

  it('numbers chapters of a report, and sections within them', () => {
    const document = latex(
      '\\documentclass[11pt]{report}\\begin{document}\\chapter{A}\\section{B}\\chapter{C}\\section{D}\\end{document}',
    );
    expect(outline(document)).toEqual(['1 A', '  1.1 B', '2 C', '  2.1 D']);
  });

  it('follows counters that are set and formats that are changed', () => {
    const document = latex(
      '\\documentclass{article}\\renewcommand{\\thesubsection}{\\thesection(\\alph{subsection})}\\setcounter{section}{1}\\begin{document}\\section{A}\\subsection{B}\\addtocounter{section}{2}\\section{C}\\renewcommand{\\thesection}{Problem \\Roman{section}}\\section{D}\\end{document}',
    );
    expect(outline(document)).toEqual(['2 A', '  2.a B', '5 C', 'VI D']);
  });

  it('prefers the number that the words show', () => {
    const document = latex(
      '\\section*{Problem 3: Weights}\\subsection*{3.1 $\\nabla f$ at \\textbf{zero}}\\section{2.2.1 Descent}',
    );
    expect(outline(document)).toEqual(['3 Weights', '  3.1 f at zero', '2.2.1 Descent']);
  });

  it('takes enumerate items, nested ones and labelled ones, for sub-questions', () => {
    const document = latex(
      '\\section{A}\\begin{enumerate}\\item one\\begin{enumerate}\\item two\\item three\\end{enumerate}\\item four\\end{enumerate}after\\begin{enumerate}[label=(\\alph*)]\\item five\\item[(d)] six\\end{enumerate}',
    );
    expect(outline(document)).toEqual(['1 A', '  1', '    a', '    b', '  2', '  a', '  d']);
    expect(parts(document, 'prose').map(({ section, text }) => `${section.number}: ${text}`)).toContain('1: after');
  });

  it('knows problem environments, usual and declared ones', () => {
    const document = latex(
      '\\documentclass{article}\\newtheorem{exc}{Exercise}[section]\\newtheorem{lem}{Lemma}\\begin{document}\\section{A}\\begin{exc}x\\end{exc}\\begin{lem}y\\end{lem}\\begin{exc}[Descent]z\\end{exc}\\section{B}\\begin{problem}u\\end{problem}\\begin{solution}v\\end{solution}\\end{document}',
    );
    expect(outline(document)).toEqual(['1 A', '  1.1 Exercise', '  1.2 Descent', '2 B', '  1 problem']);
    expect(parts(document, 'prose').map(({ section, text }) => `${section.number}: ${text}`)).toEqual([
      '1.1: x',
      '1.1: y',
      '1.2: z',
      '1: u',
      '1: v',
    ]);
  });

  it('knows questions and parts of the exam class', () => {
    const document = latex(
      '\\documentclass{exam}\\begin{document}\\begin{questions}\\question[5] one\\begin{parts}\\part[2] two\\part three\\end{parts}\\question four\\end{questions}\\end{document}',
    );
    expect(outline(document)).toEqual(['1', '  a', '  b', '2']);
  });

  it('knows headings and sub-questions set by hand', () => {
    const document = latex(
      '\\documentclass{article}\\begin{document}\n\\noindent\\textbf{Problem 1.} Compute.\n\n\\textbf{(a)} $a = 1$.\n\n(b) $b = 2$, see (a).\n\n{\\bf (c)} $c = 3$.\n\n\\textbf{\\large Problem 2: Descent}\\\\\nSo $d = 4$ and \\textbf{no heading} here.\n\\begin{itemize}\\item (a) $e = 5$ \\item[(b)] $f = 6$ \\item $g = 7$\\end{itemize}\n\n\\textbf{Nesterov}\n\n\\textbf{Solution:} $h = 8$\\end{document}',
    );
    expect(outline(document)).toEqual(['1', '  a', '  b', '  c', '2 Descent', '  a', '  b', '  Nesterov']);
    expect(parts(document, 'formula').map(({ section, text }) => `${section.number ?? section.title} ${text}`)).toEqual(
      ['a a = 1', 'b b = 2', 'c c = 3', '2 d = 4', 'a e = 5', 'b f = 6', 'b g = 7', 'Nesterov h = 8'],
    );
  });

  it('knows headings that hide in a macro', () => {
    const document = latex('\\newcommand{\\prob}[1]{\\section*{Problem #1}}\n\\prob{4}\n$x = 1$');
    expect(outline(document)).toEqual(['4']);
  });
});
