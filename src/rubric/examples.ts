import type { Example, Item } from '../model/rubric.ts';
import type { FormulaContext } from './formulas.ts';
import { nearestWord } from './nearest-word.ts';
import { field, type YamlNode } from './yaml-tree.ts';

const record = (node: YamlNode | undefined, source: string): Readonly<Record<string, string>> => {
  const entries = node?.kind === 'map' ? node.entries : [];
  return Object.fromEntries(
    entries.map(({ key, value }) => [
      key.text,
      value.kind === 'list' || value.kind === 'map' ? source.slice(value.start, value.end) : value.text,
    ]),
  );
};

const complainOfStrangers = (
  node: YamlNode | undefined,
  ids: readonly string[],
  { complaints }: FormulaContext,
): void => {
  for (const { key } of node?.kind === 'map' ? node.entries : []) {
    if (ids.includes(key.text)) continue;
    const nearest = nearestWord(key.text, ids);
    const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
    complaints.error('unknown-item', key.start, `There is no item \`${key.text.slice(0, 60)}\`.${hint}`);
  }
};

/** The rubric's own unit tests. Complains where one names an item that the rubric does not have. */
export const examplesIn = (root: YamlNode, items: readonly Item[], context: FormulaContext): readonly Example[] => {
  const list = field(root, 'examples');
  const ids = items.map((item) => item.id);
  return (list?.kind === 'list' ? list.items : []).map((node) => {
    const [answer, expect] = [field(node, 'answer'), field(node, 'expect')];
    complainOfStrangers(answer, ids, context);
    complainOfStrangers(expect, ids, context);
    return {
      answer: record(answer, context.source),
      expect: record(expect, context.source),
      place: context.complaints.place(node.start),
    };
  });
};
