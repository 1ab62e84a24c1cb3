import { lineMarker } from '../../outline/markers.ts';
import { withoutLabelBlank } from '../list-labels.ts';
import { type Line, textOf, withNextLine } from './lines.ts';
import type { LaidOutPage } from './page-furniture.ts';

/** How text is set: its usual margins and the distance of its lines, in points. */
type Setting = {
  readonly left: number;
  readonly right: number;
  readonly leading: number;
  /** paragraphs begin with an indent */
  readonly isIndented: boolean;
};

/** Lines as paragraphs, across pages too, and tables row by row. */
export function paragraphsOf(pages: readonly (LaidOutPage & { readonly width: number })[]): string[] {
  const settings = new Settings(pages, pages[0]?.width ?? 0);
  const out: string[] = [];
  let open: { text: string; line: Line; page: number } | null = null;
  let head: readonly string[] = [];
  const close = (): void => {
    if (open) out.push(withoutLabelBlank(open.text));
    open = null;
  };
  for (const [number, page] of pages.entries()) {
    for (const block of page.blocks) {
      if (block.kind === 'table') {
        close();
        // The head of a table comes again on each of its pages.
        const repeated = head.length > 0 && head[0] === block.lines[0];
        const same = repeated ? block.lines.findIndex((line, i) => line !== head[i]) : 0;
        for (const line of block.lines.slice(same < 0 ? block.lines.length : same)) out.push(line);
        head = repeated ? head : block.lines;
        continue;
      }
      const text = textOf(block.line);
      if (open && goesOn(open, { line: block.line, text, page: number }, settings, page.width)) {
        open = { text: withNextLine(open.text, text), line: block.line, page: number };
      } else {
        close();
        open = { text, line: block.line, page: number };
      }
    }
  }
  close();
  return out;
}

type Placed = { readonly text: string; readonly line: Line; readonly page: number };

const sentenceEnd = /[。！？；：!?;:…][”’）)」』》]?$/;

function goesOn(before: Placed, next: Placed, settings: Settings, width: number): boolean {
  const { size } = before.line;
  const setting = settings.of(size);
  if (Math.abs(next.line.size - size) > size * 0.12) return false;
  const gap = next.line.baseline - before.line.baseline;
  const isNear = before.page === next.page ? gap > 0 && gap <= Math.max(setting.leading * 1.35, size * 1.4) : true;
  const isNextColumn = before.page === next.page && gap < 0;
  if (!isNear && !isNextColumn) return false;
  if (size > settings.size * 1.15 && isCentred(before.line, width) && isCentred(next.line, width)) {
    return !/^[（(]/.test(next.text);
  }
  const right = isNextColumn ? before.line.right : setting.right;
  const isShort = before.line.right < right - 2.2 * size;
  // What stands to the right, a signature and its date, does not go on.
  const isSetRight = !isNextColumn && before.line.left > setting.left + 5 * size;
  if (isShort || isSetRight) return false;
  const isMarked = lineMarker(next.text) !== null;
  const isFinished = sentenceEnd.test(before.text);
  if (isMarked && isFinished) return false;
  // At the top of a page nothing but an indent would tell that a paragraph begins.
  if (isFinished && before.page !== next.page && !setting.isIndented) return false;
  const indent = next.line.left - (isNextColumn ? next.line.left : setting.left);
  if (indent < 1.2 * size) return true;
  return !isMarked && !isFinished && next.line.left > before.line.left - size;
}

const isCentred = (line: Line, width: number): boolean =>
  Math.abs((line.left + line.right) / 2 - width / 2) < line.size * 1.2;

/** How the text of each size is set; what is rare is judged like the text that most of the document is set in. */
class Settings {
  readonly #lines: readonly (Line & { readonly page: number })[];
  readonly #width: number;
  readonly #known = new Map<number, Setting>();
  /** the size that most of the text is set in */
  readonly size: number;

  constructor(pages: readonly LaidOutPage[], width: number) {
    this.#lines = pages.flatMap(({ blocks }, page) =>
      blocks.flatMap((block) => (block.kind === 'line' ? [{ ...block.line, page }] : [])),
    );
    this.#width = width;
    this.size = mostOften(this.#lines, sizeOf) ?? 12;
  }

  of(size: number): Setting {
    const key = sizeOf({ size });
    let setting = this.#known.get(key);
    if (!setting) this.#known.set(key, (setting = this.#settingOf(key)));
    return setting;
  }

  #settingOf(size: number): Setting {
    const own = this.#lines.filter((line) => isNearly(line.size, size));
    if (own.length >= 4) return settingOf(own, this.#width, size);
    const usual = this.#lines.filter((line) => isNearly(line.size, this.size));
    return settingOf(usual, this.#width, this.size);
  }
}

const sizeOf = ({ size }: { readonly size: number }): number => Math.round(size * 2) / 2;
const isNearly = (a: number, b: number): boolean => Math.abs(a - b) <= b * 0.12;

function settingOf(lines: readonly (Line & { readonly page: number })[], width: number, size: number): Setting {
  const total = lines.reduce((sum, line) => sum + line.right - line.left, 0);
  // The left margin is the leftmost place where a real share of the text begins; an indent is to the right of it.
  const lefts = new Map<number, number>();
  for (const line of lines) {
    const at = Math.round(line.left / 3) * 3;
    lefts.set(at, (lefts.get(at) ?? 0) + line.right - line.left);
  }
  const left = [...lefts.keys()].toSorted((a, b) => a - b).find((at) => lefts.get(at)! >= total * 0.05) ?? 0;
  const rights = lines.map((line) => line.right).toSorted((a, b) => a - b);
  const far = rights[Math.floor(rights.length * 0.97)] ?? 0;
  // One long line alone is no margin; then the page is taken to be set in its middle.
  const isMargin = rights.filter((own) => own > far - 2 * size).length >= 2;
  const right = isMargin ? far : Math.max(far, width - left);
  const gaps = lines.slice(1).flatMap((line, i) => {
    const gap = line.baseline - lines[i]!.baseline;
    const isStep = line.page === lines[i]!.page && gap > size * 0.8 && gap < size * 4;
    return isStep ? [{ gap, left: 0, right: 1 }] : [];
  });
  // Lines of one paragraph are never further apart than paragraphs are.
  const usual = mostOften(gaps, ({ gap }) => Math.round(gap)) ?? size * 1.6;
  const close = gaps.filter(({ gap }) => gap < usual * 0.9);
  const leading = close.length >= gaps.length * 0.2 ? (mostOften(close, ({ gap }) => Math.round(gap)) ?? usual) : usual;
  const indented = lines.filter((line) => line.left > left + size && line.left < left + size * 3).length;
  return { left, right, leading, isIndented: indented >= lines.length * 0.1 };
}

/** The value that the widest stretch of text has. */
function mostOften<Of extends { readonly left: number; readonly right: number }>(
  all: readonly Of[],
  valueOf: (one: Of) => number,
): number | null {
  const weights = new Map<number, number>();
  for (const one of all) weights.set(valueOf(one), (weights.get(valueOf(one)) ?? 0) + one.right - one.left);
  let best: number | null = null;
  for (const [value, weight] of weights) if (best === null || weight > weights.get(best)!) best = value;
  return best;
}
