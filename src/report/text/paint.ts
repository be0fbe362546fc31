/** What a stretch of terminal text means; the colour follows. */
export type Tone = 'good' | 'half' | 'bad' | 'open' | 'faint' | 'strong';

/** Puts a tone on a text, or leaves it as it is. */
export type Paint = (tone: Tone, text: string) => string;

/** No colours: files, pipes, tests. */
export const plain: Paint = (_tone, text) => text;

/** SGR parameters of ECMA-48: the 16 colours every terminal maps to its own theme. */
const codes: Readonly<Record<Tone, number>> = { good: 32, half: 36, bad: 31, open: 33, faint: 2, strong: 1 };

/** Colours for a terminal. The text must already be `visible`. */
export const coloured: Paint = (tone, text) => `\u001b[${codes[tone]}m${text}\u001b[0m`;
