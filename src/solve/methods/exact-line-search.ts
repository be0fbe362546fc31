import type { Method } from '../method.ts';

/**
 * Gradient descent whose rate is the best one along the gradient. For a quadratic f that rate is gᵀg / gᵀHg; a rubric with
 * another f gives its own `α_k`.
 */
export const exactLineSearch: Method = {
  name: 'exact-line-search',
  title: 'Steepest descent with exact line search',
  parameters: [],
  start: {},
  definitions: {
    g_k: '∇f(p_k)',
    H_k: '∇²f(p_k)',
    α_k: '(g_k^T g_k)/(g_k^T H_k g_k)',
    'p_{k+1}': 'p_k - α_k g_k',
  },
  source: 'Nocedal and Wright, Numerical Optimization, eq. 3.26',
  misconceptions: [
    {
      id: 'fraction-upside-down',
      message: 'The rate is upside down: it is gᵀg divided by gᵀHg.',
      replace: { α_k: '(g_k^T H_k g_k)/(g_k^T g_k)' },
    },
    {
      id: 'rate-of-first-step',
      message: 'The rate of the first step was kept: the line search is done anew at each point.',
      replace: { 'p_{k+1}': 'p_k - α_0 g_k' },
    },
  ],
};
