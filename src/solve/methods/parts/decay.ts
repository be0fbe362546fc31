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

/** `(1 - β_1^(k+1))`: step k + 1 is the first with k = 0. */
export const corrected = (average: 'm' | 's'): string =>
  average === 'm' ? 'm_{k+1}/(1 - β_1^(k+1))' : 's_{k+1}/(1 - β_2^(k+1))';

/** The running means of the gradient and of its square. */
export const means = {
  'm_{k+1}': 'β_1 m_k + (1 - β_1) ∇f(p_k)',
  's_{k+1}': 'β_2 s_k + (1 - β_2) ∇f(p_k)^2',
} as const;

/** Both means before the first step. */
export const zeroMeans = { m_0: '0 p_0', s_0: '0 p_0' } as const;
