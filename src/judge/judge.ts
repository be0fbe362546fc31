import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Ask, Item, Rubric, RubricSection } from '../model/rubric.ts';
import type { Verdict } from '../model/verdict.ts';
import type { World } from '../model/world.ts';
import type { Context } from './context.ts';
import { contextOf } from './context-of.ts';
import { explain } from './findings/explain.ts';
import type { ItemJudge } from './items/item-judge.ts';
import { itemJudges } from './items/item-judges.ts';

const byKind: ReadonlyMap<Ask['kind'], ItemJudge> = new Map(itemJudges.map((judge) => [judge.kind, judge]));

const judgeItem = (item: Item, context: Context): Verdict => {
  const judge = byKind.get(item.ask.kind);
  if (!judge) throw new Error(`no judge for items of kind ${item.ask.kind}`);
  return judge.judge(item, context);
};

/** Judges every item of a rubric, in rubric order, and says why what is wrong is wrong. */
export const judge = (
  rubric: Rubric,
  document: Document,
  claims: readonly Claim[],
  worldOf: (section: RubricSection) => World,
): readonly Verdict[] => {
  const context = contextOf(rubric, document, claims, worldOf);
  const verdicts = rubric.items.map((item) => judgeItem(item, context));
  if (verdicts.every(({ verdict }) => verdict !== 'wrong')) return verdicts;
  const sections = [...new Set(verdicts.map(({ item }) => item.section))];
  const explained = sections.flatMap((section) =>
    explain(
      verdicts.filter(({ item }) => item.section === section),
      context,
    ),
  );
  const byItem = new Map(explained.map((verdict) => [verdict.item, verdict]));
  return verdicts.map((verdict) => byItem.get(verdict.item) ?? verdict);
};
