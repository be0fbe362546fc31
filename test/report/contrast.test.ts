/** WCAG 2.2, success criterion 1.4.3: text has a contrast of at least 4.5 to 1 with what is behind it. */
import { describe, expect, it } from 'vitest';
import { style } from '../../src/report/html/style.ts';

type Palette = Readonly<Record<string, string>>;

const palettes = [...style.matchAll(/:root \{([^}]*--ink[^}]*)\}/g)].map(
  ([, body]): Palette =>
    Object.fromEntries([...(body ?? '').matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, k, v]) => [k, v])),
);

/** Relative luminance of an sRGB colour (WCAG 2.2, definition of relative luminance). */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

const pairs = [
  ...['page', 'card', 'code'].flatMap((back) => [
    ['ink', back],
    ['soft', back],
  ]),
  ['ink', 'mark'],
  ['open', 'page'],
  ...['good', 'half', 'bad', 'open', 'none'].map((tone) => [tone, `${tone}-back`]),
];

it('black on white is 21 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
});

describe.each([
  ['light', 0],
  ['dark', 1],
])('the %s page', (_, k) => {
  it.each(pairs)('has readable %s on %s', (text, back) => {
    const palette = palettes[k];
    expect(contrast(palette?.[text ?? ''] ?? '', palette?.[back ?? ''] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});
