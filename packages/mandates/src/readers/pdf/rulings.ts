import { OPS } from 'unpdf/pdfjs';
import type { Ruling } from './page.ts';

/** a b c d e f of ISO 32000-1, 8.3.3 */
export type Matrix = readonly [number, number, number, number, number, number];

export const matrixOf = (numbers: readonly number[]): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
};

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

type Point = readonly [x: number, y: number];

/** how the library writes the steps of a path */
const step = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;

const painted = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const filledOnly = new Set<number>([OPS.fill, OPS.eoFill]);

const MOST_RULINGS = 20_000;
const SHORTEST = 4;
/** A filled rectangle thinner than this is a line. */
const THICKEST = 3;

/** The straight lines that a page draws: strokes, sides of stroked rectangles, and thin filled rectangles. */
export function rulingsOf(operations: readonly number[], args: readonly unknown[][], viewport: Matrix): Ruling[] {
  const rulings: Ruling[] = [];
  const saved: Matrix[] = [];
  let matrix = viewport;
  for (const [i, operation] of operations.entries()) {
    if (operation === OPS.save) saved.push(matrix);
    else if (operation === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operation === OPS.transform) matrix = multiply(matrix, matrixOf(args[i] as number[]));
    else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      if (Array.isArray(args[i]?.[0])) matrix = multiply(matrix, matrixOf(args[i]![0] as number[]));
    } else if (operation === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (operation === OPS.constructPath) {
      const [paint, data] = args[i] as [number, readonly ArrayLike<number>[]];
      if (!painted.has(paint) || !data?.[0]) continue;
      for (const points of subPaths(data[0], matrix))
        for (const ruling of linesOf(points, filledOnly.has(paint))) rulings.push(ruling);
      if (rulings.length > MOST_RULINGS) break;
    }
  }
  return rulings;
}

/** Runs of points joined by straight lines; a curve breaks the run. */
function subPaths(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const paths: Point[][] = [];
  let path: Point[] = [];
  const at = (i: number): Point => {
    const [x, y] = [data[i] ?? 0, data[i + 1] ?? 0];
    return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
  };
  const begin = (points: Point[]): void => {
    if (path.length > 1) paths.push(path);
    path = points;
  };
  for (let i = 0; i < data.length;) {
    const kind = data[i]!;
    if (kind === step.moveTo) begin([at(i + 1)]);
    else if (kind === step.lineTo) path.push(at(i + 1));
    else if (kind === step.curveTo) begin([at(i + 5)]);
    else if (kind === step.quadraticCurveTo) begin([at(i + 3)]);
    else if (kind === step.closePath) {
      if (path.length > 1) path.push(path[0]!);
      begin([]);
    }
    i += kind === step.curveTo ? 7 : kind === step.quadraticCurveTo ? 5 : kind === step.closePath ? 1 : 3;
  }
  begin([]);
  return paths;
}

function linesOf(points: readonly Point[], isFilled: boolean): Ruling[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  if (isFilled) {
    if (points.length > 12) return [];
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    if (bottom - top <= THICKEST && right - left >= SHORTEST) return [line(true, (top + bottom) / 2, left, right)];
    if (right - left <= THICKEST && bottom - top >= SHORTEST) return [line(false, (left + right) / 2, top, bottom)];
    return [];
  }
  return points.slice(1).flatMap(([x, y], i) => {
    const [fromX, fromY] = points[i]!;
    if (Math.abs(y - fromY) < 1 && Math.abs(x - fromX) >= SHORTEST) return [line(true, y, fromX, x)];
    if (Math.abs(x - fromX) < 1 && Math.abs(y - fromY) >= SHORTEST) return [line(false, x, fromY, y)];
    return [];
  });
}

const line = (isHorizontal: boolean, at: number, from: number, to: number): Ruling => ({
  isHorizontal,
  at,
  from: Math.min(from, to),
  to: Math.max(from, to),
});
