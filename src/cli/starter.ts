import schema from '../../rubrics/rubric.schema.json' with { type: 'json' };

/**
 * What `rederive init` writes: a rubric small enough to read at once, a submission that it grades, and the schema by
 * which an editor completes and explains the rubric's keys.
 */

const rubric = `# yaml-language-server: $schema=./rubric.schema.json
rederive: 1
title: Two steps of gradient descent
tolerance: {shown: {decimals: 2}}   # right to every digit shown, at least two decimals
carry: 1/2                          # share of the points for an answer that follows from an earlier slip
students: hints                     # what students may see: presence, verdicts, hints or full

sections:
  - id: "1"
    heading: Gradient descent
    given:
      f(x, y): x^2 + 3 y^2
      (x_0, y_0): (2, 1)
      α: 0.1
    method: gradient-descent
    items:
      - {id: 1.gradient, ask: ∂f/∂x, points: 1}
      - for: {k: 1..2}
        items:
          - {id: "1.x{k}", ask: "x_{k}", points: 1}
          - {id: "1.y{k}", ask: "y_{k}", points: 1}

examples:                           # run them with: rederive test rubric.yaml
  - answer: {1.x1: "1.60", 1.y1: "0.40"}
    expect: {1.x1: correct, 1.y1: correct}
  - answer: {1.x1: "2.40"}
    expect: {1.x1: wrong}
`;

const submission = `# Gradient descent

$$\\frac{\\partial f}{\\partial x} = 2x$$

$$x_1 = 2 - 0.1 \\cdot 4 = 1.60, \\qquad y_1 = 1 - 0.1 \\cdot 6 = 0.40$$

$$x_2 = 1.6 - 0.1 \\cdot 3.2 = 1.28, \\qquad y_2 = 0.4 - 0.1 \\cdot 2.4 = 0.16$$
`;

/** File to text. */
export const starter: Readonly<Record<string, string>> = {
  'rubric.yaml': rubric,
  'rubric.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
  'submissions/sample.md': submission,
};
