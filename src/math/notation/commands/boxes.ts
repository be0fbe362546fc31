import type { ScanRule } from '../scan/latex-scanner.ts';
import { Kind } from '../scan/token.ts';
import { marks } from './marks.ts';

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

/** `\fbox{$x = 3$}`: a box of text; the dollars of a formula in it are dropped by the scanner. */
const textBox: ScanRule = (scanner, start, name) => mark('boxed')(scanner, start, name);

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
