import type { Schedule } from './schedule.ts';

/** The rate falls to a lowest one along a power of the time that is left; linear for power 1. */
export const polynomialDecay: Schedule = {
  name: 'polynomial-decay',
  title: 'Polynomial decay',
  parameters: [
    { symbol: 'D', name: 'duration', meaning: 'the step at which the lowest rate is reached' },
    { symbol: 'q', name: 'power', default: '1', meaning: 'the power of the time that is left' },
    { symbol: 'α_min', name: 'lowest rate', default: '0', meaning: 'the rate from step D on' },
  ],
  definitions: { α_k: 'α_min + (α - α_min) (1 - min(k, D)/D)^q' },
  source: 'Keras PolynomialDecay',
};
