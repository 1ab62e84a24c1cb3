import { gluedTail, noiseLines, siteFields, tailMarkers, titleEnd } from '../rules/page-noise.ts';
import { pagesMissing } from './gap-markers.ts';
import type { Edit, Findings, Step, StepContext } from './step.ts';

/**
 * Parts the text from what a site put around it. Lines that say something about the document become site fields;
 * menus, warnings, advertising and contact data go. What stands between the first and the last paragraph is touched
 * only where a whole line is known noise.
 */
export const pageFrame: Step = {
  name: 'page-frame',
  find(text, context) {
    const lines = linesOf(text, context);
    const site: Record<string, string> = {};
    const first = lines.findIndex((line) => line.kind === 'text' && isRunning(line));
    const head = first < 0 ? lines.length : first;
    const last = lines.findLastIndex((line) => line.kind === 'text' && isParagraph(line));
    for (const [i, line] of lines.entries()) {
      if (i > head && i < last) {
        if (line.kind === 'field') line.kind = 'text';
      } else if (line.kind === 'field') Object.assign(site, { ...fieldsOf(line.plain), ...site });
    }
    for (const line of context.frame.split('\n'))
      Object.assign(site, { ...fieldsOf(line.trim().replaceAll(/[\u00a0\t]/g, ' ')), ...site });
    dropMenu(lines, head);
    dropFileNames(lines.slice(0, head), site);
    dropKeywords(lines.slice(0, head));
    if (last >= 0) dropTail(lines, last);
    const edits: Edit[] = lines
      .filter((line) => line.kind !== 'text')
      .map((line) => ({ start: line.start, end: line.end, after: '', class: 'certain' }));
    for (const match of text.matchAll(new RegExp(gluedTail, 'gm'))) {
      edits.push({ start: match.index, end: match.index + match[0].length, after: '', class: 'certain' });
    }
    for (const line of lines) if (line.kind === 'text') edits.push(...labelledTitle(line, site), ...outerPipe(line));
    return { edits, site, gaps: pagesGap(lines, last) };
  },
};

function pagesGap(lines: readonly Line[], last: number): Findings['gaps'] {
  const frame = lines
    .filter((line) => line.kind === 'noise')
    .map((line) => line.plain)
    .join('\n');
  const pages = pagesMissing(frame);
  const end = last < 0 ? 0 : lines[last]!.start + lines[last]!.text.trimEnd().length;
  return pages
    ? [
        {
          start: end,
          end,
          kind: 'truncated',
          unit: 'pages',
          evidence: pages.evidence,
          missing: pages.missing,
          total: pages.total,
          shown: pages.shown,
        },
      ]
    : [];
}

type Line = {
  /** where the line begins, and where it ends with its line break */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** simplified, without pinyin and outer blanks: for matching only */
  readonly plain: string;
  kind: 'text' | 'noise' | 'field' | 'blank';
};

const LONG_LINE = 400;

function linesOf(text: string, { tools }: StepContext): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const part of text.split('\n')) {
    const end = Math.min(text.length, at + part.length + 1);
    const trimmed = part.length > LONG_LINE ? part.slice(0, LONG_LINE) : part.trim();
    const plain = /[\u0080-\uffff]/.test(trimmed)
      ? tools.toSimplified(trimmed).replaceAll(/\([a-zü\u0100-\u01dc\u00e0-\u00fc]{1,7}\)/g, '')
      : trimmed;
    lines.push({ start: at, end, text: part, plain, kind: kindOf(plain, part.length > LONG_LINE) });
    at = end;
  }
  return lines;
}

function kindOf(plain: string, long: boolean): Line['kind'] {
  // Empty lines stay for the step that knows about paragraphs.
  if (plain === '' || long) return 'text';
  if (noiseLines.some((pattern) => pattern.test(plain))) return 'noise';
  return Object.keys(fieldsOf(plain)).length > 0 ? 'field' : 'text';
}

const fieldStart = /([\p{L}]{2,6}|ID)\s*[：:]\s*/gu;

