import type { ErrorObject } from 'ajv/dist/2020.js';
import { shown } from './complaints.ts';
import type { YamlNode } from './yaml-tree.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  array: 'a list',
  object: 'keys with values',
  boolean: 'true or false',
};

/** `string,number,array` as ajv says it: text, a number or a list. */
const kindsOf = (types: unknown): string => {
  const words = String(types)
    .split(',')
    .map((type) => kinds[type] ?? type);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} or ${last}`;
};

/** YAML parts `{α: 0,05}` at its comma and leaves `05` with nothing behind it. */
const nothing = 'Nothing stands here; a value that holds a comma, a colon or a bracket stands in quotes, as "(1, 2)".';

const wrongKind = ({ params }: ErrorObject, node: YamlNode): string => {
  if (node.kind === 'nothing') return nothing;
  const quotes = params['type'] === 'string' && node.kind !== 'map' && node.kind !== 'list' ? ', in quotes' : '';
  return `Expected ${kindsOf(params['type'])}${quotes}; found ${shown(node)}.`;
};

const sentences: Readonly<Record<string, (error: ErrorObject, node: YamlNode) => string>> = {
  type: wrongKind,
  minimum: ({ params }, node) => `Found ${shown(node)}, which is less than ${params['limit']}.`,
  maximum: ({ params }, node) => `Found ${shown(node)}, which is more than ${params['limit']}.`,
  minLength: () => 'Found nothing between the quotes.',
  minItems: ({ params }) => `Expected at least ${params['limit']} in this list.`,
  maxItems: ({ params }) => `Expected at most ${params['limit']} in this list.`,
  minProperties: () => 'Expected a key here; found none.',
  maxProperties: ({ params }) =>
    `Expected ${params['limit'] === 1 ? 'one key' : `at most ${params['limit']} keys`} here.`,
};

/** What is wrong with a value that its place in the schema refuses, in a sentence. */
export const unfitSentence = (error: ErrorObject, node: YamlNode): string =>
  sentences[error.keyword]?.(error, node) ?? `Found ${shown(node)}, which does not fit here.`;
