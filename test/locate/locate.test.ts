import { describe, expect, test } from 'vitest';
import { find, findings, items } from './assignment.ts';

const sgd = '## 2.2.1 Stochastic Gradient Descent\n\n';
const nesterov = "## 2.2.2 SGD with Nesterov's\n\n";

describe('by the name of the quantity', () => {
  test.each([
    'x_1 = 3.55',
    'x_{1} = 3.55',
    'x^{(1)} = 3.55',
    '\\mathbf{x}_1 = 3.55',
    '3.55 = x_1',
    'x_1 = 4 - 0.45 = 3.55',
    'x_1 \\approx 3.55',
    'x_1 := 3.55',
    '\\boxed{x_1 = 3.55}',
  ])('%s', async (formula) => {
    expect(await findings(`${sgd}$$${formula}$$`, 'x1', 'y1')).toEqual(['3.55', 'none']);
  });

  test('the components of a pair answer for themselves', async () => {
    for (const formula of [
      '(x_1, y_1) = (3.55, 0.2)',
      '[x_1, y_1] = [x_0, y_0] - \\alpha \\nabla f = [3.55, 0.2]',
      '\\begin{bmatrix} x_1 \\\\ y_1 \\end{bmatrix} = \\begin{bmatrix} 3.55 \\\\ 0.2 \\end{bmatrix}',
      '(x_1, y_1)^T = [3.55, 0.2]^T',
    ]) {
      expect(await findings(`${sgd}$$${formula}$$`, 'x1', 'y1')).toEqual(['3.55', '0.2']);
    }
  });

  test('a pair is put together from its components', async () => {
    const found = await find(`${nesterov}$x_1 = 3.55$ and $y_1 = 0.2$`);
    const pair = found.get('p1');
    expect(pair?.kind === 'one' && pair.answer.parts?.map(({ text }) => text)).toEqual(['3.55', '0.2']);
  });

  test('a point named by its first letter', async () => {
    expect(await findings(`${sgd}$\\mathbf{x}_1 = [3.55, 0.2]$`, 'x1', 'y1')).toEqual(['3.55', '0.2']);
    expect(await findings(`${nesterov}$\\mathbf{x}_1 = (3.55, 0.2)$`, 'p1')).toEqual(['(3.55, 0.2)']);
  });

  test('a point under a letter of the student is taken with doubt', async () => {
    const found = await find(`${nesterov}$u_1 = (3.55, 0.2)$`);
    const pair = found.get('p1');
    expect(pair?.kind === 'one' && pair.answer.doubtful).toBe(true);
  });

  test('a letter that iterates have by custom goes before others, without doubt', async () => {
    const found = await find(`${nesterov}$w_1 = (3.55, 0.2)$ and $g_1 = (5.77, -3.095)$`);
    const pair = found.get('p1');
    expect(pair?.kind === 'one' && [pair.answer.text, pair.answer.doubtful]).toEqual(['(3.55, 0.2)', false]);
  });

  test.each([
    '\\frac{\\partial f}{\\partial x} = 2x + y',
    '\\frac{\\partial f(x, y)}{\\partial x} = 2x + y',
    'f_x = 2x + y',
    'f_x(x, y) = 2x + y',
    '\\partial_x f = 2x + y',
    '\\nabla f = [2x + y, x + 12y]',
    '\\nabla f(x, y) = \\begin{pmatrix} 2x + y \\\\ x + 12y \\end{pmatrix}',
    '\\nabla f = (\\frac{\\partial f}{\\partial x}, \\frac{\\partial f}{\\partial y}) = (2x + y, x + 12y)',
    '\\frac{\\partial f}{\\partial x} = \\frac{\\partial}{\\partial x}(x^2 + xy + 6y^2) = 2x + y',
  ])('a derivative as %s', async (formula) => {
    expect(await findings(`## 2.2 Weight Calculation\n\n$$${formula}$$`, 'dfdx')).toEqual(['2x + y']);
  });

  test('a derivative at a point is another quantity', async () => {
    expect(
      await findings('## 2.2 Weight Calculation\n\n$\\frac{\\partial f(x_0, y_0)}{\\partial x} = 9$', 'dfdx'),
    ).toEqual(['none']);
  });

  test('an expression goes before its value at a point', async () => {
    expect(
      await findings('## 2.2 Weight Calculation\n\n$\\frac{\\partial f}{\\partial x} = 2x + y = 9$', 'dfdx'),
    ).toEqual(['2x + y']);
  });
});

