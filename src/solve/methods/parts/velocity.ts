import type { Definitions, Parameter } from '../../method.ts';

export const learningRate: Parameter = { symbol: 'α', name: 'learning rate', meaning: 'the step size' };

/** Parameters of every method with a velocity. */
export const momentumParameters: readonly Parameter[] = [
  learningRate,
  { symbol: 'γ', name: 'momentum', default: '0.9', meaning: 'the share of the last velocity that is kept' },
];

/** The velocity before the first step: as many zeros as the iterate has coordinates. */
export const zeroVelocity: Definitions = { v_0: '0 p_0' };
