import { unitWords } from '../scan/plain-words.ts';

/** Unit macros of siunitx by their symbols. */
const unitMacros: Readonly<Record<string, string>> = {
  meter: 'm',
  metre: 'm',
  second: 's',
  gram: 'g',
  kilogram: 'kg',
  ampere: 'A',
  kelvin: 'K',
  mole: 'mol',
  candela: 'cd',
  hertz: 'Hz',
  newton: 'N',
  pascal: 'Pa',
  joule: 'J',
  watt: 'W',
  volt: 'V',
  ohm: 'Ω',
  farad: 'F',
  coulomb: 'C',
  tesla: 'T',
  henry: 'H',
  siemens: 'S',
  weber: 'Wb',
  becquerel: 'Bq',
  lumen: 'lm',
  lux: 'lx',
  radian: 'rad',
  degree: '°',
  celsius: '°C',
  degreeCelsius: '°C',
  percent: '%',
  liter: 'L',
  litre: 'L',
  minute: 'min',
  hour: 'h',
  day: 'd',
  electronvolt: 'eV',
  bar: 'bar',
  tonne: 't',
};

const prefixMacros: Readonly<Record<string, string>> = {
  femto: 'f',
  pico: 'p',
  nano: 'n',
  micro: 'μ',
  milli: 'm',
  centi: 'c',
  deci: 'd',
  hecto: 'h',
  kilo: 'k',
  mega: 'M',
  giga: 'G',
  tera: 'T',
};

/** Units of one letter; those of several stand among the words that are never taken apart. */
const unitLetters: ReadonlySet<string> = new Set('msgAKNJWVCFHTShdtlLΩ');

const isUnit = (word: string): boolean => unitLetters.has(word) || unitWords.has(word) || word === 'kg';

/** `m/s`, `km/h`, `kg·m/s^2` as LaTeX, where every word is a unit; `undefined` for `and/or`. */
export const compoundUnit = (text: string): string | undefined => {
  if (!/^\p{L}+(?:\^?\{?-?\d\}?)?(?:\s*[/·.*]\s*\p{L}+(?:\^?\{?-?\d\}?)?)+$/u.test(text)) return undefined;
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.every(isUnit) ? fromSymbols(text.replace(/\s+/g, '').replaceAll('*', '·')) : undefined;
};

const upright = (name: string): string => (name === '%' ? '\\%' : `\\mathrm{${name}}`);

/** A unit as LaTeX that the grammar reads: `m/s`, `kg.m^2`, `\meter\per\second\squared`. */
export const unitText = (raw: string): string => (raw.includes('\\') ? fromMacros(raw) : fromSymbols(raw));

const fromSymbols = (raw: string): string =>
  raw
    .replace(/[\p{L}°%]+/gu, upright)
    .replace(/[.~]/g, '\\cdot ')
    .replace(/(\})(-?\d+)/g, '$1^{$2}');

/** siunitx macros one by one; `\per` divides by the next unit alone. */
const fromMacros = (raw: string): string => {
  let result = '';
  let prefix = '';
  let divides = false;
  let raised = '';
  for (const [, name = '', argument = ''] of raw.matchAll(/\\([a-zA-Z]+)(?:\{([^{}]*)\})?/g)) {
    if (name === 'per') divides = true;
    else if (name === 'square') raised = '^{2}';
    else if (name === 'cubic') raised = '^{3}';
    else if (name === 'squared') result += '^{2}';
    else if (name === 'cubed') result += '^{3}';
    else if (name === 'tothe' || name === 'raiseto') result += `^{${argument}}`;
    else if (prefixMacros[name] !== undefined) prefix = prefixMacros[name];
    else {
      const joint = divides ? (result === '' ? '1/' : '/') : result === '' ? '' : '\\cdot ';
      result += `${joint}${upright(`${prefix}${unitMacros[name] ?? name}`)}${raised}`;
      prefix = '';
      raised = '';
      divides = false;
    }
  }
  return result;
};
