/**
 * Which part of the assignment a section of the document belongs to: by the words of its heading first, by its number
 * where the words do not say otherwise.
 */
import type { Section } from '../../model/document.ts';
import type { RubricSection } from '../../model/rubric.ts';
import { beginsWith, type NumberPath, numberPath, samePath } from './heading-numbers.ts';
import { headingWords, likeness, type Weights, wordWeights } from './heading-words.ts';

/** Below this, words in common are chance. */
const alike = 0.6;
/** From here on, words speak against a number that says otherwise. */
const certain = 0.75;
/** Two sections closer than this are not told apart. */
const margin = 0.04;

interface Heading {
  readonly section: RubricSection;
  readonly words: readonly string[];
  readonly path: NumberPath;
}

const pathsOf = (section: Section, parents: ReadonlyMap<Section, readonly NumberPath[]>): readonly NumberPath[] => {
  const shown = section.number ?? numberInTitle(section.title);
  const own = shown === undefined ? [] : numberPath(shown);
  const above = (section.parent && parents.get(section.parent)) ?? [];
  if (own.length === 0) return [];
  const joined = above
    .filter((path) => own.length <= path.length || !beginsWith(own, path))
    .map((path) => [...path, ...own]);
  // `(b)` counts inside its problem; `2` under "Homework 4" may be the second problem of all.
  return section.item && joined.length > 0 ? joined : [own, ...joined];
};

const numberInTitle = (title: string): string | undefined =>
  /^\s*(?:\p{L}+\s+)?[([]?(\d+(?:\.\w+)*(?:[a-z])?|[IVX]+|[a-z](?=[).]))[)\].:]?(?:\s|$)/u.exec(title)?.[1];

const isWithin = (section: RubricSection, around: RubricSection): boolean => {
  for (let at: RubricSection | undefined = section; at; at = at.parent) if (at === around) return true;
  return false;
};

class Matcher {
  readonly #headings: readonly Heading[];
  readonly #weights: Weights;
  readonly #paths = new Map<Section, readonly NumberPath[]>();
  readonly matches = new Map<Section, RubricSection>();

  constructor(sections: readonly RubricSection[]) {
    this.#headings = sections.map((section) => ({
      section,
      words: headingWords(section.heading),
      path: numberPath(section.id),
    }));
    this.#weights = wordWeights(this.#headings.map(({ words }) => words));
  }

  add(section: Section): void {
    const paths = pathsOf(section, this.#paths);
    this.#paths.set(section, paths);
    if (section.level === 0 && section.title === '') return;
    const words = headingWords(section.title);
    const likes = this.#headings.map((heading) => likeness(words, heading.words, this.#weights));
    const strongest = Math.max(0, ...likes);
    const around = this.#home(section.parent);
    const scores = this.#headings.map((heading, i) => {
      const like = likes[i] ?? 0;
      const numbered = paths.some((path) => samePath(path, heading.path));
      const speaksAgainst = strongest >= certain && like < strongest - margin;
      if (like < alike && (!numbered || speaksAgainst)) return 0;
      const inside = around && heading.section !== around && isWithin(heading.section, around) ? 0.2 : 0;
      return Math.max(like, 0.3) + (numbered ? 0.5 : 0) + inside;
    });
    const best = Math.max(0, ...scores);
    const winners = this.#headings.filter((_, i) => best > 0 && (scores[i] ?? 0) > best - margin);
    const [winner] = winners;
    if (winner && winners.length === 1) this.matches.set(section, winner.section);
  }

  #home(section: Section | undefined): RubricSection | undefined {
    for (let at = section; at; at = at.parent) {
      const match = this.matches.get(at);
      if (match) return match;
    }
    return undefined;
  }
}

/**
 * The part of the assignment that each section of the document belongs to: its own match, else that of the nearest
 * section around it. Sections without either are left out.
 */
export const matchHeadings = (
  rubric: readonly RubricSection[],
  sections: readonly Section[],
): ReadonlyMap<Section, RubricSection> => {
  const matcher = new Matcher(rubric);
  const homes = new Map<Section, RubricSection>();
  for (const section of sections) {
    matcher.add(section);
    const home = matcher.matches.get(section) ?? (section.parent && homes.get(section.parent));
    if (home) homes.set(section, home);
  }
  return homes;
};
