/** Binding powers, weakest first: an operator takes an operand that binds stronger than itself. */
export const Power = {
  none: 0,
  colon: 1,
  implication: 2,
  or: 3,
  and: 4,
  not: 5,
  relation: 6,
  set: 7,
  sum: 8,
  product: 9,
  /** What stands between two signs of multiplication: no juxtaposed factor any more. */
  factor: 10,
} as const;
