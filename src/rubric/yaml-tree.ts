import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLParseError,
} from 'yaml';
import { limits } from './limits.ts';

interface Standing {
  /** Offsets into the YAML text. */
  readonly start: number;
  readonly end: number;
}

/** A scalar as it was written: `0.050` stays `0.050`, `2.10` is not 2.1. */
export interface YamlScalar extends Standing {
  readonly kind: 'text' | 'number' | 'boolean' | 'nothing';
  readonly text: string;
  /** Offset of the first character of `text`, where the source holds it letter for letter (no escapes, no folding). */
  readonly verbatim?: number;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

export interface YamlMap extends Standing {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
}

export interface YamlList extends Standing {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

/** YAML with its places, and without the library it was read with. */
export type YamlNode = YamlScalar | YamlMap | YamlList;

export interface YamlProblem {
  readonly code: 'syntax' | 'duplicate-key' | 'too-large' | 'too-deep' | 'cyclic-alias' | 'key-not-a-word';
  readonly message: string;
  readonly start: number;
}

class Refusal extends Error {
  readonly problem: YamlProblem;
  constructor(problem: YamlProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

const refuse = (code: YamlProblem['code'], message: string, start: number): never => {
  throw new Refusal({ code, message, start });
};

const kindOf = (value: unknown): YamlScalar['kind'] =>
  value === null ? 'nothing' : typeof value === 'boolean' ? 'boolean' : typeof value === 'number' ? 'number' : 'text';

const scalar = (source: string, node: Scalar): YamlScalar => {
  const [start, end] = node.range ?? [0, 0];
  const kind = kindOf(node.value);
  const text = typeof node.value === 'string' ? node.value : source.slice(start, end);
  const at = [start, start + 1].find((offset) => offset + text.length <= end && source.startsWith(text, offset));
  return { kind, text, start, end, ...(at === undefined ? {} : { verbatim: at }) };
};

/** The nodes that `&name` marks, by name and in order: an alias means the last one before it. */
const anchorsOf = (document: Document): ReadonlyMap<string, readonly Node[]> => {
  const anchors = new Map<string, Node[]>();
  visit(document, {
    Node: (_, node) => {
      const name = isAlias(node) ? undefined : node.anchor;
      if (name !== undefined) anchors.set(name, [...(anchors.get(name) ?? []), node]);
    },
  });
  return anchors;
};

/** Follows aliases, and counts every visit: `&a [*b, *b]`, `&b [*c, *c]` … runs into the bound instead of growing. */
const reader = (source: string, document: Document) => {
  let visited = 0;
  const open = new Set<Node>();
  const anchors = anchorsOf(document);
  const meant = (name: string, before: number): Node | undefined =>
    anchors.get(name)?.findLast((node) => (node.range?.[0] ?? 0) < before);

  const key = (node: unknown, map: number): YamlScalar =>
    isScalar(node)
      ? scalar(source, node)
      : refuse('key-not-a-word', 'a key is a word or a formula, not a list or map', map);

  const entry = (pair: Pair, start: number): YamlEntry => {
    const name = key(pair.key, start);
    const value: YamlNode =
      pair.value === null || pair.value === undefined
        ? { kind: 'nothing', text: '', start: name.end, end: name.end }
        : read(pair.value as Node);
    return { key: name, value };
  };

  const collection = (node: Node, start: number, end: number): YamlNode => {
    if (isMap(node)) return { kind: 'map', entries: node.items.map((pair) => entry(pair, start)), start, end };
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => read(item as Node)), start, end };
    return refuse('syntax', 'this YAML construct has no meaning in a rubric', start);
  };

  const read = (node: Node): YamlNode => {
    const [start, end] = node.range ?? [0, 0];
    visited += 1;
    if (visited > limits.nodes) refuse('too-large', `more than ${limits.nodes} nodes once aliases are followed`, start);
    if (isScalar(node)) return scalar(source, node);
    if (open.has(node)) refuse('cyclic-alias', 'this alias contains itself', start);
    if (open.size >= limits.depth) refuse('too-deep', `nested more than ${limits.depth} levels deep`, start);
    open.add(node);
    try {
      if (!isAlias(node)) return collection(node, start, end);
      const target = meant(node.source, start);
      return target ? read(target) : refuse('syntax', `there is no anchor &${node.source}`, start);
    } finally {
      open.delete(node);
    }
  };
  return read;
};

/** The library's sentences quote the source below the first line; the place is told apart from the sentence here. */
const firstLine = (message: string): string => (message.split('\n')[0] ?? message).replace(/ at line \d+.*$/, '');

const sameKey = (a: unknown, b: unknown): boolean =>
  isScalar(a) && isScalar(b) && String(a.source ?? a.value) === String(b.source ?? b.value);

/** One wrong bracket makes every token after it unexpected: the first tells all. */
const isFirstOfItsKind = (error: YAMLParseError, i: number, all: readonly YAMLParseError[]): boolean =>
  error.code !== 'UNEXPECTED_TOKEN' || !all.slice(0, i).some((before) => before.code !== 'DUPLICATE_KEY');

const problemOf = ({ code, message, pos }: YAMLParseError): YamlProblem => {
  if (code === 'DUPLICATE_KEY') return { code: 'duplicate-key', message: 'This key is given twice.', start: pos[0] };
  const hint = code === 'UNEXPECTED_TOKEN' ? '; a formula that holds brackets, commas or colons stands in quotes' : '';
  return { code: 'syntax', message: `${firstLine(message)}${hint}.`, start: pos[0] };
};

const parse = (text: string): YamlNode | readonly YamlProblem[] => {
  const document = parseDocument(text, { uniqueKeys: sameKey, prettyErrors: true, logLevel: 'silent' });
  if (document.errors.length > 0) return document.errors.filter(isFirstOfItsKind).map(problemOf);
  return document.contents
    ? reader(text, document)(document.contents)
    : [{ code: 'syntax', message: 'the rubric is empty', start: 0 }];
};

const isProblems = (result: YamlNode | readonly YamlProblem[]): result is readonly YamlProblem[] =>
  Array.isArray(result);

/** Reads YAML, or says everything that is wrong with it. Never throws; bounded by {@link limits}. */
export const readYaml = (text: string): { readonly root?: YamlNode; readonly problems: readonly YamlProblem[] } => {
  if (text.length > limits.size) {
    const message = `a rubric has at most ${limits.size} characters; this one has ${text.length}`;
    return { problems: [{ code: 'too-large', message, start: 0 }] };
  }
  try {
    const result = parse(text);
    return isProblems(result) ? { problems: result } : { root: result, problems: [] };
  } catch (error) {
    if (error instanceof Refusal) return { problems: [error.problem] };
    // The library itself recurses: 100,000 open brackets end its stack before our own bound is asked.
    if (error instanceof RangeError)
      return { problems: [{ code: 'too-deep', message: 'nested too deeply', start: 0 }] };
    throw error;
  }
};

/** The value under a key, `undefined` where the map has none or the node is no map. */
export const field = (node: YamlNode, key: string): YamlNode | undefined =>
  node.kind === 'map' ? node.entries.find((entry) => entry.key.text === key)?.value : undefined;

/** The node as plain data for the schema; numbers as doubles, for their type alone. */
export const plainData = (node: YamlNode): unknown => {
  if (node.kind === 'map')
    return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plainData(value)]));
  if (node.kind === 'list') return node.items.map(plainData);
  if (node.kind === 'nothing') return null;
  if (node.kind === 'boolean') return node.text === 'true';
  return node.kind === 'number' ? Number(node.text) : node.text;
};
