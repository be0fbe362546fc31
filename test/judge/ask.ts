import { judgeLine } from '../../src/judge/protocol.ts';

/** What `rederive judge` replies to an answer, in plain notation unless told. */
export const ask = (
  answer: string,
  reference: string,
  rule: Readonly<Record<string, unknown>>,
  notation = 'plain',
): { readonly verdict: string; readonly decided?: string; readonly finding?: string; readonly message?: string } =>
  JSON.parse(judgeLine(JSON.stringify({ id: 'a', answer, reference, notation, rule })));

/** The verdict alone. */
export const verdictOf = (answer: string, reference: string, rule: Readonly<Record<string, unknown>>): string =>
  ask(answer, reference, rule).verdict;
