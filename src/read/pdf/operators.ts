import { limits } from '../limits.ts';
import type { Glyph, Matrix, PageContent, Rectangle, Segment } from './content.ts';
import { composed, matrixOf, moved, placed, shared, shownAs, unit } from './content.ts';
import { amount, isNumbers, list } from './packed.ts';
import { endsOf, kindOf } from './paths.ts';

/** A page's drawing operators by name, as pdf.js hands them out. */
export interface Operators {
  readonly names: readonly string[];
  readonly arguments: readonly unknown[];
}

interface Graphics {
  matrix: Matrix;
  font: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  /** The text is drawn in no colour at all, as the layer under a scan is. */
  invisible: boolean;
  /** What lies outside is not shown. */
  clip: Rectangle;
}

interface Drawing {
  graphics: Graphics;
  readonly stack: Graphics[];
  text: Matrix;
  line: Matrix;
  readonly glyphs: Glyph[];
  readonly bars: Rectangle[];
  readonly shapes: Rectangle[];
  readonly strokes: Segment[];
  /** The next path clips. */
  clips: boolean;
  readonly images: Rectangle[];
  readonly directions: number[];
  readonly fontName: (id: string) => string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Points a glyph's width of 1000 is worth. */
const perThousand = 0.001;

const show = (drawing: Drawing, glyph: Readonly<Record<string, unknown>>): void => {
  const { graphics } = drawing;
  const whole = composed(graphics.matrix, drawing.text);
  const [x, y] = moved(whole, 0, graphics.rise);
  const scale = Math.hypot(whole[2], whole[3]);
  const advance =
    (amount(glyph['width']) * perThousand * graphics.size +
      graphics.charSpacing +
      (glyph['isSpace'] === true ? graphics.wordSpacing : 0)) *
    graphics.scale;
  const [end] = moved(whole, amount(glyph['width']) * perThousand * graphics.size * graphics.scale, graphics.rise);
  const height = Math.abs(graphics.size) * scale;
  const direction = (Math.round((2 * Math.atan2(whole[1], whole[0])) / Math.PI) + 4) % 4;
  drawing.directions[direction] = (drawing.directions[direction] ?? 0) + 1;
  const isCut = !isShown(shared({ x0: x, y0: y, x1: Math.max(x, end), y1: y + 0.5 * height }, graphics.clip));
  if (!graphics.invisible && !isCut && direction === 0)
    drawing.glyphs.push({
      sign: typeof glyph['unicode'] === 'string' ? glyph['unicode'] : '',
      code: amount(glyph['originalCharCode']),
      font: graphics.font,
      x,
      y,
      width: Math.abs(end - x),
      size: height,
    });
  drawing.text = composed(drawing.text, [1, 0, 0, 1, advance, 0]);
};

const showText = (drawing: Drawing, glyphs: unknown): void => {
  for (const glyph of list(glyphs)) {
    if (drawing.glyphs.length > limits.pdfItems.value) return;
    if (typeof glyph === 'number') {
      const back = -glyph * perThousand * drawing.graphics.size * drawing.graphics.scale;
      drawing.text = composed(drawing.text, [1, 0, 0, 1, back, 0]);
    } else if (isRecord(glyph)) show(drawing, glyph);
  }
};

const moveLine = (drawing: Drawing, x: number, y: number): void => {
  drawing.line = composed(drawing.line, [1, 0, 0, 1, x, y]);
  drawing.text = drawing.line;
};

const isShown = ({ x0, y0, x1, y1 }: Rectangle): boolean => x0 <= x1 && y0 <= y1;

/** A curve's box is no bar, however thin it may be; a frame with rounded corners is neither. */
const drawPath = (drawing: Drawing, paths: unknown, bounds: unknown): void => {
  const kind = kindOf(list(paths)[0]);
  if (!isNumbers(bounds) || kind === 'rounded') return;
  if (drawing.bars.length + drawing.shapes.length > limits.pdfItems.value) return;
  const [x0, y0, x1, y1] = matrixOf(bounds);
  const space = shared(placed(drawing.graphics.matrix, { x0, y0, x1, y1 }), drawing.graphics.clip);
  if (isShown(space)) (kind === 'upright' ? drawing.bars : drawing.shapes).push(space);
};

const clipTo = (drawing: Drawing, bounds: unknown): void => {
  if (!drawing.clips || !isNumbers(bounds)) return;
  const [x0, y0, x1, y1] = matrixOf(bounds);
  drawing.graphics.clip = shared(placed(drawing.graphics.matrix, { x0, y0, x1, y1 }), drawing.graphics.clip);
  drawing.clips = false;
};

const drawStroke = (drawing: Drawing, paths: unknown): void => {
  const ends = endsOf(list(paths)[0]);
  if (!ends) return;
  const [from, to] = ends.map(([x, y]) => moved(drawing.graphics.matrix, x, y)).sort((one, other) => one[0] - other[0]);
  if (!from || !to || drawing.strokes.length >= 1000) return;
  const [[x0, y0], [x1, y1]] = [from, to];
  if (x1 - x0 > 2 && Math.abs(y1 - y0) > 2) drawing.strokes.push({ x0, y0, x1, y1 });
};

const drawImage = (drawing: Drawing): void => {
  if (drawing.images.length < 1000)
    drawing.images.push(placed(drawing.graphics.matrix, { x0: 0, y0: 0, x1: 1, y1: 1 }));
};

type Step = (drawing: Drawing, values: readonly unknown[]) => void;

const save: Step = (drawing) => {
  if (drawing.stack.length < 1000) drawing.stack.push({ ...drawing.graphics });
};

const restore: Step = (drawing) => {
  drawing.graphics = drawing.stack.pop() ?? drawing.graphics;
};

const transform = (drawing: Drawing, by: ArrayLike<unknown>): void => {
  drawing.graphics.matrix = composed(drawing.graphics.matrix, matrixOf(by));
};

const setMatrix: Step = (drawing, values) => {
  const [first] = values;
  drawing.line = drawing.text = matrixOf(isNumbers(first) ? first : values);
};

/** What each operator does to what is drawn; the others change colours and the like. */
const steps: Readonly<Record<string, Step>> = {
  save,
  restore,
  transform: (drawing, values) => transform(drawing, values),
  paintFormXObjectBegin: (drawing, values) => {
    save(drawing, values);
    if (isNumbers(values[0])) transform(drawing, values[0]);
  },
  paintFormXObjectEnd: restore,
  beginText: (drawing) => {
    drawing.text = drawing.line = unit;
  },
  setFont: (drawing, [id, size]) => {
    drawing.graphics.font = typeof id === 'string' ? drawing.fontName(id) : '';
    drawing.graphics.size = amount(size);
  },
  setCharSpacing: (drawing, [value]) => {
    drawing.graphics.charSpacing = amount(value);
  },
  setWordSpacing: (drawing, [value]) => {
    drawing.graphics.wordSpacing = amount(value);
  },
  setHScale: (drawing, [value]) => {
    drawing.graphics.scale = amount(value) / 100;
  },
  setLeading: (drawing, [value]) => {
    drawing.graphics.leading = -amount(value);
  },
  setTextRise: (drawing, [value]) => {
    drawing.graphics.rise = amount(value);
  },
  setTextRenderingMode: (drawing, [mode]) => {
    drawing.graphics.invisible = mode === 3;
  },
  moveText: (drawing, [x, y]) => moveLine(drawing, amount(x), amount(y)),
  setLeadingMoveText: (drawing, [x, y]) => {
    drawing.graphics.leading = amount(y);
    moveLine(drawing, amount(x), amount(y));
  },
  setTextMatrix: setMatrix,
  nextLine: (drawing) => moveLine(drawing, 0, drawing.graphics.leading),
  showText: (drawing, [glyphs]) => showText(drawing, glyphs),
  showSpacedText: (drawing, [glyphs]) => showText(drawing, glyphs),
  nextLineShowText: (drawing, [glyphs]) => {
    moveLine(drawing, 0, drawing.graphics.leading);
    showText(drawing, glyphs);
  },
  constructPath: (drawing, [, paths, bounds]) => {
    drawPath(drawing, paths, bounds);
    drawStroke(drawing, paths);
    clipTo(drawing, bounds);
  },
  endPath: (drawing, [, , bounds]) => clipTo(drawing, bounds),
  clip: (drawing) => {
    drawing.clips = true;
  },
  eoClip: (drawing) => {
    drawing.clips = true;
  },
  paintImageXObject: drawImage,
  paintInlineImageXObject: drawImage,
  paintImageMaskXObject: drawImage,
};

const initial: Omit<Graphics, 'matrix' | 'clip'> = {
  font: '',
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  invisible: false,
};

/** Follows a page's operators and keeps where signs, bars and images come to stand; `page` is what is shown, and how. */
export const contentOf = (
  operators: Operators,
  page: { readonly view: Rectangle; readonly quarters: number },
  fontName: (id: string) => string,
): PageContent => {
  const matrix = shownAs(page.view, page.quarters);
  const clip = placed(matrix, page.view);
  const drawing: Drawing = {
    graphics: { ...initial, matrix, clip },
    stack: [],
    text: unit,
    line: unit,
    glyphs: [],
    bars: [],
    shapes: [],
    strokes: [],
    clips: false,
    images: [],
    directions: [0, 0, 0, 0],
    fontName,
  };
  operators.names.forEach((name, index) => {
    steps[name]?.(drawing, list(operators.arguments[index]));
  });
  const { glyphs, bars, shapes, strokes, images, directions } = drawing;
  const tooMany = glyphs.length > limits.pdfItems.value;
  return { width: clip.x1, height: clip.y1, glyphs, bars, shapes, strokes, images, directions, tooMany };
};
