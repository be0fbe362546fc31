/**
 * Expressions compiled once into closures over values. Equal subexpressions are one closure, computed once a run;
 * constant rational subexpressions are computed while compiling.
 */
import { denominator, type Exact, fraction, numerator } from '../number/exact.ts';
import { undefinedValue } from '../number/undefined.ts';
import { compileApply, compileDerivative } from './evaluation/application.ts';
import { compileBig } from './evaluation/big.ts';
import { callCode } from './evaluation/calls.ts';
import { type Binding, bindingOf, type Compiler } from './evaluation/compiler.ts';
import { complexExp } from './evaluation/complex-elementary.ts';
import { constant, folded, isFixed } from './evaluation/constants.ts';
import { compileIndex, compileSymbol } from './evaluation/lookup.ts';
import { powerOfValues, rootOfValue } from './evaluation/power-of-values.ts';
import { type Code, evaluationBudget, type Run } from './evaluation/run.ts';
import { compileEvenPower } from './evaluation/squares.ts';
import { combined, every, holds } from './evaluation/statements.ts';
import {
  addValues,
  divideValues,
  isScalar,
  matrixOf,
  multiplyValues,
  negateValue,
  shapeName,
  vectorOf,
} from './evaluation/value-arithmetic.ts';
import { compileAt } from './evaluation/value-at.ts';
import { identity } from './identity.ts';
import type { FunctionDefinition, Scope } from './scope.ts';
import type { CasesNode, Expression, ListNode, NumberNode, PowerNode, RelationNode, SymbolNode } from './tree.ts';
import type { Value } from './value.ts';
import { children, depth } from './walk.ts';
import { literalDigits, writtenNumber } from './written-number.ts';

type Parts = (part: Expression) => Code;

const compileNumber = (e: NumberNode): Code =>
  constant(writtenNumber(e)?.value ?? undefinedValue('budget', `a number of more than ${literalDigits} digits`));

const reduceParts = (parts: readonly Code[], next: (total: Value, part: Value, bits: number) => Value): Code => {
  const [first, ...rest] = parts;
  if (!first) return () => undefinedValue('unsupported', 'an operation on nothing');
  return folded((run, frame) => {
    let total = first(run, frame);
    for (const part of rest) {
      if (total.kind === 'undefined') return total;
      total = next(total, part(run, frame), run.bits);
    }
    return total;
  }, parts);
};

const two = (a: Code, b: Code, combine: (left: Value, right: Value, run: Run) => Value): Code =>
  folded((run, frame) => combine(a(run, frame), b(run, frame), run), [a, b]);

/** `⟨u, v⟩` of two vectors is their inner product; every other list is a vector. */
const compileList = (e: ListNode, part: Parts): Code => {
  const items = e.items.map(part);
  const isInner = e.open === '⟨' && items.length === 2;
  return (run, frame) => {
    const values = items.map((code) => code(run, frame));
    const [u, v] = values;
    if (isInner && u?.kind === 'vector' && v?.kind === 'vector')
      return multiplyValues({ kind: 'matrix', rows: [u.items] }, v, run.bits);
    return vectorOf(values);
  };
};

/** A matrix of one column is a vector. */
const compileMatrix = (rows: readonly (readonly Expression[])[], part: Parts): Code => {
  const cells = rows.map((row) => row.map(part));
  const width = cells[0]?.length ?? 0;
  if (width === 0 || cells.some((row) => row.length !== width))
    return () => undefinedValue('shape', 'a matrix whose rows differ in length');
  return (run, frame) => {
    const values = cells.map((row) => row.map((code) => code(run, frame)));
    return width === 1 ? vectorOf(values.flat()) : matrixOf(values);
  };
};

const compileRelation = (e: RelationNode, part: Parts): Code => {
  const members = e.members.map(part);
  return (run, frame) => {
    const values = members.map((code) => code(run, frame));
    return every(e.relations.map((sign, i) => holds(values[i] as Value, sign, values[i + 1] as Value)));
  };
};

/** The first row whose condition holds; a row without one, or with words in its place, is for all other cases. */
const compileCases = (e: CasesNode, part: Parts): Code => {
  const rows = e.rows.map(([value, condition]) => ({
    value: value ? part(value) : () => undefinedValue('unsupported', 'an empty case'),
    condition: condition && condition.kind !== 'text' && condition.kind !== 'empty' ? part(condition) : undefined,
  }));
  return (run, frame) => {
    for (const { value, condition } of rows) {
      const applies = condition?.(run, frame);
      if (applies?.kind === 'undefined') return applies;
      if (!applies || (applies.kind === 'truth' && applies.holds)) return value(run, frame);
    }
    return undefinedValue('domain', 'none of the cases applies');
  };
};

const unsupported = (e: Expression): Code => {
  const value = undefinedValue('unsupported', `${e.kind === 'error' ? 'what could not be read' : e.kind} has no value`);
  return () => value;
};

/** The odd denominator of an exponent written as a fraction: `x^{1/3}` means ∛x, for negative x too. */
const oddRoot = (exponent: Expression): { readonly over: Exact; readonly degree: Exact } | undefined => {
  const shown = writtenNumber(exponent);
  if (shown?.form !== 'fraction') return undefined;
  const degree = denominator(shown.value);
  return degree % 2n === 1n && degree > 1n
    ? { over: fraction(numerator(shown.value)), degree: fraction(degree) }
    : undefined;
};

