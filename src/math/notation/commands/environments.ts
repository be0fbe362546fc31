import type { ScanRule } from '../scan/latex-scanner.ts';

const withColumns = new Set(['array', 'tabular', 'alignat', 'alignedat', 'subarray', 'xalignat', 'IEEEeqnarray']);

/** `\begin{array}[t]{cc}`: name without star, columns dropped. */
const begin: ScanRule = (scanner, start) => {
  const name = scanner.argument().trim().replace(/\*$/, '');
  const end = scanner.position;
  if (/^\s*\[[tbc]\]/.test(scanner.text.slice(end, end + 12))) scanner.optional();
  if (withColumns.has(name)) scanner.argument();
  scanner.list.openEnvironment(name, scanner.at(start), scanner.endAt(end), scanner.spaced);
};

const end: ScanRule = (scanner, start) => {
  const name = scanner.argument().trim().replace(/\*$/, '');
  scanner.list.closeEnvironment(name, scanner.at(start), scanner.endAt(scanner.position), scanner.spaced);
};

export const environments: Readonly<Record<string, ScanRule>> = { begin, end };
