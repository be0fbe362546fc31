/**
 * Which part of the assignment a section of the document belongs to: by the words of its heading first, by its number
 * where the words do not say otherwise.
 */
import type { Claim, Lead } from '../../model/claim.ts';
import type { Section } from '../../model/document.ts';
import type { RubricSection } from '../../model/rubric.ts';
import { beginsWith, type NumberPath, numberPath, samePath } from './heading-numbers.ts';
import { headingWords, initials, labels, likeness, sameWord, type Weights, wordWeights } from './heading-words.ts';
import { isWithin, pathOf } from './within.ts';

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

/** The number a title begins with, behind "Problem" or "Part" or by itself. */
const numberInTitle = (title: string): string | undefined =>
  /^\s*[([]?(\d+(?:\.\w+)*[a-z]?|[IVX]+(?:\.\w+)*|[a-z](?=[).]))[)\].:]?(?:\s|$)/u.exec(title.replace(labels, ''))?.[1];

/** The same for a line of text, where a bare `1.` may count anything: a path of two steps, or a word before it. */
const numberInLine = (line: string): string | undefined => {
  const number = numberInTitle(line);
  return number?.includes('.') || line.search(labels) === 0 ? number : undefined;
};

/** Titles that are remembered: a class copies its headings from the assignment. */
const mostTitles = 1000;

const longestTrail = 1000;

/** The paths that a section's number may stand for, and the part of the assignment that the section is. */
interface Found {
  readonly paths: readonly NumberPath[];
  readonly home: RubricSection | undefined;
}

/** The headings of the rubric, to be found again in those of a document. */
export class Headings {
  readonly #headings: readonly Heading[];
  readonly #weights: Weights;
  readonly #likes = new Map<string, readonly number[]>();
  readonly #found = new Map<string, Found>();

  constructor(sections: readonly RubricSection[]) {
    this.#headings = sections.map((section) => ({
      section,
      words: headingWords(section.heading),
      path: pathOf(section),
    }));
    this.#weights = wordWeights(this.#headings.map(({ words }) => words));
  }

  /**
   * The section that a title with these readings of its number means, inside `around` where that is known; nothing
   * where two fit alike. A number alone leads nowhere outside of `around`.
   */
  match(title: string, paths: readonly NumberPath[], around: RubricSection | undefined): RubricSection | undefined {
    const likes = this.#likesOf(title);
    const strongest = Math.max(0, ...likes);
    const scores = this.#headings.map((heading, i) => {
      const like = likes[i] ?? 0;
      const inside = around === undefined || isWithin(heading.section, around);
      const numbered = paths.some((path) => samePath(path, heading.path));
      const speaksAgainst = strongest >= certain && like < strongest - margin;
      if (like < alike && (!numbered || !inside || speaksAgainst)) return 0;
      const deeper = around && inside && heading.section !== around ? 0.2 : 0;
      return Math.max(like, 0.3) + (numbered ? 0.5 : 0) + deeper;
    });
    const best = Math.max(0, ...scores);
    const winners = this.#headings.filter((_, i) => best > 0 && (scores[i] ?? 0) > best - margin);
    return winners.length === 1 ? winners[0]?.section : undefined;
  }

  /** How alike a title is to each heading. */
  #likesOf(title: string): readonly number[] {
    const known = this.#likes.get(title);
    if (known) return known;
    const words = headingWords(title);
    const likes = this.#headings.map((heading) => likeness(words, heading.words, this.#weights));
    if (this.#likes.size >= mostTitles) this.#likes.clear();
    this.#likes.set(title, likes);
    return likes;
  }

  /** What was found for a section of another document under the same headings. */
  remembered(trail: string, find: () => Found): Found {
    const known = this.#found.get(trail);
    if (known) return known;
    const found = find();
    if (this.#found.size >= mostTitles) this.#found.clear();
    if (trail.length <= longestTrail) this.#found.set(trail, found);
    return found;
  }

  /** The sections of which a text has a word that no other heading has. */
  spokenOf(text: string): readonly RubricSection[] {
    const words = headingWords(text);
    const telling = (word: string): boolean => this.#weights.of(word) >= 0.95 * this.#weights.telling;
    return this.#headings
      .filter(({ words: own }) => {
        const isNamed = own.length > 1 && words.includes(initials(own));
        return isNamed || own.some((word) => telling(word) && words.some((other) => sameWord(word, other)));
      })
      .map(({ section }) => section);
  }
}

