import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import schema from '../../rubrics/rubric.schema.json' with { type: 'json' };
import { type Complaints, shown } from './complaints.ts';
import { nearestWord } from './nearest-word.ts';
import { unfitSentence } from './unfit.ts';
import { field, plainData, type YamlMap, type YamlNode } from './yaml-tree.ts';

interface SchemaNote {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaNote>>;
  readonly $ref?: string;
}

let compiled: ValidateFunction | undefined;

/** Compiled at the first rubric, not at import: a page that never reads a rubric does not pay for it. */
const validator = (): ValidateFunction => {
  compiled ??= new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true, logger: false }).compile(schema);
  return compiled;
};

/** Follows `/sections/0/items/2/points`; stops at the last node that exists. */
const nodeAt = (root: YamlNode, pointer: string): YamlNode => {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<YamlNode>(
    (node, step) => (node.kind === 'list' ? (node.items[Number(step)] ?? node) : (field(node, step) ?? node)),
    root,
  );
};

const definitions: Readonly<Record<string, SchemaNote>> = schema.$defs;

const noteOf = (note: SchemaNote | undefined): SchemaNote => {
  if (note?.description || !note?.$ref) return note ?? {};
  return noteOf(definitions[note.$ref.replace('#/$defs/', '')]);
};

const example = (note: SchemaNote): string =>
  note.examples?.[0] === undefined ? '' : ` For example: ${JSON.stringify(note.examples[0])}.`;

const explained = (note: SchemaNote | undefined): string => {
  const found = noteOf(note);
  return `${found.description ?? ''}${example(found)}`.trim();
};

const quoted = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

const meant = (word: string, words: readonly string[]): string => {
  const nearest = nearestWord(word, words);
  return nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
};

const unknownKey = (error: ErrorObject, node: YamlNode, complaints: Complaints): void => {
  const name = String(error.params['additionalProperty']);
  const known = Object.keys((error.parentSchema as SchemaNote | undefined)?.properties ?? {});
  const key = (node as YamlMap).entries.find((entry) => entry.key.text === name)?.key;
  const message = `There is no key \`${name.slice(0, 60)}\` here.${meant(name, known)} Expected one of ${quoted(known)}.`;
  complaints.error('unknown-key', key?.start ?? node.start, message);
};

const missingKey = (error: ErrorObject, node: YamlNode, complaints: Complaints): void => {
  const name = String(error.params['missingProperty']);
  const note = (error.parentSchema as SchemaNote | undefined)?.properties?.[name];
  complaints.error('missing-key', node.start, `The key \`${name}\` is missing. ${explained(note)}`.trim());
};

const notOneOf = (error: ErrorObject, node: YamlNode, complaints: Complaints): void => {
  const allowed = error.keyword === 'const' ? [error.params['allowedValue']] : error.params['allowedValues'];
  const words = (Array.isArray(allowed) ? allowed : []).map(String);
  const nearest = node.kind === 'map' || node.kind === 'list' ? '' : meant(node.text, words);
  const message = `Expected ${words.length > 1 ? 'one of ' : ''}${quoted(words)}; found ${shown(node)}.${nearest}`;
  complaints.error('unknown-word', node.start, message);
};

const misplaced = (error: ErrorObject, node: YamlNode, complaints: Complaints): void => {
  const { property, missingProperty } = error.params;
  const message = `The key \`${property}\` goes together with \`${missingProperty}\`, which is missing.`;
  complaints.error('missing-key', node.start, message);
};

const unfit = (error: ErrorObject, node: YamlNode, complaints: Complaints): void => {
  const expected = explained(error.parentSchema as SchemaNote | undefined);
  complaints.error('unfit-value', node.start, `${unfitSentence(error, node)} ${expected}`.trim());
};

/** An item that asks nothing, or two things at once. */
const notOneAsk = (error: ErrorObject, node: YamlNode, complaints: Complaints): void => {
  const branches = (error.schema as readonly { readonly required: readonly string[] }[]).flatMap(
    (each) => each.required,
  );
  const asked = branches.filter((key) => field(node, key));
  const found = asked.length === 0 ? 'nothing' : `by ${asked.map((key) => `\`${key}\``).join(' and ')} at once`;
  complaints.error('one-ask', node.start, `This item asks ${found}; expected exactly one of ${quoted(branches)}.`);
};

const complainers: Readonly<Record<string, (error: ErrorObject, node: YamlNode, complaints: Complaints) => void>> = {
  additionalProperties: unknownKey,
  required: missingKey,
  dependentRequired: misplaced,
  enum: notOneOf,
  const: notOneOf,
  oneOf: notOneAsk,
};

/** The branches of an item's `oneOf` and the `if` around a branch only repeat what the other complaints say. */
const isEcho = (error: ErrorObject): boolean =>
  error.keyword === 'if' || /\/oneOf\/\d+\/required$/.test(error.schemaPath);

/** Complains about everything in which the YAML departs from `rubric.schema.json`. */
export const checkSchema = (root: YamlNode, complaints: Complaints): void => {
  const validate = validator();
  if (validate(plainData(root))) return;
  for (const error of (validate.errors ?? []).filter((each) => !isEcho(each))) {
    const complain = complainers[error.keyword] ?? unfit;
    complain(error, nodeAt(root, error.instancePath), complaints);
  }
};
