/** Values as sentences give them: `1/γ` without dollars, "one", "the reciprocal of", "one over gamma". */
import type { Expression } from '../../math/expression/tree.ts';

/** Mathematics right at the start of a text, behind words that do not change it. */
export const plainMath =
  /^(?:\s|\bto\b|\bthe\b|\bvalue\b|\bof\b|,)*(\\[dt]?frac\s*\{[^{}]*\}\s*\{[^{}]*\}|[\d.]+\s*\/\s*(?:[\p{L}\p{M}]+(?:_\{?\w+\}?)?|\\[a-z]+|\d+)|-?\d+(?:\.\d+)?|(?:alpha|beta|gamma|delta|eta|theta|kappa|lambda|mu|rho|sigma|tau)\b|[α-ωΑ-Ω](?:_\{?\w+\}?|\^\{?-1\}?|⁻¹)?|\\[a-z]+(?:_\{?\w+\}?|\^\{?-1\}?)?)/u;

/** "the reciprocal of", "one over". */
const inverse = /^(?:\s|\bto\b|\bthe\b|\ba\b)*(?:inverse|reciprocal)\s+of\s+(?:the\s+)?/i;
const overWords = /^(?:\s|\bto\b|\bthe\b)*(?:1|one)\s+(?:over|divided\s+by)\s+(?:the\s+)?/i;

const unity = /^(?:\s|\bto\b|\bthe\b|\bvalue\b|\bof\b)*(?:one|unity)\b/i;

/** `1/of`. */
export const reciprocal = (of: Expression): Expression => ({
  kind: 'quotient',
  over: { kind: 'number', text: '1' },
  under: of,
});

/** How long the words are that take the reciprocal of what follows; 0 where none do. */
export const reciprocalWords = (text: string): number => (inverse.exec(text) ?? overWords.exec(text))?.[0].length ?? 0;

/** How long the words are that say 1; 0 where none do. */
export const unityWords = (text: string): number => unity.exec(text)?.[0].length ?? 0;