/** The headings that lead to a section; nothing else tells where it belongs. */
const trailOf = ({ level, title, number, item, parent }: Section): string =>
  `${parent ? trailOf(parent) : ''}\n${level === 0 ? 0 : 1} ${item ? 1 : 0} ${number ?? ''}\t${title}`;

/** Where in the assignment the sections and claims of a document belong. */
export class Homes {
  readonly #headings: Headings;
  readonly #paths = new Map<Section, readonly NumberPath[]>();
  readonly #homes = new Map<Section, RubricSection>();
  readonly #leads = new Map<Lead, RubricSection | undefined>();

  constructor(headings: Headings, sections: readonly Section[]) {
    this.#headings = headings;
    for (const section of sections) this.#add(section);
  }

  #add(section: Section): void {
    const { paths, home } = this.#headings.remembered(trailOf(section), () => this.#found(section));
    this.#paths.set(section, paths);
    if (home) this.#homes.set(section, home);
  }

  #found(section: Section): Found {
    const around = section.parent && this.#homes.get(section.parent);
    const paths = this.#pathsOf(section, around);
    const isRoot = section.level === 0 && section.title === '';
    const home = (isRoot ? undefined : this.#headings.match(section.title, paths, around)) ?? around;
    return { paths, home };
  }

  /** The paths a section's number may stand for. */
  #pathsOf(section: Section, around: RubricSection | undefined): readonly NumberPath[] {
    const shown = section.number ?? numberInTitle(section.title);
    const own = shown === undefined ? [] : numberPath(shown);
    if (own.length === 0) return [];
    const shownAbove = (section.parent && this.#paths.get(section.parent)) ?? [];
    const above = shownAbove.length > 0 ? shownAbove : around ? [pathOf(around)] : [];
    const joined = above
      .filter((path) => own.length <= path.length || !beginsWith(own, path))
      .map((path) => [...path, ...own]);
    const isTop = section.parent === undefined || section.parent.parent === undefined;
    // `(a)` counts inside its problem; `2.2.1` says where it belongs, also as the label of a list item.
    const counts = section.item && own.length === 1 && (joined.length > 0 || !isTop);
    return counts ? joined : [own, ...joined];
  }

  /** The section's own match in the assignment, else that of the nearest section around it. */
  ofSection(section: Section): RubricSection | undefined {
    return this.#homes.get(section);
  }

  /** The part of the assignment a claim belongs to: what its section means, or a line above it inside that. */
  of(claim: Claim): RubricSection | undefined {
    const home = this.#homes.get(claim.section);
    return (claim.lead && this.#ofLead(claim.lead, home)) ?? home;
  }

  #ofLead(lead: Lead, home: RubricSection | undefined): RubricSection | undefined {
    if (this.#leads.has(lead)) return this.#leads.get(lead);
    const above = lead.above && this.#ofLead(lead.above, home);
    const found =
      lead.kind === 'sentence' ? this.#unlessElsewhere(lead, above) : (this.#announced(lead, home) ?? above);
    this.#leads.set(lead, found);
    return found;
  }

  /** What a line or a run-in means: a part of its section, or by number and words any part. */
  #announced({ kind, text }: Lead, home: RubricSection | undefined): RubricSection | undefined {
    const number = numberInLine(text);
    const match = this.#headings.match(text, number === undefined ? [] : [numberPath(number)], home);
    if (!match || kind === 'label') return match;
    if (home === undefined || (match !== home && isWithin(match, home))) return match;
    const isHeading = number !== undefined && samePath(numberPath(number), pathOf(match));
    return isHeading && headingWords(text).length > 0 ? match : undefined;
  }

  /** A sentence that speaks of another part of the assignment ends what the line above stood over. */
  #unlessElsewhere({ text }: Lead, above: RubricSection | undefined): RubricSection | undefined {
    const spokenOf = above ? this.#headings.spokenOf(text) : [];
    return spokenOf.length === 0 || spokenOf.some((section) => section === above) ? above : undefined;
  }
}
