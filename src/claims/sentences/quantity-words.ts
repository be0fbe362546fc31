/**
 * Quantities that sentences call by a word, and the name that the word stands for:
 *
 *     the determinant of A          det(A)          the gradient of f at (4, 1)     ∇f(4, 1)
 *     the smallest eigenvalue       min(eigenvalues)    the derivative of f with respect to x   ∂f/∂x
 *
 * Where nobody says of what, the name is the word alone: `determinant`. What it belongs to is found where answers are.
 */
import { apply, by, derivative, index, nabla, negative, num, power, prime, sym } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { roleNamed } from '../iterates/role-words.ts';
import { matches } from '../matches.ts';

/** What is said beside the word. */
export interface Said {
  /** The word itself, in small letters. */
  readonly word?: string;
  /** "of A" */
  readonly of?: Expression;
  /** "with respect to x": one variable, or several for a mixed derivative. */
  readonly by: readonly Expression[];
  /** "at (4, 1)" */
  readonly at?: Expression;
  /** The only function that the assignment speaks of. */
  readonly only?: Expression;
  /** The names of the assignment. */
  readonly known?: ReadonlySet<string>;
}

/** What the quantity is: one number, several in no order, any expression, or several in order. */
export type Kind = 'number' | 'set' | 'expression' | 'vector';

export interface Quantity {
  readonly kind: Kind;
  /** It has a value at every point: numbers alone are its value at one. */
  readonly isFunction?: boolean;
  /** Only a point or a vector is its value. */
  readonly isPoint?: boolean;
  /** The value follows it without a verb: "we arrive at". */
  readonly leads?: boolean;
  /** The word may mean something else as well. */
  readonly isLoose?: boolean;
  /** The name; nothing where too little is said. */
  readonly name: (said: Said) => Expression | undefined;
}

const applied = (operator: Expression, at: Expression | undefined): Expression =>
  at ? apply(operator, at.kind === 'list' ? at.items : [at]) : operator;

/** `det(A)`, or the word where nothing is named. */
const called =
  (operator: string, word: string) =>
  ({ of }: Said): Expression =>
    of ? apply(operator, [of]) : sym(word);

const extreme =
  (which: 'max' | 'min') =>
  (said: Said): Expression =>
    apply(which, [called('eigenvalues', 'eigenvalues')(said)]);

/** `∂f/∂x`; without a variable `f'`. */
const derivativeOf =
  (order: number) =>
  ({ of: named, only, by: variables, at }: Said): Expression | undefined => {
    const of = named ?? only;
    if (!of) return variables.length > 0 || at ? undefined : sym('derivative');
    const [variable, ...others] = variables;
    if (!variable) return applied(prime(of, order), at);
    const times = others.length === 0 ? order : 1;
    return applied(
      derivative(
        of,
        [variable, ...others].map((one) => by(one, num(times))),
      ),
      at,
    );
  };

const gradientOf =
  (order: 1 | 2, word: string) =>
  ({ of: named, only, at }: Said): Expression | undefined => {
    const of = named ?? only;
    return applied(of ? nabla(of, order) : sym(word), at);
  };

/** "the point", "the velocity": the letter that textbooks give it, unless something is named that it is of. */
const role = ({ of }: Said, word: string): Expression | undefined => (of ? undefined : roleNamed(word));

/** "Step 2: (3.185, -0.0975)": the point that the step leads to. */
const pointAt = ({ word }: Said): Expression | undefined => {
  const step = /\d+$/.exec(word ?? '')?.[0];
  const point = roleNamed('point');
  return step === undefined || !point ? undefined : index(point, [num(step)]);
};

const large = '(?:largest|biggest|maxim(?:um|al)|greatest|highest|dominant|leading|larger|bigger)';
const small = '(?:smallest|minim(?:um|al)|least|lowest|smaller)';
const value = 'eigen[\\s-]?value';
/** "the largest eigenvalue is 3 and the smallest is 1" */
const elliptic = '(?=\\s+(?:is|equals)\\b)';

/** "the look-ahead point", "the starting point" are no iterates of the step at hand. */
const notAnother =
  '(?<!\\b(?:look(?:ed|ing)?[\\s-]?ahead|shifted|extrapolated|intermediate|interim|temporary|anticipated|projected|predicted|auxiliary|start|starting|initial|old|previous|current|data|saddle|critical|stationary)\\s+)';

/** Of a vector the norm alone is the Euclidean one, and its square is none. */
const notAnotherNorm =
  '(?<!\\b(?:squared|square\\s+of\\s+(?:the|its)|infinity|max(?:imum)?|sup|frobenius|spectral|one|two|manhattan|taxicab|l_?[1p∞]|half\\s+the|operator|nuclear)\\s+)';

interface Words extends Quantity {
  readonly words: string;
  /** What its sentence must have said before. */
  readonly after?: RegExp;
}

