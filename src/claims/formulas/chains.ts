/** Formulas to chains: strands joined across rows and across displays, then made into claims. */
import type { Expression, Relation } from '../../math/expression/tree.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import type { ChainClaim, Member } from '../../model/claim.ts';
import type { FormulaPart, Part } from '../../model/document.ts';
import type { Range } from '../../model/place.ts';
import type { Found } from '../found.ts';
import { isName } from '../iterates/step-names.ts';
import { type Formula, memberOf, type Reading } from '../reading.ts';
import { announcesAnswer, type Gap, isSaidOf, judgeGap, opensAside, spokenRelation } from './gap.ts';
import { withQuantityBefore } from './said-of.ts';
import { isEmpty as isNothing, type Strand, startsWithRelation } from './strand.ts';

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

const isEmpty = ({ expression }: Member): boolean => expression.kind === 'empty';

const isOpen = ({ members, relations }: Chain): boolean => {
  const last = members.at(-1);
  return relations.length > 0 && last !== undefined && isEmpty(last);
};

/** Puts a strand at the end of a chain; a new chain takes it as it is. */
const extend = (reading: Reading, chain: Chain, read: Formula, strand: Strand, final: boolean): void => {
  const { part, problems } = read;
  const open = isOpen(chain);
  const starts = chain.members.length > 0 && startsWithRelation(strand);
  const added = starts ? strand.members.slice(1) : strand.members;
  const members = added.map((member) => memberOf(reading, member, part.range, problems));
  if (chain.members.length === 0) {
    chain.members = members;
    chain.relations = [...strand.relations];
  } else {
    if (open) chain.members.pop();
    if (open && starts) chain.relations.pop();
    for (const member of members) chain.members.push(member);
    for (const relation of strand.relations) chain.relations.push(relation);
  }
  chain.final ||= strand.final || final;
  chain.doubtful ||=
    part.doubtful === true || strand.doubtful === true || reading.symbols.decimals.isDoubtful(part.text);
  chain.last = part;
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

/** `SSE` right before a formula: the end first, so that the text is read from there backwards. */
const capitals = /$(?<=(?<![\p{L}\p{N}])(\p{Lu}{2,6})([\s$]*))/u;

/** A name in capitals stands outside the formula that goes on with its relation: `SE $= 8/\sqrt{64} = 1$`. */
const withNameBefore = (strand: Strand, before: string, { range }: FormulaPart): Strand => {
  const [, name, gap = ''] = startsWithRelation(strand) ? (capitals.exec(before) ?? []) : [];
  if (name === undefined) return strand;
  const end = range.start - gap.length;
  const symbol: Expression = { kind: 'symbol', name, at: { start: end - name.length, end } };
  return { ...strand, members: [symbol, ...strand.members.slice(1)] };
};

/** A chain that the next formula may go on with, and the formulas passed since. */
interface Candidate {
  readonly chain: Chain;
  readonly since: FormulaPart[];
}

/** Digits, or a point of digits. */
const isNumber = (e: Expression): boolean => {
  if (e.kind === 'list') return e.items.length > 0 && e.items.every(isNumber);
  return writtenNumber(e) !== undefined;
};

/** A number in brackets alone is the tag of the display before. */
const isTag = ({ text }: FormulaPart): boolean => /^\s*\(\s*\d+(?:\.\d+)*[a-z]?\s*\)\s*$/.test(text);

/** The chains met so far, with those a later formula can still go on with. */
class Linker {
  readonly chains: Chain[] = [];
  readonly #reading: Reading;
  /** The last display's chain, and the last chain that was no aside. */
  #display: Candidate | undefined;
  #latest: Candidate | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  part(part: Part): void {
    if (separates(part)) this.#forget();
    if (part.kind !== 'formula') return;
    if (!isTag(part)) this.#formula(this.#reading.formula(part));
    else this.#pass(part);
  }

  #forget(): void {
    this.#display = undefined;
    this.#latest = undefined;
  }

  #pass(part: FormulaPart): void {
    this.#display?.since.push(part);
    if (this.#latest !== this.#display) this.#latest?.since.push(part);
  }

  #formula(read: Formula): void {
    const { part } = read;
    const before = this.#before(part.range);
    const final = part.final === true || announcesAnswer(before);
    const isAside = !part.display && opensAside(before);
    let last: Chain | undefined;
    for (const [i, each] of read.strands.entries()) {
      const strand = i === 0 ? withNameBefore(withQuantityBefore(each, before), before, part) : each;
      if (strand.members.every(isNothing)) continue;
      last = (last ? undefined : this.#continued(part, strand)) ?? this.#open(part);
      extend(this.#reading, last, read, strand, final);
    }
    if (!last || isAside) this.#pass(part);
    else this.#remember(last, part);
  }

  #remember(chain: Chain, part: FormulaPart): void {
    if (!part.display) this.#display?.since.push(part);
    this.#latest = { chain, since: [] };
    if (part.display) this.#display = this.#latest;
  }

  #open(part: FormulaPart): Chain {
    const chain: Chain = { part, members: [], relations: [], final: false, doubtful: false, last: part };
    this.chains.push(chain);
    return chain;
  }

  #before({ file, start }: Range): string {
    return this.#reading.source({ file, start: Math.max(0, start - 80), end: start });
  }

  /** The chain that this strand goes on with. */
  #continued(part: FormulaPart, strand: Strand): Chain | undefined {
    const spoken = this.#spoken(part, strand);
    if (spoken || strand.members.every((member) => isNothing(member) || member.kind === 'error')) return spoken;
    const begins = startsWithRelation(strand);
    const [near, display] = [this.#latest, this.#display];
    const joins = near && (begins || isOpen(near.chain)) && this.#gap(near, part) === 'joins';
    if (joins && !this.#isSaidOf(near)) return near.chain;
    if (!begins || !part.display || !display) return undefined;
    const gap = this.#gap(display, part);
    if (gap === 'parts') return undefined;
    display.chain.doubtful ||= gap === 'perhaps' || display.since.length > 0;
    return display.chain;
  }

  /** "$x_1$ is $3.55$": a name, words that equate, a number. */
  #spoken(part: FormulaPart, { members: [value], relations }: Strand): Chain | undefined {
    const near = this.#latest;
    const [name] = near?.chain.members ?? [];
    if (!near || !name || near.chain.members.length > 1 || relations.length > 0) return undefined;
    if (!value || !isName(name.expression) || !isNumber(value) || near.chain.last.section !== part.section)
      return undefined;
    if (near.chain.last.range.file !== part.range.file) return undefined;
    if (this.#isSaidOf(near)) return undefined;
    const relation = spokenRelation(between(this.#reading, near.chain.last, part, near.since));
    if (relation) near.chain.relations.push(relation);
    return relation && near.chain;
  }

  /** A name alone that words before it speak of: "the trace of $A$". */
  #isSaidOf({ chain }: Candidate): boolean {
    const isAlone = chain.members.length === 1 && !chain.last.display;
    return isAlone && isSaidOf(this.#before(chain.last.range));
  }

  #gap({ chain: { last }, since }: Candidate, after: FormulaPart): Gap {
    if (last.range.file !== after.range.file || last.section !== after.section) return 'parts';
    return judgeGap(between(this.#reading, last, after, since));
  }
}

const claimOf = (chain: Chain): ChainClaim | undefined => {
  const first = chain.members.find((member) => !isEmpty(member));
  if (!first) return undefined;
  const claim: ChainClaim = {
    kind: 'chain',
    section: chain.part.section,
    place: first.place,
    order: 0,
    members: chain.members,
    relations: chain.relations,
    origin: chain.part.display || chain.part.notation === 'latex' ? 'formula' : 'prose',
    final: chain.final,
  };
  return chain.doubtful ? { ...claim, doubtful: true } : claim;
};

/** Every chain of the document's formulas. */
export const chainClaims = (reading: Reading): readonly Found<ChainClaim>[] => {
  const linker = new Linker(reading);
  for (const part of reading.document.parts) linker.part(part);
  const found: Found<ChainClaim>[] = [];
  for (const chain of linker.chains) {
    const claim = claimOf(chain);
    if (claim) found.push({ claim, range: chain.part.range });
  }
  return found;
};
