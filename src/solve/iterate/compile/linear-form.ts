/** Linear forms c + Σ cᵢ·aᵢ with rational coefficients over numbered atoms: what every sum is made of. */
import {
  add,
  type Exact,
  equals,
  isInteger,
  multiply,
  negate,
  one,
  sign,
  toText,
  zero,
} from '../../../math/number/exact.ts';

export interface LinearForm {
  readonly kind: 'form';
  /** Atom to coefficient, none of them zero, by rising atom. */
  readonly terms: readonly (readonly [number, Exact])[];
  readonly constant: Exact;
}

export const constantForm = (constant: Exact): LinearForm => ({ kind: 'form', terms: [], constant });

export const atomForm = (atom: number): LinearForm => ({ kind: 'form', terms: [[atom, one]], constant: zero });

/** Σ factorᵢ·formᵢ. */
export const combine = (parts: readonly (readonly [Exact, LinearForm])[]): LinearForm => {
  const terms = new Map<number, Exact>();
  let constant = zero;
  for (const [factor, form] of parts) {
    constant = add(constant, multiply(factor, form.constant));
    for (const [atom, c] of form.terms) terms.set(atom, add(terms.get(atom) ?? zero, multiply(factor, c)));
  }
  return { kind: 'form', terms: [...terms].filter(([, c]) => sign(c) !== 0).sort(([a], [b]) => a - b), constant };
};

const scaledForm = (factor: Exact, form: LinearForm): LinearForm => combine([[factor, form]]);

export const isConstant = (form: LinearForm): boolean => form.terms.length === 0;

/** An atom alone, with coefficient 1. */
export const isAtom = (form: LinearForm): boolean =>
  form.terms.length === 1 && sign(form.constant) === 0 && equals(form.terms[0]?.[1] ?? zero, one);

/** Whether the form is worth a register of its own: more than an integer multiple of one atom. */
export const isComposite = (form: LinearForm): boolean =>
  form.terms.length > 1 ||
  (form.terms.length === 1 && (sign(form.constant) !== 0 || !isInteger(form.terms[0]?.[1] ?? zero)));

/** One text for one form. */
export const keyOf = (form: LinearForm): string =>
  `${form.terms.map(([atom, c]) => `${toText(c)}*${atom}`).join('+')}+${toText(form.constant)}`;

/**
 * A form as factor · rest, so that equal factors of products are found equal: 3x = 3·x, 1 − x = −1·(x − 1). The factor
 * of a sum is only a sign, because 9/10 v + p is meant to stay as it is.
 */
export const normalized = (form: LinearForm): readonly [Exact, LinearForm] => {
  const [first] = form.terms;
  if (first === undefined) return [form.constant, constantForm(one)];
  if (form.terms.length === 1 && sign(form.constant) === 0) return [first[1], atomForm(first[0])];
  return sign(first[1]) < 0 ? [negate(one), scaledForm(negate(one), form)] : [one, form];
};
