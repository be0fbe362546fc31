/**
 * Expressions compiled once into closures over values. Equal subexpressions are one closure, computed once a run;
 * constant rational subexpressions are computed while compiling.
 */
import { fraction } from '../number/exact.ts';
import { undefinedValue } from '../number/undefined.ts';
import { compileApply, compileDerivative } from './evaluation/application.ts';
import { compileBig } from './evaluation/big.ts';
import { callCode } from './evaluation/calls.ts';
import { type Binding, bindingOf, type Compiler } from './evaluation/compiler.ts';
import { constant, folded, isFixed } from './evaluation/constants.ts';
import { type Compiling, directValue } from './evaluation/direct.ts';
import { literalValue } from './evaluation/literal.ts';
import { compileIndex, compileSymbol } from './evaluation/lookup.ts';
import { type Parts, reduceParts, two } from './evaluation/parts.ts';
import { rootOfValue } from './evaluation/power-of-values.ts';
import { compilePower } from './evaluation/powers.ts';
import { type Code, evaluationBudget, type Run } from './evaluation/run.ts';
import { combined } from './evaluation/statements.ts';
import { compileCases, compileList, compileMatrix, compileRelation } from './evaluation/structures.ts';
import { addValues, divideValues, multiplyValues, negateValue } from './evaluation/value-arithmetic.ts';
import { compileAt } from './evaluation/value-at.ts';
import { type Identity, identity } from './identity.ts';
import type { FunctionDefinition, Scope } from './scope.ts';
import type { Expression } from './tree.ts';
import type { Value } from './value.ts';
import { children, depth, size } from './walk.ts';

const unsupported = (e: Expression): Code => {
  const value = undefinedValue('unsupported', `${e.kind === 'error' ? 'what could not be read' : e.kind} has no value`);
  return () => value;
};

const compileNode = (e: Expression, binding: Binding, compiler: Compiler): Code => {
  const part: Parts = (child) => compiler.code(child, binding);
  switch (e.kind) {
    case 'number':
      return constant(literalValue(e));
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
      return compilePower(e, binding, compiler);
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

/** What is compiled once for all expressions that may call the same functions. */
interface Shared {
  readonly definition: Compiler['definition'];
  /** Code of functions' bodies, with the parameters they were compiled for. */
  readonly bodies: WeakMap<Expression, { readonly parameters: readonly string[]; readonly code: Code }>;
  readonly compiling: Compiling;
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

/** A formula of fewer nodes is evaluated as it is written; a function's body, called many times, shares its equal parts. */
const small = 100;

/** Code for every node by itself: finding the equal parts of a small formula costs more than it saves. */
const apart =
  (compiler: () => Compiler): Compiler['code'] =>
  (e, binding) =>
    compileNode(e, binding, compiler());

/** Code that equal parts share, and whose values are kept during a run. */
const sharing =
  (known: Identity, compiler: () => Compiler): Compiler['code'] =>
  (e, binding) => {
    const number = known.number(e);
    const done = binding.compiled.get(number);
    if (done) return done;
    const plain = compileNode(e, binding, compiler());
    const isKept = known.isShared(e) && children(e).length > 0 && !isFixed(plain);
    const own = isKept ? compiler().slot() : undefined;
    if (own !== undefined) binding.kept.push(own);
    const code = own === undefined ? plain : keep(plain, own);
    binding.compiled.set(number, code);
    return code;
  };

/** Compiles a formula whose parameters are the first slots of its frame. */
const compileBody = (
  tree: Expression,
  parameters: readonly string[],
  known: Identity | undefined,
  shared: Shared,
): Code => {
  let nextSlot = parameters.length;
  const compiler: Compiler = {
    slot: () => nextSlot++,
    definition: shared.definition,
    call: (definition, args) => callCode(definition, () => bodyOf(definition, shared), args),
    code: known ? sharing(known, () => compiler) : apart(() => compiler),
  };
  return compiler.code(tree, bindingOf(new Map(parameters.map((name, i) => [name, i]))));
};

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((name, i) => name === b[i]));

const bodyOf = ({ parameters, body }: FunctionDefinition, shared: Shared): Code => {
  const found = shared.bodies.get(body);
  if (found && sameNames(found.parameters, parameters)) return found.code;
  const code =
    depth(body) > evaluationBudget.depth ? tooDeep : compileBody(body, parameters, identity(new Map()), shared);
  shared.bodies.set(body, { parameters, code });
  return code;
};

const shares = new WeakMap<Scope['function'], Shared>();

const sharedOf = (definition: Scope['function']): Shared => {
  const known = shares.get(definition);
  if (known) return known;
  const shared: Shared = {
    definition,
    bodies: new WeakMap(),
    compiling: {
      run: (e, run) => compile(e, definition)(run),
      body: (called) => bodyOf(called, shared),
      derivatives: new Map(),
    },
  };
  shares.set(definition, shared);
  return shared;
};

/** An expression ready to be evaluated again and again, at any precision. */
export type Compiled = (run: Run) => Value;

const isSmall = (e: Expression): boolean => size(e, small) < small;

/** Compiles an expression with the functions it may call; names get their values from the scope of each run. */
export const compile = (e: Expression, definition: Scope['function']): Compiled => {
  const known = isSmall(e) ? undefined : identity(new Map());
  if (known && depth(e) > evaluationBudget.depth) return (run) => tooDeep(run, []);
  const code = compileBody(e, [], known, sharedOf(definition));
  return (run) => code(run, []);
};

/** The value of an expression that is looked at once: a small formula is not made into code first. */
export const valueOnce = (e: Expression, run: Run): Value => {
  const definition = run.scope.function;
  return isSmall(e) ? directValue(e, run, sharedOf(definition).compiling) : compile(e, definition)(run);
};
