import type { Notice } from '../model/notice.ts';
import type { Audience, Item, Rubric, RubricSection } from '../model/rubric.ts';
import { checkSchema } from './check-schema.ts';
import { type Complaints, complaintsAbout } from './complaints.ts';
import { examplesIn } from './examples.ts';
import type { FormulaContext } from './formulas.ts';
import { limits } from './limits.ts';
import { plainScoring, scoringIn, sectionsIn } from './sections.ts';
import { sha256 } from './sha256.ts';
import { noNames } from './vocabulary.ts';
import { field, readYaml, type YamlNode } from './yaml-tree.ts';

const itemsOf = (section: RubricSection): readonly Item[] => [...section.items, ...section.sections.flatMap(itemsOf)];

/** Two places for one id would leave an answer without an owner. Expanded ids (`x{k}`) can collide as well. */
const complainOfTwins = (
  items: readonly Item[],
  complaints: Complaints,
  report: (item: Item, message: string) => void,
): void => {
  const first = new Map<string, Item>();
  for (const item of items) {
    const twin = first.get(item.id);
    if (twin) report(item, `The id \`${item.id}\` is taken: line ${twin.place.line} has it already.`);
    else first.set(item.id, item);
  }
  if (items.length > limits.items) complaints.error('too-large', 0, `A rubric has at most ${limits.items} items.`);
};

const word = (root: YamlNode, key: string): string | undefined => {
  const node = field(root, key);
  return node && node.kind !== 'map' && node.kind !== 'list' ? node.text : undefined;
};

const assemble = (root: YamlNode, text: string, context: FormulaContext): Rubric => {
  const sections = sectionsIn(root, { context, scoring: scoringIn(root, plainScoring, context) });
  const items = sections.flatMap(itemsOf);
  const decimal = word(root, 'decimal');
  return {
    title: word(root, 'title') ?? '',
    digest: sha256(text),
    sections,
    items,
    examples: examplesIn(root, items, context),
    students: (word(root, 'students') ?? 'hints') as Audience,
    ...(decimal === ',' || decimal === '.' ? { decimal } : {}),
  };
};

/**
 * Reads a rubric from its YAML text; `file` names it in complaints. Either a whole rubric, perhaps with warnings, or no
 * rubric and everything that is wrong with it, each with line and column. Never throws, runs nothing, bounded in size.
 */
export const loadRubric = (text: string, file: string): { rubric?: Rubric; notices: readonly Notice[] } => {
  const complaints = complaintsAbout(text, file);
  const { root, problems } = readYaml(text);
  for (const problem of problems) complaints.error(problem.code, problem.start, problem.message);
  if (!root) return { notices: complaints.all() };

  checkSchema(root, complaints);
  if (complaints.failed()) return { notices: complaints.all() };

  const rubric = assemble(root, text, { source: text, complaints, names: noNames });
  complainOfTwins(rubric.items, complaints, (item, message) => complaints.errorAt('duplicate-id', item.place, message));
  return complaints.failed() ? { notices: complaints.all() } : { rubric, notices: complaints.all() };
};
