/** A small assignment and hand-ins for it: what the stories of locate are told with. */
import { claims } from '../../src/claims/claims.ts';
import { locate } from '../../src/judge/locate/locate.ts';
import type { Located } from '../../src/judge/locate/located.ts';
import { printPlain } from '../../src/math/expression/print-plain.ts';
import type { Expression } from '../../src/math/expression/tree.ts';
import { sameTree } from '../../src/math/expression/walk.ts';
import { writtenNumber } from '../../src/math/expression/written-number.ts';
import { parsePlain } from '../../src/math/notation/plain.ts';
import { equals, exact } from '../../src/math/number/exact.ts';
import type { Ask, Item, RubricSection } from '../../src/model/rubric.ts';
import { readSubmission } from '../../src/read/read.ts';

const place = { file: 'rubric.yaml', line: 1, column: 1 };
const functions = new Set(['f', 'σ']);
const read = (text: string): Expression => parsePlain(text, { functions }).tree;

interface Outline {
  readonly id: string;
  readonly heading: string;
  readonly given?: Readonly<Record<string, string>>;
  readonly items?: Readonly<Record<string, Ask | string>>;
  readonly sections?: readonly Outline[];
}

const build = (outline: Outline, parent?: RubricSection): RubricSection => {
  const sections: RubricSection[] = [];
  const items: Item[] = [];
  const given = Object.entries(outline.given ?? {}).map(([left, right]) => ({
    left: read(left),
    right: read(right),
    place,
  }));
  const { id, heading } = outline;
  const section: RubricSection = { id, heading, given, sections, items, place, ...(parent && { parent }) };
  for (const [name, ask] of Object.entries(outline.items ?? {})) {
    items.push({
      id: name,
      ask: typeof ask === 'string' ? { kind: 'value', target: read(ask) } : ask,
      about: [],
      points: exact(1),
      tolerance: { kind: 'exact' },
      partial: [],
      carry: exact('1/2'),
      section,
      place,
    });
  }
  sections.push(...(outline.sections ?? []).map((inner) => build(inner, section)));
  return section;
};

const itemsOf = (section: RubricSection): readonly Item[] => [...section.items, ...section.sections.flatMap(itemsOf)];

const optimizers = build({
  id: '2',
  heading: 'Optimizers',
  given: { 'f(x, y)': 'x^2 + x y + 6 y^2', '(x_0, y_0)': '(4, 1)', α: '0.05', γ: '0.9' },
  sections: [
    { id: '2.1', heading: 'Contour Plot', items: { plot: { kind: 'figure', caption: 'contour of f' } } },
    { id: '2.2', heading: 'Weight Calculation', items: { dfdx: '∂f/∂x', dfdy: '∂f/∂y' } },
    {
      id: '2.2.1',
      heading: 'Stochastic Gradient Descent',
      items: { x1: 'x_1', y1: 'y_1', x2: 'x_2', y2: 'y_2' },
    },
    {
      id: '2.2.2',
      heading: "SGD with Nesterov's",
      items: { v1: 'v_1', p1: '(x_1, y_1)', v2: 'v_2', p2: '(x_2, y_2)' },
    },
  ],
});

const vanishing = build({
  id: '1',
  heading: 'Vanishing Gradients',
  sections: [
    {
      id: '1.2',
      heading: 'Chain Rule 1',
      items: { first: { kind: 'derivation', from: read('∂x_t/∂x_k'), relation: '=', to: read('0') } },
    },
    {
      id: '1.3',
      heading: 'Chain Rule 2',
      items: { chain: { kind: 'derivation', from: read('∂x_t/∂x_k'), relation: '=', to: read('0') } },
    },
    {
      id: '1.5',
      heading: 'Eigenvalues and Gradient Vanishing 2',
      items: {
        vanish: { kind: 'statement', statement: read('λ_max < 1/γ'), near: 'vanish' },
        explode: { kind: 'statement', statement: read('λ_max > 1/γ'), near: 'explode' },
      },
    },
  ],
});

export const items = [...itemsOf(vanishing), ...itemsOf(optimizers)];

const same = (a: Expression, b: Expression): boolean | undefined => {
  const [left, right] = [writtenNumber(a), writtenNumber(b)];
  if (left && right) return equals(left.value, right.value);
  if (a.kind === 'list' && b.kind === 'list') {
    return a.items.length === b.items.length && a.items.every((item, i) => same(item, b.items[i] ?? item) === true);
  }
  return sameTree(a, b) || undefined;
};

/** What every item of the assignment finds in a hand-in. */
export const find = async (text: string, name = 'main.md'): Promise<ReadonlyMap<string, Located>> => {
  const document = await readSubmission({
    student: 'student',
    files: [{ name, bytes: new TextEncoder().encode(text) }],
  });
  const vocabulary = {
    functions,
    symbols: new Set(['x', 'y', 'v', 'α', 'γ', 'ε', 'λ_max']),
    indexed: new Set(['x', 'y', 'v']),
  };
  const located = locate(items, claims(document, vocabulary), document.sections, { same });
  return new Map([...located].map(([item, found]) => [item.id, found]));
};

/** A finding in one line: the value, `none`, `several a | b`, `unreadable`, the number of claims. */
const told = (located: Located | undefined): string => {
  switch (located?.kind) {
    case 'one':
      return printPlain(located.answer.value);
    case 'several':
      return `several ${located.candidates.map(({ value }) => printPlain(value)).join(' | ')}`;
    case 'evidence':
      return `evidence ${located.claims.length}`;
    default:
      return located?.kind ?? 'no such item';
  }
};

/** The findings of some items, in the order asked. */
export const findings = async (text: string, ...ids: readonly string[]): Promise<readonly string[]> => {
  const found = await find(text);
  return ids.map((id) => told(found.get(id)));
};
