/**
 * WebAssembly in its binary form (webassembly.github.io/spec/core/binary): one memory, and functions of i32 parameters.
 *
 *   module    \0asm 1, sections: types, functions, memory, exports, code
 *   integer   LEB128: seven bits a byte, the least first; the eighth says that more follow
 */

export type Type = 'i32' | 'i64' | 'f64' | 'v128';

const typeCodes: Readonly<Record<Type, number>> = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b };

/** Instructions without immediate operands that are used here. */
const opcodes = {
  block: [0x02, 0x40],
  loop: [0x03, 0x40],
  return: [0x0f],
  end: [0x0b],
  'i32.eqz': [0x45],
  'i32.add': [0x6a],
  'i32.sub': [0x6b],
  'i64.eqz': [0x50],
  'i64.add': [0x7c],
  'i64.sub': [0x7d],
  'i64.mul': [0x7e],
  'i64.and': [0x83],
  'i64.or': [0x84],
  'i64.xor': [0x85],
  'i64.shl': [0x86],
  'i64.shr_s': [0x87],
  'i64.shr_u': [0x88],
  'i64.extend_i32_u': [0xad],
  'i64.reinterpret_f64': [0xbd],
  'f64.lt': [0x63],
  'f64.abs': [0x99],
  'f64.add': [0xa0],
  'f64.mul': [0xa2],
  'f64.div': [0xa3],
  'f64.neg': [0x9a],
  'f64.convert_i64_s': [0xb9],
  'f64x2.splat': [0xfd, 0x14],
  'f64x2.add': [0xfd, 0xf0, 0x01],
  'f64x2.mul': [0xfd, 0xf2, 0x01],
} as const;

const loads = { i64: [0x29, 3], f64: [0x2b, 3], v128: [0xfd, 0x00, 3], splat: [0xfd, 0x0a, 3] } as const;
const stores = { i64: [0x37, 3], f64: [0x39, 3], v128: [0xfd, 0x0b, 3] } as const;

const unsigned = (n: number): number[] => {
  const bytes: number[] = [];
  for (let rest = n; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
};

const signed = (n: bigint): number[] => {
  const bytes: number[] = [];
  for (let rest = n; ; rest >>= 7n) {
    const low = Number(BigInt.asUintN(7, rest));
    if (rest >= -64n && rest < 64n) return [...bytes, low];
    bytes.push(low + 128);
  }
};

/** A function being written: instructions in the order of the stack machine. Locals are numbers, parameters first. */
export interface Assembler {
  readonly local: (type: Type) => number;
  readonly get: (local: number) => void;
  readonly set: (local: number) => void;
  readonly op: (name: keyof typeof opcodes) => void;
  readonly i32: (n: number) => void;
  readonly i64: (n: bigint | number) => void;
  readonly f64: (x: number) => void;
  /** Loads from a fixed address, or from one that lies so many bytes behind the address in a local. */
  readonly load: (type: keyof typeof loads, address: number, behind?: number) => void;
  /** Stores what `value` leaves on the stack. */
  readonly store: (type: keyof typeof stores, address: number, value: () => void, behind?: number) => void;
  /** Goes on behind the end of the block, or at the start of the loop, `depth` levels out, where the i32 on the stack is not zero. */
  readonly branchIf: (depth: number) => void;
  /** Leaves `depth` loops and the function with the value below, where the i32 on the stack is not zero. */
  readonly returnIf: (depth: number) => void;
  readonly branch: (depth: number) => void;
  /** Calls a function by number: those of outside first, then the module's own. */
  readonly call: (number: number) => void;
  /** The finished body with its locals. */
  readonly body: () => readonly number[];
}

/** A function of so many i32 parameters. */
export const assembler = (parameters: number): Assembler => {
  const code: number[] = [];
  const locals: Type[] = [];
  const put = (bytes: readonly number[]): void => {
    for (const byte of bytes) code.push(byte);
  };
  const i32 = (n: number): void => put([0x41, ...signed(BigInt(n))]);
  const get = (local: number): void => put([0x20, ...unsigned(local)]);
  const base = (behind: number | undefined): void => (behind === undefined ? i32(0) : get(behind));
  const bits = new DataView(new ArrayBuffer(8));
  return {
    local: (type) => parameters + locals.push(type) - 1,
    get,
    set: (local) => put([0x21, ...unsigned(local)]),
    op: (name) => put(opcodes[name]),
    i32,
    i64: (n) => put([0x42, ...signed(BigInt(n))]),
    f64: (x) => {
      bits.setFloat64(0, x, true);
      put([0x44, ...new Uint8Array(bits.buffer)]);
    },
    load: (type, address, behind) => {
      base(behind);
      put([...loads[type], ...unsigned(address)]);
    },
    store: (type, address, value, behind) => {
      base(behind);
      value();
      put([...stores[type], ...unsigned(address)]);
    },
    branchIf: (depth) => put([0x0d, depth]),
    // The function is the outermost block. Where the branch is not taken, the value is dropped.
    returnIf: (depth) => put([0x0d, depth, 0x1a]),
    branch: (depth) => put([0x0c, depth]),
    call: (number) => put([0x10, ...unsigned(number)]),
    body: () => {
      const declared = locals.flatMap((type) => [1, typeCodes[type]]);
      const all = [...unsigned(locals.length), ...declared];
      for (const byte of code) all.push(byte);
      all.push(0x0b);
      return all;
    },
  };
};

/** What a function takes and whether it returns an i32; all parameters are i32. */
export interface Signature {
  readonly name: string;
  readonly parameters: number;
  readonly returns: boolean;
}

/** A function of a module, known outside by its name. */
export interface Exported extends Signature {
  readonly body: readonly number[];
}

const section = (id: number, bytes: readonly number[]): number[] => [id, ...unsigned(bytes.length), ...bytes];

const text = (name: string): number[] => [name.length, ...Array.from(name, (c) => c.charCodeAt(0))];

const typeOf = ({ parameters, returns }: Signature): number[] => [
  0x60,
  ...unsigned(parameters),
  ...new Array(parameters).fill(typeCodes.i32),
  ...(returns ? [1, typeCodes.i32] : [0]),
];

/** How much one page of memory holds, in bytes. */
const pageSize = 65_536;

/**
 * The bytes of a module with these functions and a memory (exported as `memory`) of at least so many bytes; functions of
 * outside are asked for as `outside.name`.
 */
export const moduleOf = (outside: readonly Signature[], own: readonly Exported[], memory: number): Uint8Array => {
  const all = [...outside, ...own];
  const imported = outside.flatMap(({ name }, i) => [...text('outside'), ...text(name), 0, ...unsigned(i)]);
  const exported = own.flatMap(({ name }, i) => [...text(name), 0, ...unsigned(outside.length + i)]);
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [...unsigned(all.length), ...all.flatMap(typeOf)]),
    ...section(2, [...unsigned(outside.length), ...imported]),
    ...section(3, [...unsigned(own.length), ...own.flatMap((_, i) => unsigned(outside.length + i))]),
    ...section(5, [1, 0, ...unsigned(Math.ceil(memory / pageSize))]),
    ...section(7, [...unsigned(own.length + 1), ...text('memory'), 2, 0, ...exported]),
    ...section(10, [...unsigned(own.length), ...own.flatMap(({ body }) => [...unsigned(body.length), ...body])]),
  ]);
};
