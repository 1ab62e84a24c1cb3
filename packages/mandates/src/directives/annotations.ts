import type { Span } from '../mandate.ts';
import { lineMarker } from '../outline/markers.ts';
import { namesOf } from './owner.ts';

/**
 * Who owns an item, and until when, where the document says it beside the item: in brackets at its end
 * （牵头单位：A；配合单位：B）, （A牵头，B配合）, or in lines of their own below it (责任单位：…, 完成时限：…).
 */
export type Annotation = Span & {
  readonly leads: readonly string[];
  readonly supports: readonly string[];
  /** the limit as written, empty when none is given */
  readonly due: string;
  /** where the words of the annotation themselves stand: nothing is ordered there */
  readonly at: readonly Span[];
};

const leadLabel =
  '(?:牵头|责任|主责|主办|承办|负责|落实|实施|牵头负责|牵头责任)(?:单位|部门|主体|科室|处室)|责任人|负责人|牵头领导|包联领导|责任领导';
const supportLabel = '(?:配合|协办|协同|参与|参加|协助|配合责任)(?:单位|部门)';
const dueLabel = '(?:完成|整改|办结|推进|工作)?(?:时限|时间|期限|节点)(?:要求)?|截止(?:时间|日期)';
const anyLabel = new RegExp(
  `(?<lead>${leadLabel})[:：]|(?<support>${supportLabel})[:：]|(?<due>${dueLabel})[:：]`,
  'g',
);
const wholeLine = new RegExp(`^[（(〔【]?(?:${leadLabel}|${supportLabel}|${dueLabel})[:：]`);
const bracket = /[（(〔【[]([^（）()〔〕【】[\]]{2,160})[）)〕】\]]/g;
const charged = /(?:牵头|负责|配合|协办|承办|落实|组织实施|参与)(?:[。]|$)|牵头[，,、；;]/;

/** The annotations of a text, each with the stretch of items that it is about. */
export function annotationsIn(text: string): Annotation[] {
  const found: Annotation[] = [];
  let at = 0;
  let block: { start: number; end: number; lines: Span[] } | null = null;
  const close = (): void => {
    if (block && block.lines.length > 0) {
      const said = block.lines.map((line) => text.slice(line.start, line.end)).join('；');
      found.push({ start: block.start, end: block.end, ...read(said), at: block.lines });
    }
    block = null;
  };
  for (const line of text.split('\n')) {
    const span = { start: at, end: at + line.length };
    at += line.length + 1;
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const ownLine =
      wholeLine.test(trimmed) ||
      (trimmed.length < 160 && /^[（(〔【][^（）()〔〕]*[）)〕】]$/.test(trimmed) && isCharge(trimmed.slice(1, -1)));
    if (ownLine) {
      if (block) {
        block.lines.push(span);
        block.end = span.end;
      }
      continue;
    }
    // A new heading or item opens a new block; so does anything behind the lines of an annotation.
    if (!block || block.lines.length > 0 || lineMarker(trimmed)) {
      close();
      block = { start: span.start, end: span.end, lines: [] };
    } else block.end = span.end;
    const inside = bracketsIn(line, span.start);
    if (inside.length > 0) found.push(...inside.map((one) => ({ ...one, start: span.start })));
  }
  close();
  return found;
}

const isCharge = (said: string): boolean =>
  said.search(anyLabel) >= 0 || (charged.test(said) && !/[，,][^，,。；]{20,}/.test(said) && !/已|了/.test(said));

/** Brackets inside a line: each is about what stands in front of it, back to the bracket before. */
function bracketsIn(line: string, start: number): Annotation[] {
  const found: Annotation[] = [];
  let from = start;
  for (const match of line.matchAll(bracket)) {
    if (!isCharge(match[1]!)) continue;
    const place = { start: start + match.index, end: start + match.index + match[0].length };
    found.push({ start: from, end: place.start, ...read(match[1]!), at: [place] });
    from = place.end;
  }
  return found;
}

function read(said: string): Pick<Annotation, 'leads' | 'supports' | 'due'> {
  const leads: string[] = [];
  const supports: string[] = [];
  let due = '';
  const labels = [...said.matchAll(anyLabel)];
  for (const [i, label] of labels.entries()) {
    const content = said.slice(label.index + label[0].length, labels[i + 1]?.index ?? said.length);
    const names = listOf(content);
    if (label.groups!.due) due = content.replaceAll(/[；;。，,（(\s）)〔〕【】]+$/g, '').trim();
    // A second 责任单位 behind a 牵头单位 carries out.
    else if (label.groups!.support || leads.length > 0) supports.push(...names);
    else leads.push(...names);
  }
  if (labels.length > 0) return { leads, supports, due };
  for (const part of said.split(/[，,；;]/)) {
    const names = listOf(
      part.replace(
        /(?:按照?(?:各自)?职责(?:分工)?)?(?:共同|分别|具体)?(?:牵头|负责|配合|协办|承办|落实|组织实施|参与)+[。]?$/,
        '',
      ),
    );
    if (/配合|协办|参与/.test(part) || (leads.length > 0 && /按照?(?:各自)?职责/.test(part))) supports.push(...names);
    else if (/牵头|负责|承办|落实|实施/.test(part) || leads.length === 0) leads.push(...names);
  }
  return { leads, supports, due };
}

/** The names of a list; what only says how the work is shared is none. */
function listOf(content: string): string[] {
  return content
    .split(/[、，,；;。\s]+(?![^（(]*[）)])/)
    .map((name) =>
      name
        .replace(/^(?:以及|和|及)/, '')
        .replace(/[）)〕】]+$/, (end) => (/[（(〔【]/.test(content) ? end : ''))
        .trim(),
    )
    .map((name) =>
      name.replace(/(?:等)?(?:按照?(?:各自)?职责(?:分工)?(?:负责|落实)?|分工负责|共同负责|负责|牵头|配合)$/, ''),
    )
    .filter((name) => name.length >= 2 && !/^(?:按照?|各自|具体|下同|不再|均)/.test(name))
    .flatMap((name) => namesOf(name));
}

/** The annotation that a place belongs to; the narrowest where two are about it. */
export function annotationAt(annotations: readonly Annotation[], at: number): Annotation | null {
  let best: Annotation | null = null;
  for (const one of annotations) {
    if (at < one.start || at >= one.end) continue;
    if (!best || one.end - one.start <= best.end - best.start) best = one;
  }
  return best;
}
