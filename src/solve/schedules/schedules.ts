import { cosineAnnealing } from './cosine-annealing.ts';
import { exponentialDecay } from './exponential-decay.ts';
import { inverseTimeDecay } from './inverse-time-decay.ts';
import { linearWarmup } from './linear-warmup.ts';
import { polynomialDecay } from './polynomial-decay.ts';
import type { Schedule } from './schedule.ts';
import { stepDecay } from './step-decay.ts';

/** Every schedule a rubric can name. */
export const schedules: readonly Schedule[] = [
  stepDecay,
  exponentialDecay,
  inverseTimeDecay,
  polynomialDecay,
  cosineAnnealing,
  linearWarmup,
];
