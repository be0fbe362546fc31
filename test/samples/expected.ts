/**
 * What each sample under submissions/ecs289 must get, worked out by hand from the assignment:
 *
 *     f = x² + xy + 6y²,  ∇f = (2x + y, x + 12y),  p_0 = (4, 1),  α = 0.05,  γ = 0.9
 *
 *     gradient descent   (3.55, 0.2)  (3.185, −0.0975)  (2.871375, −0.19825)
 *     Nesterov  v        (−0.45, −0.8)  (−0.6935, −0.56525)  (−0.80368625, −0.0959575)
 *               p        (3.55, 0.2)  (2.8565, −0.36525)  (2.05281375, −0.4612075)
 */
import type { VerdictName } from '../../src/model/verdict.ts';

/** One verdict, or the several that are right where reading may rightly differ. */
type Expected = VerdictName | readonly VerdictName[];

const each = (verdict: Expected, ...ids: string[]): Record<string, Expected> =>
  Object.fromEntries(ids.map((id) => [id, verdict]));

const theory = ['1.1', '1.2', '1.3'];
const eigenvalues = ['1.4.chain', '1.4.jacobian', '1.4.bound', '1.4.limit'];
const statements = ['1.5.vanishing', '1.5.exploding'];
const gradient = ['2.2.df-dx', '2.2.df-dy'];
const descent = ['x1', 'y1', 'x2', 'y2', 'x3', 'y3'].map((name) => `2.2.1.${name}`);
const nesterov = ['v1', 'x1', 'v2', 'x2', 'v3', 'x3'].map((name) => `2.2.2.${name}`);

/** A person looks at what certainly is no right answer, or it is wrong; never right. */
const notRight: Expected = ['wrong', 'review', 'unreadable'];
/** The number is right and the writing broken: right, or for a person; never wrong. */
const notWrong: Expected = ['correct', 'review', 'unreadable'];

/** Sample → item → verdict. */
export const expected: Readonly<Record<string, Readonly<Record<string, Expected>>>> = {
  'all-right': {
    ...each('correct', ...theory, '1.4.chain', '1.4.jacobian', '1.4.bound', ...statements),
    // a limit in words and symbols may be for a person
    '1.4.limit': ['correct', 'review'],
    '2.1': 'review',
    ...each('correct', ...gradient, ...descent, ...nesterov),
  },
  'early-rounding': {
    ...each('correct', ...theory, ...statements),
    ...each('missing', ...eigenvalues, '2.1'),
    ...each('correct', ...gradient, ...descent, ...nesterov),
    // 3.19 − 0.05·(6.38 − 0.1) = 2.876 from the rounded values; 2.871375 exactly
    '2.2.1.x3': 'carried',
  },
  'classical-momentum': {
    ...each('missing', ...theory, ...eigenvalues, ...statements),
    '2.1': 'review',
    ...each('correct', ...gradient, ...descent, '2.2.2.v1', '2.2.2.x1'),
    // the gradient is taken at p_1 in place of p_1 + γ v_1; p_2 = p_1 + v_2 then follows from the own v_2
    ...each('wrong', '2.2.2.v2', '2.2.2.v3'),
    ...each('carried', '2.2.2.x2', '2.2.2.x3'),
  },
  uphill: {
    '1.1': 'correct',
    // nothing stands there; the formula of 1.1 begins like the one asked for, and a person may be asked
    '1.2': ['missing', 'review'],
    ...each('missing', '1.3', ...eigenvalues, '2.1'),
    ...each('correct', ...statements, ...gradient, ...nesterov),
    // p + α ∇f at every step, also from the own point before it
    ...each('wrong', ...descent),
  },
  'wrong-gradient': {
    ...each('missing', ...theory, ...eigenvalues, ...statements, '2.1'),
    '2.2.df-dx': 'correct',
    // 6y for 12y; everything after it is right with that gradient
    '2.2.df-dy': 'wrong',
    '2.2.1.x1': 'correct',
    ...each('carried', ...descent.slice(1), ...nesterov),
  },
  'tex-macros': {
    ...each('correct', ...theory),
    ...each('missing', ...eigenvalues, ...statements),
    '2.1': 'review',
    ...each('correct', ...gradient, ...descent, ...nesterov),
  },
  'plain-unicode': {
    ...each('missing', ...theory, ...eigenvalues, '2.1', '2.2.2.v3', '2.2.2.x3'),
    ...each('correct', ...statements, ...gradient),
    ...each('correct', '2.2.1.x1', '2.2.1.y1', '2.2.2.v1', '2.2.2.x1', '2.2.2.v2', '2.2.2.x2'),
    // 3.185 is a tie: 3.18 and 3.19 are both right to two places
    '2.2.1.x2': 'correct',
    // −0.0975 cut off, where it rounds to −0.10
    '2.2.1.y2': 'wrong',
    // 3.18 − 0.05·6.27 = 2.8665 and −0.09 − 0.05·2.1 = −0.195
    ...each('carried', '2.2.1.x3', '2.2.1.y3'),
  },
  hostile: {
    ...each('missing', '1.2', '1.3', ...eigenvalues, ...statements, '2.1'),
    // `\def\a{\a\a}` never ends
    '1.1': ['unreadable', 'review', 'missing'],
    '2.2.df-dx': 'correct',
    '2.2.df-dy': ['unreadable', 'review'],
    '2.2.1.x1': notRight,
    '2.2.1.y1': 'correct',
    '2.2.1.x2': notWrong,
    '2.2.1.y2': ['missing', 'unreadable', 'review'],
    '2.2.1.x3': notWrong,
    '2.2.1.y3': notWrong,
    // words in the place of a value
    '2.2.2.v1': ['missing', 'unreadable', 'review'],
    '2.2.2.x1': 'missing',
    '2.2.2.v2': notWrong,
    '2.2.2.x2': 'missing',
    '2.2.2.v3': 'missing',
    '2.2.2.x3': notRight,
  },
};
