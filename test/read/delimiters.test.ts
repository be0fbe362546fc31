import { describe, expect, it } from 'vitest';
import { formula, formulas, latex, markdown, notices, parts, placeOf } from './reading.ts';

describe('mathematics between delimiters', () => {
  it.each([
    ['inline dollars', 'so $x_1 = 3.55$ follows', ['x_1 = 3.55']],
    ['inline dollars with room', 'so $ x_1 = 3.55 $ follows', ['x_1 = 3.55']],
    [
      'a display opened behind words that closes lines later',
      'so $$x_1 =\n4 - 0.45\n= 3.55$$ and',
      ['x_1 = 4 - 0.45 = 3.55'],
    ],
    ['round brackets', 'so \\(x_1 = 3.55\\) follows', ['x_1 = 3.55']],
    ['square brackets', 'so\n\\[\n x_1 = 3.55\n\\]', ['x_1 = 3.55']],
    ['doubled backslashes', 'so \\\\(x_1 = 3.55\\\\) and \\\\[y = 2\\\\]', ['x_1 = 3.55', 'y = 2']],
    ['a fenced block', '```math\nx_1 = 3.55\n```', ['x_1 = 3.55']],
    ['backticks and dollars', 'so $`x_1 = 3.55`$ follows', ['x_1 = 3.55']],
    ['an environment without dollars', '\\begin{align*}\nx &= 1 \\\\\ny &= 2\n\\end{align*}', ['x &= 1 \\\\ y &= 2']],
    [
      'an environment between dollars',
      '$$\\begin{cases} 1 & x > 0 \\\\ 0 \\end{cases}$$',
      ['\\begin{cases} 1 & x > 0 \\\\ 0 \\end{cases}'],
    ],
    [
      'a matrix without dollars',
      'so \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} is',
      ['\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}'],
    ],
    ['a formula inside words inside a formula', '$a = 1 \\text{ if $b$ holds}$ so', ['a = 1 \\text{ if $b$ holds}']],
    ['dollars behind a backslash', 'it costs \\$5 and $x = 2$', ['x = 2']],
  ])('reads %s', (_, text, found) => {
    expect(formulas(markdown(text))).toEqual(found);
  });

  it.each(
    'align align* aligned equation equation* gather gather* eqnarray eqnarray* split multline alignat'.split(' '),
  )('knows the environment %s', (name) => {
    const argument = name === 'alignat' ? '{2}' : '';
    const document = latex(`Then\n\\begin{${name}}${argument}\n x = 1\n\\end{${name}}\nholds.`);
    expect(formulas(document)).toHaveLength(1);
    expect(formula(document, 0).text).toContain('x = 1');
    expect(formula(document, 0).display).toBe(true);
  });

  it.each([
    ['prices', 'It costs $5 and $6.'],
    ['prices with words', 'between $5 million and $10 million'],
    ['a price alone', 'That is $20, no more.'],
    ['inline code', 'write `$x = 1$` for that'],
    ['a code block', '```python\nx = 1 # $x = 2$\n```'],
    ['a comment', 'a <!-- $x = 1$ --> b'],
    ['a script', '<script>var x = "$y = 1$";</script>'],
    ['crossed out words', 'so ~~$x = 1$~~'],
    ['deleted words', 'so <del>$x = 1$</del>'],
    ['a bracket escaped in a sentence', 'see \\[the book\\]'],
  ])('finds none in %s', (_, text) => {
    expect(formulas(markdown(text))).toEqual([]);
  });

  it.each([
    ['a comment', 'a % $x = 1$\nb'],
    ['a listing', '\\begin{lstlisting}\n$x = 1$\n\\end{lstlisting}'],
    ['verbatim words', '\\verb|$x = 1$| and'],
    ['what is switched off', '\\iffalse $x = 1$ \\fi'],
    ['a comment environment', '\\begin{comment} $x = 1$ \\end{comment}'],
    ['crossed out words', '\\sout{so $x = 1$} and'],
    ['what stands behind the end', '\\begin{document} a \\end{document} $x = 1$'],
  ])('finds none in %s of LaTeX', (_, text) => {
    expect(formulas(latex(`\\section{A}\n${text}`))).toEqual([]);
  });

  it('keeps places in the untouched source', () => {
    const text = '# Work\n\nFirst $a = 1$,\r\nthen\n\n$$\n  b = 2\n$$\n';
    const document = markdown(text);
    expect(parts(document, 'formula').map((part) => placeOf(document, part))).toEqual(['3:8', '7:3']);
    const { start, end } = formula(document, 1).range;
    expect(text.slice(start, end)).toBe('b = 2');
  });

  it('blanks a comment inside a formula and keeps what follows at its place', () => {
    const text = '\\section{A}\n\\[ x = 1 % not 2\n + 3 \\]';
    const document = latex(text);
    const found = formula(document, 0);
    expect(found.text).toBe(`x = 1 ${' '.repeat(7)}\n + 3`);
    expect(found.range.end - found.range.start).toBe(found.text.length);
  });

  it.each([
    ['$$', '$$x_1 = 3.55\n\nthen $y_1 = 0.2$ and $$z = 1$$'],
    ['\\[', '\\[x_1 = 3.55\n\nthen $y_1 = 0.2$ and $$z = 1$$'],
    ['\\begin{align}', '\\begin{align} x_1 = 3.55\n\nthen $y_1 = 0.2$ and \\begin{align} z = 1 \\end{align}'],
    ['$', 'so $x_1 = 3.55\n\nthen $y_1 = 0.2$ and $$z = 1$$'],
  ])('an unclosed %s costs one formula, says where, and hides no neighbour', (_, text) => {
    const document = markdown(text);
    expect(formulas(document)).toEqual(['x_1 = 3.55', 'y_1 = 0.2', 'z = 1']);
    expect(formula(document, 0).doubtful).toBe(true);
    expect(notices(document)).toHaveLength(1);
    expect(document.notices[0]?.place?.line).toBe(1);
  });

  it('passes over quote marks inside a display', () => {
    expect(formulas(markdown('> so\n> $$\n> z = 1\n> + 2\n> $$\n> and'))).toEqual(['z = 1 + 2']);
  });

  it('takes a display on lines of its own with a blank line inside as one', () => {
    expect(formulas(markdown('$$\n\nx = 1\n\n$$\n\nand $y = 2$'))).toEqual(['x = 1', 'y = 2']);
  });

  it('pairs an odd number of dollars by their looks, in LaTeX too', () => {
    const text = '\\section{A}\nso $x_1 = 3.55 and then $y_1 = 0.2$ and $z = 1$';
    expect(formulas(latex(text)).slice(-2)).toEqual(['y_1 = 0.2', 'z = 1']);
  });
});