/** The fields of a line that consists of nothing but `label: value` pairs with known labels; otherwise none. */
function fieldsOf(line: string): Record<string, string> {
  if (line.length > 160 || !/[：:]/.test(line)) return {};
  const starts = [...line.matchAll(fieldStart)].filter(
    (match) => match.index === 0 || /[\s\u3000]/.test(line[match.index - 1]!),
  );
  if (starts.length === 0 || starts[0]!.index !== 0) return {};
  const fields: Record<string, string> = {};
  for (const [i, match] of starts.entries()) {
    const name = siteFields.find(([, label]) => label.test(match[1]!))?.[0];
    if (!name || name === 'title') return {};
    const value = line.slice(match.index + match[0].length, starts[i + 1]?.index ?? line.length).trim();
    if (/[。；]/.test(value) || value.length > 60) return {};
    if (value !== '') fields[name] = value;
    else fields[name] ??= '';
  }
  return fields;
}

const isRunning = (line: Line): boolean =>
  (line.plain.length >= 40 && /[，。,]/.test(line.plain)) ||
  /^(目录|提纲|目录\/提纲)/.test(line.plain) ||
  /^([一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章条部])/.test(line.plain);
const isParagraph = (line: Line): boolean => line.plain.length >= 15 && /[。！？…]|[.]{3}|[,，].{8}/.test(line.plain);

const MENU_LINES = 6;

/** Many short lines before the text are a menu: only the last title and what follows it stays. */
function dropMenu(lines: Line[], head: number): void {
  const shown = lines.slice(0, head).filter((line) => line.kind === 'text' && line.plain !== '');
  if (shown.length <= MENU_LINES) return;
  const title = shown.findLastIndex((line) => line.plain.length >= 6 && titleEnd.test(line.plain));
  if (title < 0) return;
  for (const line of shown.slice(0, title)) line.kind = 'noise';
}

/** The name of the uploaded file, printed as a line. */
function dropFileNames(lines: Line[], site: Record<string, string>): void {
  for (const line of lines) {
    const match = line.kind === 'text' ? /^(.{2,80})\.(docx?|pdf|wps|txt|pptx?)$/i.exec(line.plain) : null;
    if (!match) continue;
    line.kind = 'field';
    site.title ??= match[1]!;
  }
}

/** A line of search words: five or more, each of which another line of the head has. */
function dropKeywords(lines: Line[]): void {
  for (const line of lines) {
    if (line.kind !== 'text') continue;
    const words = line.plain.split(/\s+/);
    if (words.length < 5 || /[。；]/.test(line.plain)) continue;
    const others =
      lines
        .filter((other) => other !== line)
        .map((other) => other.plain)
        .join('\n') + words[0]!;
    if (words.every((word) => others.includes(word))) line.kind = 'noise';
  }
}

function dropTail(lines: Line[], last: number): void {
  const cut = lines.findIndex((line, i) => i > last && tailMarkers.some((pattern) => pattern.test(line.plain)));
  if (cut < 0) return;
  for (const line of lines.slice(cut)) line.kind = line.kind === 'field' ? 'field' : 'noise';
}

/** The border of a table cell that a copy of a page left at the start or end of a text. */
function outerPipe({ text, start }: Line): Edit[] {
  const pipe = /^\s*\|\s*(?=[^|\s])/.exec(text);
  if (!pipe || text.indexOf('|', pipe[0].length) >= 0) return [];
  return [{ start, end: start + pipe[0].length, after: '', class: 'certain' }];
}

/** `标题:… |` in front of a title that is part of the text. */
function labelledTitle(line: Line, site: Record<string, string>): Edit[] {
  const match = /^\s*(标题|標題|文章标题)\s*[：:]\s*(.*?)\s*\|?\s*$/.exec(line.text);
  if (!match || line.text.length > 120) return [];
  const start = line.start + line.text.indexOf(match[2]!, match[1]!.length);
  site.title ??= /[：:]\s*(.*?)\s*\|?\s*$/.exec(line.plain)?.[1] ?? match[2]!;
  return [
    { start: line.start, end: start, after: '', class: 'certain' },
    { start: start + match[2]!.length, end: line.start + line.text.length, after: '', class: 'certain' },
  ];
}
