import type { Box } from './box.ts';
import { around, middle, put, width } from './box.ts';
import type { Rectangle } from './content.ts';
import { rowOf } from './row.ts';

/** An operator with the boxes it is made of: one sign, or the letters of `lim`. */
interface Operator extends Rectangle {
  readonly parts: readonly Box[];
  readonly text: string;
  readonly size: number;
  readonly baseline: number;
}

const named = /^(?:lim|max|min|sup|inf|argmax|argmin)$/;

/** Words that take limits, letter by letter on one baseline. */
const namedOperators = (boxes: readonly Box[]): readonly Operator[] => {
  const found: Operator[] = [];
  const letters = boxes
    .filter(({ kind }) => kind === 'word')
    .sort((a, b) => Math.round(b.baseline - a.baseline) || a.x0 - b.x0);
  let run: Box[] = [];
  const close = (): void => {
    const text = run.map((box) => box.text).join('');
    const [head] = run;
    if (head && named.test(text))
      found.push({ ...around(run), parts: run, text: `\\${text} `, size: head.size, baseline: head.baseline });
    run = [];
  };
  for (const letter of letters) {
    const last = run.at(-1);
    const joined =
      last && Math.abs(last.baseline - letter.baseline) < 0.5 && Math.abs(letter.x0 - last.x1) < 0.12 * letter.size;
    if (!joined) close();
    run.push(letter);
  }
  close();
  return found;
};

const signs = (boxes: readonly Box[]): readonly Operator[] =>
  boxes.filter(({ kind }) => kind === 'big').map((box) => ({ ...box, parts: [box] }));

/** No limit has more signs. */
const longestLimit = 100;

/** The row of small boxes centred above or below an operator, near it. */
const limitOf = (
  operator: Operator,
  others: readonly Operator[],
  boxes: readonly Box[],
  distance: (box: Box) => number,
): readonly Box[] => {
  const siblings = others.filter((other) => Math.abs(other.baseline - operator.baseline) < operator.size);
  const nearest = (box: Box): boolean =>
    siblings.every((other) => Math.abs(middle(box) - middle(operator)) <= Math.abs(middle(box) - middle(other)));
  const near = boxes.filter(
    (box) =>
      nearest(box) &&
      !box.composite &&
      box.size < 0.88 * operator.size &&
      distance(box) > -0.25 * operator.size &&
      distance(box) < 0.9 * operator.size &&
      Math.abs(middle(box) - middle(operator)) < width(operator) / 2 + 2.5 * operator.size,
  );
  const slack = 0.35 * operator.size;
  const centre = near.find((box) => box.x0 < operator.x1 && box.x1 > operator.x0);
  const taken: Box[] = centre ? [centre] : [];
  while (taken.length > 0 && taken.length < longestLimit) {
    const space = around(taken);
    const beside = near.filter((box) => !taken.includes(box) && box.x0 < space.x1 + slack && box.x1 > space.x0 - slack);
    if (beside.length === 0) break;
    taken.push(...beside.slice(0, longestLimit));
  }
  return taken;
};

/** Puts sums, products, limits and the like together with what stands above and below them. */
export const withLimits = (boxes: readonly Box[]): readonly Box[] => {
  let found = boxes;
  const operators = [...signs(boxes), ...namedOperators(boxes)].slice(0, 500);
  for (const operator of operators) {
    const below = limitOf(operator, operators, found, (box) => operator.y0 - box.y1);
    const above = limitOf(operator, operators, found, (box) => box.y0 - operator.y1);
    if (below.length + above.length === 0) continue;
    const [lower, upper] = [rowOf(below), rowOf(above)];
    const text = `${operator.text}${below.length > 0 ? `_{${lower.text.trim()}}` : ''}${above.length > 0 ? `^{${upper.text.trim()}}` : ''} `;
    const parts = [...operator.parts, ...below, ...above];
    const gone = new Set(parts);
    const box = put(text, around(parts), operator.baseline, operator.size, parts);
    found = [
      ...found.filter((one) => !gone.has(one)),
      { ...box, doubtful: box.doubtful || lower.doubtful || upper.doubtful },
    ];
  }
  return found;
};
