import { nameNode } from '../../math/expression/names.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { parsePlain } from '../../math/notation/plain.ts';
import { type Exact, exact, sign } from '../../math/number/exact.ts';
import type { Ties, ToleranceRule } from '../../model/rubric.ts';
import type { AnswerRule } from '../comparison/compare-answer.ts';
import { findForm, forms } from '../forms/forms.ts';

/** How the texts of a request are to be read. */
export type Notation = 'plain' | 'latex' | 'auto';

/** What is asked of the judge: the rules of the comparison, and the final answers of whole texts. */
export type RequestRule = AnswerRule | { readonly kind: 'final-answer' };

/** One line in, understood. */
export interface Request {
  readonly id: string | number | null;
  readonly answer: string;
  readonly reference: string;
  readonly notation: Notation;
  readonly rule: RequestRule;
}

/** Why a line is no request; the id is kept where it could be read. */
export interface BadRequest {
  readonly id: string | number | null;
  readonly problem: string;
}

type Fields = Readonly<Record<string, unknown>>;

type FiguresRule = Extract<ToleranceRule, { kind: 'sigfigs' }>;
type ShownRule = Extract<ToleranceRule, { kind: 'shown' }>;

/** Thrown and caught in this file alone: what is wrong with a field. */
class FieldError extends Error {}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const decimal = (value: unknown, name: string): Exact => {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/.test(text))
    throw new FieldError(`${name} must be a decimal string`);
  return exact(text);
};

const limit = (value: unknown, name: string): Exact => {
  const read = decimal(value, name);
  if (sign(read) < 0) throw new FieldError(`${name} must not be negative`);
  return read;
};

const count = (value: unknown, name: string, least: number): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > 10_000)
    throw new FieldError(`${name} must be a whole number from ${least} to 10000`);
  return value;
};

const accuracyOf = (value: unknown): { readonly accuracy?: number | 'ignored' } => {
  if (value === undefined) return {};
  if (value === 'ignored') return { accuracy: 'ignored' };
  if (isFields(value)) return { accuracy: count(value['sigfigs'], 'accuracy.sigfigs', 1) };
  throw new FieldError('accuracy must be "ignored" or {"sigfigs": n}');
};

/** Which neighbour of an exact tie is right. */
const tiesOf = (value: unknown): { readonly ties?: Ties } => {
  if (value === undefined) return {};
  if (value === 'both' || value === 'away' || value === 'even' || value === 'up') return { ties: value };
  throw new FieldError('ties must be both, away, even or up');
};

const figuresRule = ({ sigfigs, accuracy }: Fields): FiguresRule => {
  if (!isFields(sigfigs)) {
    const asked = count(sigfigs, 'sigfigs', 1);
    return { kind: 'sigfigs', min: asked, max: asked, ...accuracyOf(accuracy) };
  }
  const max = sigfigs['max'] === undefined ? {} : { max: count(sigfigs['max'], 'sigfigs.max', 1) };
  return { kind: 'sigfigs', min: count(sigfigs['min'], 'sigfigs.min', 1), ...max, ...accuracyOf(accuracy) };
};

const shownRule = (shown: unknown): ShownRule => {
  if (!isFields(shown)) return { kind: 'shown' };
  return {
    kind: 'shown',
    ...(shown['decimals'] !== undefined && { decimals: count(shown['decimals'], 'shown.decimals', 0) }),
    ...(shown['sigfigs'] !== undefined && { sigfigs: count(shown['sigfigs'], 'shown.sigfigs', 1) }),
  };
};

const intervalRule = (interval: unknown): ToleranceRule => {
  if (!Array.isArray(interval) || interval.length !== 2) throw new FieldError('interval must be [low, high]');
  return { kind: 'interval', low: decimal(interval[0], 'interval'), high: decimal(interval[1], 'interval') };
};

/** A name within a limit that says nothing there, `{"shown": {"ties": "even"}}`, must not be passed over. */
const refuseWithin = (name: string, limits: unknown, known: readonly string[]): void => {
  const strange = isFields(limits) ? Object.keys(limits).find((key) => !known.includes(key)) : undefined;
  if (strange !== undefined)
    throw new FieldError(`${name}.${strange} is not known; expected one of ${known.join(', ')}`);
};

const tolerances = ['abs', 'rel', 'sigfigs', 'decimals', 'shown', 'interval'];

