/** What a rubric may cost to read. Beyond these it is refused with a complaint, never cut short in silence. */
export const limits = {
  /** UTF-16 units of YAML. */
  size: 1_000_000,
  /** Nodes after aliases are followed, so that a chain of aliases cannot multiply. */
  nodes: 100_000,
  /** Maps and lists inside one another. */
  depth: 64,
  /** Items after `for:` is expanded. */
  items: 5_000,
  /** Complaints told at once. */
  complaints: 50,
} as const;
