import type { Expression } from '../../src/math/expression/tree.ts';

const many = (nodes: readonly Expression[]): string => nodes.map(treeText).join(' ');
const list = (head: string, ...parts: readonly string[]): string =>
  `(${[head, ...parts].filter((p) => p !== '').join(' ')})`;
const optional = (key: string, node: Expression | undefined): string =>
  node === undefined ? '' : `:${key} ${treeText(node)}`;
const rows = (cells: readonly (readonly Expression[])[]): string => cells.map((row) => `[${many(row)}]`).join(' ');

/**
 * A tree as one line that a person can write by hand:
 *
 *     x_1 = 3.55         (= (_ x 1) 3.55)
 *     \frac{\partial f}{\partial x}      (partial f x)
 */
export const treeText = (node: Expression): string => {
  switch (node.kind) {
    case 'number':
      return node.text;
    case 'symbol':
      return /[\s()[\]:"]/.test(node.name) ? `'${node.name}'` : node.name;
    case 'index':
      return list(node.position === 'sub' ? '_' : '^^', treeText(node.base), many(node.indices));
    case 'negative':
      return list('-', treeText(node.of));
    case 'sum':
      return list('+', many(node.terms));
    case 'product':
      return list('*', many(node.factors));
    case 'quotient':
      return list('/', treeText(node.over), treeText(node.under));
    case 'power':
      return list('^', treeText(node.base), treeText(node.exponent));
    case 'root':
      return list('root', treeText(node.of), node.degree ? treeText(node.degree) : '');
    case 'apply':
      return list('@', treeText(node.operator), many(node.arguments));
    case 'derivative': {
      const by = node.by.map(({ variable, order }) => {
        const times = treeText(order);
        return times === '1' ? treeText(variable) : `(^ ${treeText(variable)} ${times})`;
      });
      return list(node.style, treeText(node.of), by.join(' '));
    }
    case 'prime':
      return list("'".repeat(node.order), treeText(node.of));
    case 'gradient':
      return list(node.order === 1 ? 'grad' : 'hessian', treeText(node.of), optional('by', node.by));
    case 'at':
      return list('at', treeText(node.of), many(node.where));
    case 'big':
      return list(
        node.operator,
        optional('var', node.variable),
        optional('from', node.from),
        optional('to', node.to),
        optional('if', node.condition),
        treeText(node.body),
      );
    case 'list':
      return `${node.open}${many(node.items)}${node.close}`;
    case 'matrix':
      return list('matrix', rows(node.rows));
    case 'cases':
      return list('cases', rows(node.rows));
    case 'rows':
      return list('rows', rows(node.rows));
    case 'relation':
      return node.relations.every((one) => one === node.relations[0])
        ? list(node.relations[0] ?? '?', many(node.members))
        : list('chain', node.members.map((one, i) => `${treeText(one)} ${node.relations[i] ?? ''}`.trim()).join(' '));
    case 'logic':
      return list(node.operator, many(node.terms));
    case 'sequence':
      return list('seq', many(node.items));
    case 'text':
      return JSON.stringify(node.text);
    case 'marked':
      return list(node.mark, treeText(node.of));
    case 'ellipsis':
      return '…';
    case 'empty':
      return '_';
    case 'error':
      return '!!';
  }
};
