/**
 * Whose answers stand in a part of the document that several sections of the assignment could own: two methods that both
 * ask for `x_1 … x_3`, handed in without headings. Iterates that start over begin a new run; a run belongs to the section
 * whose own symbols stand in it, and what is left goes by order where the counts agree.
 */
import type { ChainClaim } from '../../model/claim.ts';
import type { RubricSection } from '../../model/rubric.ts';

/** A chain that more than one section, or just one, could own. */
export interface Contested {
  readonly claim: ChainClaim;
  /** The keys it names that items ask for. */
  readonly keys: readonly string[];
  /** The sections that ask for one of the keys, in rubric order. */
  readonly sections: readonly RubricSection[];
}

interface Run {
  readonly claims: Contested[];
  readonly seen: Set<string>;
  step: number;
}

const stepOf = (key: string): number => Number(/_(\d+)/.exec(key)?.[1] ?? -1);

const startsOver = (run: Run, { keys }: Contested): boolean => {
  const steps = keys.map(stepOf).filter((step) => step >= 0);
  if (steps.length > 0) return Math.min(...steps) < run.step;
  return keys.some((key) => run.seen.has(key)) && run.seen.size > keys.length;
};

const runsOf = (contested: readonly Contested[]): readonly Run[] => {
  const runs: Run[] = [];
  for (const one of contested) {
    let run = runs[runs.length - 1];
    if (!run || startsOver(run, one)) {
      run = { claims: [], seen: new Set(), step: -1 };
      runs.push(run);
    }
    run.claims.push(one);
    for (const key of one.keys) run.seen.add(key);
    run.step = Math.max(run.step, ...one.keys.map(stepOf));
  }
  return runs;
};

/** The one section whose own symbols stand in the run. */
const marked = ({ claims }: Run): RubricSection | undefined => {
  const own = new Set(claims.filter(({ sections }) => sections.length === 1).flatMap(({ sections }) => sections));
  const [section] = own;
  return own.size === 1 ? section : undefined;
};

/** The owner of each chain; chains that could be several sections' have none. */
export const ownersOf = (contested: readonly Contested[]): ReadonlyMap<ChainClaim, RubricSection> => {
  const owners = new Map<ChainClaim, RubricSection>();
  const runs = runsOf(contested).filter(({ claims }) => claims.some(({ sections }) => sections.length > 1));
  const byMark = new Map(
    runs.flatMap((run): readonly (readonly [Run, RubricSection])[] => {
      const section = marked(run);
      return section ? [[run, section]] : [];
    }),
  );
  const open = runs.filter((run) => !byMark.has(run));
  const rivals = new Set(open.flatMap(({ claims }) => claims.flatMap(({ sections }) => sections)));
  for (const section of byMark.values()) rivals.delete(section);
  const inOrder = [...rivals];
  open.forEach((run, i) => {
    const section = inOrder[i];
    if (section && open.length === inOrder.length) byMark.set(run, section);
  });
  for (const [run, section] of byMark) {
    for (const { claim, sections } of run.claims) if (sections.includes(section)) owners.set(claim, section);
  }
  for (const { claim, sections } of contested) {
    const [only] = sections;
    if (only && sections.length === 1) owners.set(claim, only);
  }
  return owners;
};
