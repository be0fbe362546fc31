import { num } from '../../../math/expression/build.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import { agrees, figuresShown } from '../agreement.ts';
import type { ValueFinding } from '../value-finding.ts';

const unsigned = (claimed: Expression): string | undefined => {
  const inner = claimed.kind === 'negative' ? claimed.of : claimed;
  return inner.kind === 'number' && !/e/i.test(inner.text) ? inner.text : undefined;
};

/** The number with the digits at i and i + 1 (the point stepped over) exchanged. */
const exchanged = (text: string, i: number): string | undefined => {
  const j = text[i + 1] === '.' ? i + 2 : i + 1;
  const [a, b] = [text[i], text[j]];
  if (a === undefined || b === undefined || a === '.' || a === b) return undefined;
  return `${text.slice(0, i)}${b}${text.slice(i + 1, j)}${a}${text.slice(j + 1)}`;
};

/** 3.158 for 3.185: two neighbouring digits exchanged in copying. */
export const digitsTransposed: ValueFinding<{ readonly meant: string }> = {
  id: 'digits-transposed',
  title: 'Two digits are exchanged',
  spot: ({ claimed, reference }) => {
    const text = unsigned(claimed);
    if (text === undefined || reference.kind !== 'value' || figuresShown(claimed) < 4) return undefined;
    for (let i = 0; i + 1 < text.length; i += 1) {
      const other = exchanged(text, i);
      if (other === undefined) continue;
      const meant: Expression = claimed.kind === 'negative' ? { ...claimed, of: num(other) } : num(other);
      if (agrees(meant, reference.value) === true)
        return { meant: `${claimed.kind === 'negative' ? '−' : ''}${other}` };
    }
    return undefined;
  },
  say: ({ meant }) => `Two neighbouring digits seem to be exchanged: ${meant} would be right.`,
};
