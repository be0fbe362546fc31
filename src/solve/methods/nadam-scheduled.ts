import type { Method } from '../method.ts';
import { adamParameters, adamStep, means, zeroMeans } from './parts/decay.ts';

/** Nadam with the momentum schedule u_t = β₁ (1 − 0.96^{t ψ}/2): ψ = 0.004 in PyTorch, 1 in Keras. */
export const nadamScheduled: Method = {
  name: 'nadam-scheduled',
  title: 'Nadam with momentum schedule',
  parameters: [
    ...adamParameters,
    { symbol: 'ψ', name: 'momentum decay', default: '0.004', meaning: 'how fast the momentum rises to β₁' },
  ],
  start: { ...zeroMeans, P_0: '1' },
  definitions: {
    ...means,
    'u_{k}': 'β_1 (1 - 0.96^(k ψ)/2)',
    'P_{k+1}': 'P_k u_{k+1}',
    'p_{k+1}': `p_k - α (u_{k+2} m_{k+1}/(1 - P_{k+2}) + (1 - u_{k+1}) ∇f(p_k)/(1 - P_{k+1}))/(sqrt(v̂_{k+1}) + ε)`,
  },
  source: 'Dozat 2016; torch/optim/nadam.py',
  misconceptions: [
    {
      id: 'schedule-dropped',
      message: 'The momentum schedule is missing: β₁ was used unchanged in every step.',
      replace: { 'u_{k}': 'β_1' },
    },
    {
      id: 'look-ahead-dropped',
      message: 'Your numbers are those of Adam: the look-ahead in the mean is missing.',
      replace: { 'p_{k+1}': `p_k - ${adamStep}` },
    },
  ],
};