/** `{"kind": "number", "abss": "0.1"}` must not be judged as if it asked for the exact number. */
const refuseMisspelt = (rule: Fields): void => {
  const strange = Object.keys(rule).find((name) => !['kind', 'units', 'accuracy', 'ties'].includes(name));
  if (strange !== undefined)
    throw new FieldError(`rule.${strange} is not known; expected one of ${tolerances.join(', ')}`);
};

/** What `ties` can stand beside. */
const shows = ['sigfigs', 'decimals', 'shown'];

/** The tolerance of a number rule; exact where none is named. */
const toleranceOf = (rule: Fields): ToleranceRule => {
  const named = tolerances.filter((name) => rule[name] !== undefined);
  if (named.length === 0) refuseMisspelt(rule);
  if (named.length > 1) throw new FieldError(`only one of ${named.join(', ')} can be asked for`);
  if (rule['ties'] !== undefined && !named.some((name) => shows.includes(name)))
    throw new FieldError(`ties stands beside one of ${shows.join(', ')}`);
  refuseWithin('sigfigs', rule['sigfigs'], ['min', 'max']);
  refuseWithin('shown', rule['shown'], ['decimals', 'sigfigs']);
  switch (named[0]) {
    case 'abs':
      return { kind: 'abs', limit: limit(rule['abs'], 'abs') };
    case 'rel':
      return { kind: 'rel', limit: limit(rule['rel'], 'rel') };
    case 'sigfigs':
      return { ...figuresRule(rule), ...tiesOf(rule['ties']) };
    case 'decimals':
      return { kind: 'decimals', places: count(rule['decimals'], 'decimals', 0), ...tiesOf(rule['ties']) };
    case 'shown':
      return { ...shownRule(rule['shown']), ...tiesOf(rule['ties']) };
    case 'interval':
      return intervalRule(rule['interval']);
    default:
      return { kind: 'exact' };
  }
};

const variableOf = (value: unknown): { readonly variable?: Expression } => {
  if (value === undefined) return {};
  if (typeof value !== 'string') throw new FieldError('variable must be a name');
  return { variable: /^\p{L}[\p{L}\p{N}_]*$/u.test(value) ? nameNode(value) : parsePlain(value, {}).tree };
};

const formRule = (rule: Fields): AnswerRule => {
  const form = typeof rule['form'] === 'string' ? findForm(rule['form']) : undefined;
  if (!form) throw new FieldError(`form must be one of ${forms.map(({ name }) => name).join(', ')}`);
  return {
    kind: 'form',
    form,
    value: rule['value'] === 'ignored' ? 'ignored' : 'checked',
    ...variableOf(rule['variable']),
  };
};

const ruleOf = (rule: unknown): RequestRule => {
  if (!isFields(rule)) throw new FieldError('rule must be an object with a kind');
  switch (rule['kind']) {
    case 'number':
      return { kind: 'number', tolerance: toleranceOf(rule) };
    case 'quantity':
      return {
        kind: 'quantity',
        units: rule['units'] === 'same' ? 'same' : 'convertible',
        tolerance: toleranceOf(rule),
      };
    case 'form':
      return formRule(rule);
    case 'expression':
    case 'identical':
    case 'set':
    case 'final-answer':
      return { kind: rule['kind'] };
    default:
      throw new FieldError('rule.kind must be number, expression, identical, form, set, quantity or final-answer');
  }
};

const text = (value: unknown, name: string): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new FieldError(`${name} must be a string`);
};

const notationOf = (value: unknown): Notation => {
  if (value === undefined) return 'auto';
  if (value === 'plain' || value === 'latex' || value === 'auto') return value;
  throw new FieldError('notation must be plain, latex or auto');
};

const ignoresReference = (rule: RequestRule): boolean =>
  (rule.kind === 'form' && rule.value === 'ignored') ||
  (rule.kind === 'number' && rule.tolerance.kind === 'sigfigs' && rule.tolerance.accuracy === 'ignored') ||
  (rule.kind === 'number' && rule.tolerance.kind === 'interval');

const idOf = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

const fieldsOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** Reads a line of JSON as a request, or says what is wrong with it. */
export const readRequest = (line: string): Request | BadRequest => {
  const fields = fieldsOf(line);
  if (!isFields(fields)) return { id: null, problem: 'the line is not a JSON object' };
  const id = idOf(fields['id']);
  try {
    const rule = ruleOf(fields['rule']);
    const reference = ignoresReference(rule) ? '0' : text(fields['reference'], 'reference');
    return { id, answer: text(fields['answer'], 'answer'), reference, notation: notationOf(fields['notation']), rule };
  } catch (error) {
    if (error instanceof FieldError) return { id, problem: error.message };
    throw error;
  }
};
