import type { Assignment, Definitions, MethodMisconception } from '../../method.ts';

/** The first coordinate looks ahead, the others stay. */
const lookAheadInFirst = ({ variables }: Assignment): Definitions | undefined => {
  const [first, ...rest] = variables;
  if (first === undefined || rest.length === 0) return undefined;
  const point = [`${first}_k + γ v_{k,1}`, ...rest.map((each) => `${each}_k`)].join(', ');
  return { 'v_{k+1}': `γ v_k - α ∇f(${point})` };
};

/** How Nesterov's momentum (look-ahead form) goes wrong, and the conventions of its velocity. */
export const nesterovSlips: readonly MethodMisconception[] = [
  {
    id: 'velocity-sign',
    message:
      'Your velocity points uphill and is subtracted (v = γ v + α ∇f(p − γ v), p − v): the same points as with v = γ v − α ∇f(p + γ v), the velocity with the other sign.',
    convention: true,
    replace: { 'v_{k+1}': 'γ v_k + α ∇f(p_k - γ v_k)', 'p_{k+1}': 'p_k - v_{k+1}' },
  },
  {
    id: 'velocity-without-rate',
    message:
      'Your velocity leaves out the learning rate and the sign (v = γ v + ∇f(p − α γ v), p − α v): the same points as with v = γ v − α ∇f(p + γ v), the velocity in other units.',
    convention: true,
    replace: { 'v_{k+1}': 'γ v_k + ∇f(p_k - α γ v_k)', 'p_{k+1}': 'p_k - α v_{k+1}' },
  },
  {
    id: 'look-ahead-dropped',
    message:
      'Your numbers are those of classical momentum: the gradient must be taken at the look-ahead point p + γ v, not at p.',
    replace: { 'v_{k+1}': 'γ v_k - α ∇f(p_k)' },
  },
  {
    id: 'momentum-dropped',
    message: 'Your numbers are those of plain gradient descent: the velocity of the step before is missing.',
    replace: { 'v_{k+1}': '-α ∇f(p_k)' },
  },
  {
    id: 'framework-form',
    message:
      'Your numbers are the look-ahead points: this is the framework form of Nesterov (PyTorch, Keras), which differs from the look-ahead form from the first step on.',
    replace: { 'v_{k+1}': 'γ v_k - α ∇f(p_k)', 'p_{k+1}': 'p_k + γ v_{k+1} - α ∇f(p_k)' },
  },
  {
    id: 'look-ahead-sign',
    message: 'The look-ahead goes backwards: the gradient was taken at p − γ v instead of p + γ v.',
    replace: { 'v_{k+1}': 'γ v_k - α ∇f(p_k - γ v_k)' },
  },
  {
    id: 'look-ahead-in-first-coordinate',
    message: 'Only the first coordinate was looked ahead: p + γ v moves all coordinates.',
    replace: lookAheadInFirst,
  },
  {
    id: 'look-ahead-without-factor',
    message: 'The gradient was taken at p + v; the look-ahead point is p + γ v.',
    replace: { 'v_{k+1}': 'γ v_k - α ∇f(p_k + v_k)' },
  },
  {
    id: 'velocity-lost',
    message: 'The new velocity lacks γ v: it is γ v − α ∇f(p + γ v).',
    replace: { 'v_{k+1}': '-α ∇f(p_k + γ v_k)' },
  },
  {
    id: 'velocity-twice',
    message: 'The old velocity was counted twice: the point moves by the new velocity alone, which already holds γ v.',
    replace: { 'p_{k+1}': 'p_k + γ v_k + v_{k+1}' },
  },
  {
    id: 'velocity-of-last-step',
    message: 'The point was moved by the old velocity: first compute the new velocity, then move by it.',
    replace: { 'p_{k+1}': 'p_k + v_k' },
  },
  {
    id: 'velocity-subtracted',
    message: 'The velocity was subtracted, although it already points downhill (v = γ v − α ∇f): it must be added.',
    replace: { 'p_{k+1}': 'p_k - v_{k+1}' },
  },
  {
    id: 'momentum-averaged',
    message:
      'Your velocity is an average, with a factor 1 − γ before the gradient; here the gradient enters with the learning rate alone.',
    replace: { 'v_{k+1}': 'γ v_k - α (1 - γ) ∇f(p_k + γ v_k)' },
  },
  {
    id: 'rate-outside-velocity',
    message:
      'Your velocity leaves out the learning rate and the sign (v = γ v + ∇f), while the look-ahead point still adds it.',
    replace: { 'v_{k+1}': 'γ v_k + ∇f(p_k + γ v_k)', 'p_{k+1}': 'p_k - α v_{k+1}' },
  },
];
