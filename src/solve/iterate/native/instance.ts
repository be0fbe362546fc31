/** WebAssembly where there is any: everything that is computed with it can be computed without. */

/** A module at work: its memory and its functions. */
export interface Instance {
  readonly memory: ArrayBuffer;
  readonly call: Readonly<Record<string, (...parameters: readonly number[]) => number>>;
}

/** What is used of the standard's JavaScript interface. */
interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
}

const engine = (globalThis as { readonly WebAssembly?: Engine }).WebAssembly;

/** The module as an instance; nothing where there is no WebAssembly, or a page's rules forbid it. */
export const instantiate = (bytes: Uint8Array, outside: Instance['call']): Instance | undefined => {
  if (engine === undefined) return undefined;
  try {
    const { memory, ...call } = new engine.Instance(new engine.Module(bytes), { outside }).exports;
    return { memory: (memory as { readonly buffer: ArrayBuffer }).buffer, call: call as Instance['call'] };
  } catch {
    return undefined;
  }
};
