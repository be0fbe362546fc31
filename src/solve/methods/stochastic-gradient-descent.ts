import type { Assignment, Definitions, Method } from '../method.ts';
import { learningRate } from './parts/velocity.ts';

/** Parameters of f beyond the variables are data: `x: (1, 2, 3)` holds sample 1, 2, 3. */
const stepOn =
  (sample: string, sign: '-' | '+') =>
  ({ variables, parameters }: Assignment): Definitions => {
    const data = parameters.filter((each) => !variables.includes(each)).map((each) => `${each}_{${sample}}`);
    const point = [...variables.map((each) => `${each}_k`), ...data].join(', ');
    return Object.fromEntries(variables.map((each) => [`${each}_{k+1}`, `${each}_k ${sign} α ∂f/∂${each}(${point})`]));
  };

/**
 * One gradient step on one sample after the other, in the order `s_1, s_2, …` (1, 2, 3, … unless the rubric gives another).
 * The loss names its data after its variables: `f(w, b, x, y): (w x + b - y)^2` with `x: (1, 2, 3)` and `y: (2, 3, 5)`.
 */
export const stochasticGradientDescent: Method = {
  name: 'stochastic-gradient-descent',
  title: 'Stochastic gradient descent over a list of samples',
  parameters: [learningRate],
  start: { s_k: 'k' },
  definitions: stepOn('s_{k+1}', '-'),
  source: 'Robbins and Monro 1951',
  misconceptions: [
    {
      id: 'ascent',
      message: 'Your numbers go up the gradient: the step is added where it must be subtracted.',
      replace: stepOn('s_{k+1}', '+'),
    },
    {
      id: 'same-sample',
      message: 'Every step used the first sample; each step takes the next one.',
      replace: stepOn('s_1', '-'),
    },
  ],
};
