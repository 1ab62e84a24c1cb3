import { expect, test } from 'vitest';
import { ingest } from '../ingest.ts';
import { languageTools } from '../readers/language-tools.ts';
import { compactSpan, compactText, placesOf } from './compact-text.ts';
import { type DocumentScore, evaluateDocument } from './evaluate.ts';
import { BadLabel, goldLabel } from './gold.ts';
import { matchSpans, meets, overlapOf, shareOfShorter } from './match-spans.ts';
import { missList, scoreTable, totalOf } from './score-table.ts';
import { ratesOf } from './tally.ts';

const notice = `关于清理占道经营的通知
2026年3月2日
一、清理占道经营
各街道要清理占道经营，建立台账，于3月20日前报送区城管局。
二、检查
区城管局要每周检查一次，覆盖12个农贸市场。`;

async function score(text: string, label: unknown, name = 'a.txt'): Promise<DocumentScore> {
  const mandate = await ingest(new TextEncoder().encode(text), name);
  if ('refused' in mandate) throw new Error(mandate.code);
  return evaluateDocument(goldLabel(label), text, mandate, languageTools.toSimplified);
}

const tasks = [
  {
    text: '各街道要清理占道经营，建立台账，于3月20日前报送区城管局',
    lead_units: ['各街道'],
    support_units: [],
    deadline: '3月20日前',
    deadline_date: '2026-03-20',
  },
  { text: '區城管局要每周檢查一次', lead_units: ['区公安分局'], deadline: '每周', deadline_date: null },
];

test('what agrees is counted, what does not is named', async () => {
  const text = notice.replace('区城管局要每周检查一次', '區城管局要每周檢查一次');
  const found = await score(text, {
    doc: 'a.txt',
    scope: null,
    outline: [
      { level: 1, number: '一', title: '清理佔道經營' },
      { level: 1, number: '三', title: '不在里面' },
    ],
    tasks,
    quantities: [
      { text: '覆盖12个农贸市场', value: 12, unit: '個' },
      { text: '每周檢查一次', value: 2, unit: '次' },
    ],
  });
  expect(found.tallies.directives).toEqual({ wanted: 2, found: 2, right: 2 });
  expect(found.tallies.lead_units).toEqual({ wanted: 2, found: 2, right: 1 });
  expect(found.tallies.deadlines).toEqual({ wanted: 2, found: 2, right: 2 });
  expect(found.tallies.deadline_dates).toEqual({ wanted: 1, found: 1, right: 1 });
  expect(found.tallies.quantities).toEqual({ wanted: 2, found: 2, right: 1 });
  expect(found.tallies.outline).toEqual({ wanted: 2, found: 2, right: 1 });
  expect(found.misses).toContainEqual({
    measure: 'lead_units',
    kind: 'different',
    wanted: '区公安分局',
    found: expect.stringContaining('区城管局'),
  });
  expect(missList(found)).toContain('- outline: 三不在里面');
});

test('only what lies in the scope counts, on both sides', async () => {
  const scope = [{ from: '一、清理占道经营', to: '报送区城管局。' }];
  const found = await score(notice, { doc: 'a.txt', scope, tasks: [tasks[0]], quantities: [], outline: [] });
  expect(found.tallies.directives).toEqual({ wanted: 1, found: 1, right: 1 });
  expect(found.tallies.quantities).toEqual({ wanted: 0, found: 0, right: 0 });
  expect(found.tallies.outline).toMatchObject({ wanted: 0, found: 1 });
});

test('a quote that the document does not have is told', async () => {
  const found = await score(notice, { doc: 'a.txt', tasks: [{ text: '各街道要种树' }] });
  expect(found.notInDocument).toEqual(['各街道要种树']);
  expect(found.tallies.directives).toEqual({ wanted: 1, found: 2, right: 0 });
});

