import { renderToString } from 'katex';
import type { VNode } from 'preact';
import { visible } from '../visible.ts';

/** Longest LaTeX that is typeset; a longer formula is shown as its text. */
const longest = 2000;

const options = { output: 'mathml', throwOnError: true, strict: 'ignore', trust: false, maxExpand: 100 } as const;

/** A minus after an opening bracket or a comma is a sign; left alone, browsers take it for a difference and space it out. */
const withSigns = (html: string): string =>
  html.replace(/(<mo[^>]*>[([,]<\/mo>)<mo>−<\/mo>/g, '$1<mo form="prefix">−</mo>');

/** LaTeX as MathML, which browsers draw without a script, a font file or a style sheet; `undefined` where it is broken. */
const mathml = (latex: string): string | undefined => {
  if (latex === '' || latex.length > longest) return undefined;
  try {
    return withSigns(renderToString(`\\displaystyle ${latex}`, options));
  } catch {
    return undefined;
  }
};

/**
 * A formula, typeset from our own LaTeX; where that fails, its plain text. The only place where a report takes markup
 * it did not build itself: KaTeX escapes what it is given, and it is given what our printer wrote.
 */
export const Formula = ({ latex, text }: { readonly latex: string; readonly text: string }): VNode => {
  const html = mathml(latex);
  if (html === undefined) return <code>{visible(text)}</code>;
  return <span class="math" dangerouslySetInnerHTML={{ __html: html }} />;
};
