import type { Expression } from '../math/expression/tree.ts';
import type { Ask } from '../model/rubric.ts';
import { share } from './amounts.ts';
import type { Complaints } from './complaints.ts';
import { type FormulaContext, formula } from './formulas.ts';
import { type BoundItem, filledIn } from './loops.ts';
import { field, type YamlNode } from './yaml-tree.ts';

type AskReader = (node: YamlNode, item: BoundItem, context: FormulaContext) => Ask | undefined;

const text = (node: YamlNode | undefined, item: BoundItem): string =>
  node && node.kind !== 'map' && node.kind !== 'list' ? filledIn(node.text, item.bindings) : '';

const words = (node: YamlNode | undefined, item: BoundItem): readonly string[] =>
  node?.kind === 'list' ? node.items.map((word) => text(word, item)) : [];

const value: AskReader = (node, item, context) => {
  const target = formula(node, context, item.bindings);
  const part = field(item.node, 'value-share');
  const valueShare = part && share(part, context.complaints);
  const [form, units] = [text(field(item.node, 'form'), item), text(field(item.node, 'units'), item)];
  return (
    target && {
      kind: 'value',
      target,
      ...(form === '' ? {} : { form }),
      ...(units === 'same' || units === 'convertible' ? { units } : {}),
      ...(text(field(item.node, 'multiples'), item) === 'accepted' ? { multiples: 'accepted' as const } : {}),
      ...(valueShare ? { valueShare } : {}),
    }
  );
};

const derivation: AskReader = (node, item, context) => {
  const [target, relation] = [field(item.node, 'to'), text(field(item.node, 'relation'), item)];
  const from = formula(node, context, item.bindings);
  const to = target && formula(target, context, item.bindings);
  return (
    from && to && { kind: 'derivation', from, relation: relation === '≤' || relation === '→' ? relation : '=', to }
  );
};

const isRelation = (tree: Expression): boolean =>
  tree.kind === 'relation' || (tree.kind === 'logic' && tree.terms.every(isRelation));

const statement: AskReader = (node, item, context) => {
  const said = formula(node, context, item.bindings);
  if (said && !isRelation(said)) {
    context.complaints.error('not-a-statement', node.start, 'A statement is a relation such as λ_max < 1/γ.');
  }
  const [near, modality] = [text(field(item.node, 'near'), item), text(field(item.node, 'modality'), item)];
  return (
    said && {
      kind: 'statement',
      statement: said,
      ...(near === '' ? {} : { near }),
      ...(modality === 'necessary' || modality === 'sufficient' ? { modality } : {}),
    }
  );
};

const unknownOption = (
  right: readonly string[],
  options: readonly string[],
  node: YamlNode,
  complaints: Complaints,
): void => {
  const stray = right.find((word) => !options.includes(word));
  if (stray !== undefined) complaints.error('unknown-option', node.start, `\`${stray}\` is not among the options.`);
};

const choice: AskReader = (node, item, context) => {
  const [options, right] = [words(field(node, 'options'), item), words(field(node, 'right'), item)];
  unknownOption(right, options, node, context.complaints);
  const any = text(field(node, 'any'), item) === 'true';
  return { kind: 'choice', options, right, ...(any && { any }) };
};

const readers: readonly (readonly [string, AskReader])[] = [
  ['ask', value],
  ['derive', derivation],
  ['state', statement],
  ['figure', (node, item) => ({ kind: 'figure', caption: text(node, item) })],
  ['choice', choice],
  ['keywords', (node, item) => ({ kind: 'keywords', words: words(node, item) })],
];

/** What the item wants; the schema has seen that it wants exactly one thing. */
export const askOf = (item: BoundItem, context: FormulaContext): Ask | undefined => {
  for (const [key, read] of readers) {
    const node = field(item.node, key);
    if (node) return read(node, item, context);
  }
  return undefined;
};

/** The formulas that an item asks about. */
export const formulasIn = (ask: Ask): readonly Expression[] => {
  switch (ask.kind) {
    case 'value':
      return [ask.target];
    case 'derivation':
      return [ask.from, ask.to];
    case 'statement':
      return [ask.statement];
    default:
      return [];
  }
};