test('hidden values are in no label and do not count against the rules', async () => {
  const found = await score('我区生产总值增长*%，安排资金3亿元。', {
    doc: 'a.txt',
    quantities: [{ text: '安排资金3亿元', value: 3, unit: '亿元' }],
    masked: ['生产总值增长*%'],
  });
  expect(found.tallies.quantities).toEqual({ wanted: 1, found: 1, right: 1 });
  expect(found.tallies.masked).toEqual({ wanted: 1, found: 1, right: 1 });
});

test('compact text: tags, entities and blanks are dropped, and every place leads back into the file', () => {
  const raw = '<p class="a">各街道&ldquo;要\n  检查</p>&amp;<br/>完';
  const compact = compactText(raw);
  expect(compact.text).toBe('各街道“要检查&完');
  expect(placesOf(compact, '“要 检查')).toEqual([{ start: 3, end: 7 }]);
  const from = raw.indexOf('检查');
  expect(compactSpan(compact, from, from + 2)).toEqual({ start: 5, end: 7 });
  expect(placesOf(compact, '')).toEqual([]);
  expect(compactSpan(compact, raw.length, raw.length)).toEqual({ start: 9, end: 9 });
});

test('spans pair one to one, the closest first', () => {
  const wanted = [[{ start: 0, end: 10 }], [{ start: 8, end: 20 }]];
  const found = [
    { start: 0, end: 12 },
    { start: 9, end: 19 },
    { start: 1, end: 10 },
  ];
  expect(matchSpans(wanted, found, overlapOf, 0.5)).toEqual([
    { wanted: 0, found: 2 },
    { wanted: 1, found: 1 },
  ]);
  expect(overlapOf({ start: 0, end: 4 }, { start: 2, end: 6 })).toBeCloseTo(1 / 3);
  expect(shareOfShorter({ start: 0, end: 4 }, { start: 3, end: 100 })).toBe(0.25);
  expect(overlapOf({ start: 0, end: 4 }, { start: 4, end: 6 })).toBe(0);
});

test('rates of nothing are unknown, not zero', () => {
  expect(ratesOf({ wanted: 0, found: 0, right: 0 })).toEqual({ precision: null, recall: null, f1: null });
  expect(ratesOf({ wanted: 4, found: 5, right: 3 })).toEqual({ precision: 0.6, recall: 0.75, f1: 6 / 9 });
});

test('the table sums all documents', async () => {
  const one = await score(notice, { doc: 'a.txt', tasks: [tasks[0]] });
  expect(totalOf([one, one]).directives).toEqual({ wanted: 2, found: 4, right: 2 });
  expect(scoreTable([one, one])).toContain('all 2 documents');
});

test.each([
  [null, 'label'],
  [{}, 'doc'],
  [{ doc: 'a', tasks: 3 }, 'tasks'],
  [{ doc: 'a', tasks: [{ text: 1 }] }, 'tasks[0].text'],
  [{ doc: 'a', tasks: [{ text: '', lead_units: [3] }] }, 'tasks[0].lead_units[0]'],
  [{ doc: 'a', quantities: [{ text: '', value: '3', unit: '' }] }, 'quantities[0].value'],
  [{ doc: 'a', outline: [{ title: '' }] }, 'outline[0].level'],
  [{ doc: 'a', scope: [{ from: '' }] }, 'scope[0].to'],
])('a label %j is refused at %s', (label, path) => {
  expect(() => goldLabel(label)).toThrow(BadLabel);
  expect(() => goldLabel(label)).toThrow(`${path}:`);
});

test('a value that was cut out has no width, and is met by the clause that lies around it', () => {
  expect(meets({ start: 4, end: 9 }, { start: 4, end: 4 })).toBe(true);
  expect(meets({ start: 4, end: 9 }, { start: 7, end: 7 })).toBe(true);
  expect(meets({ start: 4, end: 9 }, { start: 10, end: 10 })).toBe(false);
  expect(meets({ start: 4, end: 9 }, { start: 9, end: 12 })).toBe(false);
  expect(meets({ start: 4, end: 9 }, { start: 8, end: 12 })).toBe(true);
});
