import { type Exact, fraction, subtract } from '../../math/number/exact.ts';
import { type Block, beside, diagonal, identity, plus, rowsOf, scalar, times, transpose, zeros } from './block.ts';

/** A thing of the network that is differentiated, or by which. */
export type Quantity =
  | { readonly kind: 'loss'; readonly step?: number }
  | { readonly kind: 'state'; readonly step: number }
  | { readonly kind: 'recurrent' | 'input-weights' | 'bias' | 'parameters' };

/**
 * A small recurrent network x_t = W σ(x_{t−1}) + W_in u_t + b with losses ε_t(x_t), t = 1 … T, every number exact.
 *
 * The values of x_t, σ(x_t) and σ′(x_t) are drawn independently: some smooth σ passes through any such values, and the
 * inputs u_t make up what is missing in x_t. So an identity that holds here by accident is as unlikely as a random
 * polynomial vanishing at a random point, and the numbers stay short enough to be shown.
 */
export interface Instance {
  readonly steps: number;
  readonly width: number;
  /** γ, a bound on |σ′| that some slope reaches. */
  readonly gamma: Exact;
  readonly weights: { readonly recurrent: Block; readonly input: Block; readonly bias: Block };
  /** x_t, σ(x_t) as columns and σ′(x_t) as a diagonal matrix, t = 0 … T. */
  readonly state: (step: number) => Block | undefined;
  readonly activated: (step: number) => Block | undefined;
  readonly slope: (step: number) => Block | undefined;
  readonly input: (step: number) => Block | undefined;
  /**
   * ∂of/∂by in numerator layout (rows of `of`, columns of `by`), through all paths of the unrolled network, or
   * `immediate` (∂⁺: earlier states held fixed). `undefined` where a step is outside the network.
   */
  readonly derivative: (of: Quantity, by: Quantity, immediate: boolean) => Block | undefined;
}

/** Numbers from a fixed linear congruential sequence (Knuth's MMIX constants): the same on every machine. */
const sequence = (seed: bigint): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n);
  };
};

const tenth = (value: number): Exact => fraction(BigInt(value), 10n);

/** A non-zero tenth between −0.9 and 0.9. */
const signedTenth = (draw: () => number): Exact => tenth((1 + (draw() % 9)) * (draw() % 2 === 0 ? 1 : -1));

const column = (size: number, entry: () => Exact): Block => Array.from({ length: size }, () => [entry()]);
const square = (size: number, entry: () => Exact): Block =>
  Array.from({ length: size }, () => Array.from({ length: size }, entry));

/** I ⊗ vᵀ: how W v changes with the entries of W, row by row. */
const byMatrix = (vector: Block): Block => {
  const width = rowsOf(vector);
  return Array.from({ length: width }, (_, i) =>
    Array.from({ length: width }, (_, j) =>
      i === j ? vector.map((row) => row[0] ?? tenth(0)) : (zeros(1, width)[0] ?? []),
    ).flat(),
  );
};

const must = (block: Block | undefined): Block => {
  if (!block) throw new Error('the shapes of an instance always fit');
  return block;
};

/** The network number `seed` with `width` hidden units and `steps` steps. */
export const drawInstance = (seed: number, width: number, steps: number): Instance => {
  const draw = sequence(BigInt(seed) * 7919n + 17n);
  const entry = () => signedTenth(draw);
  const gamma = tenth(6);
  const recurrent = square(width, entry);
  const inputWeights = identity(width);
  const bias = column(width, entry);
  const states = Array.from({ length: steps + 1 }, () => column(width, entry));
  const activations = Array.from({ length: steps + 1 }, () => column(width, entry));
  const slopes = Array.from({ length: steps + 1 }, () => diagonal(column(width, () => tenth(1 + (draw() % 6)))));
  const lossRows = Array.from({ length: steps + 1 }, () => transpose(column(width, entry)));

  const drive = (step: number): Block => {
    const carried = must(plus(must(times(recurrent, must(activations[step - 1]))), bias));
    return must(states[step]).map((row, i) => [subtract(row[0] ?? tenth(0), carried[i]?.[0] ?? tenth(0))]);
  };
  const inputs = Array.from({ length: steps + 1 }, (_, step) => (step === 0 ? undefined : drive(step)));

  const isStep = (step: number) => Number.isInteger(step) && step >= 0 && step <= steps;
  const size = (by: Quantity): number => {
    if (by.kind === 'state' || by.kind === 'bias') return width;
    return by.kind === 'parameters' ? 2 * width * width + width : width * width;
  };

  /** ∂⁺x_t/∂by: x_{t−1} held fixed. */
  const immediate = (step: number, by: Quantity): Block => {
    if (by.kind === 'state') return by.step === step ? identity(width) : zeros(width, width);
    if (step === 0 || by.kind === 'loss') return zeros(width, size(by));
    if (by.kind === 'recurrent') return byMatrix(must(activations[step - 1]));
    if (by.kind === 'input-weights') return byMatrix(must(inputs[step]));
    if (by.kind === 'bias') return identity(width);
    return beside([byMatrix(must(activations[step - 1])), byMatrix(must(inputs[step])), identity(width)]);
  };
  const jacobian = (step: number): Block => must(times(recurrent, must(slopes[step - 1])));

  const total = (step: number, by: Quantity): Block => {
    let result = immediate(0, by);
    for (let t = 1; t <= step; t += 1) {
      const through = by.kind === 'state' && t <= by.step ? zeros(width, width) : must(times(jacobian(t), result));
      result = must(plus(immediate(t, by), through));
    }
    return result;
  };

  const ofLoss = (step: number, by: Quantity, direct: boolean): Block => {
    const throughState = direct
      ? by.kind === 'state' && by.step === step
        ? identity(width)
        : zeros(width, size(by))
      : total(step, by);
    return must(times(must(lossRows[step]), throughState));
  };
  const allLosses = (by: Quantity, direct: boolean): Block =>
    Array.from({ length: steps }, (_, i) => ofLoss(i + 1, by, direct)).reduce((a, b) => must(plus(a, b)));

  const memo = new Map<string, Block | undefined>();
  const compute = (of: Quantity, by: Quantity, direct: boolean): Block | undefined => {
    if (by.kind === 'loss' || (by.kind === 'state' && !isStep(by.step))) return undefined;
    if (of.kind === 'loss') {
      if (of.step === undefined) return allLosses(by, direct);
      return isStep(of.step) && of.step > 0 ? ofLoss(of.step, by, direct) : undefined;
    }
    if (of.kind === 'state') {
      if (!isStep(of.step)) return undefined;
      return direct ? immediateBy(of.step, by) : total(of.step, by);
    }
    return of.kind === by.kind ? identity(size(of)) : zeros(size(of), size(by));
  };
  /** ∂⁺x_t/∂x_{t−1} is the Jacobian: the step itself is the immediate path. */
  const immediateBy = (step: number, by: Quantity): Block =>
    by.kind === 'state' && by.step === step - 1 ? jacobian(step) : immediate(step, by);

  return {
    steps,
    width,
    gamma,
    weights: { recurrent, input: inputWeights, bias },
    state: (step) => states[step],
    activated: (step) => activations[step],
    slope: (step) => slopes[step],
    input: (step) => inputs[step],
    derivative: (of, by, direct) => {
      const key = `${of.kind} ${'step' in of ? of.step : ''} ${by.kind} ${'step' in by ? by.step : ''} ${direct}`;
      if (!memo.has(key)) memo.set(key, compute(of, by, direct));
      return memo.get(key);
    },
  };
};

/** The scalar block of γ. */
export const gammaOf = (instance: Instance): Block => scalar(instance.gamma);
