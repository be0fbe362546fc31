import type { Expression } from '../math/expression/tree.ts';
import type { Exact } from '../math/number/exact.ts';
import type { SourceText } from '../model/document.ts';
import type { Grade, ScoredVerdict, SectionScore } from '../model/grade.ts';
import type { Notice } from '../model/notice.ts';
import type { Place } from '../model/place.ts';
import type { Audience, Item } from '../model/rubric.ts';
import type { BrokenLink, Decided, FindingNote, VerdictName } from '../model/verdict.ts';
import { type Asked, asked } from './asked.ts';
import { type Picture, pictureOf } from './plot/picture.ts';

/** A verdict, or `answered` for readers who may only know that something was found. */
export type Status = VerdictName | 'answered';

/** A link that does not hold; its values are there only for readers of everything. */
export type ShownLink = Omit<BrokenLink, 'leftValue' | 'rightValue'> & Partial<BrokenLink>;

/** One item as one audience may see it: what is not here cannot leak into a report. */
export interface ShownItem {
  readonly id: string;
  /** Id of the section it stands in. */
  readonly section: string;
  readonly asked: Asked;
  readonly status: Status;
  readonly points?: Exact;
  /** A person still decides: its points are neither earned nor lost. */
  readonly open: boolean;
  readonly max: Exact;
  readonly found?: string;
  readonly read?: Expression;
  readonly reference?: string;
  readonly place?: Place;
  readonly decided?: Decided;
  readonly findings: readonly FindingNote[];
  readonly broken?: ShownLink;
  readonly reason?: string;
  /** What the figure that is asked for would show. */
  readonly picture?: Picture;
}

/** A section with its score, where the audience may see points. */
export type ShownSection = Omit<SectionScore, 'points'> & Partial<SectionScore>;

/** One grade as one audience may see it. Reporters are given nothing else. */
export interface ShownGrade {
  readonly student: string;
  readonly files: readonly string[];
  readonly title: string;
  /** sha256 of the rubric. */
  readonly rubric: string;
  readonly audience: Audience;
  readonly items: readonly ShownItem[];
  readonly sections: readonly ShownSection[];
  /** Absent, like `open` and the points of sections and items, where the audience may not see points. */
  readonly points?: Exact;
  readonly open?: Exact;
  readonly max: Exact;
  readonly notices: readonly Notice[];
  readonly sources: readonly SourceText[];
  readonly failure?: string;
}

const order: readonly Audience[] = ['presence', 'verdicts', 'hints', 'full'];

/** Whether an audience may see what starts to be shown at `level`. */
const sees = (audience: Audience, level: Audience): boolean => order.indexOf(audience) >= order.indexOf(level);

const presence = (verdict: VerdictName): Status =>
  verdict === 'missing' || verdict === 'unreadable' ? verdict : 'answered';

/** `rounded-early` → `Rounded early.`: what is left of a finding that has no hint of its own. */
const fromId = (id: string): string => {
  const words = id.slice(id.lastIndexOf('/') + 1).replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};

const hint = ({ id, hint: written }: FindingNote): FindingNote => ({ id, message: written ?? fromId(id) });

const withoutValues = ({ left, relation, right, place }: BrokenLink): ShownLink => ({ left, relation, right, place });

/** What everybody sees: what was found and where. */
const bare = ({ item, max, found, read, place, verdict, open, reason }: ScoredVerdict): ShownItem => ({
  id: item.id,
  section: item.section.id,
  asked: asked(item.ask),
  status: presence(verdict),
  open,
  max,
  findings: [],
  ...(found === undefined ? {} : { found }),
  ...(read === undefined ? {} : { read }),
  ...(place === undefined ? {} : { place }),
  ...(verdict === 'unreadable' && reason !== undefined ? { reason } : {}),
});

const withVerdict = (scored: ScoredVerdict): ShownItem => ({
  ...bare(scored),
  status: scored.verdict,
  points: scored.points,
  ...(scored.reason === undefined ? {} : { reason: scored.reason }),
});

const withHints = (scored: ScoredVerdict): ShownItem => ({
  ...withVerdict(scored),
  findings: scored.findings.map(hint),
  ...(scored.broken === undefined ? {} : { broken: withoutValues(scored.broken) }),
});

const withPicture = (item: Item, all: readonly ScoredVerdict[]): Pick<ShownItem, 'picture'> => {
  const picture = pictureOf(item, all);
  return picture ? { picture } : {};
};

const whole = (scored: ScoredVerdict, _: number, all: readonly ScoredVerdict[]): ShownItem => ({
  ...withVerdict(scored),
  findings: scored.findings,
  ...(scored.broken === undefined ? {} : { broken: scored.broken }),
  ...(scored.reference === undefined ? {} : { reference: scored.reference }),
  ...(scored.decided === undefined ? {} : { decided: scored.decided }),
  ...withPicture(scored.item, all),
});

const withoutPoints = ({ id, heading, level, max }: SectionScore): ShownSection => ({ id, heading, level, max });

const views = { presence: bare, verdicts: withVerdict, hints: withHints, full: whole } as const;

/**
 * A grade as an audience may see it (what students may see is the rubric's choice). `presence`: what was
 * found and where; `verdicts`: and whether it is right, with points; `hints`: and why not, without any value of the
 * reference; `full`: everything.
 */
export const shownTo = (audience: Audience, grade: Grade): ShownGrade => {
  const { student, files, rubric, max, notices, failure } = grade;
  const points = sees(audience, 'verdicts');
  return {
    student,
    files,
    title: rubric.title,
    rubric: rubric.digest,
    audience,
    items: grade.items.map(views[audience]),
    sections: points ? grade.sections : grade.sections.map(withoutPoints),
    ...(points ? { points: grade.points, open: grade.open } : {}),
    max,
    notices,
    sources: grade.sources ?? [],
    ...(failure === undefined ? {} : { failure }),
  };
};
