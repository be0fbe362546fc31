/**
 * The Symbol font's own codes (Adobe's Symbol encoding), which word processors and equation editors hand on in the
 * private area from U+F000 on: α is U+F061 there. Dots stand for what no formula needs.
 */
const rows: readonly (readonly [from: number, signs: string])[] = [
  [0x20, ' !∀#∃%&∋()∗+,−./0123456789:;<=>?'],
  [0x40, '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'],
  [0x60, '.αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'],
  [0xa2, '′≤⁄∞.....↔←↑→↓°±″≥×∝∂•÷≠≡≈…'],
  [0xc4, '⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇...∏√⋅¬∧∨⇔⇐⇑⇒⇓.⟨'],
  [0xe5, '∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪'],
  [0xf1, '⟩∫...⎞⎟⎠⎤⎥⎦⎫⎬⎭'],
];

const signs: ReadonlyMap<number, string> = new Map(
  rows.flatMap(([from, text]) =>
    [...text].flatMap((sign, index): [number, string][] =>
      sign === '.' && from + index !== 0x2e ? [] : [[0xf000 + from + index, sign]],
    ),
  ),
);

/** What a sign of the private area means in the Symbol font; other fonts and signs are left as they are. */
export const namedBySymbol = (font: string, sign: string): string =>
  /^Symbol/i.test(font) ? (signs.get(sign.codePointAt(0) ?? 0) ?? sign) : sign;
