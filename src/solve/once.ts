/** Computed when it is first asked for, and kept: a search makes hundreds of worlds and asks few of them everything. */
export const once = <T>(compute: () => T): (() => T) => {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
};
