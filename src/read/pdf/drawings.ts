import { around, height, middle, width } from './box.ts';
import type { PageContent, Rectangle } from './content.ts';

/** Drawings no further apart than this, in points, are one. */
const together = 6;
/** A plot is at least so wide and high, in points. */
const plotSize = 60;
/** A sign drawn as an outline is no larger than this, in points. */
const signSize = 16;
/** A formula of outlines has at least so many signs. */
const fewestSigns = 3;

/** Shapes in groups, one below the other. */
const groupsOf = (shapes: readonly Rectangle[]): readonly (readonly Rectangle[])[] => {
  const groups: Rectangle[][] = [];
  let bottom = Number.POSITIVE_INFINITY;
  for (const shape of [...shapes].sort((a, b) => b.y1 - a.y1)) {
    const last = groups.at(-1);
    if (last && shape.y1 > bottom - together) last.push(shape);
    else groups.push([shape]);
    bottom = last && shape.y1 > bottom - together ? Math.min(bottom, shape.y0) : shape.y0;
  }
  return groups;
};

const holds = (space: Rectangle, one: Rectangle): boolean =>
  middle(one) > space.x0 - signSize &&
  middle(one) < space.x1 + signSize &&
  one.y0 > space.y0 - signSize &&
  one.y1 < space.y1 + signSize;

/** Plots drawn with curves, not as images: where they stand. */
export const plotsOf = ({ shapes }: PageContent): readonly Rectangle[] =>
  groupsOf(shapes)
    .map(around)
    .filter((space) => width(space) > plotSize && height(space) > plotSize);

/** Formulas whose signs are drawn as outlines, without a character behind them: there is nothing to read. */
export const outlinesOf = (content: PageContent): readonly Rectangle[] => {
  const plots = plotsOf(content);
  const signs = content.shapes.filter(
    (shape) => width(shape) < signSize && height(shape) < signSize && !plots.some((plot) => holds(plot, shape)),
  );
  return groupsOf(signs).flatMap((group) => (group.length >= fewestSigns ? [around(group)] : []));
};
