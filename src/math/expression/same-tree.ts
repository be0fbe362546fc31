/** Trees compared as written: same nodes, same digits, same order. */
import { children, nodes } from './parts.ts';
import type { Expression } from './tree.ts';

/** What a node says besides its parts: `sum`, `number 3.50`, `big limit variable to`. Places are left out. */
export const label = (e: Expression): string => {
  switch (e.kind) {
    case 'number':
    case 'text':
      return `${e.kind} ${JSON.stringify(e.text)}`;
    case 'symbol':
      return `symbol ${JSON.stringify(e.name)}`;
    case 'index':
      return `index ${e.position} ${e.indices.length}`;
    case 'root':
      return `root ${e.degree ? 2 : 1}`;
    case 'derivative':
      return `derivative ${e.style} ${e.by.length}`;
    case 'prime':
      return `prime ${e.order}`;
    case 'gradient':
      return `gradient ${e.order} ${e.by ? 1 : 0}`;
    case 'big':
      return `big ${e.operator}${e.variable ? ' of' : ''}${e.from ? ' from' : ''}${e.to ? ' to' : ''}${e.condition ? ' where' : ''}`;
    case 'list':
      return `list ${e.open}${e.close} ${e.items.length}`;
    case 'matrix':
    case 'cases':
    case 'rows':
      return `${e.kind} ${e.rows.map((row) => row.length).join(' ')}`;
    case 'relation':
      return `relation ${e.relations.join(' ')}`;
    case 'logic':
      return `logic ${e.operator} ${e.terms.length}`;
    case 'marked':
      return `marked ${e.mark}`;
    case 'error':
      return `error ${JSON.stringify(e.message)}`;
    default:
      return `${e.kind} ${children(e).length}`;
  }
};

/** Whether both were written alike: same nodes, same digits, same order; where they stand does not count. */
export const sameTree = (a: Expression, b: Expression): boolean => {
  const stack: [Expression, Expression][] = [[a, b]];
  for (let pair = stack.pop(); pair; pair = stack.pop()) {
    const [left, right] = pair;
    if (left === right) continue;
    if (left.kind !== right.kind || label(left) !== label(right)) return false;
    const [ours, theirs] = [children(left), children(right)];
    if (ours.length !== theirs.length) return false;
    for (let i = 0; i < ours.length; i += 1) stack.push([ours[i] as Expression, theirs[i] as Expression]);
  }
  return true;
};

/** A text that two trees share exactly where `sameTree` holds: the key of maps over expressions. */
export const treeKey = (tree: Expression): string => {
  const parts: string[] = [];
  for (const node of nodes(tree)) parts.push(label(node));
  return parts.join(';');
};
