import type { Cause, UndefinedValue } from '../expression/value.ts';

/** No value, and why: `cause` for programs, `reason` a sentence for a person. */
export const undefinedValue = (cause: Cause, reason: string): UndefinedValue => ({ kind: 'undefined', cause, reason });

/** Whether there is no value. */
export const isUndefined = (value: { readonly kind: string }): value is UndefinedValue => value.kind === 'undefined';
