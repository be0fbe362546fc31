import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenLaw } from './laws.ts';
import { mutated, originals, randomFrom } from './mutations.ts';
import { documentOf, formulas } from './reading.ts';

/** A night's run asks for more: REDERIVE_FUZZ=1000000. */
const cases = Number(process.env['REDERIVE_FUZZ'] ?? 20_000);

describe('whatever is handed in', () => {
  it.each(originals)('holds for the whole $name', ({ name, text }) => {
    expect(brokenLaw(documentOf({ [name]: text }))).toBeUndefined();
  });

  it('is read without an exception, every part inside its source and equal to it', { timeout: 24 * 3_600_000 }, () => {
    const random = randomFrom(2020);
    for (let count = 0; count < cases; count += 1) {
      const original = originals[count % originals.length] ?? { name: 'a', text: '' };
      const text = mutated(original.text, random);
      const document = documentOf({ [original.name]: text });
      const broken = brokenLaw(document);
      if (broken !== undefined) expect.fail(`case ${count}: ${broken}\n${JSON.stringify(text)}`);
    }
  });

  it('holds for any bytes under any name', () => {
    const name = fc.constantFrom('a.md', 'a.tex', 'a.txt', 'a.ipynb', 'a.yaml', 'a');
    fc.assert(
      fc.property(
        name,
        fc.uint8Array({ maxLength: 400 }),
        (file, bytes) => brokenLaw(documentOf({ [file]: bytes })) === undefined,
      ),
      { numRuns: 500, seed: 7 },
    );
  });

  it('reads a sound formula beside any broken neighbour', () => {
    const random = randomFrom(11);
    for (let count = 0; count < 2_000; count += 1) {
      const [first] = originals;
      const text = mutated((first?.text ?? '').replace(/`/g, ''), random).replace(/`|<!--|<[a-z]+|~~|\r/g, '');
      expect(formulas(documentOf({ 'a.md': `${text}\n\n# Next\n\nso $x_9 = 1.5$ holds.\n` }))).toContain('x_9 = 1.5');
    }
  });
});

describe('bounded work', () => {
  const many = 40_000;
  it.each([
    ['open braces', 'a.tex', `\\section{A} $${'{'.repeat(many)}`],
    ['open groups', 'a.tex', `\\section{A} ${'{'.repeat(many)} $x = 1$`],
    ['open environments', 'a.md', '\\begin{align}\n'.repeat(many)],
    ['nested environments', 'a.md', '\\begin{array}'.repeat(many) + '\\end{array}'.repeat(many)],
    ['dollars', 'a.md', '$ '.repeat(many)],
    ['dollars in LaTeX', 'a.tex', `\\section{A} ${'$x '.repeat(many)}`],
    ['doubled dollars', 'a.md', '$$x\n'.repeat(many)],
    ['texts with dollars', 'a.md', '$\\text{$'.repeat(many)],
    ['brackets', 'a.md', '['.repeat(many)],
    ['images', 'a.md', '!['.repeat(many)],
    ['stars', 'a.md', '**a '.repeat(many)],
    ['backticks', 'a.md', Array.from({ length: 600 }, (_, index) => '`'.repeat(index)).join('a')],
    ['fences', 'a.md', '```a\n````b\n~~~\n'.repeat(many / 4)],
    ['tags', 'a.md', '<b><del><table><script>'.repeat(many / 4)],
    ['quotes', 'a.md', `${'>'.repeat(many)} $x = 1$`],
    ['nested lists', 'a.md', Array.from({ length: 2_000 }, (_, index) => `${' '.repeat(index % 500)}- a`).join('\n')],
    ['nested lists of LaTeX', 'a.tex', `\\section{A}${'\\begin{enumerate}\\item '.repeat(many / 4)}`],
    ['headings', 'a.md', '# 1 A\n\n1.1 B\n\n(a) c\n\n'.repeat(many / 10)],
    ['spaces in a heading', 'a.md', `# a${' a'.repeat(many)}${' '.repeat(many)}b`],
    ['one long line of words', 'a.txt', 'x = 3 and y_1 '.repeat(many)],
    ['one long formula in words', 'a.txt', `x = ${'1 + '.repeat(many)}1`],
    ['a number without end', 'a.txt', `x = ${'1'.repeat(many * 10)}`],
    ['commas', 'a.txt', `x = ${'1, '.repeat(many)}`],
    ['answers', 'a.md', `${'Answer: $x = 1$ and $y$\n'.repeat(many / 10)}`],
    ['macros', 'a.tex', `\\section{A}${'\\def\\a{\\a\\a}\\a '.repeat(many / 10)}`],
    ['percent signs', 'a.tex', `\\section{A}${'%'.repeat(many)}\n${'\\verb|a '.repeat(many / 10)}`],
    ['table rows', 'a.md', `|a|b|\n|-|-|\n${'|1|2|\n'.repeat(many / 10)}`],
    ['bars', 'a.md', `|${'a|'.repeat(many)}\n|${'-|'.repeat(150)}\n`],
    ['blank lines', 'a.md', `$$${'\n \t'.repeat(many)}$$`],
    ['escapes', 'a.md', '\\'.repeat(many * 3)],
    [
      'indents of an answer sheet',
      'a.yaml',
      `answers:\n${Array.from({ length: 3_000 }, (_, index) => `${' '.repeat(index)}a${index}:`).join('\n')}`,
    ],
    ['nested JSON', 'a.ipynb', `{"nbformat":4,"cells":${'['.repeat(many)}`],
  ])('ends with %s', (_, name, text) => {
    expect(brokenLaw(documentOf({ [name]: text.slice(0, 3_000_000) }))).toBeUndefined();
  });
});
