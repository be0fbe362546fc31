/** Every bound on reading one formula. What goes beyond becomes an `error` node and a problem, never an exception. */
export const limits = {
  /** Brackets, fractions, scripts and prefix signs inside one another. */
  depth: 400,
  /** Left-nested steps such as `a/b/c` or `n!!` that one operand may take before they count against `depth`. */
  chain: 8,
  /** Tokens of one formula, macro output included. */
  tokens: 200_000,
  /** Macro uses replaced in one formula. */
  expansions: 10_000,
  /** Macro uses inside the output of one another. */
  nestedExpansions: 200,
  /** Macros that are nothing but another command's name, followed in a row. */
  aliases: 20,
  /** Characters that all macro uses of one formula may produce together. */
  expandedCharacters: 1_000_000,
  /** Problems kept of one formula. */
  problems: 100,
} as const;
