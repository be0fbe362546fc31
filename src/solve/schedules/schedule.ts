import type { Definitions, Parameter } from '../method.ts';

/** A learning rate that changes from step to step: α_k is the rate of the step from p_k to p_{k+1}, so α_0 = α as a rule. */
export interface Schedule {
  readonly name: string;
  readonly title: string;
  readonly parameters: readonly Parameter[];
  readonly definitions: Definitions;
  readonly source: string;
}