describe('the value claimed', () => {
  test('is the last one; a formula without a value is none', async () => {
    expect(await findings(`${sgd}$$x_1 = x_0 - \\alpha \\frac{\\partial f(x_0, y_0)}{\\partial x}$$`, 'x1')).toEqual([
      'none',
    ]);
    expect(await findings(`${sgd}$$x_1 = x_0 - 0.45 = 4 - 0.45 = 3.55 > 0$$`, 'x1')).toEqual(['3.55']);
  });

  test('of two that are equal the later; of two that differ neither', async () => {
    const twice = await find(`${sgd}$x_1 = 3.55$\n\n$x_1 = 3.550$`);
    const later = twice.get('x1');
    expect(later?.kind === 'one' && later.answer.text).toBe('3.550');
    expect(await findings(`${sgd}$x_1 = 3.55$\n\n$x_1 = 3.6$`, 'x1')).toEqual(['several 3.55 | 3.6']);
  });

  test('marked as final wins', async () => {
    expect(await findings(`${sgd}$x_1 = 3.6$\n\n$\\boxed{x_1 = 3.55}$`, 'x1')).toEqual(['3.55']);
    expect(await findings(`${sgd}Answer: $x_1 = 3.55$\n\n$x_1 = 3.6$`, 'x1')).toEqual(['3.55']);
  });

  test('filed under the id of the item wins over all', async () => {
    const found = await find(`---\nanswers:\n  x1: "3.55"\n---\n${sgd}$x_1 = 3.6$`);
    const answer = found.get('x1');
    expect(answer?.kind === 'one' && [answer.answer.by, answer.answer.text]).toEqual(['id', '3.55']);
  });

  test('that cannot be read is unreadable, not missing', async () => {
    expect(await findings(`${sgd}$$x_1 = \\frac{3.55$$`, 'x1', 'y1')).toEqual(['unreadable', 'none']);
  });

  test('without a name belongs to the one item of its section', async () => {
    const found = await find(`${sgd}$x_1 = 3.55$, $y_1 = 0.2$, $x_2 = 3.185$, and so\n\n$$\\boxed{-0.0975}$$`);
    const last = found.get('y2');
    expect(last?.kind === 'one' && [last.answer.by, last.answer.text]).toEqual(['order', '-0.0975']);
  });
});

describe('the section', () => {
  test('keeps the same name in two sections apart', async () => {
    const text = `${sgd}$x_1 = 3.5$\n\n$y_1 = 0.3$\n\n${nesterov}$(x_1, y_1) = (3.55, 0.2)$`;
    expect(await findings(text, 'x1', 'y1', 'p1')).toEqual(['3.5', '0.3', '(3.55, 0.2)']);
  });

  test('of another method is never searched', async () => {
    expect(await findings(`${nesterov}$(x_1, y_1) = (3.55, 0.2)$`, 'x1', 'p1')).toEqual(['none', '(3.55, 0.2)']);
  });

  test('of another question is searched for what it does not ask itself', async () => {
    expect(await findings(`${sgd}$\\frac{\\partial f}{\\partial x} = 2x + y$`, 'dfdx')).toEqual(['2x + y']);
  });

  test('may be missing: the symbols of a method tell its run', async () => {
    const text = '$x_1 = 3.5$\n\n$y_1 = 0.3$\n\n$v_1 = [-0.45, -0.8]$\n\n$(x_1, y_1) = (3.55, 0.2)$';
    expect(await findings(text, 'v1')).toEqual(['(-0.45, -0.8)'].map(() => '[-0.45, -0.8]'));
  });

  test('may be missing: runs that start over go by order', async () => {
    const text =
      '$x_1 = 3.5$, $y_1 = 0.3$, $x_2 = 3.1$, $y_2 = -0.1$\n\n$x_1 = 3.55$, $y_1 = 0.2$, $x_2 = 2.8$, $y_2 = -0.3$';
    expect(await findings(text, 'x1', 'y2', 'p1', 'p2')).toEqual(['3.5', '-0.1', '(3.55, 0.2)', '(2.8, -0.3)']);
  });

  test('may be missing: one run for two methods is nobody’s', async () => {
    expect(await findings('$x_1 = 3.55$ and $y_1 = 0.2$', 'x1', 'p1')).toEqual(['several 3.55', 'several (3.55, 0.2)']);
  });

  test('headed "Problem 2" alone holds both methods', async () => {
    const text = `# Problem 2\n\nSGD gives $x_1 = 3.5$, $y_1 = 0.3$.\n\n$$v_1 = [-0.45, -0.8]$$\n\n$$\\frac{\\partial f}{\\partial x} = 2x + y$$`;
    expect(await findings(text, 'v1', 'dfdx')).toEqual(['[-0.45, -0.8]', '2x + y']);
  });
});

