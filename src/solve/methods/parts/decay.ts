import type { Parameter } from '../../method.ts';

/** Parameters of Adam and its family, with the paper's defaults. */
export const adamParameters: readonly Parameter[] = [
  { symbol: 'α', name: 'learning rate', default: '0.001', meaning: 'the step size' },
  {
    symbol: 'β_1',
    name: 'first decay rate',
    default: '0.9',
    meaning: 'the share of the mean of gradients that is kept',
  },
  {
    symbol: 'β_2',
    name: 'second decay rate',
    default: '0.999',
    meaning: 'the share of the mean of squares that is kept',
  },
  { symbol: 'ε', name: 'epsilon', default: '1e-8', meaning: 'keeps the divisor away from zero' },
];

/** Both means before the first step. */
export const zeroMeans = { m_0: '0 p_0', v_0: '0 p_0' } as const;

/** The running means of the gradient and of its square, and the two corrected for having started at zero. */
export const means = {
  'm_{k+1}': 'β_1 m_k + (1 - β_1) ∇f(p_k)',
  'v_{k+1}': 'β_2 v_k + (1 - β_2) ∇f(p_k)^2',
  'm̂_{k+1}': 'm_{k+1}/(1 - β_1^(k+1))',
  'v̂_{k+1}': 'v_{k+1}/(1 - β_2^(k+1))',
} as const;

/** The step of Adam, which its relatives change. */
export const adamStep = 'α m̂_{k+1}/(sqrt(v̂_{k+1}) + ε)';
