import type { Method } from '../method.ts';
import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamax } from './adamax.ts';
import { adamw } from './adamw.ts';
import { amsgrad } from './amsgrad.ts';
import { exactLineSearch } from './exact-line-search.ts';
import { gradientDescent } from './gradient-descent.ts';
import { heavyBall } from './heavy-ball.ts';
import { momentum } from './momentum.ts';
import { momentumAverage } from './momentum-average.ts';
import { momentumFramework } from './momentum-framework.ts';
import { nadam } from './nadam.ts';
import { nadamScheduled } from './nadam-scheduled.ts';
import { nesterov } from './nesterov.ts';
import { nesterov1983 } from './nesterov-1983.ts';
import { nesterovFramework } from './nesterov-framework.ts';
import { nesterovSequences } from './nesterov-sequences.ts';
import { newton } from './newton.ts';
import { rmsprop } from './rmsprop.ts';
import { rmspropCentered } from './rmsprop-centered.ts';
import { stochasticGradientDescent } from './stochastic-gradient-descent.ts';

/** Every method a rubric can name. */
export const methods: readonly Method[] = [
  gradientDescent,
  stochasticGradientDescent,
  momentum,
  momentumFramework,
  momentumAverage,
  heavyBall,
  nesterov,
  nesterovFramework,
  nesterovSequences,
  nesterov1983,
  adagrad,
  rmsprop,
  rmspropCentered,
  adadelta,
  adam,
  adamw,
  amsgrad,
  nadam,
  nadamScheduled,
  adamax,
  newton,
  exactLineSearch,
];
