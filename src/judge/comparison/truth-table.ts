import type { Expression } from '../../math/expression/tree.ts';
import { canonical } from './identical.ts';

/** Tables of more than 2^atoms rows are not written. */
const LIMITS = { atoms: 10 } as const;

const collectAtoms = (e: Expression, into: Map<string, Expression>): void => {
  if (e.kind === 'logic') for (const term of e.terms) collectAtoms(term, into);
  else if (!(e.kind === 'symbol' && constants.has(e.name))) into.set(canonical(e), e);
};

const constants: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

const holds = (e: Expression, atoms: ReadonlyMap<string, boolean>): boolean => {
  if (e.kind !== 'logic')
    return e.kind === 'symbol' && constants.has(e.name) ? e.name === 'true' : atoms.get(canonical(e)) === true;
  const terms = e.terms.map((term) => holds(term, atoms));
  if (e.operator === 'not') return terms[0] !== true;
  return e.operator === 'and' ? terms.every(Boolean) : terms.some(Boolean);
};

/**
 * Whether two statements are equal by the laws of `and`, `or` and `not` alone. `undefined` where they are not but their
 * parts are more than names: `x > 1 or x > 2` needs to know about numbers.
 */
export const sameTruthTable = (a: Expression, b: Expression): boolean | undefined => {
  const atoms = new Map<string, Expression>();
  collectAtoms(a, atoms);
  collectAtoms(b, atoms);
  if (atoms.size > LIMITS.atoms) return undefined;
  const names = [...atoms.keys()];
  for (let row = 0; row < 2 ** names.length; row += 1) {
    const values = new Map(names.map((name, k) => [name, ((row >> k) & 1) === 1]));
    if (holds(a, values) !== holds(b, values))
      return [...atoms.values()].every(({ kind }) => kind === 'symbol') ? false : undefined;
  }
  return true;
};
