/** A decimal (or binary) prefix: `k`, `kilo`, 10^3. */
export interface Prefix {
  readonly symbol: string;
  readonly name: string;
  /** As `math/number` reads it. */
  readonly factor: string;
}

/** The prefixes of the SI (2022). The micro sign stands in three spellings. */
export const decimalPrefixes: readonly Prefix[] = [
  { symbol: 'Q', name: 'quetta', factor: '1e30' },
  { symbol: 'R', name: 'ronna', factor: '1e27' },
  { symbol: 'Y', name: 'yotta', factor: '1e24' },
  { symbol: 'Z', name: 'zetta', factor: '1e21' },
  { symbol: 'E', name: 'exa', factor: '1e18' },
  { symbol: 'P', name: 'peta', factor: '1e15' },
  { symbol: 'T', name: 'tera', factor: '1e12' },
  { symbol: 'G', name: 'giga', factor: '1e9' },
  { symbol: 'M', name: 'mega', factor: '1e6' },
  { symbol: 'k', name: 'kilo', factor: '1e3' },
  { symbol: 'h', name: 'hecto', factor: '1e2' },
  { symbol: 'da', name: 'deca', factor: '1e1' },
  { symbol: 'd', name: 'deci', factor: '1e-1' },
  { symbol: 'c', name: 'centi', factor: '1e-2' },
  { symbol: 'm', name: 'milli', factor: '1e-3' },
  { symbol: 'μ', name: 'micro', factor: '1e-6' },
  { symbol: 'µ', name: 'micro', factor: '1e-6' },
  { symbol: 'u', name: 'micro', factor: '1e-6' },
  { symbol: 'n', name: 'nano', factor: '1e-9' },
  { symbol: 'p', name: 'pico', factor: '1e-12' },
  { symbol: 'f', name: 'femto', factor: '1e-15' },
  { symbol: 'a', name: 'atto', factor: '1e-18' },
  { symbol: 'z', name: 'zepto', factor: '1e-21' },
  { symbol: 'y', name: 'yocto', factor: '1e-24' },
  { symbol: 'r', name: 'ronto', factor: '1e-27' },
  { symbol: 'q', name: 'quecto', factor: '1e-30' },
];

/** The prefixes of IEC 80000-13, for bits and bytes. */
export const binaryPrefixes: readonly Prefix[] = [
  { symbol: 'Ki', name: 'kibi', factor: '1024' },
  { symbol: 'Mi', name: 'mebi', factor: '1048576' },
  { symbol: 'Gi', name: 'gibi', factor: '1073741824' },
  { symbol: 'Ti', name: 'tebi', factor: '1099511627776' },
];
