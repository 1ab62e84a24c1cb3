import type * as contract from '@duban/contract/document-text';
import type { DirectiveView, TargetDraft } from '@duban/contract/directive-view';
import type { Input } from '@duban/contract/endpoint';
import type { DocumentView } from '@duban/contract/mandates';
import type { Locale } from '@duban/contract/problem-texts';
import { targetDirections } from '@duban/plans/targets/target';
import { writeWordTable } from '../adapters/word-table.ts';
import { writeWorkbook } from '../adapters/workbook.ts';
import type { Ctx } from '../kernel/context.ts';
import type { FileReply } from '../kernel/module.ts';
import { problem } from '../kernel/problem.ts';
import { getDocument } from './document.queries.ts';
import { outcomeWords, periodWords, stateWords } from './review-words.ts';
import { todayOf } from './today.ts';

/** The reviewed result as a table that goes round among the units: 督办任务分解表. What was not accepted is not in it. */
export async function exportReview(ctx: Ctx, { id, format }: Input<typeof contract.exportReview>): Promise<FileReply> {
  const document = await getDocument(ctx, { id });
  const { locale } = ctx;
  const items = document.items.filter(({ state }) => state !== 'proposed' && state !== 'rejected');
  if (items.length === 0) throw problem('document.nothing_decided');
  const name = locale === 'zh-CN' ? '督办任务分解表' : 'Breakdown of tasks';
  const heads = columns.map(({ heading, width }) => ({ heading: heading[locale], width }));
  const rows = items.map((item, i) => columns.map(({ text }) => text(item, i + 1, locale)));
  const notes = notesOf(document, locale);
  const content =
    format === 'xlsx'
      ? await writeWorkbook({ name, columns: heads, rows, notes: notes.map((note) => ['', note]) })
      : await writeWordTable({
          title: `${document.title}${locale === 'zh-CN' ? '' : ': '}${name}`,
          subtitle: subtitleOf(document, locale),
          columns: heads,
          rows,
          notes,
        });
  return { fileName: `${name}-${document.title.slice(0, 40)}-${todayOf(ctx)}.${format}`, content };
}

type Column = {
  readonly heading: Readonly<Record<Locale, string>>;
  readonly width: number;
  readonly text: (item: DirectiveView, number: number, locale: Locale) => string;
};

const columns: readonly Column[] = [
  column('序号', 'No.', 6, (_, number) => String(number)),
  column('类别', 'Kind', 9, ({ outcome }, _, locale) => outcomeWords[outcome][locale]),
  column('任务要求', 'What is to be done', 38, ({ action }) => action),
  column('目标', 'Targets', 22, ({ targets, targetText }, _, locale) =>
    targets.length > 0 ? targets.map((target) => figure(target, locale)).join('\n') : targetText,
  ),
  column('牵头单位', 'Line unit', 18, ({ lineUnit, promise }) => lineUnit?.name ?? promise?.promisedBy ?? ''),
  column('配合单位', 'Support', 18, ({ supportUnits }) => supportUnits.map((unit) => unit.shortName).join('、')),
  column('属地单位', 'Territory', 18, ({ territorialUnits }, _, locale) =>
    territorialUnits.length > 0
      ? territorialUnits.map((unit) => unit.shortName).join('、')
      : locale === 'zh-CN'
        ? '全区域'
        : 'everywhere',
  ),
  column('完成时限', 'Deadline', 16, ({ deadlineText, deadlineDate, period }, _, locale) =>
    [deadlineDate, deadlineText, period && periodWords[period][locale]].filter(Boolean).join('\n'),
  ),
  column('依据（原文）', 'Ordered by', 38, ({ text }) => text),
  column('状态', 'State', 9, ({ state }, _, locale) => stateWords[state][locale]),
];

function column(zh: string, en: string, width: number, text: Column['text']): Column {
  return { heading: { 'zh-CN': zh, en }, width, text };
}

/** What is hidden in the document is said to be hidden. */
function figure({ subject, value, unit, qualifier, direction }: TargetDraft, locale: Locale): string {
  const amount = value === null ? (locale === 'zh-CN' ? '（原文隐去）' : '(hidden)') : `${value}${unit}`;
  return `${subject} ${targetDirections[direction][locale]} ${amount}${qualifier && value !== null ? `（${qualifier}）` : ''}`;
}

function subtitleOf({ documentNumber, organ, documentDate }: DocumentView, locale: Locale): string {
  const parts = [organ, documentNumber, documentDate].filter(Boolean);
  return (
    parts.join(' · ') || (locale === 'zh-CN' ? '（来文未注明机关、文号和日期）' : '(organ, number and date not stated)')
  );
}

function notesOf({ fileName, sha256, gaps, contradictions, items }: DocumentView, locale: Locale): string[] {
  const waiting = items.filter(({ state }) => state === 'proposed').length;
  const zh = locale === 'zh-CN';
  return [
    zh ? `来源文件：${fileName}（SHA-256 ${sha256}）` : `Source: ${fileName} (SHA-256 ${sha256})`,
    ...(waiting > 0
      ? [zh ? `另有 ${waiting} 条尚未审核，未列入本表。` : `${waiting} more wait for review and are not listed.`]
      : []),
    ...(gaps.length > 0 ? [zh ? `来源文件有 ${gaps.length} 处缺失。` : `The source has ${gaps.length} gaps.`] : []),
    ...(contradictions.length > 0
      ? [
          zh
            ? `来源文件有 ${contradictions.length} 处数字或日期矛盾。`
            : `The source contradicts itself in ${contradictions.length} places.`,
        ]
      : []),
  ];
}
