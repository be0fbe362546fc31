import { expect, test } from 'vitest';
import { equalExpressions } from '../../src/math/expression/equality.ts';
import { sameTree } from '../../src/math/expression/walk.ts';
import { parsePlain } from '../../src/math/notation/plain.ts';
import type { Parsed } from '../../src/math/notation/problem.ts';

const read = (text: string): Parsed => parsePlain(text, {});

test.each([
  ['(5 9; 7 12)', '[5, 9; 7, 12]'],
  ['(-5 2; 3 -1)', '[-5, 2; 3, -1]'],
  ['( 1 0 0 ; 0 1.5 0 )', '[1, 0, 0; 0, 1.5, 0]'],
])('rows of numbers in round brackets are a matrix: %s', (written, meant) => {
  expect(sameTree(read(written).tree, read(meant).tree)).toBe(true);
});

test.each(['(1; 2)', '(3 - 1; 2)', '(1 2)'])('%s is none', (text) => {
  expect(read(text).tree.kind).not.toBe('matrix');
});

test('a bracket of rows behind a function is one argument', () => {
  expect(sameTree(read('det [[1,2],[3,4]]').tree, read('det([[1,2],[3,4]])').tree)).toBe(true);
  expect(read('sin[x]').tree).toMatchObject({ kind: 'apply', arguments: [{ kind: 'symbol', name: 'x' }] });
});

test.each(['λ1', 'σ12'])('%s is one name, as x1 is', (name) => {
  expect(read(`${name} = 3, 2`).tree).toMatchObject({ items: [{ members: [{ kind: 'symbol', name }, {}] }, {}] });
});

test.each(['π2', 'λ2.5', 'λ2x'])('%s is a product', (text) => {
  expect(read(text).tree.kind).toBe('product');
});

test('a backslash between sets takes the second out of the first; before a brace it only marks the brace', () => {
  expect(read('ℝ \\ {0}').tree).toMatchObject({ kind: 'apply', operator: { name: '∖' } });
  expect(read('x ∈ \\{1, 2\\}').tree).not.toMatchObject({ kind: 'apply', operator: { name: '∖' } });
});

test.each(['sin 30°', 'cos(60°)', 'sin^2 45°'])('behind a function of angles a degree is π/180: %s is 1/2', (text) => {
  expect(equalExpressions(read(text).tree, read('1/2').tree)).toMatchObject({ equal: true });
});

test('elsewhere the sign stays a unit', () => {
  expect(sameTree(read('30°').tree, read('30 °').tree)).toBe(true);
  expect(read('30°').tree).toMatchObject({ factors: [{ text: '30' }, { name: '°' }] });
});

// 7·5·3·1, 6·4·2, and (3!)!
test.each([
  ['7!!', '105'],
  ['6!!', '48'],
  ['0!!', '1'],
  ['(3!)!', '720'],
])('%s is %s', (text, value) => {
  expect(equalExpressions(read(text).tree, read(value).tree)).toMatchObject({ equal: true });
  expect(equalExpressions(read(text).tree, read(`${value} + 1`).tree)).toMatchObject({ equal: false });
});
