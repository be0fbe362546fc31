import { logic, num, product, relation } from '../../math/expression/build.ts';
import type { Expression, LogicNode, RelationNode } from '../../math/expression/tree.ts';
import { correct, type Decision, undecided, wrong } from '../decision.ts';
import { bothSigns } from './both-signs.ts';
import { compareLists, compareSets } from './collections.ts';
import { compareEquations } from './equations.ts';
import { compareFunctions } from './functions.ts';
import { canonical } from './identical.ts';
import { compareOrders, isOrder, witnessAgainst } from './inequalities.ts';
import { sameLinearSystems } from './linear-systems.ts';
import { type Link, linkOf, turned, zeroOf } from './link.ts';
import { compareOnTheLine } from './on-the-line.ts';
import { sameTruthTable } from './truth-table.ts';

const compareLinks = (answer: Link, reference: Link): Decision | undefined => {
  const isPair = answer.sign === reference.sign && (answer.sign === '=' || answer.sign === '≠');
  if (isPair) return compareEquations(answer, reference);
  return isOrder(answer.sign) && isOrder(reference.sign) ? compareOrders(answer, reference) : undefined;
};

const compareRelations = (answer: RelationNode, reference: RelationNode): Decision | undefined => {
  const [a, b] = [turned(answer), turned(reference)];
  const [ours, theirs] = [linkOf(a), linkOf(b)];
  if (ours && theirs) return compareLinks(ours, theirs);
  if (a.relations.join() !== b.relations.join()) return undefined;
  const members = compareLists(a.members, b.members, compareFunctions);
  return members.verdict === 'correct' ? members : undefined;
};

/** What is zero in each of the equations joined by an operator; one equation is joined by any. */
const zerosOf = (e: Expression, operator: 'and' | 'or'): readonly Expression[] | undefined => {
  if (e.kind === 'relation') {
    const link = linkOf(e);
    return link?.sign === '=' ? [zeroOf(link)] : undefined;
  }
  if (e.kind !== 'logic' || e.operator !== operator) return undefined;
  const zeros = e.terms.map((term) => zerosOf(term, operator));
  return zeros.every((zero) => zero !== undefined) ? zeros.flat() : undefined;
};

const isNothing = num(0);

/** `x = 1 or x = 2` is `(x − 1)(x − 2) = 0`. */
const compareAlternatives = (answer: Expression, reference: Expression): Decision | undefined => {
  const [a, b] = [zerosOf(answer, 'or'), zerosOf(reference, 'or')];
  if (!a || !b) return undefined;
  const [ours, theirs] = [a, b].map((zeros) => relation([product(zeros), isNothing], ['=']));
  const found = ours && theirs && compareRelations(ours, theirs);
  return found?.verdict === 'correct' ? found : undefined;
};

/** `x + y = 3 and x − y = 1` is `x = 2 and y = 1`. */
const compareSystems = (answer: Expression, reference: Expression): Decision | undefined => {
  const [a, b] = [zerosOf(answer, 'and'), zerosOf(reference, 'and')];
  const same = a && b && sameLinearSystems(a, b);
  if (same === undefined) return undefined;
  return same ? correct('exact') : wrong('the systems have different solutions');
};

const termByTerm = (answer: LogicNode, reference: LogicNode): Decision | undefined => {
  if (answer.operator !== reference.operator) return undefined;
  const terms = compareSets(answer.terms, reference.terms, compareStatements);
  return terms.verdict === 'correct' ? terms : undefined;
};

const compareTables = (answer: Expression, reference: Expression): Decision | undefined => {
  const same = sameTruthTable(answer, reference);
  if (same === undefined) return undefined;
  return same ? correct('exact') : wrong('not the same truth table');
};

const compareCombined = (answer: Expression, reference: Expression): Decision | undefined =>
  compareAlternatives(answer, reference) ??
  compareSystems(answer, reference) ??
  compareTables(answer, reference) ??
  (answer.kind === 'logic' && reference.kind === 'logic' ? termByTerm(answer, reference) : undefined);

/** `x = ±3` as `x = 3 or x = -3`. */
const withBothSigns = (e: Expression): Expression => {
  const both = e.kind === 'relation' ? bothSigns(e) : undefined;
  return both ? logic('or', both) : e;
};

/** Equations, inequalities and what `and`, `or` and `not` make of them, by what they hold for. */
export const compareStatements = (answer: Expression, reference: Expression): Decision => {
  if (canonical(answer) === canonical(reference)) return correct('exact');
  return compareHeld(withBothSigns(answer), withBothSigns(reference));
};

const compareHeld = (answer: Expression, reference: Expression): Decision => {
  const direct =
    answer.kind === 'relation' && reference.kind === 'relation'
      ? compareRelations(answer, reference)
      : compareCombined(answer, reference);
  if (direct && direct.verdict !== 'undecided') return direct;
  return (
    compareOnTheLine(answer, reference) ??
    witnessAgainst(answer, reference) ??
    direct ??
    undecided('whether both hold for the same numbers could not be decided')
  );
};
