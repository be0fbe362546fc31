/**
 * A recurrence as a graph: inputs, constants and the results of nonlinear operations are numbered atoms; everything
 * between them is a linear form with rational coefficients. Equal parts become one atom or one form.
 *
 *   (1 − x)² + y      →   atom 2 = (x − 1)·(x − 1),   the form 1·atom 2 + 1·atom 1
 */

import { type Exact, one } from '../../../math/number/exact.ts';
import type { Outcome } from '../../../math/number/real.ts';
import { atomForm, combine, constantForm, isComposite, keyOf, type LinearForm } from './linear-form.ts';
import type { SmoothFunction } from './smooth-functions.ts';

export type Atom =
  | { readonly kind: 'input' }
  | { readonly kind: 'constant'; readonly at: (bits: number) => Outcome }
  | { readonly kind: 'product'; readonly a: LinearForm; readonly b: LinearForm }
  | { readonly kind: 'quotient'; readonly a: LinearForm; readonly b: LinearForm }
  | { readonly kind: 'function'; readonly f: SmoothFunction; readonly a: LinearForm };

/** How a form was written: factors times forms. Computing it so finds parts that are computed already. */
export type Recipe = readonly (readonly [Exact, LinearForm])[];

export interface Graph {
  readonly atoms: Atom[];
  /** The number of an atom made before, by its text. */
  readonly known: Map<string, number>;
  readonly recipes: Map<string, Recipe>;
  /** By the key of a form: what uses it. Forms with two users are computed once. */
  readonly users: Map<string, Set<string>>;
}

export const emptyGraph = (inputs: number): Graph => ({
  atoms: Array.from({ length: inputs }, () => ({ kind: 'input' }) as const),
  known: new Map(),
  recipes: new Map(),
  users: new Map(),
});

const noteUse = (graph: Graph, form: LinearForm, user: string): void => {
  if (!isComposite(form)) return;
  const key = keyOf(form);
  const users = graph.users.get(key) ?? new Set();
  graph.users.set(key, users.add(user));
};

/** The atom with this text, made at its first mention. */
export const intern = (graph: Graph, text: string, atom: Atom): number => {
  const known = graph.known.get(text);
  if (known !== undefined) return known;
  graph.known.set(text, graph.atoms.length);
  if (atom.kind !== 'input' && atom.kind !== 'constant') {
    noteUse(graph, atom.a, text);
    if (atom.kind !== 'function') noteUse(graph, atom.b, text);
  }
  return graph.atoms.push(atom) - 1;
};

/** The form that a recipe makes; remembers the first recipe of each. */
export const formOf = (graph: Graph, recipe: Recipe): LinearForm => {
  const form = combine(recipe);
  const key = keyOf(form);
  if (!isComposite(form) || graph.recipes.has(key) || recipe.some(([, part]) => keyOf(part) === key)) return form;
  graph.recipes.set(key, recipe);
  for (const [, part] of recipe) noteUse(graph, part, key);
  return form;
};

/** Marks a form as a result: it is computed whether or not anything else uses it. */
export const noteOutput = (graph: Graph, form: LinearForm, index: number): void => {
  noteUse(graph, form, `output ${index}`);
  noteUse(graph, form, 'outputs');
};

/** How a form is computed: by its recipe, or atom by atom where it has none. */
export const recipeOf = (graph: Graph, form: LinearForm): Recipe =>
  graph.recipes.get(keyOf(form)) ?? [
    ...form.terms.map(([atom, factor]) => [factor, atomForm(atom)] as const),
    [one, constantForm(form.constant)],
  ];

/** Whether a form has a register of its own. */
export const isShared = (graph: Graph, form: LinearForm): boolean => (graph.users.get(keyOf(form))?.size ?? 0) > 1;
