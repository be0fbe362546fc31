/** Letters that are another letter's variant, or look exactly like it. */
const variants: ReadonlyMap<string, string> = new Map([
  ['ϵ', 'ε'],
  ['ϑ', 'θ'],
  ['ϕ', 'φ'],
  ['ϖ', 'π'],
  ['ϱ', 'ρ'],
  ['ϰ', 'κ'],
  ['µ', 'μ'],
  ['Ω', 'Ω'],
  ['∆', 'Δ'],
]);

const letter = /(?!\p{Lm})[\p{L}∂∞∅⊤†‡°∀∃∄∠△□✓★⋄♡£€]/u;
const mark = /\p{M}/u;

/** A letter without its style: mathematical bold and italic letters are the letter itself, script and double-struck are not. */
const withoutStyle = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x1d400 || code > 0x1d7ff) return variants.get(character) ?? character;
  const plain = character.normalize('NFKC');
  return isScript(code) ? character : (variants.get(plain) ?? plain);
};

/** Script, fraktur and double-struck letters are other names than the letter. */
const isScript = (code: number): boolean => code >= 0x1d49c && code <= 0x1d56b;

/** The name that one letter at `start` is, accents behind it included; `undefined` where no letter stands. */
export const letterName = (text: string, start: number): { name: string; end: number } | undefined => {
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  if (!letter.test(character)) return undefined;
  if (character === '°' && /^[CF](?!\p{L})/u.test(text.slice(start + 1, start + 3))) {
    return { name: text.slice(start, start + 2), end: start + 2 };
  }
  let end = start + character.length;
  let name = withoutStyle(character);
  while (end < text.length && text.charCodeAt(end) > 127 && mark.test(text[end] ?? '')) {
    name += text[end];
    end += 1;
  }
  return { name: name.normalize('NFC'), end };
};
