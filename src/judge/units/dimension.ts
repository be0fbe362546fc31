/**
 * What a unit measures, as powers of base quantities: a force is kg·m·s⁻².
 * A base is one of the SI (`m` `kg` `s` `A` `K` `mol` `cd`), the plane angle (`rad`), the `bit`,
 * or a unit nobody knows, which can only be compared with itself.
 */
export type Dimension = ReadonlyMap<string, number>;

export const dimensionless: Dimension = new Map();

/** Reads `kg m s^-2`. */
export const dimension = (text: string): Dimension => {
  const powers = text
    .split(' ')
    .filter(Boolean)
    .map((part) => part.split('^'));
  return new Map(powers.map(([base = '', exponent = '1']) => [base, Number(exponent)]));
};

/** `a · b^exponent`. */
export const timesDimension = (a: Dimension, b: Dimension, exponent = 1): Dimension => {
  const powers = new Map(a);
  for (const [base, own] of b) {
    const total = (powers.get(base) ?? 0) + own * exponent;
    if (total === 0) powers.delete(base);
    else powers.set(base, total);
  }
  return powers;
};

export const sameDimension = (a: Dimension, b: Dimension): boolean =>
  a.size === b.size && [...a].every(([base, exponent]) => b.get(base) === exponent);
