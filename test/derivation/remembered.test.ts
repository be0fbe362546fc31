import { expect, it } from 'vitest';
import { judgeDerivation } from '../../src/judge/derivation/remembered.ts';
import type { ChainClaim } from '../../src/model/claim.ts';
import { chainOf, goalOf } from './chain.ts';

const goal = goalOf('∂x_t/∂x_k = Π_{i=k+1}^{t} ∂x_i/∂x_{i-1}');
const d = (of: string, by: string): string => String.raw`\frac{\partial ${of}}{\partial ${by}}`;
const wrong = `${d('x_t', 'x_k')} = ${d('x_t', 'W_{rec}')} ${d('W_{rec}', 'x_k')}`;

const handedInBy = (student: string, chain: ChainClaim): ChainClaim => ({
  ...chain,
  members: chain.members.map((member, i) => ({ ...member, place: { file: `${student}.tex`, line: i + 1, column: 1 } })),
});

it('the same derivation of two students is told at the place of each', () => {
  const [first, second] = ['ada', 'ben'].map((student) => judgeDerivation(handedInBy(student, chainOf(wrong)), goal));
  expect([first?.verdict, second?.verdict]).toEqual(['wrong', 'wrong']);
  expect([first?.broken?.place.file, second?.broken?.place.file]).toEqual(['ada.tex', 'ben.tex']);
  expect([first?.member.place.file, second?.member.place.file]).toEqual(['ada.tex', 'ben.tex']);
});

it('a derivation that differs in one index is another one', () => {
  const right = `${d('x_t', 'x_k')} = \\prod_{i=k+1}^{t} ${d('x_i', 'x_{i-1}')}`;
  const shifted = `${d('x_t', 'x_k')} = \\prod_{i=k}^{t} ${d('x_i', 'x_{i-1}')}`;
  expect(judgeDerivation(chainOf(right), goal)?.verdict).toBe('correct');
  expect(judgeDerivation(chainOf(shifted), goal)?.verdict).toBe('wrong');
});
