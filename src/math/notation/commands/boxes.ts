import type { ScanRule } from '../scan/latex-scanner.ts';
import { rawArgument } from '../scan/raw-argument.ts';
import { Kind } from '../scan/token.ts';
import { marks } from './marks.ts';
import { mixedText } from './words.ts';

const mark =
  (name: string): ScanRule =>
  (scanner, start) => {
    const read = marks[name];
    if (read !== undefined) scanner.sign({ kind: Kind.construct, text: name, read }, start, scanner.position);
  };

/** `\textcolor{red}{…}`: the colour is dropped here, the content is read by the grammar. */
const coloured =
  (name: string): ScanRule =>
  (scanner, start, written) => {
    scanner.optional();
    scanner.argument();
    mark(name)(scanner, start, written);
  };

/** `\color{red}`: black ends a colour and marks nothing. */
const colour: ScanRule = (scanner, start, name) => {
  scanner.optional();
  if (scanner.argument().trim() !== 'black') mark('color')(scanner, start, name);
};

/** `\fbox{$x = 3$}`: a box of text, with formulas between dollars; without them a number or a formula all the same. */
const textBox: ScanRule = (scanner, start, name) => {
  scanner.optional();
  scanner.optional();
  const { text, end } = rawArgument(scanner.text, scanner.position);
  if (text.includes('$')) scanner.insert(`\\boxed{${mixedText(text)}}`, start, end);
  else if (/(?<![\\\p{L}])\p{L}{4}/u.test(text)) scanner.insert(`\\boxed{\\text{${text}}}`, start, end);
  else mark('boxed')(scanner, start, name);
};

export const boxes: Readonly<Record<string, ScanRule>> = {
  fbox: textBox,
  framebox: textBox,
  colorbox: coloured('colorbox'),
  textcolor: coloured('textcolor'),
  color: colour,
  ...Object.fromEntries(
    ['boxed', 'bbox', 'underline', 'uline', 'cancel', 'bcancel', 'xcancel', 'sout', 'cancelto'].map((name) => [
      name,
      mark(name),
    ]),
  ),
};