describe('names that are not the assignment’s', () => {
  test('a vector by its components', async () => {
    expect(await findings(`${nesterov}$v_{1,x} = -0.45$ and $v_{1,y} = -0.8$`, 'v1')).toEqual(['(-0.45, -0.8)']);
    expect(await findings(`${nesterov}$v_x^{(1)} = -0.45$ and $v_y^{(1)} = -0.8$`, 'v1')).toEqual(['(-0.45, -0.8)']);
  });

  test('all iterates in one list, counted from the given start or from the first step', async () => {
    expect(await findings(`${sgd}$x = [4, 3.55, 3.185]$`, 'x1', 'x2', 'y1')).toEqual(['3.55', '3.185', 'none']);
    expect(await findings(`${sgd}$y_k = (0.2, -0.0975)$`, 'y1', 'y2')).toEqual(['0.2', '-0.0975']);
    expect(await findings(`${sgd}$x = [9, 8, 7, 6]$`, 'x1')).toEqual(['none']);
  });

  test('a list of iterates is taken with doubt', async () => {
    const first = (await find(`${sgd}$x = [4, 3.55, 3.185]$`)).get('x1');
    expect(first?.kind === 'one' && first.answer.doubtful).toBe(true);
  });

  test('the components in another order', async () => {
    expect(await findings(`${nesterov}$(y_1, x_1) = (0.2, 3.55)$`, 'p1')).toEqual(['(3.55, 0.2)']);
  });

  test('a letter of the student in another section says nothing here', async () => {
    expect(await findings(`${sgd}Nothing.\n\n${nesterov}$w_1 = (3.55, 0.2)$`, 'x1')).toEqual(['none']);
  });
});

describe('lines that stand over answers', () => {
  test('tell two methods under one heading apart', async () => {
    const text = '## 2.2\n\nSGD:\n\n$x_1 = 3.5$, $y_1 = 0.3$\n\nNesterov momentum:\n\n$x_1 = 3.55$, $y_1 = 0.2$';
    expect(await findings(text, 'x1', 'y1', 'p1')).toEqual(['3.5', '0.3', '(3.55, 0.2)']);
  });

  test('stand over their paragraph only, when they begin it', async () => {
    const text =
      'SGD: $x_1 = 3.5$, $y_1 = 0.3$\n\nWith Nesterov we get $v_1 = (-0.45, -0.8)$ and $(x_1, y_1) = (3.55, 0.2)$.';
    expect(await findings(text, 'x1', 'v1', 'p1')).toEqual(['3.5', '(-0.45, -0.8)', '(3.55, 0.2)']);
  });

  test('end where a sentence speaks of another part', async () => {
    const text =
      '## 2.2\n\nSGD:\n\n$x_1 = 3.5$\n\nNow we turn to Nesterov.\n\n$v_1 = (-0.45, -0.8)$, $x_1 = 3.55$, $y_1 = 0.2$';
    expect(await findings(text, 'x1', 'y1', 'p1')).toEqual(['3.5', 'none', '(3.55, 0.2)']);
  });

  test('do not leave the section for a mere mention', async () => {
    const text = `${sgd}$y_1 = 0.3$\n\nCompared with Nesterov:\n\n$x_1 = 3.5$`;
    expect(await findings(text, 'x1', 'p1')).toEqual(['3.5', 'none']);
  });

  test('count steps in words', async () => {
    const text = `${sgd}After the first step $x = 3.55$, after the second step $x = 3.185$.`;
    expect(await findings(text, 'x1', 'x2')).toEqual(['3.55', '3.185']);
  });

  test('count steps', async () => {
    const text = `${sgd}Step 1: $x = 3.55$, $y = 0.2$\n\nStep 2: $x = 3.185$, $y = -0.0975$`;
    expect(await findings(text, 'x1', 'y1', 'x2', 'y2')).toEqual(['3.55', '0.2', '3.185', '-0.0975']);
  });
});

