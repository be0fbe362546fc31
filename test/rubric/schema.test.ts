import { describe, expect, test } from 'vitest';
import schema from '../../rubrics/rubric.schema.json' with { type: 'json' };

interface Note {
  readonly $ref?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Note>>;
}

const definitions: Readonly<Record<string, Note>> = schema.$defs;

/** What an editor shows for a key: its own words, or those of the definition it refers to. */
const noteOf = (note: Note): Note =>
  note.description || !note.$ref ? note : noteOf(definitions[note.$ref.replace('#/$defs/', '')] ?? {});

/** Every key with its path, wherever in the schema a map is described. */
const keysIn = (node: unknown, path: string): readonly (readonly [string, Note])[] => {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((each, i) => keysIn(each, `${path}/${i}`));
  const properties = (node as Note).properties;
  const own = Object.entries(properties && typeof properties === 'object' ? properties : {}).map(
    ([key, note]) => [`${path}/${key}`, note] as const,
  );
  const inner = Object.entries(node).flatMap(([key, each]) =>
    key === 'examples' ? [] : keysIn(each, `${path}/${key}`),
  );
  return [...own, ...inner];
};

const keys = keysIn(schema, '');

describe('the schema explains itself to an editor', () => {
  test('it describes all the keys there are', () => {
    expect(keys.length).toBeGreaterThan(50);
  });

  test.each(keys)('%s has a sentence and an example', (_, note) => {
    const { description, examples } = noteOf(note);
    expect(description).toMatch(/^\p{Lu}.*\.$/su);
    expect(examples?.length).toBeGreaterThan(0);
  });
});
