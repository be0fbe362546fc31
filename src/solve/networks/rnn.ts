import { toText } from '../../math/number/exact.ts';
import type { Definitions } from '../method.ts';
import { activations, steepestSlope } from './activation.ts';
import type { Network } from './network.ts';

/** σ and the largest slope that follows from it; neither where the rubric leaves σ open or defines it itself. */
const activation = (name: string | undefined): Definitions => {
  const found = activations.find((each) => each.name === name);
  return found ? { 'σ(z)': found.formula, γ: toText(steepestSlope(found)) } : {};
};

/**
 * The recurrent network of the vanishing gradients: states, losses, the Jacobian J_t = ∂x_t/∂x_{t−1} and the products
 * P_{t,k} = ∂x_t/∂x_k, whose norms vanish where s_max γ < 1.
 */
export const rnn: Network = {
  name: 'rnn',
  title: 'Recurrent network x_t = W_rec σ(x_{t−1}) + W_in u_t + b',
  parameters: [
    { symbol: 'σ', meaning: 'the activation: tanh, logistic, relu, identity or softplus' },
    { symbol: 'W_rec', meaning: 'the recurrent weights, a square matrix' },
    { symbol: 'W_in', meaning: 'the weights of the inputs' },
    { symbol: 'u', meaning: 'the inputs, a row a step' },
    { symbol: 'b', meaning: 'the bias' },
    { symbol: 'x_0', meaning: 'the state before the first step' },
    { symbol: 'd', meaning: 'the targets of the states, a row a step' },
    { symbol: 'T', meaning: 'the number of steps' },
  ],
  choices: ['σ'],
  definitions: ({ σ }) => ({
    ...activation(σ),
    x_t: 'W_rec σ(x_{t-1}) + W_in u_t + b',
    ε_t: '1/2 inner(x_t - d_t, x_t - d_t)',
    ε: 'Σ_{t=1}^{T} ε_t',
    J_t: "W_rec diag(σ'(x_{t-1}))",
    'P_{k,k}': 'diag(1 + 0 x_0)',
    'P_{t,k}': 'J_t P_{t-1,k}',
    s_max: 'norm(W_rec, 2)',
    λ_max: 'ρ(W_rec)',
  }),
  defaults: { b: '0 x_0', W_in: 'diag(1 + 0 x_0)', u_t: '0 x_0' },
};
