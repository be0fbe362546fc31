/** Putting arguments in the place of a function's parameters, without capturing names that a Σ or Π binds. */
import { sym } from './build.ts';
import { freeSymbols } from './free-symbols.ts';
import { isName, nameText } from './names.ts';
import type { FunctionDefinition } from './scope.ts';
import type { BigNode, Expression } from './tree.ts';
import { substitute } from './walk.ts';

/** Names and what stands for them. */
export type Replacements = ReadonlyMap<string, Expression>;

const without = (replacements: Replacements, name: string): Replacements =>
  new Map([...replacements].filter(([other]) => other !== name));

const namesIn = (e: Expression): ReadonlySet<string> => new Set(freeSymbols(e).map(nameText));

/** A name like `k` that none of the replacements mentions: `k′`, `k″`. */
const fresh = (name: string, taken: (name: string) => boolean): string => {
  let candidate = `${name}′`;
  while (taken(candidate)) candidate += '′';
  return candidate;
};

/** A big operator keeps its own variable: it is renamed where a replacement speaks of another quantity of that name. */
const insideBig = (e: BigNode, replacements: Replacements): Expression => {
  const outer = (part: Expression): Expression => replaceNames(part, replacements);
  const limits = { ...(e.from && { from: outer(e.from) }), ...(e.to && { to: outer(e.to) }) };
  if (!e.variable || !isName(e.variable)) return { ...e, ...limits, body: outer(e.body) };
  const name = nameText(e.variable);
  const inner = without(replacements, name);
  const isCaptured = [...inner.values()].some((value) => namesIn(value).has(name));
  const taken = (other: string): boolean =>
    namesIn(e.body).has(other) || [...inner.values()].some((value) => namesIn(value).has(other));
  const variable = isCaptured ? sym(fresh(name, taken)) : e.variable;
  const within = isCaptured ? new Map([...inner, [name, variable]]) : inner;
  return {
    ...e,
    ...limits,
    variable,
    ...(e.condition && { condition: replaceNames(e.condition, within) }),
    body: replaceNames(e.body, within),
  };
};

/** Replaces free names. Names applied as functions stay what they are. */
export const replaceNames = (e: Expression, replacements: Replacements): Expression => {
  if (replacements.size === 0) return e;
  return substitute(e, (node) => {
    if (node.kind === 'big') return insideBig(node, replacements);
    if (node.kind === 'apply' && isName(node.operator))
      return { ...node, arguments: node.arguments.map((part) => replaceNames(part, replacements)) };
    return isName(node) ? replacements.get(nameText(node)) : undefined;
  });
};

/** The arguments as parameters: as many, or one list for all of them; undefined where the numbers differ. */
export const matchArguments = (
  { parameters }: FunctionDefinition,
  args: readonly Expression[],
): readonly Expression[] | undefined => {
  if (args.length === parameters.length) return args;
  const [only] = args;
  const isSpread = args.length === 1 && only?.kind === 'list' && only.items.length === parameters.length;
  return isSpread ? only.items : undefined;
};

/** The body with arguments for parameters; undefined where their numbers differ. */
export const instantiate = (definition: FunctionDefinition, args: readonly Expression[]): Expression | undefined => {
  const matched = matchArguments(definition, args);
  return (
    matched &&
    replaceNames(definition.body, new Map(definition.parameters.map((name, i) => [name, matched[i] as Expression])))
  );
};