const compilePower = (e: PowerNode, part: Parts, binding: Binding, compiler: Compiler): Code => {
  const { base, exponent } = e;
  if (base.kind === 'symbol' && base.name === 'e') return compileExponential(base, part(exponent), binding, compiler);
  const odd = oddRoot(exponent);
  if (!odd) {
    const plain = two(part(base), part(exponent), powerOfValues);
    return compileEvenPower(base, exponent, part, plain) ?? plain;
  }
  const root = two(part(base), constant(odd.degree), rootOfValue);
  return two(root, constant(odd.over), powerOfValues);
};

const compileNode = (e: Expression, binding: Binding, compiler: Compiler): Code => {
  const part: Parts = (child) => compiler.code(child, binding);
  switch (e.kind) {
    case 'number':
      return compileNumber(e);
    case 'symbol':
      return compileSymbol(e, binding, compiler);
    case 'index':
      return compileIndex(e, binding, compiler);
    case 'negative': {
      const of = part(e.of);
      return folded((run, frame) => negateValue(of(run, frame)), [of]);
    }
    case 'sum':
      return reduceParts(e.terms.map(part), addValues);
    case 'product':
      return reduceParts(e.factors.map(part), multiplyValues);
    case 'quotient':
      return two(part(e.over), part(e.under), (a, b, run) => divideValues(a, b, run.bits));
    case 'power':
      return compilePower(e, part, binding, compiler);
    case 'root':
      return two(part(e.of), e.degree ? part(e.degree) : constant(fraction(2n)), rootOfValue);
    case 'apply':
      return compileApply(e, binding, compiler);
    case 'derivative':
    case 'gradient':
    case 'prime':
      return compileDerivative(e, binding, compiler);
    case 'at':
      return compileAt(e, binding, compiler);
    case 'big':
      return compileBig(e, binding, compiler);
    case 'list':
      return compileList(e, part);
    case 'matrix':
      return compileMatrix(e.rows, part);
    case 'cases':
      return compileCases(e, part);
    case 'relation':
      return compileRelation(e, part);
    case 'logic': {
      const terms = e.terms.map(part);
      return (run, frame) =>
        combined(
          e.operator,
          terms.map((code) => code(run, frame)),
        );
    }
    case 'marked':
      return part(e.of);
    default:
      return unsupported(e);
  }
};

const exponentialOf = (exponent: Value, run: Run): Value => {
  if (exponent.kind === 'undefined') return exponent;
  return isScalar(exponent)
    ? complexExp(exponent, run.bits)
    : undefinedValue('shape', `e to the power of ${shapeName(exponent)}`);
};

/** `e^x` is exp x, unless somebody named a quantity e. */
const compileExponential = (base: SymbolNode, exponent: Code, binding: Binding, compiler: Compiler): Code => {
  const named = compileSymbol(base, binding, compiler);
  if (binding.slots.has(base.name)) return two(named, exponent, powerOfValues);
  return (run, frame) =>
    run.scope.value(base, 1) === undefined
      ? exponentialOf(exponent(run, frame), run)
      : powerOfValues(named(run, frame), exponent(run, frame), run);
};

/** What the compilers of a tree and of the functions it calls have in common. */
interface Shared {
  readonly definition: Compiler['definition'];
  /** Numbers of equal subtrees. */
  readonly numbers: Map<string, number>;
  readonly bodies: Map<string, Code>;
}

const tooDeep: Code = () =>
  undefinedValue('budget', `a formula of more than ${evaluationBudget.depth} nodes one inside the other`);

/** Keeps the value of a subexpression that stands in several places. */
const keep = (code: Code, slot: number): Code => {
  return (run, frame) => {
    const kept = frame[slot];
    if (kept) return kept;
    const value = code(run, frame);
    frame[slot] = value;
    return value;
  };
};

/** Compiles a formula whose parameters are the first slots of its frame. */
const compileBody = (tree: Expression, parameters: readonly string[], shared: Shared): Code => {
  if (depth(tree) > evaluationBudget.depth) return tooDeep;
  let nextSlot = parameters.length;
  const known = identity(shared.numbers);
  const slot = (): number => nextSlot++;
  const compiler: Compiler = {
    slot,
    definition: shared.definition,
    call: (key, definition, args) => callCode(definition, () => bodyOf(key, definition, shared), args),
    code: (e, binding) => {
      const number = known.number(e);
      const done = binding.compiled.get(number);
      if (done) return done;
      const plain = compileNode(e, binding, compiler);
      const isKept = known.isShared(e) && children(e).length > 0 && !isFixed(plain);
      const own = isKept ? slot() : undefined;
      if (own !== undefined) binding.kept.push(own);
      const code = own === undefined ? plain : keep(plain, own);
      binding.compiled.set(number, code);
      return code;
    },
  };
  return compiler.code(tree, bindingOf(new Map(parameters.map((name, i) => [name, i]))));
};

const bodyOf = (key: string, definition: FunctionDefinition, shared: Shared): Code => {
  const found = shared.bodies.get(key);
  if (found) return found;
  const body = compileBody(definition.body, definition.parameters, shared);
  shared.bodies.set(key, body);
  return body;
};

/** An expression ready to be evaluated again and again, at any precision. */
export type Compiled = (run: Run) => Value;

/** Compiles an expression with the functions it may call; names get their values from the scope of each run. */
export const compile = (e: Expression, definition: Scope['function']): Compiled => {
  const code = compileBody(e, [], { definition, numbers: new Map(), bodies: new Map() });
  return (run) => code(run, []);
};