describe('roundings', () => {
  test('x ≈ 3.19 beside x = 3.185 says nothing else', async () => {
    expect(await findings(`${sgd}$x_2 = 3.185$\n\n$x_2 \\approx 3.19$`, 'x2')).toEqual(['3.185']);
  });

  test('x ≈ 3.1 beside x = 3.185 does', async () => {
    expect(await findings(`${sgd}$x_2 = 3.185$\n\n$x_2 \\approx 3.1$`, 'x2')).toEqual(['several 3.185 | 3.1']);
  });
});

describe('items that ask for more than a value', () => {
  const conditions =
    '## 1.5 Eigenvalues and Gradient Vanishing 2\n\nThe vanishing gradient requires the largest eigenvalue to be smaller than $1/\\gamma$. The exploding gradient requires it to be larger than $1/\\gamma$.';

  test('a statement is found by its subject and the words near it', async () => {
    const found = await find(conditions);
    const [vanish, explode] = [found.get('vanish'), found.get('explode')];
    const relations = [vanish, explode].map((one) =>
      one?.kind === 'evidence' ? one.claims.map((claim) => claim.kind === 'statement' && claim.relation) : [],
    );
    expect(relations).toEqual([['<'], ['>']]);
  });

  test('a denial reaches only its own word', async () => {
    const found = await find(
      '## 1.5 Eigenvalues and Gradient Vanishing 2\n\nIf the largest eigenvalue is below $1/\\gamma$, the gradient vanishes and does not explode.',
    );
    const denials = ['vanish', 'explode'].map((id) => {
      const one = found.get(id);
      return one?.kind === 'evidence' && one.claims.map((claim) => claim.kind === 'statement' && claim.negated);
    });
    expect(denials).toEqual([[false], [true]]);
  });

  test('a derivation that another section asks for itself is left to it', async () => {
    const chain = '$$\\frac{\\partial x_t}{\\partial x_k} = 0$$';
    expect(await findings(`## 2.2.1 Stochastic Gradient Descent\n\n${chain}`, 'chain')).toEqual(['evidence 1']);
    expect(await findings(`## 1.2 Chain Rule 1\n\n${chain}`, 'chain', 'first')).toEqual(['none', 'evidence 1']);
  });

  test('a derivation is every chain that begins there', async () => {
    const chain =
      '$$\\frac{\\partial x_t}{\\partial x_k} = \\prod_{i=k+1}^{t} \\frac{\\partial x_i}{\\partial x_{i-1}}$$';
    expect(await findings(`## 1.3 Chain Rule 2\n\n${chain}`, 'chain')).toEqual(['evidence 1']);
    expect(await findings('## 1.3 Chain Rule 2\n\nNo idea.', 'chain')).toEqual(['none']);
  });

  test('a figure in its section', async () => {
    expect(await findings('## 2.1 Contour Plot\n\n![the contours](plot.png)', 'plot')).toEqual(['evidence 1']);
    expect(await findings('## 2.1 Contour Plot\n\n', 'plot')).toEqual(['none']);
  });
});

test('every item has its place in the result, in the order of the rubric', async () => {
  expect([...(await find('')).keys()]).toEqual(items.map(({ id }) => id));
});
