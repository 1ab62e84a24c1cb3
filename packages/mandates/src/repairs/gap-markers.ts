import type { Gap } from '../mandate.ts';
import type { Edit, Step } from './step.ts';

type FoundGap = Omit<Gap, 'rawStart' | 'rawEnd'>;

/** anything but a bracket, or a reading in parentheses (pinyin is taken out later) */
const inside = '(?:[^（）()【】\\[\\]\\n]|\\([a-z\\u00e0-\\u01dc]{1,7}\\))';
const omitted = new RegExp(
  `(?:…+\\s*)?[（(【\\[]${inside}{0,60}省略\\s*(\\d{1,7})\\s*字${inside}{0,40}[）)】\\]](?:\\s*…+)?`,
  'g',
);
const unfinished =
  /(?:…+\s*)?[（(【[](?:本文|全文)?未完[,，]\s*(?:全文|共)\s*共?\s*(\d{1,7})\s*字[\s\S]{0,40}?(\d{1,7})\s*字[\s\S]{0,160}$/g;
const pagesLeft = /剩余\s*(\d{1,4})\s*页未读/;

/**
 * Holes that the site itself admits: a stretch left out, a text that is shown in part. The advertisement becomes `……`
 * and a gap with the stated length. A text that breaks off without a full stop is marked as cut, length unknown.
 */
export const gapMarkers: Step = {
  name: 'gap-markers',
  find(text) {
    const edits: Edit[] = [];
    const gaps: FoundGap[] = [];
    for (const match of text.matchAll(omitted)) {
      const end = match.index + match[0].length;
      edits.push({ start: match.index, end, after: '……', class: 'not-restorable' });
      gaps.push({
        start: match.index,
        end,
        kind: 'omitted',
        missing: Number(match[1]),
        total: null,
        shown: null,
        unit: 'characters',
        evidence: match[0],
      });
    }
    const cut = [...text.matchAll(unfinished)].at(-1);
    if (cut) {
      const end = cut.index + cut[0].length;
      const total = Number(cut[1]);
      const shown = Number(cut[2]);
      edits.push({ start: cut.index, end, after: '……', class: 'not-restorable' });
      gaps.push({
        start: cut.index,
        end,
        kind: 'truncated',
        missing: total - shown,
        total,
        shown,
        unit: 'characters',
        evidence: cut[0],
      });
    } else if (breaksOff(text)) {
      const dots = /(?:\.{3,}|…+)$/.exec(text)?.[0] ?? '';
      const start = text.length - dots.length;
      gaps.push({
        start,
        end: text.length,
        kind: 'truncated',
        missing: null,
        total: null,
        shown: null,
        unit: null,
        evidence: text.slice(-12),
      });
    }
    return { edits, gaps };
  },
};

const LONG_ENOUGH = 600;

/** A long text whose last line is running text without an end. */
function breaksOff(text: string): boolean {
  if (text.length < LONG_ENOUGH) return false;
  const last = text.slice(text.lastIndexOf('\n') + 1);
  return (
    last.length >= 60 && /[,，。]/.test(last) && (/(?:\.{3,}|…)$/.test(last) || !/[。！？!?：:；;”）)》]$/.test(last))
  );
}

/** Pages that the site says were not shown. Read from the frame, before it is dropped. */
export function pagesMissing(frame: string): {
  readonly missing: number;
  readonly total: number | null;
  readonly shown: number | null;
  readonly evidence: string;
} | null {
  const left = pagesLeft.exec(frame);
  if (!left) return null;
  const pages = [...frame.matchAll(/(?:^|\n)\s*(\d{1,4})\/(\d{1,4})\s*(?=\n|$)/g)];
  const total = pages[0] ? Number(pages[0][2]) : null;
  return { missing: Number(left[1]), total, shown: total === null ? null : total - Number(left[1]), evidence: left[0] };
}
