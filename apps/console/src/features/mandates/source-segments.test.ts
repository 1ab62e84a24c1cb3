import { expect, test } from 'vitest';
import { cellsOf, type SourceOf, sourceLines, tablesAndLines } from './source-segments.ts';

const document = (text: string, over: Partial<SourceOf> = {}): SourceOf => ({
  text,
  repairs: [],
  gaps: [],
  unknowns: [],
  quantities: [],
  contradictions: [],
  outline: [],
  spans: [],
  ...over,
});

test('lines and stretches together are the text, each with what is known about it', () => {
  const text = '一、重点\n*区要整改。';
  const [first, second] = sourceLines(
    document(text, {
      outline: [{ level: 1, number: '一', title: '重点', bodyMissing: false, start: 0, end: 4 }],
      unknowns: [{ kind: 'name', text: '*', unit: null, start: 5, end: 6 }],
      spans: [{ id: 'd', start: 5, end: 10 }],
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
    proposed: !applied,
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

test('both places of a contradiction are marked, and a figure softly', () => {
  const [line] = sourceLines(
    document('共40栋（7栋、32栋）', {
      quantities: [
        { text: '40栋', subject: '', value: 40, unit: '栋', kind: 'stock', qualifier: null, start: 1, end: 4 },
      ],
      contradictions: [
        {
          kind: 'sum',
          text: '40栋',
          stated: '40栋',
          computed: '7+32=39',
          start: 1,
          end: 4,
          other: { text: '7栋、32栋', start: 5, end: 11 },
        },
      ],
    }),
    false,
  );
  expect(line!.segments.map(({ text, marks }) => [text, marks.map(({ kind }) => kind)])).toEqual([
    ['共', []],
    ['40栋', ['quantity', 'contradiction']],
    ['（', []],
    ['7栋、32栋', ['contradiction']],
    ['）', []],
  ]);
});

test('a long document is parted in a time that grows with it, not with its square', () => {
  const lines = 4_000;
  const text = Array.from({ length: lines }, (_, i) => `第${i}条：各单位要按时完成整改任务。`).join('\n');
  const spans = [...text.matchAll(/各单位[^。]+/g)].map(({ index, 0: found }, i) => ({
    id: `d${i}`,
    start: index,
    end: index + found.length,
  }));
  const parted = sourceLines(document(text, { spans }), true);
  expect(parted).toHaveLength(lines);
  expect(parted.every((line) => line.directives.size === 1)).toBe(true);
});
