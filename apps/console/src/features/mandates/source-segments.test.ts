import type { DocumentView } from '@duban/contract/mandates';
import { expect, test } from 'vitest';
import { cellsOf, sourceLines, tablesAndLines } from './source-segments.ts';

const document = (text: string, over: Partial<DocumentView> = {}): DocumentView =>
  ({
    text,
    repairs: [],
    gaps: [],
    unknowns: [],
    contradictions: [],
    outline: [],
    items: [],
    ...over,
  }) as unknown as DocumentView;

test('lines and stretches together are the text, each with what is known about it', () => {
  const text = '一、重点\n*区要整改。';
  const [first, second] = sourceLines(
    document(text, {
      outline: [{ level: 1, number: '一', title: '重点', bodyMissing: false, start: 0, end: 4 }],
      unknowns: [{ kind: 'name', text: '*', unit: null, start: 5, end: 6 }],
      items: [{ id: 'd', start: 5, end: 10 }] as never,
    }),
    false,
  );
  expect(first).toMatchObject({
    heading: 0,
    isHeadingOnly: true,
    segments: [{ text: '一、重点', directives: [], marks: [] }],
  });
  expect(second!.segments).toMatchObject([
    { text: '*', directives: ['d'], marks: [{ kind: 'unknown', what: 'name' }] },
    { text: '区要整改', directives: ['d'], marks: [] },
    { text: '。', directives: [], marks: [] },
  ]);
  expect([first, second].map((line) => line!.segments.map((segment) => segment.text).join('')).join('\n')).toBe(text);
});

test('what has no length is shown where it stands: a number that was cut out', () => {
  const [line] = sourceLines(
    document('竣工项,', { unknowns: [{ kind: 'number', text: '', unit: '项', start: 2, end: 2 }] }),
    false,
  );
  expect(line!.segments.map(({ text, marks }) => [text, marks.length])).toEqual([
    ['竣工', 0],
    ['', 1],
    ['项,', 0],
  ]);
});

test('repairs are shown when asked for, proposals always', () => {
  const repair = (applied: boolean) => ({
    step: 'pinyin',
    class: 'certain',
    before: 'a',
    after: 'b',
    applied,
    start: 0,
    end: 1,
  });
  const marks = (applied: boolean, withRepairs: boolean) =>
    sourceLines(document('区', { repairs: [repair(applied)] as never }), withRepairs)[0]!.segments[0]!.marks.length;
  expect([marks(true, false), marks(true, true), marks(false, false)]).toEqual([0, 1, 1]);
});

test('rows that follow one another are one table, tabs part its cells', () => {
  const blocks = tablesAndLines(sourceLines(document('说明\n任务\t单位\n清理\t〃\n附注'), false));
  expect(
    blocks.map((block) =>
      'segments' in block
        ? block.segments[0]!.text
        : block.map((row) => cellsOf(row).map((cell) => cell.map((part) => part.text).join(''))),
    ),
  ).toEqual([
    '说明',
    [
      ['任务', '单位'],
      ['清理', '〃'],
    ],
    '附注',
  ]);
});
