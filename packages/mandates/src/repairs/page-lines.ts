import {
  doubtfulLines,
  gluedTail,
  meetingLabel,
  noiseLines,
  publishingLabel,
  siteFields,
  siteLines,
} from '../rules/page-noise.ts';
import type { StepContext } from './step.ts';

/** A line of a text, and whether it belongs to the site that carried the text. */
export type PageLine = {
  /** where the line begins, and where it ends with its line break */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** simplified, without pinyin and outer blanks: for matching only */
  readonly plain: string;
  kind: 'text' | 'noise' | 'field';
};

const LONG_LINE = 400;

/** The lines of a text, those of a site marked. A line with a tab is a row of a table and always text. */
export function pageLines(text: string, { tools }: StepContext): PageLine[] {
  const lines: PageLine[] = [];
  let at = 0;
  for (const part of text.split('\n')) {
    const end = Math.min(text.length, at + part.length + 1);
    const trimmed = part.length > LONG_LINE ? part.slice(0, LONG_LINE) : part.trim();
    const plain = /[\u0080-\uffff]/.test(trimmed)
      ? tools.toSimplified(trimmed).replaceAll(/\([a-zü\u0100-\u01dc\u00e0-\u00fc]{1,7}\)/g, '')
      : trimmed;
    const isText = part.length > LONG_LINE || part.includes('\t');
    lines.push({ start: at, end, text: part, plain, kind: isText ? 'text' : kindOf(plain) });
    at = end;
  }
  return lines;
}

const isOne = (patterns: readonly RegExp[], plain: string): boolean => patterns.some((pattern) => pattern.test(plain));

function kindOf(plain: string): PageLine['kind'] {
  // Empty lines stay for the step that knows about paragraphs.
  if (plain === '') return 'text';
  if (isOne(siteLines, plain) || isOne(noiseLines, plain) || isOne(doubtfulLines, plain)) return 'noise';
  return fieldsOf(plain).size > 0 ? 'field' : 'text';
}

const fieldStart = /([\p{L}]{2,6}|ID)\s*[：:]\s*/gu;

type Fields = Map<string, { readonly label: string; readonly value: string }>;

/** The fields of a line that consists of nothing but `label: value` pairs with known labels; otherwise none. */
export function fieldsOf(line: string): Fields {
  const fields: Fields = new Map();
  if (line.length > 160 || !/[：:]/.test(line)) return fields;
  const starts = [...line.matchAll(fieldStart)].filter(
    (match) => match.index === 0 || /[\s\u3000]/.test(line[match.index - 1]!),
  );
  if (starts.length === 0 || starts[0]!.index !== 0) return fields;
  for (const [i, match] of starts.entries()) {
    const label = match[1]!;
    const [name, , look] = siteFields.find(([, pattern]) => pattern.test(label)) ?? [];
    const value = line.slice(match.index + match[0].length, starts[i + 1]?.index ?? line.length).trim();
    const isField = name !== undefined && name !== 'title' && !/[。；]/.test(value) && value.length <= 60;
    if (!isField || (value !== '' && look && !look.test(value))) return new Map();
    if (value !== '' || !fields.has(name)) fields.set(name, { label, value });
  }
  return fields;
}

/**
 * How sure it is that a site carried the text. `none`: its lines are its own. `words`: nothing but words that only
 * sites use. `site`: a document-sharing or news site.
 */
export type SiteEvidence = 'none' | 'words' | 'site';

/**
 * Weighs what a text shows of a site, and turns lines back into text that nothing else confirms: a label with a value
 * counts beside two others or beside a site's words, and such a word beside another one.
 *
 * @param inside tells whether a line stands between the first and the last paragraph
 */
export function weighSite(lines: readonly PageLine[], format: string, inside: (i: number) => boolean): SiteEvidence {
  for (const [i, line] of lines.entries()) if (line.kind === 'field' && inside(i)) line.kind = 'text';
  const isPage = format === 'html';
  const isProven = lines.some((line) => (line.kind === 'noise' && isOne(siteLines, line.plain)) || isGlued(line));
  const words = new Set(
    lines.filter((line, i) => line.kind === 'noise' && !inside(i) && isOne(noiseLines, line.plain)).map(plainOf),
  );
  const { any, site } = confirmFields(lines, isPage || isProven || words.size >= 2);
  const isSite = isProven || site || words.size + (any ? 1 : 0) >= 2;
  // Office files carry no frame of a site; what only a sharing site says may have been copied into one.
  const evidence = format !== 'txt' && !isPage ? 'words' : isSite ? 'site' : isPage ? 'words' : 'none';
  for (const [i, line] of lines.entries()) {
    if (line.kind === 'noise' && !mayGo(line, evidence, isPage, inside(i))) line.kind = 'text';
    if (line.kind === 'field' && !isPage && evidence !== 'site') line.kind = 'text';
  }
  return evidence;
}

const plainOf = (line: PageLine): string => line.plain;

const isGlued = ({ text }: PageLine): boolean => !text.includes('\t') && gluedTail.test(text);

function mayGo({ plain }: PageLine, evidence: SiteEvidence, isPage: boolean, isInside: boolean): boolean {
  if (isOne(siteLines, plain)) return true;
  if (isOne(noiseLines, plain)) return (evidence === 'site' || isPage) && !(isInside && /[。；]/.test(plain));
  return evidence === 'site' && !(isInside && /[。；]/.test(plain));
}

/**
 * Fields stand together, with words of the site between them: each such group is of the site or is not.
 *
 * @param isPage whether something else shows the page of a site
 * @returns whether any field stays one, and whether the fields prove the site by themselves
 */
function confirmFields(lines: readonly PageLine[], isPage: boolean): { any: boolean; site: boolean } {
  const found = { any: false, site: false };
  const shown = lines.filter((line) => line.plain !== '');
  let group: PageLine[] = [];
  for (const [i, line] of [...shown, null].entries()) {
    if (line && line.kind !== 'text') {
      group.push(line);
      continue;
    }
    const fields = group.filter(({ kind }) => kind === 'field').map(({ plain }) => fieldsOf(plain));
    if (fields.length > 0) {
      const names = new Set(fields.flatMap((of) => [...of.keys()]));
      const labels = fields.flatMap((of) => [...of.values()].map(({ label }) => label));
      const publishes = labels.some((label) => publishingLabel.test(label));
      const isMeeting =
        labels.some((label) => /^(?:时间|日期)$/.test(label)) &&
        shown.slice(i, i + 3).some(({ plain }) => meetingLabel.test(plain));
      const isSite = names.size >= 3 || names.has('siteDocumentId') || (publishes && names.size >= 2);
      const isConfirmed = fields.length < group.length || (isPage && (names.size >= 2 || publishes));
      const stands = !isMeeting && (isSite || isConfirmed);
      if (!stands) for (const member of group) if (member.kind === 'field') member.kind = 'text';
      found.any ||= stands;
      found.site ||= stands && isSite;
    }
    group = [];
  }
  return found;
}