describe('marks from outside', () => {
  const finals = (text: string): readonly string[] =>
    parts(markdown(text), 'formula')
      .filter(({ final }) => final)
      .map((part) => part.text);

  it.each([
    ['bold', '**$x = 1$** and $y = 2$', ['x = 1']],
    ['bold with words', '**so $x = 1$ holds** and $y = 2$', ['x = 1']],
    ['"Answer:"', 'Answer: $x = 1$\nbut $y = 2$', ['x = 1']],
    ['"Answer:" before a display', '**Answer:**\n\n$$x = 1$$\n\n$$y = 2$$', ['x = 1']],
    ['colour', '<font color="red">$x = 1$</font> and $y = 2$', ['x = 1']],
    ['nothing', 'x ** 2 and $x = 1$ ** 3', []],
  ])('knows %s', (_, text, found) => {
    expect(finals(text)).toEqual(found);
  });

  it.each([
    ['a box', '\\fbox{$x = 1$} and $y = 2$'],
    ['bold', '\\textbf{so $x = 1$} and $y = 2$'],
    ['colour', '\\textcolor{red}{$x = 1$} and $y = 2$'],
    ['colour in a group', '{\\color{red} $x = 1$} and $y = 2$'],
    ['underlining', '\\underline{$x = 1$} and $y = 2$'],
  ])('knows %s of LaTeX', (_, text) => {
    const found = parts(latex(`\\section{A}\n${text}`), 'formula');
    expect(found.map(({ text: shown, final }) => [shown, final ?? false])).toEqual([
      ['x = 1', true],
      ['y = 2', false],
    ]);
  });
});
