import { connectives } from '../commands/connectives.ts';
import { functionAliases, functionNames } from '../commands/functions.ts';
import { letters } from '../commands/letters.ts';
import { Kind, type Sign } from './token.ts';

const greek = [
  'alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi',
  'varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega',
]
  .join(' ')
  .split(' ');

const greekLetters: Readonly<Record<string, string>> = { Sigma: 'Σ', Pi: 'Π' };

const all = (kind: Kind, words: readonly string[]): [string, Sign][] =>
  words.map((text): [string, Sign] => [text, { kind, text }]);

const as = (kind: Kind, text: string, words: readonly string[]): [string, Sign][] =>
  words.map((word): [string, Sign] => [word, { kind, text }]);

/** Functions that plain text calls by name, beside those of every notation. */
const calledFunctions = [
  'abs',
  'sqrt',
  'root',
  'cbrt',
  'matrix',
  'diff',
  'int',
  'integrate',
  'sum',
  'product',
  'ifelse',
  'limit',
  'norm',
  'transpose',
  'conjugate',
  'binomial',
  'factorial',
  'gamma',
  'inner',
  'round',
  'mod',
];

/** Functions as calculators and programs spell them. */
const calledAliases: Readonly<Record<string, string>> = {
  binom: 'binomial',
  nCr: 'binomial',
  comb: 'binomial',
  log10: 'lg',
  log2: 'lb',
};

/** What words mean in plain text. */
export const plainWords: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ...all(
    Kind.text,
    [...connectives].filter((word) => word.length > 1),
  ),
  ...all(Kind.function, functionNames),
  ...Object.entries({ ...functionAliases, ...calledAliases }).map(([word, text]): [string, Sign] => [
    word,
    { kind: Kind.function, text },
  ]),
  ...all(Kind.function, calledFunctions),
  ...greek.map((word): [string, Sign] => [
    word,
    { kind: Kind.name, text: greekLetters[word] ?? letters[word] ?? word },
  ]),
  ...as(Kind.name, '∞', ['inf', 'infinity', 'infty', 'Infinity']),
  ...as(Kind.nabla, '∇', ['nabla', 'grad']),
  ...as(Kind.name, '∂', ['partial']),
  ...all(Kind.big, ['max', 'min', 'argmax', 'argmin']),
  ...as(Kind.big, 'limit', ['lim']),
  ...as(Kind.percent, '%', ['percent', 'pct']),
  ...as(Kind.and, 'and', ['and', 'nounand', 'AND']),
  ...as(Kind.or, 'or', ['or', 'nounor', 'OR']),
  ...as(Kind.not, 'not', ['not', 'nounnot', 'NOT']),
]);

/** Constants as Maxima writes them: `%i`, `%e`, `%pi`. */
export const percentConstants: ReadonlyMap<string, string> = new Map([
  ['i', 'i'],
  ['e', 'e'],
  ['pi', 'π'],
  ['phi', 'φ'],
  ['gamma', 'γ'],
]);

/** Units of several letters, which are never taken apart into one-letter names. */
export const unitWords: ReadonlySet<string> = new Set(
  (
    'mm cm dm km kg mg Mg ms ns Hz kHz MHz kN MN kJ MJ kW MW kV mV mA kPa MPa Pa mol rad deg ml dl cl in ft mi yd lb oz min hr ' +
    'kcal cal eV keV MeV kVA MVA bar atm GHz nm um pm sr lm lx Wb dB px kB MB GB TB'
  ).split(' '),
);

/** What a word means before `next`: `sum_` is the operator, `sum(` the function; `gamma` is a function only where it is called. */
export const plainWord = (word: string, next: string | undefined): Sign | undefined => {
  if (next === '_' && (word === 'sum' || word === 'prod')) {
    return { kind: Kind.big, text: word === 'sum' ? 'sum' : 'product' };
  }
  if (word === 'gamma' && next !== '(') return { kind: Kind.name, text: 'γ' };
  if (word === 'lim' && next !== '_') return { kind: Kind.function, text: 'limit' };
  return plainWords.get(word);
};

/** `lambda2` is λ with an index, as `x2` is x. */
export const greekWithNumber = (word: string): string | undefined => {
  const [, letter = '', number = ''] = /^(\p{L}{2,})_?(\d{1,4})$/u.exec(word) ?? [];
  const sign = plainWords.get(letter);
  return sign?.kind === Kind.name && /^\p{Script=Greek}$/u.test(sign.text) ? `${sign.text}${number}` : undefined;
};
