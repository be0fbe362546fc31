/**
 * Code for e^a at one argument after another (machine/nearby-exponential.ts): e^a = e^(a₀) e^δ with the last value and a
 * series for δ = a − a₀, which is taken one ulp too near to zero where it is negative.
 */
import { type Assembler, assembler } from './assembler.ts';
import { type Format, limbBits } from './limbs.ts';
import {
  addToCarry,
  clearCarry,
  columnCode,
  lastTerm,
  type Moving,
  mask,
  nearnesses,
  passOn,
  seriesCode,
  settled,
} from './series-code.ts';

/** So often a value is moved before it is worked out anew: until then its radius grows by less than 2^11 and the losses. */
export const mostMoves = 64;

/** Parameters, addresses: of a, of the a₀ and e^(a₀) that are kept, and of the radius (a double) and the moves left. */
const [argument, kept, value, cells] = [0, 1, 2, 3];

/** Leaves the function with 0. */
const giveUp = (asm: Assembler): void => {
  asm.i32(0);
  asm.op('return');
};

/** δ ← |a − a₀|, normal, less one ulp where a < a₀ (the complement of its limbs); `sign` is then −1, else 0. */
const differenceCode = (m: Moving): void => {
  const { asm, format, delta, sign } = m;
  const top = format.limbs - 1;
  clearCarry(m);
  for (const [i, limb] of delta.entries()) {
    addToCarry(m, () => {
      asm.load('i64', 8 * i, argument);
      asm.load('i64', 8 * i, kept);
      asm.op('i64.sub');
    });
    settled(m, i);
    asm.set(limb);
    if (i < top) passOn(m);
  }
  asm.get(delta[top] as number);
  asm.i64(63);
  asm.op('i64.shr_s');
  asm.set(sign);
  for (const [i, limb] of delta.entries()) {
    asm.get(limb);
    asm.get(sign);
    if (i < top) {
      asm.i64(mask);
      asm.op('i64.and');
    }
    asm.op('i64.xor');
    asm.set(limb);
  }
};

/** Leaves on the stack whether |δ| ≥ 2^−z: whether bits from there up are set. */
const isFarther = ({ asm, format, delta }: Moving, z: number): void => {
  const zeros = Math.floor(z / limbBits);
  const first = format.limbs - 1 - zeros;
  asm.get(delta[first] as number);
  for (let i = first + 1; i < format.limbs; i += 1) {
    asm.get(delta[i] as number);
    asm.op('i64.or');
  }
  if (z % limbBits > 0) {
    // Of the limb behind the leading zero limbs some of the first bits have to be zero as well.
    asm.get(delta[first - 1] as number);
    asm.i64(limbBits - (z % limbBits));
    asm.op('i64.shr_u');
    asm.op('i64.or');
  }
  asm.op('i64.eqz');
  asm.op('i32.eqz');
};

/** Gives the limbs of δ its sign: (limb xor −1) + 1 = −limb. */
const signedLimbs = ({ asm, delta, sign }: Moving): void => {
  for (const limb of delta) {
    asm.get(limb);
    asm.get(sign);
    asm.op('i64.xor');
    asm.get(sign);
    asm.op('i64.sub');
    asm.set(limb);
  }
};

/**
 * The radius in ulps: what it was times e^δ < 1 + 2^(1−z), what the series lost times e^a₀ < 9/8 (⌊e^a⌋ + 1), and 3 for
 * the product. A slack of 2^−39 covers the rounding of all that (outward.ts).
 */
const radiusCode = ({ asm, format, grown, lost }: Moving): void =>
  asm.store(
    'f64',
    0,
    () => {
      asm.load('f64', 0, cells);
      asm.get(grown);
      asm.op('f64.mul');
      asm.load('i64', 8 * (format.limbs - 1), value);
      asm.op('f64.convert_i64_s');
      asm.f64(1);
      asm.op('f64.add');
      asm.get(lost);
      asm.op('f64.mul');
      asm.op('f64.add');
      asm.f64(3);
      asm.op('f64.add');
      asm.f64(1 + 2 ** -39);
      asm.op('f64.mul');
    },
    cells,
  );

/** S, `grown` and `lost` for the nearest of the nearnesses; leaves the function with 0 where δ is too far for all. */
const nearestSeries = (m: Moving): void => {
  const { asm, format, grown, lost } = m;
  asm.op('block');
  for (const z of nearnesses) {
    asm.op('block');
    isFarther(m, z);
    asm.branchIf(0);
    signedLimbs(m);
    seriesCode(m, z);
    asm.f64(1 + 2 ** (1 - z));
    asm.set(grown);
    asm.f64((3 * lastTerm(z, format.bits) + 6) * 1.125);
    asm.set(lost);
    asm.branch(1);
    asm.op('end');
  }
  giveUp(asm);
  asm.op('end');
};

/** Takes one off the moves that are left; leaves the function with 0 where there is none. */
const countMove = ({ asm }: Moving): void => {
  asm.op('block');
  asm.load('i64', 8, cells);
  asm.op('i64.eqz');
  asm.op('i32.eqz');
  asm.branchIf(0);
  giveUp(asm);
  asm.op('end');
  asm.store(
    'i64',
    8,
    () => {
      asm.load('i64', 8, cells);
      asm.i64(1);
      asm.op('i64.sub');
    },
    cells,
  );
};

const keepArgument = ({ asm, format }: Moving): void => {
  for (let i = 0; i < format.limbs; i += 1) asm.store('i64', 8 * i, () => asm.load('i64', 8 * i, argument), kept);
};

/** value ← value · S, in place: a limb is written when no column needs it any more. */
const productInPlace = (m: Moving): void => {
  const { asm, format, series } = m;
  const places = format.limbs - 1;
  clearCarry(m);
  for (let column = places - 2; column <= 2 * places; column += 1) {
    const range = [Math.max(0, column - places), Math.min(places, column)] as const;
    addToCarry(m, () =>
      columnCode(
        asm,
        (i) => asm.load('i64', 8 * i, value),
        (j) => asm.get(series[j] as number),
        column,
        range,
      ),
    );
    const limb = column - places;
    if (limb >= 0) asm.store('i64', 8 * limb, () => settled(m, limb), value);
    if (limb < places) passOn(m);
  }
};

/** The body of a function of four addresses: moves e^(a₀) to e^a and returns 1, or 0 where it has to be worked out anew. */
export const exponentialCode = (format: Format, table: number): readonly number[] => {
  const asm = assembler(4);
  const limbs = (): readonly number[] => Array.from({ length: format.limbs }, () => asm.local('i64'));
  const m: Moving = {
    asm,
    format,
    table,
    delta: limbs(),
    series: limbs(),
    carry: asm.local('i64'),
    sign: asm.local('i64'),
    grown: asm.local('f64'),
    lost: asm.local('f64'),
  };
  countMove(m);
  differenceCode(m);
  nearestSeries(m);
  productInPlace(m);
  radiusCode(m);
  keepArgument(m);
  asm.i32(1);
  return asm.body();
};
