import type { Gap } from '../mandate.ts';
import type { Edit, Step } from './step.ts';

type FoundGap = Omit<Gap, 'rawStart' | 'rawEnd'>;

/** anything but a bracket, or a reading in parentheses (pinyin is taken out later) */
const inside = '(?:[^（()）【】〔〕\\[\\]\\n]|\\([a-z\\u00e0-\\u01dc]{1,7}\\))';
const opened = '(?:…+\\s*)?[（(【〔\\[]';
const closed = '[）)】〕\\]](?:\\s*…+)?';
/** Simplified or traditional: the text is not converted yet. */
const leftOut =
  '(?:省略|略去|删去|刪去|删节|刪節|此处略|此處略|以下略|下略|中略|上略|前略|后略|後略|内容略|內容略|篇幅限制|篇幅所限|篇幅有限|内容从略|從略|从略)';
const count = '(?:(\\d{1,7})\\s*[字页頁段])?';
const omitted = new RegExp(`${opened}(?:${inside}{0,60}${leftOut}\\s*${count}${inside}{0,40}|略)${closed}`, 'g');
/** A sentence of its own without brackets: 此处略去2000字。 */
const omittedSentence =
  /(?<=^|[。！？…\n])(?:此处|此處|以下|中间|中間)(?:内容)?(?:省略|略去|删去)\s*(\d{1,7})?\s*[字页頁]?[。…]*(?=\n|$)/g;

const statedCharacters =
  /(?:…+\s*)?[（(【[](?:(?:本文|全文)?未完[,，]\s*)?(?:全文|本文|共|文章)共?\s*(\d{1,7})\s*字[\s\S]{0,40}?(?:示|显|顯|前|了)[^\d\n]{0,6}(\d{1,7})\s*字[\s\S]{0,160}$/g;
const statedPages =
  /(?:…+\s*)?[（(【[](?:本文|全文|文档|文件)?共\s*(\d{1,4})\s*[页頁][^（()）\n]{0,12}?(?:当前|當前|显示|顯示|预览|可读|仅)[^\d\n]{0,8}(?:\d{1,4}\s*[-—~至]\s*)?(\d{1,4})\s*[页頁][^（()）\n]{0,20}[）)】\]]/g;
const toBeContinued = /(?:…+\s*)?[（(【[](?:本文)?未完(?:待续|待續)?[^（()）\n]{0,20}[）)】\]]\s*$/g;
/** What a reader of a sharing site is told where the free part ends. */
const paywall =
  /(?:…+\s*)?(?:^|(?<=\n))[^。\n]{0,12}(?:(?:剩余|还剩|還剩|余下)\s*(\d{1,4})\s*([页頁%％])(?:未读|未讀|内容|內容)?|试读(?:已)?结束|(?:开通|購買|购买|成为)[^\n。]{0,10}(?:会员|VIP)[^\n]{0,12}(?:全文|全部|阅读|查看)|下载(?:后|本文|文档)?(?:可|即可|查看|阅读)[^\n。]{0,6}全文|登录后(?:可)?(?:查看|阅读)[^\n。]{0,6}(?:全文|剩余|更多))[^\n]{0,40}(?=\n|$)/gi;
const pagesLeft = /剩余\s*(\d{1,4})\s*页未读/;

/**
 * Holes that the text or its site admits: a stretch left out, a text that is shown in part. The remark becomes `……` and a
 * gap with the stated length. A text that breaks off without a full stop is marked as cut, length unknown.
 */
export const gapMarkers: Step = {
  name: 'gap-markers',
  find(text) {
    const edits: Edit[] = [];
    const gaps: FoundGap[] = [];
    const add = (match: RegExpMatchArray, gap: Pick<FoundGap, 'kind' | 'missing'> & Partial<FoundGap>): void => {
      const start = match.index!;
      const end = start + match[0].length;
      if (edits.some((other) => other.start < end && other.end > start)) return;
      edits.push({ start, end, after: '……', class: 'not-restorable' });
      gaps.push({ total: null, shown: null, unit: null, start, end, evidence: match[0], ...gap });
    };
    if (!/[省略删刪篇未完剩余余全共试开购登下]/.test(text)) return { edits, gaps: breaksOff(text) };
    for (const match of [...text.matchAll(statedCharacters)].slice(-1)) {
      const [total, shown] = [Number(match[1]), Number(match[2])];
      add(match, { kind: 'truncated', missing: Math.max(0, total - shown), total, shown, unit: 'characters' });
    }
    for (const match of text.matchAll(statedPages)) {
      const [total, shown] = [Number(match[1]), Number(match[2])];
      add(match, { kind: 'truncated', missing: Math.max(0, total - shown), total, shown, unit: 'pages' });
    }
    for (const pattern of [omitted, omittedSentence]) {
      for (const match of text.matchAll(pattern)) {
        const missing = match[1] ? Number(match[1]) : null;
        add(match, { kind: 'omitted', missing, unit: missing === null ? null : unitOf(match[0]) });
      }
    }
    for (const match of text.matchAll(toBeContinued)) add(match, { kind: 'truncated', missing: null });
    for (const match of text.matchAll(paywall)) {
      const pages = match[1] && /[页頁]/.test(match[2]!) ? Number(match[1]) : null;
      add(match, { kind: 'truncated', missing: pages, unit: pages === null ? null : 'pages' });
    }
    const cut = gaps.some((gap) => gap.kind === 'truncated');
    return { edits, gaps: cut ? gaps : [...gaps, ...breaksOff(text)] };
  },
};

const unitOf = (evidence: string): FoundGap['unit'] => (/\d\s*[页頁]/.test(evidence) ? 'pages' : 'characters');

const LONG_ENOUGH = 600;

/** A long text whose last line is running text without an end. */
function breaksOff(text: string): FoundGap[] {
  if (text.length < LONG_ENOUGH) return [];
  const last = text.slice(text.lastIndexOf('\n') + 1);
  const stops = /(?:\.{3,}|…)$/.test(last) || !/[。！？!?：:；;”）)》]$/.test(last);
  if (last.length < 60 || !/[,，。]/.test(last) || !stops) return [];
  const dots = /(?:\.{3,}|…+)$/.exec(text)?.[0] ?? '';
  return [
    {
      start: text.length - dots.length,
      end: text.length,
      kind: 'truncated',
      missing: null,
      total: null,
      shown: null,
      unit: null,
      evidence: text.slice(-12),
    },
  ];
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
