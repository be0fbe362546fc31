/** The beginning of an evaluation. */
import type { Scope } from '../scope.ts';
import { evaluationBudget, type Field, type Run } from './run.ts';

export const startRun = (scope: Scope, bits: number, field: Field, steps: number = evaluationBudget.steps): Run => ({
  bits,
  scope,
  field,
  steps,
  depth: 0,
});
