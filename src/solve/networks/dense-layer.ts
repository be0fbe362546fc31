import type { Definitions } from '../method.ts';
import { activations } from './activation.ts';
import type { Network } from './network.ts';

const losses: Readonly<Record<string, string>> = {
  squared: '1/2 inner(a - y, a - y)',
  'cross-entropy': '-inner(y, ln(a))',
};

const output = (name: string | undefined): Definitions => {
  if (name === 'softmax') return { a: 'exp(z)/inner(exp(z), 1 + 0 z)' };
  const found = activations.find((each) => each.name === name);
  return { ...(found ? { 'σ(z)': found.formula } : {}), a: 'σ(z)' };
};

/** One layer with its loss; every ∂L/∂… follows from these by the chain rule, δ = ∂L/∂z first. */
export const denseLayer: Network = {
  name: 'dense-layer',
  title: 'Dense layer a = σ(W x + b) with a loss',
  parameters: [
    { symbol: 'σ', meaning: 'the activation: tanh, logistic, relu, identity, softplus or softmax' },
    { symbol: 'loss', meaning: 'squared (half the squared distance, the default) or cross-entropy' },
    { symbol: 'W', meaning: 'the weights, a row an output' },
    { symbol: 'b', meaning: 'the bias' },
    { symbol: 'x', meaning: 'the input' },
    { symbol: 'y', meaning: 'the target' },
  ],
  choices: ['σ', 'loss'],
  definitions: ({ σ, loss }) => ({
    z: 'W x + b',
    ...output(σ),
    L: losses[loss ?? 'squared'] ?? losses['squared'] ?? '',
    δ: '∂L/∂z',
  }),
  defaults: {},
};
