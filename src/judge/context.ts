import type { Expression } from '../math/expression/tree.ts';
import type { Claim } from '../model/claim.ts';
import type { Part, Section } from '../model/document.ts';
import type { Place } from '../model/place.ts';
import type { Item, RubricSection } from '../model/rubric.ts';
import type { World } from '../model/world.ts';
import type { Stated } from './carry/stated.ts';
import type { Answer, Located } from './locate/located.ts';

/** A part of a document as it stands in the source: formulas with their delimiters, tables with their rules. */
export interface Written {
  readonly kind: Part['kind'];
  readonly text: string;
  readonly place: Place;
}

/** Everything a judge of items may look at. */
export interface Context {
  readonly located: (item: Item) => Located;
  /** The item's place among all items of the rubric. */
  readonly rank: (item: Item) => number;
  readonly world: (section: RubricSection) => World;
  /** The same with the gradients that the student has wrong in their place. */
  readonly ownWorld: (section: RubricSection) => World;
  /** What the source has behind an answer on its line. */
  readonly behind: (answer: Answer) => string;
  /** What stands in sections of the document, part by part, be it read or not. */
  readonly written: (sections: readonly Section[]) => readonly Written[];
  /** Every claim of the document, in its order; one object a submission. */
  readonly claims: readonly Claim[];
  /** The claims that were read in sections of the document. */
  readonly claimsIn: (sections: readonly Section[]) => readonly Claim[];
  /** The words that stand in sections of the document. */
  readonly proseIn: (sections: readonly Section[]) => string;
  /** The one spelling of a name; nothing for an expression that names no quantity. */
  readonly key: (e: Expression) => string | undefined;
  /** Every quantity the student states a value of, in the order of the document. */
  readonly stated: readonly Stated[];
  /** Those of one name. */
  readonly statedAs: (key: string) => readonly Stated[];
}
