/**
 * What each sample of the other shipped rubrics must get; what is not named here is missing. Worked out by hand and in
 * python (fractions, mpmath) from the assignments:
 *
 *     optimizers        f = x² − xy + 3y², p_0 = (2, −1), α = 0.1
 *                       momentum  p  (1.5, −0.2)  (0.73, 0.79)  (−0.03, 1.28)
 *                       RMSProp   p  (1.68377, −0.68377)  (1.47840, −0.49204)  (1.31917, −0.35304)
 *                       Adam      p  (1.9, −0.9)  (1.80021, −0.80034); uncorrected (1.68377, −0.68377)  (1.26344, −0.26770)
 *     backpropagation   h = (0.593270, 0.596884)  o = (0.751365, 0.772928)  L = 0.298371
 *                       ∂L/∂s = (0.138499, −0.038098); without σ′ (0.741365, −0.217072)
 *     linear algebra    B⁻¹ = [[−5, 2], [3, −1]]  λ = 3, 1  θ = (0.9, 0.9)  r = (0.1, 0.2, −0.7, 0.4)
 *     calculus          f′(1) = 1/e  S_5 = 163/60  T(1/2) = 0.87760…  v = 31.43 m/s  h = 50.145 m
 */
import type { VerdictName } from '../../src/model/verdict.ts';

type Verdicts = Readonly<Record<string, VerdictName>>;

const all = (verdict: VerdictName, ids: string): Record<string, VerdictName> =>
  Object.fromEntries(ids.split(' ').map((id) => [id, verdict]));

const bowl = '1.gradient 1.start';
const momentum = '2.v1 2.p1 2.v2 2.p2 2.v3 2.p3';
const rmsprop = '3.v1 3.p1 3.v2 3.p2 3.v3 3.p3';
const adam = '4.m1 4.v1 4.mhat1 4.vhat1 4.p1 4.m2 4.v2 4.mhat2 4.vhat2 4.p2';

const forward = '1.1.z 1.1.h 1.1.s 1.1.o 1.1.L';

const power = '3.q1 3.r1 3.q2 3.r2 3.q3 3.r3';

/** Rubric → sample → item → verdict. */
export const shippedExpected: Readonly<Record<string, Readonly<Record<string, Verdicts>>>> = {
  optimizers: {
    'all-right': all('correct', `${bowl} ${momentum} ${rmsprop} ${adam} 5`),
    'all-right-tex': all('correct', `${bowl} ${momentum} ${rmsprop}`),
    'velocity-sign-lost': {
      ...all('correct', `${bowl} 2.v1 2.p1`),
      // (−0.77, −0.99) for (−0.77, 0.99); p_2 = p_1 + v_2 follows from it; momentum is none of the right options
      '2.v2': 'wrong',
      '2.p2': 'carried',
      '5': 'wrong',
    },
    'no-bias-correction': {
      ...all('correct', `${bowl} 4.m1 4.v1 5`),
      ...all('wrong', '4.p1 4.p2'),
      // m_2 = 0.9 (0.5, −0.8) + 0.1 (4.0513, −5.7865) = (0.85513, −1.29865) and v_2 = (0.04139, 0.09742) at the own p_1
      '4.m2': 'carried',
      '4.v2': 'carried',
    },
  },
  backpropagation: {
    'all-right': all('correct', `${forward} 1.2.ds 1.2.dU 1.2.dh 1.2.dz 1.2.dW 1.3.U 1.3.W 2`),
    'all-right-tex': all('correct', `${forward} 1.2.ds 1.2.dU 2`),
    'sigma-prime-forgotten': {
      ...all('correct', forward),
      '1.2.ds': 'wrong',
      ...all('carried', '1.2.dU 1.2.dh 1.3.U'),
    },
    transposed: { '1.1.z': 'correct', ...all('wrong', '1.1.L 1.2.dU 2') },
  },
  'linear-algebra': {
    'all-right': all(
      'correct',
      `1.product 1.Au 1.det 1.inverse 1.norm 1.unit 2.characteristic 2.larger 2.smaller ${power} 4.gram 4.moments 4.solution 4.residual 4.error`,
    ),
    'all-right-tex': all(
      'correct',
      `1.product 1.Au 1.det 1.inverse 1.norm 2.characteristic 2.larger 2.smaller ${power} 4.solution`,
    ),
    'slope-slip': {
      ...all('correct', '4.gram 4.moments'),
      // (0.9, 0.8) leaves (0.1, 0.3, −0.5, 0.7), whose square is 0.84
      '4.solution': 'wrong',
      ...all('carried', '4.residual 4.error'),
    },
    'determinant-sign': {
      ...all('correct', '1.product 2.larger 2.smaller'),
      ...all('wrong', '1.det 1.norm 2.characteristic'),
      // The adjugate is right, and divided by the determinant that the student has.
      ...all('carried', '1.inverse'),
    },
  },
  calculus: {
    'all-right': all(
      'correct',
      '1.first 1.second 1.at 1.gx 1.mixed 1.hessian 2.factored 2.square 2.fractions 2.roots 3.partial 3.geometric 3.cosine 3.converges 4.speed 4.height',
    ),
    'all-right-notebook': all('correct', '1.first 1.at 2.factored 2.square 3.geometric 3.cosine 4.speed 4.height'),
    'wrong-forms': all('wrong', '2.factored 2.square 2.fractions 2.roots 3.converges 4.speed 4.height'),
    'product-rule': {
      '1.first': 'wrong',
      // 2e⁻¹ is the own f′ at 1
      '1.at': 'carried',
      '1.gx': 'correct',
      // v_0 left out: 9.81 · 3
      '4.speed': 'wrong',
      '4.height': 'correct',
    },
  },
};
