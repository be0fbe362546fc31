import type { Definitions } from '../method.ts';

/** A model that a section is about, as definitions over the parameters that the rubric gives beside its name. */
export interface Network {
  readonly name: string;
  readonly title: string;
  /** What the rubric may give, and what each is. */
  readonly parameters: readonly { readonly symbol: string; readonly meaning: string }[];
  /** Parameters whose values are words, not formulas: `σ: tanh`. */
  readonly choices: readonly string[];
  /** The model's equations; `given` holds the rubric's own words for σ and the loss. */
  readonly definitions: (given: Readonly<Record<string, string>>) => Definitions;
  /** What holds where the rubric says nothing. */
  readonly defaults: Definitions;
}
