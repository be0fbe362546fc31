import type { Expression } from '../../math/expression/tree.ts';
import { completedSquare } from './completed-square.ts';
import { expanded } from './expanded.ts';
import { factored } from './factored.ts';
import { all, type Form } from './form.ts';
import { lowestTerms } from './lowest-terms.ts';
import { partialFractions } from './partial-fractions.ts';
import { singleFraction } from './single-fraction.ts';

/** All forms; a new one is its file and its line here. */
export const forms: readonly Form[] = [
  factored,
  expanded,
  singleFraction,
  partialFractions,
  completedSquare,
  lowestTerms,
];

const byName: ReadonlyMap<string, Form> = new Map(forms.map((form) => [form.name, form]));

export const findForm = (name: string): Form | undefined => byName.get(name);

/** The expressions a form is asked of: both sides of an equation, the items of a list. */
const written = (e: Expression): readonly Expression[] => {
  switch (e.kind) {
    case 'relation':
      return e.members.flatMap(written);
    case 'list':
    case 'sequence':
      return e.items.flatMap(written);
    case 'matrix':
      return e.rows.flat().flatMap(written);
    case 'logic':
      return e.terms.flatMap(written);
    case 'marked':
      return written(e.of);
    default:
      return [e];
  }
};

/** Whether all of an answer is written in the form. */
export const isWrittenAs = (form: Form, e: Expression, variable?: Expression): boolean | undefined =>
  all(written(e).map((part) => form.holds(part, variable)));
