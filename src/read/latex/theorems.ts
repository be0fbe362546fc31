import { braced, bracketed } from './arguments.ts';
import type { Counters } from './numbering.ts';
import { bareNumber, shownNumber, step } from './numbering.ts';

/** An environment that states a problem: what it is called and which counter numbers it. */
export interface Theorem {
  readonly shown: string;
  readonly counter?: string;
}

export type Theorems = Map<string, Theorem>;

const usual = 'problem exercise question task homeworkProblem prob exer ques exo'.split(' ');

/** Environments that are problems without being declared: homework classes define them. */
export const usualTheorems = (): Theorems =>
  new Map(
    usual.flatMap((name) => [
      [name, { shown: name, counter: name }],
      [`${name}*`, { shown: name }],
    ]),
  );

const problemWord = /problem|exercise|question|task|aufgabe|übung|exercice|ejercicio|problema|part|step|subproblem/i;

/** `\newtheorem{problem}{Problem}[section]`: a problem environment where the words say so; lemmas are prose. */
export const declareTheorem = (text: string, from: number, theorems: Theorems, counters: Counters): number => {
  const name = braced(text, from);
  const shared = name && bracketed(text, name.after);
  const shown = name && braced(text, shared?.after ?? name.after);
  if (!name || !shown) return from;
  const within = bracketed(text, shown.after);
  const key = text.slice(name.start, name.end).trim();
  const words = text.slice(shown.start, shown.end);
  const counter = shared ? text.slice(shared.start, shared.end) : key;
  if (within) numberWithin(counters, counter, text.slice(within.start, within.end));
  if (problemWord.test(words) || problemWord.test(key)) theorems.set(key, { shown: words, counter });
  return within?.after ?? shown.after;
};

/** `\numberwithin{problem}{section}` */
export const numberWithin = (counters: Counters, counter: string, outer: string): void => {
  counters.within.set(outer, [...(counters.within.get(outer) ?? []), counter].slice(0, 20));
  counters.formats.set(counter, `\\the${outer}.\\arabic{${counter}}`);
};

/** The number the environment's beginning prints. */
export const theoremNumber = (theorem: Theorem, counters: Counters): string | undefined => {
  if (theorem.counter === undefined) return undefined;
  step(counters, theorem.counter);
  return bareNumber(shownNumber(counters, theorem.counter));
};
