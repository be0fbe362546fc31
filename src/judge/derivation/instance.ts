import { type Block, build, diagonal, identity, minus, must, plus, times, transpose } from './block.ts';
import { type Differentiation, differentiation } from './unrolled.ts';

/**
 * A small recurrent network x_t = W σ(x_{t−1}) + W_in u_t + b with losses ε_t(x_t), t = 1 … T, every number exact.
 *
 * The values of x_t, σ(x_t) and σ′(x_t) are drawn independently: some smooth σ passes through any such values, and the
 * inputs u_t make up what is missing in x_t. So an identity that holds here by accident is as unlikely as a random
 * polynomial vanishing at a random point, and the numbers stay short enough to be shown.
 */
export interface Instance extends Network, Differentiation {
  /** Which of all instances it is. */
  readonly seed: number;
}

/** The numbers of a network. */
export interface Network {
  readonly steps: number;
  readonly width: number;
  /** γ, a bound on |σ′| that some slope reaches. */
  readonly gamma: Block;
  readonly weights: { readonly recurrent: Block; readonly input: Block; readonly bias: Block };
  /** x_t, σ(x_t) as columns, σ′(x_t) as diagonal matrices, ∂ε_t/∂x_t as rows, t = 0 … T. */
  readonly states: readonly Block[];
  readonly activations: readonly Block[];
  readonly slopes: readonly Block[];
  readonly lossRows: readonly Block[];
  /** u_t as columns, t = 1 … T. */
  readonly inputs: readonly (Block | undefined)[];
}

/** Numbers from a fixed linear congruential sequence (Knuth's MMIX constants): the same on every machine. */
const sequence = (seed: bigint): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n);
  };
};

/** A digit with a sign, from −9 to 9 and not zero. */
const signedDigit = (draw: () => number): number => (1 + (draw() % 9)) * (draw() % 2 === 0 ? 1 : -1);

/** A matrix of tenths. */
const tenths = (rows: number, columns: number, digit: () => number): Block => build(rows, columns, 10, digit);

const drawNetwork = (draw: () => number, width: number, steps: number, steepness: 1 | 2): Network => {
  const digit = () => signedDigit(draw);
  const column = () => tenths(width, 1, digit);
  const each = (block: () => Block): readonly Block[] => Array.from({ length: steps + 1 }, block);
  const recurrent = tenths(width, width, () => steepness * digit());
  const bias = column();
  const states = each(column);
  const activations = each(column);
  const slopes = each(() => diagonal(tenths(width, 1, () => steepness * (1 + (draw() % 6)))));
  const lossRows = each(() => transpose(column()));
  const inputs = states.map((state, step) => {
    const before = activations[step - 1];
    return before && minus(state, must(plus(must(times(recurrent, before)), bias)));
  });
  const weights = { recurrent, input: identity(width), bias };
  return {
    steps,
    width,
    gamma: tenths(1, 1, () => steepness * 6),
    weights,
    states,
    activations,
    slopes,
    lossRows,
    inputs,
  };
};

/**
 * The network number `seed` with `width` hidden units and `steps` steps. γ and the weights are small on odd ones, and may be
 * above 1 on even ones, so that ‖W‖γ is told from γ, and γ from 1/γ.
 */
export const drawInstance = (seed: number, width: number, steps: number): Instance => {
  const network = drawNetwork(sequence(BigInt(seed) * 7919n + 17n), width, steps, seed % 2 === 0 ? 2 : 1);
  return { seed, ...network, ...differentiation(network) };
};
