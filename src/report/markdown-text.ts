import { visible } from './visible.ts';

const punctuation = /[!-/:-@[-`{-~]/g;

/**
 * Text of a student's as Markdown that says the text and nothing else: every ASCII sign that Markdown or HTML could
 * take for its own becomes a character reference, so no link, image, mention, tag or table cell is made of it.
 */
export const markdownText = (text: string): string =>
  visible(text).replace(punctuation, (character) => `&#${character.charCodeAt(0)};`);