/** The first that fits at a place is taken. In small letters. */
const quantities: readonly Words[] = [
  { words: `${large}\\s+${value}`, kind: 'number', name: extreme('max') },
  { words: `${small}\\s+${value}`, kind: 'number', name: extreme('min') },
  { words: `${large}(?:\\s+one)?${elliptic}`, after: /eigen/, kind: 'number', name: extreme('max') },
  { words: `${small}(?:\\s+one)?${elliptic}`, after: /eigen/, kind: 'number', name: extreme('min') },
  {
    words: `${value}s|eigenwerte|valeurs propres|autovalores`,
    kind: 'set',
    name: called('eigenvalues', 'eigenvalues'),
  },
  { words: 'roots|zeros|zeroes|solutions', kind: 'set', name: called('roots', 'roots') },
  { words: 'spectral radius', kind: 'number', name: called('ρ', 'ρ') },
  { words: 'determinante?', kind: 'number', name: called('det', 'determinant') },
  { words: 'trace', kind: 'number', name: called('tr', 'trace') },
  { words: 'rank', kind: 'number', name: called('rank', 'rank') },
  {
    words: `${notAnotherNorm}(?:euclidean\\s+|2-|l_?2[\\s-])?norm`,
    kind: 'number',
    name: called('norm', 'norm'),
  },
  {
    words: '(?:euclidean\\s+)?(?:length|magnitude)',
    kind: 'number',
    name: ({ of }) => of && apply('norm', [of]),
  },
  {
    words: 'inverse(?:\\s+matrix)?',
    kind: 'expression',
    name: ({ of }) => (of ? power(of, negative(num(1))) : sym('inverse')),
  },
  { words: 'gradient(?:\\s+vector)?', kind: 'vector', isFunction: true, name: gradientOf(1, 'gradient') },
  { words: 'hessian(?:\\s+matrix)?', kind: 'expression', isFunction: true, name: gradientOf(2, 'hessian') },
  {
    words: '(?:second|mixed)\\s+(?:partial\\s+|mixed\\s+)?derivative',
    kind: 'expression',
    isFunction: true,
    name: derivativeOf(2),
  },
  { words: '(?:(?:first|partial)\\s+)*derivative', kind: 'expression', isFunction: true, name: derivativeOf(1) },
  {
    words: 'characteristic\\s+polynomial',
    kind: 'expression',
    name: () => sym('characteristic polynomial'),
  },
  {
    words: '(?:(?:total|squared|training)\\s+)*(?:loss|cost|error)',
    kind: 'number',
    isLoose: true,
    name: ({ known }) => {
      const letter = ['L', 'J', 'E', 'C'].find((one) => known?.has(one));
      return letter === undefined ? undefined : sym(letter);
    },
  },
  {
    words: '(?:step|iteration|iterate|update)\\s*#?\\d{1,3}',
    kind: 'vector',
    isLoose: true,
    isPoint: true,
    after: /(?:^|\n)[\s*•>-]*$|\band\s+$|[,;]\s*$/,
    name: pointAt,
  },
  {
    words: '(?:point|position|iterate|velocity)\\s*#?\\d{1,3}',
    kind: 'vector',
    isLoose: true,
    isPoint: true,
    name: ({ word }) => {
      const [, role = '', step = ''] = /^(\p{L}+)\s*#?(\d+)$/u.exec(word ?? '') ?? [];
      const letter = roleNamed(role);
      return letter && index(letter, [num(step)]);
    },
  },
  {
    words:
      '(?:(?:move|moves|moved|step|go|get|come)\\s+to|(?:arrive|arrives|arrived|land|end\\s+up|are\\s+now)\\s+at|(?:takes|brings|leads|moves)\\s+us\\s+to)(?:\\s+(?:the\\s+)?(?:new\\s+)?(?:point|position))?',
    kind: 'vector',
    isLoose: true,
    isPoint: true,
    leads: true,
    name: (said) => role(said, 'point'),
  },
  { words: 'velocity', kind: 'vector', name: (said) => role(said, 'velocity') },
  { words: `${notAnother}(?:point|position|iterate)`, kind: 'vector', name: (said) => role(said, 'point') },
];

const pattern = quantities.map(({ words }) => `(${words})`).join('|');

/** Every word for a quantity in a text of small letters: one group each. */
const anyQuantity = new RegExp(`(?<![\\p{L}-])(?:${pattern})(?![\\p{L}-])`, 'gu');

/** Letters that every such word has: most texts have none. */
const hint =
  /\b(?:to|at)\s+(?:the\s+|new\s+|point\s+|position\s+)*(?:\$|\\\()?[([]|eigen|propres|autoval|spectral|determinant|trace|rank|norm|length|magnitude|inverse|gradient|hessian|derivative|polynomial|velocity|loss|cost|error|point|position|iterate|\b(?:step|iteration|update)\s*#?\d|roots|zeroe?s|solutions/i;

/** Whether a text may name a quantity in words. */
export const mayNameQuantity = (text: string): boolean => hint.test(text);

/** A quantity named in a text, with the place of its word. */
export interface QuantityMention {
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
}

/** The quantities that a text of small letters names. */
export const quantitiesIn = (text: string): readonly QuantityMention[] =>
  matches(anyQuantity, text).flatMap((match) => {
    const { index, 0: word } = match;
    const quantity = quantities.find((_, i) => match[i + 1] !== undefined);
    if (!quantity || quantity.after?.test(text.slice(0, index)) === false) return [];
    return [{ start: index, end: index + word.length, quantity }];
  });
