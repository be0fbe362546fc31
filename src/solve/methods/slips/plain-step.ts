import type { Assignment, Definitions, MethodMisconception } from '../../method.ts';

/** One definition a coordinate: `coordinate('x', 0)` is its right side. */
const perCoordinate = ({ variables }: Assignment, right: (variable: string, position: number) => string): Definitions =>
  Object.fromEntries(variables.map((variable, i) => [`${variable}_{k+1}`, right(variable, i)]));

/** The coordinates before this one already moved: `∂f/∂y(x_{k+1}, y_k)`. */
const freshIndex = (assignment: Assignment): Definitions | undefined => {
  const { variables } = assignment;
  if (variables.length < 2) return undefined;
  return perCoordinate(assignment, (variable, i) => {
    const point = variables.map((each, j) => (j < i ? `${each}_{k+1}` : `${each}_k`)).join(', ');
    return `${variable}_k - α ∂f/∂${variable}(${point})`;
  });
};

/** The same from the last coordinate to the first: `∂f/∂x(x_k, y_{k+1})`. */
const freshIndexBackwards = (assignment: Assignment): Definitions | undefined => {
  const { variables } = assignment;
  if (variables.length < 2) return undefined;
  return perCoordinate(assignment, (variable, i) => {
    const point = variables.map((each, j) => (j > i ? `${each}_{k+1}` : `${each}_k`)).join(', ');
    return `${variable}_k - α ∂f/∂${variable}(${point})`;
  });
};

/** x moved by ∂f/∂y and y by ∂f/∂x. */
const swappedPartials = (assignment: Assignment): Definitions | undefined => {
  const { variables } = assignment;
  if (variables.length !== 2) return undefined;
  const point = variables.map((each) => `${each}_k`).join(', ');
  return perCoordinate(assignment, (variable, i) => `${variable}_k - α ∂f/∂${variables[1 - i]}(${point})`);
};

/** How a plain gradient step goes wrong, by the evidence of worked homework. */
export const plainStepSlips: readonly MethodMisconception[] = [
  {
    id: 'ascent',
    message: 'Your numbers go up the gradient: the step is added where it must be subtracted (p − α ∇f).',
    replace: { 'p_{k+1}': 'p_k + α ∇f(p_k)' },
  },
  {
    id: 'fresh-index',
    message:
      'You used the new value of one coordinate when you computed the next one; all partial derivatives of a step are taken at the same, old point.',
    replace: freshIndex,
  },
  {
    id: 'fresh-index-backwards',
    message:
      'You used the new value of a later coordinate when you computed an earlier one; all partial derivatives of a step are taken at the same, old point.',
    replace: freshIndexBackwards,
  },
  {
    id: 'stale-gradient',
    message:
      'Each of your steps uses the gradient of the point before: the gradient must be taken at the point where the step starts.',
    replace: { p_1: 'p_0 - α ∇f(p_0)', 'p_{k+1}': 'p_k - α ∇f(p_{k-1})' },
  },
  {
    id: 'frozen-gradient',
    message: 'All your steps use the gradient of the starting point; it must be computed anew at each point.',
    replace: { 'p_{k+1}': 'p_k - α ∇f(p_0)' },
  },
  {
    id: 'swapped-partials',
    message:
      'The partial derivatives are swapped: each coordinate was moved by the derivative with respect to the other.',
    replace: swappedPartials,
  },
  {
    id: 'rate-times-ten',
    message: 'Your numbers follow from a learning rate ten times as large as the given one.',
    replace: { 'p_{k+1}': 'p_k - 10 α ∇f(p_k)' },
  },
  {
    id: 'rate-over-ten',
    message: 'Your numbers follow from a learning rate ten times as small as the given one.',
    replace: { 'p_{k+1}': 'p_k - α/10 ∇f(p_k)' },
  },
  {
    id: 'gradient-normalized',
    message: 'The gradient was divided by its length: the step is α ∇f itself, long where the slope is steep.',
    replace: { 'p_{k+1}': 'p_k - α ∇f(p_k)/norm(∇f(p_k))' },
  },
  {
    id: 'momentum-added',
    message: 'Your numbers are those of momentum: plain gradient descent forgets the steps before.',
    replace: { v_0: '0 p_0', 'v_{k+1}': 'γ v_k - α ∇f(p_k)', 'p_{k+1}': 'p_k + v_{k+1}' },
  },
  {
    id: 'index-off-by-one',
    message: 'Your iterates are counted one too far: what stands as step k is the point of step k − 1.',
    replace: { p_1: 'p_0' },
  },
];
