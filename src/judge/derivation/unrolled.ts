import { type Block, beside, byMatrix, identity, must, plus, times, transpose, zeros } from './block.ts';
import type { Network } from './instance.ts';
import type { Reading } from './reading.ts';

/** A thing of a network that is differentiated, or by which; one object on one network. */
export interface Quantity {
  readonly kind: 'loss' | 'state' | 'recurrent' | 'input-weights' | 'bias' | 'parameters';
  /** Of a state, and of the loss of one step; the loss without one is the sum of all. */
  readonly step?: number;
  /** Its place among the quantities of the network. */
  readonly number: number;
}

/** Through all paths of the unrolled network, or through the immediate one (∂⁺: earlier states held fixed). */
export type Path = 'total' | 'immediate';

/** The quantities of a network and their derivatives. */
export interface Differentiation {
  /** The quantity of a kind, at a step (NaN for none); `undefined` where the network has none such. */
  readonly quantity: (kind: Quantity['kind'], step: number) => Quantity | undefined;
  /** ∂of/∂by; `undefined` for a derivative by a loss. */
  readonly derivative: (of: Quantity, by: Quantity, path: Path, layout: Reading['layout']) => Block | undefined;
}

const sizeOf = ({ kind }: Quantity, width: number): number => {
  if (kind === 'state' || kind === 'bias') return width;
  return kind === 'parameters' ? 2 * width * width + width : width * width;
};

/** ∂⁺x_t/∂by: x_{t−1} held fixed. */
const immediate = (network: Network, step: number, by: Quantity): Block => {
  const { width, activations, inputs } = network;
  if (by.kind === 'state') return by.step === step ? identity(width) : zeros(width, width);
  if (step === 0) return zeros(width, sizeOf(by, width));
  const recurrent = byMatrix(must(activations[step - 1]));
  if (by.kind === 'recurrent') return recurrent;
  const input = byMatrix(must(inputs[step]));
  if (by.kind === 'input-weights') return input;
  return by.kind === 'bias' ? identity(width) : beside([recurrent, input, identity(width)]);
};

const jacobian = ({ weights, slopes }: Network, step: number): Block =>
  must(times(weights.recurrent, must(slopes[step - 1])));

const total = (network: Network, step: number, by: Quantity): Block => {
  const { width } = network;
  let result = immediate(network, 0, by);
  for (let t = 1; t <= step; t += 1) {
    const isLater = by.kind === 'state' && t <= (by.step ?? 0);
    const through = isLater ? zeros(width, width) : must(times(jacobian(network, t), result));
    result = must(plus(immediate(network, t, by), through));
  }
  return result;
};

const ofLoss = (network: Network, step: number, by: Quantity, path: Path): Block => {
  const { width, lossRows } = network;
  const isOwn = by.kind === 'state' && by.step === step;
  const direct = isOwn ? identity(width) : zeros(width, sizeOf(by, width));
  return must(times(must(lossRows[step]), path === 'immediate' ? direct : total(network, step, by)));
};

const ofAllLosses = (network: Network, by: Quantity, path: Path): Block =>
  Array.from({ length: network.steps }, (_, i) => ofLoss(network, i + 1, by, path)).reduce((a, b) => must(plus(a, b)));

/** ∂⁺x_t/∂x_{t−1} is the Jacobian: the step itself is the immediate path. */
const ofState = (network: Network, step: number, by: Quantity, path: Path): Block => {
  if (path === 'total') return total(network, step, by);
  return by.kind === 'state' && by.step === step - 1 ? jacobian(network, step) : immediate(network, step, by);
};

/** In numerator layout: rows of `of`, columns of `by`. */
const differentiate = (network: Network, of: Quantity, by: Quantity, path: Path): Block => {
  if (of.kind === 'loss')
    return of.step === undefined ? ofAllLosses(network, by, path) : ofLoss(network, of.step, by, path);
  if (of.kind === 'state') return ofState(network, of.step ?? 0, by, path);
  const [rows, columns] = [sizeOf(of, network.width), sizeOf(by, network.width)];
  return of.kind === by.kind ? identity(rows) : zeros(rows, columns);
};

/** The quantities of one kind: without a step, and at each step. */
interface Family {
  readonly whole?: Quantity;
  readonly steps: readonly (Quantity | undefined)[];
}

const quantitiesOf = ({ steps }: Network): Readonly<Record<Quantity['kind'], Family>> => {
  let count = 0;
  const single = (kind: Quantity['kind']): Family => ({ whole: { kind, number: count++ }, steps: [] });
  const each = (kind: Quantity['kind'], from: number): readonly (Quantity | undefined)[] =>
    Array.from({ length: steps + 1 }, (_, step) => (step < from ? undefined : { kind, step, number: count++ }));
  return {
    loss: { ...single('loss'), steps: each('loss', 1) },
    state: { steps: each('state', 0) },
    recurrent: single('recurrent'),
    'input-weights': single('input-weights'),
    bias: single('bias'),
    parameters: single('parameters'),
  };
};

/** Quantities of one network, at most. */
const most = 32;

/** Values by two quantities, each worked out when it is asked for first. */
const table = (compute: (of: Quantity, by: Quantity) => Block): ((of: Quantity, by: Quantity) => Block) => {
  const known: (Block | undefined)[] = Array.from({ length: most * most });
  return (of, by) => {
    const at = of.number * most + by.number;
    const block = known[at] ?? compute(of, by);
    known[at] = block;
    return block;
  };
};

/** The quantities of a network, and their derivatives worked out once. */
export const differentiation = (network: Network): Differentiation => {
  const quantities = quantitiesOf(network);
  const laid = (path: Path) => {
    const numerator = table((of, by) => differentiate(network, of, by, path));
    const denominator = table((of, by) => transpose(numerator(of, by)));
    const gradient = (of: Quantity, by: Quantity) => (of.kind === 'loss' ? denominator : numerator)(of, by);
    return { numerator, denominator, gradient };
  };
  const tables = { total: laid('total'), immediate: laid('immediate') };
  return {
    quantity: (kind, step) => (Number.isNaN(step) ? quantities[kind].whole : quantities[kind].steps[step]),
    derivative: (of, by, path, layout) => (by.kind === 'loss' ? undefined : tables[path][layout](of, by)),
  };
};
