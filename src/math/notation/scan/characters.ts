import { radical } from '../commands/radicals.ts';
import { Kind, type Sign } from './token.ts';

const all = (kind: Kind, characters: string): [string, Sign][] =>
  [...characters].map((text): [string, Sign] => [text, { kind, text }]);

const as = (kind: Kind, text: string, characters: string): [string, Sign][] =>
  [...characters].map((character): [string, Sign] => [character, { kind, text }]);

/** What Unicode characters other than letters mean, in every notation. */
export const characterSigns: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ...all(Kind.relation, '=≠≈<≤>≥≪≫→↦←∈∉⊂⊆≡∼∝≔≺≻⪯⪰'),
  ...all(Kind.implication, '⇒⇐⇔'),
  ...as(Kind.implication, '⇒', '⟹∴➔'),
  ...as(Kind.implication, '⇐', '⟸∵'),
  ...as(Kind.implication, '⇔', '⟺'),
  ...as(Kind.relation, '→', '⟶⭢➝'),
  ...as(Kind.relation, '←', '⟵'),
  ...as(Kind.relation, '↦', '⟼'),
  ...as(Kind.relation, '≤', '⩽≦'),
  ...as(Kind.relation, '≥', '⩾≧'),
  ...as(Kind.relation, '≈', '≃≅≊'),
  ...as(Kind.relation, '≔', '≜≝'),
  ...as(Kind.relation, '=', '＝'),
  ...as(Kind.plus, '+', '+＋'),
  ...as(Kind.minus, '-', '-−–‐‑﹣－'),
  ...all(Kind.plusMinus, '±∓'),
  ...as(Kind.times, '*', '*∗⋆＊'),
  ...as(Kind.times, '·', '·⋅∙•'),
  ...as(Kind.times, '×', '×✕'),
  ...as(Kind.slash, '/', '/∕⁄'),
  ...as(Kind.slash, '÷', '÷'),
  ...all(Kind.factorOperator, '⊙⊗∘⊘'),
  ...as(Kind.factorOperator, '⊙', '⨀'),
  ...all(Kind.setOperator, '∪∩∖⊕⊖⊃⊇∋⟂∥≲≳↔↓↑'),
  ...as(Kind.and, 'and', '∧⋀'),
  ...as(Kind.or, 'or', '∨⋁'),
  ...as(Kind.not, 'not', '¬'),
  ...as(Kind.prime, '′', "'′’ʹ"),
  ...as(Kind.prime, '′′', '″'),
  ...as(Kind.prime, '′′′', '‴'),
  ...as(Kind.bang, '!', '!'),
  ...as(Kind.comma, ',', ',，、'),
  ...as(Kind.comma, ';', ';'),
  ...as(Kind.colon, ':', ':∶'),
  ...as(Kind.bar, '|', '|∣'),
  ...as(Kind.bar, '‖', '‖∥'),
  ...as(Kind.nabla, '∇', '∇'),
  ...as(Kind.ellipsis, '…', '…⋯⋮⋱'),
  ...as(Kind.percent, '%', '%％'),
  ['√', { kind: Kind.construct, text: '√', read: radical(undefined) }],
  ['∛', { kind: Kind.construct, text: '∛', read: radical('3') }],
  ['∜', { kind: Kind.construct, text: '∜', read: radical('4') }],
  ...as(Kind.big, 'sum', '∑'),
  ...as(Kind.big, 'product', '∏'),
  ...as(Kind.big, 'integral', '∫∮'),
]);

/** Brackets beside the ASCII ones. */
export const openingCharacters: ReadonlyMap<string, string> = new Map([
  ['⟨', '⟨'],
  ['〈', '⟨'],
  ['⌊', '⌊'],
  ['⌈', '⌈'],
  ['（', '('],
  ['［', '['],
]);

export const closingCharacters: ReadonlyMap<string, string> = new Map([
  ['⟩', '⟩'],
  ['〉', '⟩'],
  ['⌋', '⌋'],
  ['⌉', '⌉'],
  ['）', ')'],
  ['］', ']'],
]);

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵏᵐᵗʲᵃᵇᶜᵈᵉᵖʳˢᵘᵛʷˣʸᶻ';
const raisedPlain = '0123456789+-=()niTkmtjabcdeprsuvwxyz';
const lowered = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ';
const loweredPlain = '0123456789+-=()aeoxhklmnpstijruv';

const pairs = (from: string, to: string): ReadonlyMap<string, string> =>
  new Map([...from].map((character, i) => [character, [...to][i] ?? '']));

/** Raised characters and what they raise: `²` is `2`. */
export const superscripts = pairs(raised, raisedPlain);
/** Lowered characters and what they lower: `₁` is `1`. */
export const subscripts = pairs(lowered, loweredPlain);
