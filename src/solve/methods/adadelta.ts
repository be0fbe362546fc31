import type { Method } from '../method.ts';

/** The step is the gradient times the ratio of two running roots: of the steps so far and of the gradients. */
export const adadelta: Method = {
  name: 'adadelta',
  title: 'Adadelta',
  parameters: [
    { symbol: 'α', name: 'learning rate', default: '1', meaning: 'the step size; 1 in the paper' },
    { symbol: 'ρ', name: 'decay rate', default: '0.9', meaning: 'the share of both means that is kept' },
    { symbol: 'ε', name: 'epsilon', default: '1e-6', meaning: 'starts the steps and keeps the divisor away from zero' },
  ],
  start: { s_0: '0 p_0', U_0: '0 p_0' },
  definitions: {
    's_{k+1}': 'ρ s_k + (1 - ρ) ∇f(p_k)^2',
    'd_{k+1}': '∇f(p_k) sqrt(U_k + ε)/sqrt(s_{k+1} + ε)',
    'U_{k+1}': 'ρ U_k + (1 - ρ) d_{k+1}^2',
    'p_{k+1}': 'p_k - α d_{k+1}',
  },
  source: 'Zeiler 2012, algorithm 1',
  misconceptions: [
    {
      id: 'steps-not-averaged',
      message: 'The mean of the squared steps stays at zero in your numbers: it is updated after every step.',
      replace: { 'U_{k+1}': 'U_k' },
    },
  ],
};
