import { describe, expect, it } from 'vitest';
import { printPlain } from '../../src/math/expression/print-plain.ts';
import { parseLatex } from '../../src/math/notation/latex.ts';
import { parsePlain } from '../../src/math/notation/plain.ts';

describe("MATLAB's product of components", () => {
  it.each(['A.*B', 'A .* B'])('%s', (text) => {
    const product = { operator: { name: '⊙' }, arguments: [{ name: 'A' }, { name: 'B' }] };
    expect(parsePlain(text, {}).tree).toMatchObject(product);
    expect(parseLatex(text, {}).tree).toMatchObject(product);
  });

  it.each(['x = 3.55.', '2x.* ', 'x = 3.55.* Then'])('a full stop before a mark is none: %s', (text) => {
    expect(printPlain(parseLatex(text, {}).tree)).not.toContain('⊙');
  });
});
