/** Brackets and names in LaTeX. */
import { bindingOf } from './binding.ts';
import { accents, letters } from './latex-names.ts';
import type { Expression } from './tree.ts';

/** The LaTeX of a part. */
export type Text = (part: Expression) => string;

/** Whether brackets around it must grow. */
export const isTall = (latex: string): boolean => /\\(?:frac|sum|prod|int|begin|left)/.test(latex);

/** In brackets that are as tall as they need to be. */
export const bracketed = (latex: string, open = '(', close = ')'): string =>
  isTall(latex) ? `\\left${open} ${latex} \\right${close}` : `${open}${latex}${close}`;

/** The part in brackets where it binds less tightly than its place needs. */
export const held =
  (text: Text) =>
  (part: Expression, needed: number): string =>
    bindingOf(part) < needed ? bracketed(text(part)) : text(part);

/** `x̄` as `\bar{x}`. */
const accented = (name: string): string | undefined => {
  const [, letter, mark] = /^(\p{L})(\p{M})$/u.exec(name.normalize('NFD')) ?? [];
  const command = accents.get(mark ?? '');
  return letter && command ? `\\${command}{${letters.get(letter) ?? letter}}` : undefined;
};

/** A name: Greek as commands, several letters upright, `W_rec` with its subscript. */
export const nameText = (name: string): string => {
  const [stem = '', ...subscript] = name.split('_');
  const letter = letters.get(stem);
  const main = letter ?? accented(stem) ?? (/^\p{L}{2,}$/u.test(stem) ? `\\mathrm{${stem}}` : stem);
  return subscript.length > 0 ? `${main}_{${subscript.join('_')}}` : main;
};
