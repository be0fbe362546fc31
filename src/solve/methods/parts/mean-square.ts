import type { Parameter } from '../../method.ts';

/** Parameters of RMSProp, plain and centred. */
export const rmspropParameters: readonly Parameter[] = [
  { symbol: 'α', name: 'learning rate', default: '0.01', meaning: 'the step size' },
  { symbol: 'ρ', name: 'decay rate', default: '0.9', meaning: 'the share of the mean of squares that is kept' },
  { symbol: 'ε', name: 'epsilon', default: '1e-8', meaning: 'keeps the divisor away from zero' },
];
