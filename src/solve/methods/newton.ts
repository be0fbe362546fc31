import type { Method } from '../method.ts';
import { learningRate } from './parts/velocity.ts';

/** Newton's method: the step to the minimum of the local quadratic; `α` below 1 damps it. */
export const newton: Method = {
  name: 'newton',
  title: "Newton's method",
  parameters: [{ ...learningRate, default: '1' }],
  start: {},
  definitions: { 'p_{k+1}': 'p_k - α (∇²f(p_k))^(-1) ∇f(p_k)' },
  source: 'Nocedal and Wright, Numerical Optimization, 3.3',
  misconceptions: [
    {
      id: 'hessian-not-inverted',
      message: 'The gradient was multiplied by the Hessian; it must be multiplied by its inverse.',
      replace: { 'p_{k+1}': 'p_k - α ∇²f(p_k) ∇f(p_k)' },
    },
    {
      id: 'hessian-dropped',
      message: 'Your numbers are those of gradient descent: the inverse of the Hessian is missing.',
      replace: { 'p_{k+1}': 'p_k - α ∇f(p_k)' },
    },
    {
      id: 'ascent',
      message: 'The Newton step was added; it is subtracted.',
      replace: { 'p_{k+1}': 'p_k + α (∇²f(p_k))^(-1) ∇f(p_k)' },
    },
  ],
};
