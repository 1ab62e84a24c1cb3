import { gluedTail, tailMarkers, titleEnd } from '../rules/page-noise.ts';
import { pagesMissing } from './gap-markers.ts';
import { fieldsOf, type PageLine, pageLines, weighSite } from './page-lines.ts';
import type { Edit, Findings, Step } from './step.ts';

/**
 * Parts the text from what a site put around it. Lines that say something about the document become site fields;
 * menus, warnings, advertising and contact data go. Nothing goes that only looks like it: the text must show that a site
 * carried it, rows of tables always stay, and what stands between the first and the last paragraph is touched only where
 * a whole line is known noise.
 */
export const pageFrame: Step = {
  name: 'page-frame',
  find(text, context) {
    const lines = pageLines(text, context);
    const first = lines.findIndex((line) => line.kind === 'text' && isRunning(line));
    const head = first < 0 ? lines.length : first;
    const last = lines.findLastIndex((line) => line.kind === 'text' && isParagraph(line));
    const evidence = weighSite(lines, context.format, (i) => i > head && i < last);
    const site = siteOf(lines, context.frame);
    if (evidence === 'site') {
      dropMenu(lines, head);
      dropFileNames(lines.slice(0, head), site);
      dropKeywords(lines.slice(0, head), site);
      if (last >= 0) dropTail(lines, last);
    }
    const edits: Edit[] = lines
      .filter((line) => line.kind !== 'text')
      .map((line) => ({ start: line.start, end: line.end, after: '', class: 'certain' }));
    const isPage = context.format === 'txt' || context.format === 'html';
    for (const line of lines) {
      if (line.kind !== 'text' || line.text.includes('\t') || !isPage) continue;
      edits.push(...glued(line), ...outerPipe(line));
      if (evidence === 'site') edits.push(...labelledTitle(line, site));
    }
    return { edits, site, gaps: pagesGap(lines, last) };
  },
};

/** What the lines of the site say; the first that names a field counts. */
function siteOf(lines: readonly PageLine[], frame: string): Record<string, string> {
  const site: Record<string, string> = {};
  const said = lines.filter((line) => line.kind === 'field').map(({ plain }) => plain);
  const around = frame.split('\n').map((line) => line.trim().replaceAll(/[\u00a0\t]/g, ' '));
  for (const line of [...said, ...around]) for (const [name, { value }] of fieldsOf(line)) site[name] ??= value;
  return site;
}

function pagesGap(lines: readonly PageLine[], last: number): Findings['gaps'] {
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

const isRunning = (line: PageLine): boolean =>
  (line.plain.length >= 40 && /[，。,]/.test(line.plain)) ||
  /^(目录|提纲|目录\/提纲)/.test(line.plain) ||
  /^([一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章条部])/.test(line.plain);
const isParagraph = (line: PageLine): boolean =>
  line.plain.length >= 15 && /[。！？…]|[.]{3}|[,，].{8}/.test(line.plain);

const MENU_LINES = 6;

/**
 * Many short lines before the text are a menu: only the last title and what follows it stays. A sentence ends the menu,
 * an order is never a part of it, and the name of an annex is no title.
 */
function dropMenu(lines: PageLine[], head: number): void {
  const shown = lines.slice(0, head).filter((line) => line.kind === 'text' && line.plain !== '');
  if (shown.length <= MENU_LINES) return;
  const sentence = shown.findIndex((line) => /[。；！？]/.test(line.plain));
  const menu = sentence < 0 ? shown : shown.slice(0, sentence);
  const title = menu.findLastIndex(
    ({ plain }) =>
      plain.length >= 6 && titleEnd.test(plain) && !/^(?:附\s*件|附\s*表|附[：:]|\d{1,2}\s*[.．、])/.test(plain),
  );
  for (const line of menu.slice(0, Math.max(0, title))) {
    if (!line.text.includes('\t') && !demand.test(line.plain)) line.kind = 'noise';
  }
}

const demand = /[须请]|必须|应当|不得|务必|严禁|(?<![主重纪摘概])要(?![闻点求览])|[月日周年天]底?[前内]/;

/** The name of the uploaded file, printed as a line. */
function dropFileNames(lines: PageLine[], site: Record<string, string>): void {
  for (const line of lines) {
    const match = line.kind === 'text' ? /^(.{2,80})\.(docx?|pdf|wps|txt|pptx?)$/i.exec(line.plain) : null;
    if (!match) continue;
    line.kind = 'field';
    site.title ??= match[1]!;
  }
}

/** A line of search words: five or more, all of them from the title that the site gives the document. */
function dropKeywords(lines: PageLine[], site: Readonly<Record<string, string>>): void {
  const { title } = site;
  if (title === undefined) return;
  const known = title.replaceAll(/\s/g, '');
  for (const line of lines) {
    if (line.kind !== 'text' || line.text.includes('\t') || /[。；]/.test(line.plain)) continue;
    // The line may begin with the title itself.
    const rest = line.plain.startsWith(title) ? line.plain.slice(title.length) : line.plain;
    const words = rest.trim().split(/\s+/);
    if (words.length >= 5 && words.every((word) => known.includes(word))) line.kind = 'noise';
  }
}

function dropTail(lines: PageLine[], last: number): void {
  const cut = lines.findIndex((line, i) => i > last && tailMarkers.some((pattern) => pattern.test(line.plain)));
  if (cut < 0) return;
  for (const line of lines.slice(cut)) if (line.kind === 'text' && !line.text.includes('\t')) line.kind = 'noise';
}

/** Navigation at the end of the last paragraph. */
function glued({ text, start }: PageLine): Edit[] {
  const match = gluedTail.exec(text);
  if (!match) return [];
  return [{ start: start + match.index, end: start + text.length, after: '', class: 'certain' }];
}

/** The border of a table cell that a copy of a page left at the start or end of a text. */
function outerPipe({ text, start }: PageLine): Edit[] {
  const pipe = /^\s*\|\s*(?=[^|\s])/.exec(text);
  if (!pipe || text.indexOf('|', pipe[0].length) >= 0) return [];
  return [{ start, end: start + pipe[0].length, after: '', class: 'certain' }];
}

/** `标题:… |` in front of a title that is part of the text. */
function labelledTitle(line: PageLine, site: Record<string, string>): Edit[] {
  const match = /^\s*(标题|標題|文章标题)\s*[：:]\s*(.*?)\s*\|?\s*$/.exec(line.text);
  if (!match || line.text.length > 120) return [];
  const start = line.start + line.text.indexOf(match[2]!, match[1]!.length);
  site.title ??= /[：:]\s*(.*?)\s*\|?\s*$/.exec(line.plain)?.[1] ?? match[2]!;
  return [
    { start: line.start, end: start, after: '', class: 'certain' },
    { start: start + match[2]!.length, end: line.start + line.text.length, after: '', class: 'certain' },
  ];
}
