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
import { compileIndex, compileSymbol } from './evaluation/lookup.ts';
import { type Parts, reduceParts, two } from './evaluation/parts.ts';
import { rootOfValue } from './evaluation/power-of-values.ts';
import { compilePower } from './evaluation/powers.ts';
import { type Code, evaluationBudget, type Run } from './evaluation/run.ts';
import { combined } from './evaluation/statements.ts';
import { compileCases, compileList, compileMatrix, compileRelation } from './evaluation/structures.ts';
import { addValues, divideValues, multiplyValues, negateValue } from './evaluation/value-arithmetic.ts';
import { compileAt } from './evaluation/value-at.ts';
import { apart, type Identity, identity } from './identity.ts';
import type { FunctionDefinition, Scope } from './scope.ts';
import type { Expression, NumberNode } from './tree.ts';
import type { Value } from './value.ts';
import { children, depth, size } from './walk.ts';
import { literalDigits, writtenNumber } from './written-number.ts';

const compileNumber = (e: NumberNode): Code =>
  constant(writtenNumber(e)?.value ?? undefinedValue('budget', `a number of more than ${literalDigits} digits`));

const unsupported = (e: Expression): Code => {
  const value = undefinedValue('unsupported', `${e.kind === 'error' ? 'what could not be read' : e.kind} has no value`);
  return () => value;
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

/** Compiles a formula whose parameters are the first slots of its frame. */
const compileBody = (tree: Expression, parameters: readonly string[], known: Identity, shared: Shared): Code => {
  let nextSlot = parameters.length;
  const slot = (): number => nextSlot++;
  const compiler: Compiler = {
    slot,
    definition: shared.definition,
    call: (definition, args) => callCode(definition, () => bodyOf(definition, shared), args),
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

const bodyOf = ({ parameters, body }: FunctionDefinition, shared: Shared): Code => {
  const found = shared.bodies.get(body);
  if (found?.parameters.join() === parameters.join()) return found.code;
  const code =
    depth(body) > evaluationBudget.depth ? tooDeep : compileBody(body, parameters, identity(new Map()), shared);
  shared.bodies.set(body, { parameters, code });
  return code;
};

const shares = new WeakMap<Scope['function'], Shared>();

const sharedOf = (definition: Scope['function']): Shared => {
  const known = shares.get(definition) ?? { definition, bodies: new WeakMap() };
  shares.set(definition, known);
  return known;
};

/** An expression ready to be evaluated again and again, at any precision. */
export type Compiled = (run: Run) => Value;

/** Compiles an expression with the functions it may call; names get their values from the scope of each run. */
export const compile = (e: Expression, definition: Scope['function']): Compiled => {
  const isSmall = size(e, small) < small;
  if (!isSmall && depth(e) > evaluationBudget.depth) return (run) => tooDeep(run, []);
  const code = compileBody(e, [], isSmall ? apart() : identity(new Map()), sharedOf(definition));
  return (run) => code(run, []);
};
