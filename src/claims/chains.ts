/** Formulas to chains: strands joined across rows and across displays, then made into claims. */
import type { Expression, Relation } from '../math/expression/tree.ts';
import type { Problem } from '../math/notation/problem.ts';
import type { ChainClaim, Member } from '../model/claim.ts';
import type { FormulaPart, Part } from '../model/document.ts';
import type { Range } from '../model/place.ts';
import type { Found } from './found.ts';
import { announcesAnswer, judgeGap } from './gap.ts';
import { memberOf, type Reading } from './reading.ts';
import { endsWithRelation, type Strand, startsWithRelation } from './strand.ts';
import { strandsOf } from './strands.ts';
import { withSuperscriptIndices } from './superscripts.ts';

/** A chain still growing: the next display may go on with it. */
export interface Chain {
  readonly part: FormulaPart;
  members: Member[];
  relations: Relation[];
  final: boolean;
  doubtful: boolean;
  /** The part its last member stands in. */
  last: FormulaPart;
}

interface Read {
  readonly part: FormulaPart;
  readonly strands: readonly Strand[];
  readonly problems: readonly Problem[];
}

const readFormula = (reading: Reading, part: FormulaPart): Read => {
  const { tree, problems } = reading.parse(part);
  return { part, strands: strandsOf(withSuperscriptIndices(tree, reading.symbols)), problems };
};

const membersOf = (reading: Reading, { part, problems }: Read, members: readonly Expression[]): Member[] =>
  members.map((member) => memberOf(reading, member, part.range, problems));

const opened = (reading: Reading, read: Read, strand: Strand, final: boolean): Chain => ({
  part: read.part,
  members: membersOf(reading, read, strand.members),
  relations: [...strand.relations],
  final: strand.final || final,
  doubtful: (read.part.doubtful ?? false) || (strand.doubtful ?? false),
  last: read.part,
});

const isEmpty = ({ expression }: Member): boolean => expression.kind === 'empty';

/** Puts a strand of a later formula at the end of a chain. */
const extend = (reading: Reading, chain: Chain, read: Read, strand: Strand): void => {
  const members = membersOf(reading, read, strand.members);
  const lastMember = chain.members[chain.members.length - 1];
  const open = chain.relations.length > 0 && lastMember !== undefined && isEmpty(lastMember);
  const starts = startsWithRelation(strand);
  if (open) chain.members.pop();
  if (open && starts) chain.relations.pop();
  chain.members.push(...(starts ? members.slice(1) : members));
  chain.relations.push(...strand.relations);
  chain.final ||= strand.final;
  chain.doubtful ||= (read.part.doubtful ?? false) || (strand.doubtful ?? false);
  chain.last = read.part;
};

const between = (reading: Reading, before: FormulaPart, after: FormulaPart, inside: readonly FormulaPart[]): string => {
  const { file } = before.range;
  let text = '';
  let start = before.range.end;
  for (const { range } of inside) {
    text += reading.source({ file, start, end: range.start });
    start = Math.max(start, range.end);
  }
  return `${text} ${reading.source({ file, start, end: after.range.start })}`;
};

const separates = (part: Part): boolean =>
  part.kind === 'code' || part.kind === 'table' || part.kind === 'output' || part.kind === 'figure';

/** The chains met so far, with those a later formula can still go on with. */
class Linker {
  readonly chains: Chain[] = [];
  readonly #reading: Reading;
  /** The formulas since the last separating part; the last display's chain and the last chain of all can grow. */
  #display: Chain | undefined;
  #latest: Chain | undefined;
  #since: FormulaPart[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  part(part: Part): void {
    if (separates(part)) this.#forget();
    if (part.kind === 'formula') this.#formula(readFormula(this.#reading, part));
  }

  #forget(): void {
    this.#display = undefined;
    this.#latest = undefined;
    this.#since = [];
  }

  #formula(read: Read): void {
    const { part } = read;
    const final = part.final === true || this.#isAnnounced(part.range);
    read.strands.forEach((strand, i) => {
      const target = i === 0 ? this.#continued(part, strand) : undefined;
      if (target) {
        extend(this.#reading, target, read, strand);
        target.final ||= final;
        this.#latest = target;
      } else {
        this.#latest = opened(this.#reading, read, strand, final);
        this.chains.push(this.#latest);
      }
    });
    if (part.display && read.strands.length > 0) {
      this.#display = this.#latest;
      this.#since = [];
    } else this.#since.push(part);
  }

  #isAnnounced({ file, start }: Range): boolean {
    return announcesAnswer(this.#reading.source({ file, start: Math.max(0, start - 80), end: start }));
  }

  /** The chain that this strand goes on with. */
  #continued(part: FormulaPart, strand: Strand): Chain | undefined {
    const begins = startsWithRelation(strand);
    const [near, display] = [this.#latest, this.#display];
    if (near && (begins || this.#isOpen(near)) && this.#gap(near.last, part, []) === 'joins') return near;
    if (!begins || !part.display || !display) return undefined;
    const gap = this.#gap(display.last, part, this.#since);
    if (gap === 'parts') return undefined;
    display.doubtful ||= gap === 'perhaps';
    return display;
  }

  #isOpen({ members, relations }: Chain): boolean {
    return endsWithRelation({ members: members.map(({ expression }) => expression), relations, final: false });
  }

  #gap(before: FormulaPart, after: FormulaPart, inside: readonly FormulaPart[]): ReturnType<typeof judgeGap> {
    if (before.range.file !== after.range.file || before.section !== after.section) return 'parts';
    return judgeGap(between(this.#reading, before, after, inside));
  }
}

const claimOf = (chain: Chain): ChainClaim | undefined => {
  const first = chain.members.find((member) => !isEmpty(member));
  if (!first) return undefined;
  return {
    kind: 'chain',
    section: chain.part.section,
    place: first.place,
    order: 0,
    members: chain.members,
    relations: chain.relations,
    origin: chain.part.display || chain.part.notation === 'latex' ? 'formula' : 'prose',
    final: chain.final,
    ...(chain.doubtful && { doubtful: true }),
  };
};

/** Every chain of the document's formulas. */
export const chainClaims = (reading: Reading): readonly Found<ChainClaim>[] => {
  const linker = new Linker(reading);
  for (const part of reading.document.parts) linker.part(part);
  return linker.chains.flatMap((chain) => {
    const claim = claimOf(chain);
    return claim ? [{ claim, range: chain.part.range }] : [];
  });
};
