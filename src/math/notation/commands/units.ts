import type { ScanRule } from '../scan/latex-scanner.ts';
import { unitText } from './unit-names.ts';

/** `\num{2.5e-9}`, `\num{1.2 \pm 0.1}`, `\num{3 x 10^5}`: the number as written, without its blanks. */
const numberText = (raw: string): string =>
  raw
    .replace(/(\d)\s+(?=\d)/g, '$1')
    .replace(/\+-/g, '\\pm ')
    .replace(/(\d)\s*x\s*(?=\d)/g, '$1\\times ')
    .replace(/^\s*e/i, '10^');

const num: ScanRule = (scanner, start) => {
  scanner.optional();
  scanner.insert(`{${numberText(scanner.argument())}}`, start, scanner.position);
};

/** `\SI{3}{m/s}`: the number times its unit, one factor. */
const quantity: ScanRule = (scanner, start) => {
  scanner.optional();
  const number = numberText(scanner.argument());
  scanner.optional();
  const unit = unitText(scanner.argument());
  scanner.insert(`{{${number}} ${unit}}`, start, scanner.position);
};

const unitAlone: ScanRule = (scanner, start) => {
  scanner.optional();
  scanner.insert(`{${unitText(scanner.argument())}}`, start, scanner.position);
};

/** siunitx has `\qty{3}{m/s}`, physics has `\qty(…)`, which only sizes a bracket. */
const qty: ScanRule = (scanner, start, name) => {
  const two = /\s*\{[^{}]*\}\s*\{/y;
  two.lastIndex = scanner.position;
  if (two.test(scanner.text)) quantity(scanner, start, name);
};

const angle: ScanRule = (scanner, start) => {
  scanner.optional();
  scanner.insert(`{${numberText(scanner.argument())}^\\circ}`, start, scanner.position);
};

/** Commands of siunitx. */
export const units: Readonly<Record<string, ScanRule>> = {
  num,
  SI: quantity,
  qty,
  si: unitAlone,
  unit: unitAlone,
  ang: angle,
};
