import { ProblemError } from '@duban/contract/client';
import type { Call } from '@duban/contract/endpoint';
import * as cases from '@duban/contract/cases';
import * as review from '@duban/contract/document-review';
import * as documents from '@duban/contract/mandates';
import { listUnits } from '@duban/contract/organisation';
import * as tasks from '@duban/contract/tasks';
import { evolveTask, type TaskEvent, type TaskState } from '@duban/mandates/tasks/task';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';

const world = testWorld();

const speech = `在全区市容提升工作推进会上的讲话
同志们：
今天的会议，主要任务是部署下一步任务。
一、突出重点
区城管局要牵头开展占道经营专项整治，每周进行一次检查，对整改率进行排名通报。
各街道要对照问题台账，倒排工期，于4月30日前完成整改。
二、严格考核
区政府督查室要于2026年5月15日前将检查情况形成专报，报送区政府。
大家要统一思想，提高认识。`;

const asDispatcher = () => world.as('shenzhiyu');
const refusal = async (call: Promise<unknown>) => {
  try {
    await call;
    return 'accepted';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
};
const paste = (text = speech, documentDate: string | null = '2026-03-09') =>
  asDispatcher().call(documents.addDocument, { text, documentDate });
const upload = (name: string, content: BlobPart) =>
  asDispatcher().call(documents.addDocument, {}, { file: { name, content: new Blob([content]) } });
const read = (id: string) => asDispatcher().call(documents.getDocument, { id });
async function unitNamed(shortName: string) {
  const { units } = await asDispatcher().call(listUnits, {});
  return units.find((unit) => unit.shortName === shortName)!;
}
const editOf = (item: documents.DirectiveView, over: Partial<review.DirectiveEdit> = {}): review.DirectiveEdit => ({
  action: item.action,
  outcome: item.outcome,
  lineUnitId: item.lineUnit?.id ?? null,
  territorialUnitIds: item.territorialUnits.map((unit) => unit.id),
  supportUnitIds: item.supportUnits.map((unit) => unit.id),
  deadlineText: item.deadlineText,
  deadlineDate: item.deadlineDate,
  targetText: item.targetText,
  classCode: item.classCode,
  placeText: item.placeText,
  ...over,
});

describe('importing', () => {
  test('a pasted speech: proposals with the units of the district, tied to their sentences', async () => {
    const { id, title, directives } = await paste();
    expect({ title, directives }).toEqual({ title: '在全区市容提升工作推进会上的讲话', directives: 3 });
    const { items, text, outline } = await read(id);
    expect(outline.map((item) => item.title)).toEqual(['突出重点', '严格考核']);
    const streets = (await asDispatcher().call(listUnits, {})).units.filter((unit) => unit.kind === 'street');
    expect(
      items.map((item) => ({
        sentence: text.slice(item.start, item.end) === item.text,
        line: item.lineUnit?.shortName ?? null,
        ground: item.territorialUnits.length,
        deadline: item.deadlineText,
        date: item.deadlineDate,
      })),
    ).toEqual([
      { sentence: true, line: '区城管局', ground: 0, deadline: '每周', date: null },
      { sentence: true, line: null, ground: streets.length, deadline: '4月30日前', date: '2026-04-30' },
      { sentence: true, line: '区政府办', ground: 0, deadline: '2026年5月15日前', date: '2026-05-15' },
    ]);
  });

  test('the original stays as it came, under its hash', async () => {
    const content = `标题\r\n${speech}`;
    const { id } = await upload('讲话.txt', content);
    const original = await asDispatcher().download(documents.downloadOriginal, { id });
    expect(await original.text()).toBe(content);
    const change = sql`update document_originals set content = 'x'`.execute(world.database);
    await expect(change).rejects.toThrow(/append-only/);
  });

  test('the same original twice is refused, and works again after the first was discarded', async () => {
    const first = await paste();
    expect(await refusal(paste())).toBe('document.already_there');
    await asDispatcher().call(review.discardDocument, {
      id: first.id,
      version: first.version,
      reason: '选错了文件',
    });
    expect(await refusal(paste())).toBe('accepted');
  });

  test.each([
    ['空.txt', '', 'document.empty'],
    ['空白.txt', ' \n ', 'document.no_text'],
    ['a.docx', 'not a zip', 'document.wrong_extension'],
    ['a.docx', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'document.damaged'],
    ['a.pdf', '%PDF-1.4', 'document.format_unsupported'],
    ['a.txt', new Uint8Array(3000).map((_, i) => (i * 7919) % 32), 'document.not_text'],
    ['a.html', '<html><body></body></html>', 'document.no_text'],
  ])('%s (%#) is refused with its reason and leaves nothing behind', async (name, content, code) => {
    expect(await refusal(upload(name, content))).toBe(code);
    expect((await asDispatcher().call(documents.listDocuments, {})).rows).toEqual([]);
  });

  test('neither file nor text', async () => {
    expect(await refusal(asDispatcher().call(documents.addDocument, {}))).toBe('document.missing');
  });

  test('markup, formulas, NUL and halves of characters in text and name come out as text', async () => {
    const text =
      '关于整治的通知\n<script>alert(1)</script>=HYPERLINK("x")\u0000\u0007\n各街道要于4月1日前完成占道经营整治，建立台账。';
    const { id } = await upload('../../etc/<b>\u0000名.txt', text);
    const found = await read(id);
    expect(found.fileName).toBe('<b>名.txt');
    expect(found.text).toContain('<script>alert(1)</script>');
    expect(found.text).not.toContain('\u0000');
    expect(found.items).toHaveLength(1);
  });

  test('only dispatchers import; leaders read; handlers read neither', async () => {
    const { id } = await paste();
    expect(await refusal(world.as('liangdaizong').call(documents.addDocument, { text: speech }))).toBe(
      'session.forbidden',
    );
    expect(await refusal(world.as('liangdaizong').call(documents.getDocument, { id }))).toBe('accepted');
    expect(await refusal(world.as('hejingcheng').call(documents.getDocument, { id }))).toBe('session.forbidden');
    expect(await refusal(world.anonymous.call(documents.listDocuments, {}))).toBe('session.required');
  });

  test('the list: newest first, found by title, one page after the other', async () => {
    for (const title of ['甲', '乙', '丙']) {
      world.setNow(`2026-03-1${['甲', '乙', '丙'].indexOf(title)}T02:00:00Z`);
      await asDispatcher().call(documents.addDocument, { text: `${title}\n${speech}`, title: `${title}号文件` });
    }
    const first = await asDispatcher().call(documents.listDocuments, { limit: 2 });
    const second = await asDispatcher().call(documents.listDocuments, { limit: 2, after: first.next! });
    expect([...first.rows, ...second.rows].map((row) => row.title)).toEqual(['丙号文件', '乙号文件', '甲号文件']);
    expect(second.next).toBeNull();
    expect((await asDispatcher().call(documents.listDocuments, { text: '乙' })).rows).toHaveLength(1);
    expect((await asDispatcher().call(documents.listDocuments, { text: '%' })).rows).toEqual([]);
    expect(await refusal(asDispatcher().call(documents.listDocuments, { after: 'x' }))).toBe('request.invalid');
  });
});

describe('the review', () => {
  test('accept, reject, edit; each step can be taken back until it was sent', async () => {
    const { id, version } = await paste();
    const [first, second, third] = (await read(id)).items;
    const urban = await unitNamed('区城管局');
    let at = await asDispatcher().call(review.acceptDirective, { id, directiveId: first!.id, version });
    at = await asDispatcher().call(review.rejectDirective, {
      id,
      directiveId: third!.id,
      version: at.version,
      reason: '另有安排',
    });
    at = await asDispatcher().call(review.editDirective, {
      id,
      directiveId: second!.id,
      version: at.version,
      ...editOf(second!, { lineUnitId: urban.id, action: '完成占道经营整改' }),
    });
    expect((await read(id)).items.map(({ state, edited }) => [state, edited])).toEqual([
      ['accepted', false],
      ['accepted', true],
      ['rejected', false],
    ]);
    at = await asDispatcher().call(review.undoReview, { id, version: at.version });
    const undone = (await read(id)).items[1]!;
    expect(undone).toMatchObject({ state: 'proposed', edited: false, action: second!.action, lineUnit: null });
    at = await asDispatcher().call(review.undoReview, { id, version: at.version });
    at = await asDispatcher().call(review.undoReview, { id, version: at.version });
    expect((await read(id)).items.map((item) => item.state)).toEqual(['proposed', 'proposed', 'proposed']);
    expect((await read(id)).canUndo).toBe(false);
    expect(await refusal(asDispatcher().call(review.undoReview, { id, version: at.version }))).toBe(
      'document.nothing_to_undo',
    );
  });

  test('a sentence that the rules left out is added by its place, and its undoing takes it away', async () => {
    const { id, version } = await paste();
    const { text } = await read(id);
    const start = text.indexOf('大家要统一思想');
    const added = await asDispatcher().call(review.addDirective, { id, version, start, end: text.length });
    expect((await read(id)).items.at(-1)).toMatchObject({
      id: added.directiveId,
      text: '大家要统一思想，提高认识',
      origin: 'added',
      state: 'accepted',
    });
    await asDispatcher().call(review.undoReview, { id, version: added.version });
    expect((await read(id)).items).toHaveLength(3);
  });

  test('a span outside of the text, or of nothing but punctuation, is refused', async () => {
    const { id, version } = await paste();
    const { text } = await read(id);
    const call = (start: number, end: number) =>
      refusal(asDispatcher().call(review.addDirective, { id, version, start, end }));
    expect(await call(0, text.length + 1)).toBe('document.span_outside');
    expect(await call(5, 5)).toBe('document.span_outside');
    const comma = text.indexOf('，');
    expect(await call(comma, comma + 1)).toBe('document.span_outside');
  });

  test('everything under a heading at once', async () => {
    const { id, version } = await paste();
    const { accepted, version: next } = await asDispatcher().call(review.acceptUnderHeading, {
      id,
      version,
      heading: 0,
    });
    expect(accepted).toBe(2);
    expect((await read(id)).items.map((item) => item.state)).toEqual(['accepted', 'accepted', 'proposed']);
    expect(await refusal(asDispatcher().call(review.acceptUnderHeading, { id, version: next, heading: 0 }))).toBe(
      'document.nothing_under_heading',
    );
    expect(await refusal(asDispatcher().call(review.acceptUnderHeading, { id, version: next, heading: 99 }))).toBe(
      'document.nothing_under_heading',
    );
  });

  test('two reviewers at once: the later one is told', async () => {
    const { id, version } = await paste();
    const [first, second] = (await read(id)).items;
    await asDispatcher().call(review.acceptDirective, { id, directiveId: first!.id, version });
    const late = world.as('luwenqiao').call(review.acceptDirective, { id, directiveId: second!.id, version });
    expect(await refusal(late)).toBe('record.stale');
  });

  test('units that cannot do their part are refused', async () => {
    const { id, version } = await paste();
    const item = (await read(id)).items[0]!;
    const [urban, street] = [
      await unitNamed('区城管局'),
      (await asDispatcher().call(listUnits, {})).units.find((unit) => unit.kind === 'street')!,
    ];
    const edit = (over: Partial<review.DirectiveEdit>) =>
      refusal(asDispatcher().call(review.editDirective, { id, directiveId: item.id, version, ...editOf(item, over) }));
    expect(await edit({ lineUnitId: street.id })).toBe('directive.not_line_unit');
    expect(await edit({ territorialUnitIds: [urban.id] })).toBe('directive.not_territorial');
    expect(await edit({ supportUnitIds: ['01990000-0000-7000-8000-00000000dead'] })).toBe('directive.unit_unknown');
  });
});

describe('sending', () => {
  test('tasks with line and territorial unit, target and deadline, linked both ways; then nothing can be undone', async () => {
    const { id, version } = await paste();
    const [first, second] = (await read(id)).items;
    const urban = await unitNamed('区城管局');
    const luqiao = second!.territorialUnits[0]!;
    const tangwan = second!.territorialUnits[1]!;
    let at = await asDispatcher().call(review.acceptDirective, { id, directiveId: first!.id, version });
    at = await asDispatcher().call(review.editDirective, {
      id,
      directiveId: second!.id,
      version: at.version,
      ...editOf(second!, {
        lineUnitId: urban.id,
        territorialUnitIds: [luqiao.id, tangwan.id],
        targetText: '整改率100%',
      }),
    });
    const sent = await asDispatcher().call(review.sendDocument, { id, version: at.version });
    expect(sent.tasks).toHaveLength(3);
    expect(sent.cases).toEqual([]);
    const after = await read(id);
    expect(after.state).toBe('in_review');
    expect(after.items.map(({ state, taskIds }) => [state, taskIds.length])).toEqual([
      ['sent', 1],
      ['sent', 2],
      ['proposed', 0],
    ]);
    const page = await asDispatcher().call(tasks.getTask, { id: after.items[1]!.taskIds[0]! });
    expect(page).toMatchObject({
      state: 'issued',
      lineUnit: { shortName: '区城管局' },
      territorialUnit: { id: luqiao.id },
      deadlineText: '4月30日前',
      deadlineDate: '2026-04-30',
      provisional: false,
      targetText: '整改率100%',
      documentId: id,
      directiveId: second!.id,
      sourceText: second!.text,
    });
    expect(await refusal(asDispatcher().call(review.undoReview, { id, version: sent.version }))).toBe(
      'document.nothing_to_undo',
    );
    expect(
      await refusal(asDispatcher().call(review.rejectDirective, { id, directiveId: first!.id, version: sent.version })),
    ).toBe('directive.sent');
    expect(
      await refusal(asDispatcher().call(review.discardDocument, { id, version: sent.version, reason: '误传' })),
    ).toBe('document.already_sent');
  });

  test('nothing accepted, or something incomplete, is refused and nothing is made', async () => {
    const { id, version } = await paste();
    expect(await refusal(asDispatcher().call(review.sendDocument, { id, version }))).toBe('document.nothing_accepted');
    const { version: next } = await asDispatcher().call(review.acceptUnderHeading, { id, version, heading: 0 });
    expect(await refusal(asDispatcher().call(review.sendDocument, { id, version: next }))).toBe(
      'document.directives_incomplete',
    );
    expect((await asDispatcher().call(tasks.listTasks, {})).rows).toEqual([]);
  });

  test('a directive can become a case in the ledger, which keeps the directive', async () => {
    const { id, version } = await paste();
    const item = (await read(id)).items[0]!;
    const { rows } = await sql<{ code: string }>`select class_code as code from standards limit 1`.execute(
      world.database,
    );
    const at = await asDispatcher().call(review.editDirective, {
      id,
      directiveId: item.id,
      version,
      ...editOf(item, { outcome: 'case', classCode: rows[0]!.code, placeText: '农贸市场东门' }),
    });
    const sent = await asDispatcher().call(review.sendDocument, { id, version: at.version });
    expect(sent.cases).toHaveLength(1);
    const found = await asDispatcher().call(cases.getCase, { id: sent.cases[0]!.id });
    expect(found).toMatchObject({
      directiveId: item.id,
      placeText: '农贸市场东门',
      sourceChannel: 'directive',
      description: item.text,
    });
    expect((await read(id)).items[0]!.caseIds).toEqual([found.id]);
  });

  test('from a case back to the sentence that ordered it, also for a handler, but not before it was sent', async () => {
    const { id, version } = await paste();
    const item = (await read(id)).items.find((one) => one.outcome === 'task')!;
    const edited = await asDispatcher().call(review.editDirective, {
      id,
      directiveId: item.id,
      version,
      ...editOf(item, {}),
    });
    const asHandler = world.as('hejingcheng');
    expect(await refusal(asHandler.call(documents.getDirective, { id: item.id }))).toBe('record.not_found');
    await asDispatcher().call(review.sendDocument, { id, version: edited.version });
    expect(await asHandler.call(documents.getDirective, { id: item.id })).toMatchObject({
      documentId: id,
      text: item.text,
      headings: item.headings,
    });
    expect(await refusal(asHandler.call(documents.getDocument, { id }))).toBe('session.forbidden');
  });

  test('a day in a year without a published calendar is provisional, and so are words without a day', async () => {
    const { id, version } = await paste();
    const item = (await read(id)).items[0]!;
    const at = await asDispatcher().call(review.editDirective, {
      id,
      directiveId: item.id,
      version,
      ...editOf(item, { deadlineDate: '2030-06-30', deadlineText: null }),
    });
    const { tasks: made } = await asDispatcher().call(review.sendDocument, { id, version: at.version });
    expect(await asDispatcher().call(tasks.getTask, { id: made[0]!.id })).toMatchObject({
      provisional: true,
      deadlineDate: '2030-06-30',
    });
  });

  test('the same key sends once', async () => {
    const { id, version } = await paste();
    const item = (await read(id)).items[0]!;
    const at = await asDispatcher().call(review.acceptDirective, { id, directiveId: item.id, version });
    const first = await asDispatcher().call(review.sendDocument, { id, version: at.version }, { key: 'once' });
    const again = await asDispatcher().call(review.sendDocument, { id, version: at.version }, { key: 'once' });
    expect(again).toEqual(first);
    expect((await asDispatcher().call(tasks.listTasks, {})).rows).toHaveLength(1);
  });
});

describe('a task', () => {
  async function issued() {
    const { id, version } = await paste();
    const [item] = (await read(id)).items;
    const at = await asDispatcher().call(review.acceptDirective, { id, directiveId: item!.id, version });
    const { tasks: made } = await asDispatcher().call(review.sendDocument, { id, version: at.version });
    return asDispatcher().call(tasks.getTask, { id: made[0]!.id });
  }
  const possible = (task: tasks.TaskView) => task.actions.flatMap(({ verb, refusal: no }) => (no ? [] : [verb]));

  test('goes from issued to completed: its unit accepts and reports, another unit confirms', async () => {
    const task = await issued();
    const unit = world.as('shaoqiuping');
    expect(possible(await unit.call(tasks.getTask, { id: task.id }))).toEqual(['accept']);
    let at = await unit.call(tasks.acceptTask, { id: task.id, version: task.version });
    at = await unit.call(tasks.reportTaskDone, { id: task.id, version: at.version, note: '已检查四次' });
    at = await asDispatcher().call(tasks.returnTask, { id: task.id, version: at.version, note: '缺少通报' });
    at = await unit.call(tasks.reportTaskDone, { id: task.id, version: at.version, note: '补报通报' });
    at = await asDispatcher().call(tasks.confirmTask, { id: task.id, version: at.version });
    const done = await asDispatcher().call(tasks.getTask, { id: task.id });
    expect(done).toMatchObject({ state: 'completed', note: '补报通报' });
    expect(done.history.map(({ type }) => type)).toEqual([
      'task.issued',
      'task.accepted',
      'task.reported_done',
      'task.returned',
      'task.reported_done',
      'task.confirmed',
    ]);
    expect(
      await refusal(asDispatcher().call(tasks.withdrawTask, { id: task.id, version: at.version, note: '不需要了' })),
    ).toBe('task.wrong_state');
  });

  test('its history leads to its state', async () => {
    const task = await issued();
    const unit = world.as('shaoqiuping');
    const at = await unit.call(tasks.acceptTask, { id: task.id, version: task.version });
    await asDispatcher().call(tasks.withdrawTask, { id: task.id, version: at.version, note: '合并到另一项任务' });
    const { history, state } = await asDispatcher().call(tasks.getTask, { id: task.id });
    const [, ...later] = history;
    const replayed = later.reduce((_, entry) => evolveTask(entry as TaskEvent), 'issued' as TaskState);
    expect(replayed).toBe(state);
  });

  test('another department neither sees nor accepts it; the dispatcher does not accept for the unit', async () => {
    const task = await issued();
    expect(await refusal(world.as('wenruan').call(tasks.getTask, { id: task.id }))).toBe('record.not_found');
    expect(await refusal(world.as('wenruan').call(tasks.acceptTask, { id: task.id, version: task.version }))).toBe(
      'record.not_found',
    );
    expect(await refusal(asDispatcher().call(tasks.acceptTask, { id: task.id, version: task.version }))).toBe(
      'session.forbidden',
    );
    expect((await world.as('wenruan').call(tasks.listTasks, {})).rows).toEqual([]);
    expect((await world.as('shaoqiuping').call(tasks.listTasks, {})).rows).toHaveLength(1);
  });

  test('a stale version is refused', async () => {
    const task = await issued();
    await world.as('shaoqiuping').call(tasks.acceptTask, { id: task.id, version: task.version });
    expect(await refusal(world.as('shaoqiuping').call(tasks.acceptTask, { id: task.id, version: task.version }))).toBe(
      'record.stale',
    );
  });

  test('the list is filtered by state, unit, document, day and words', async () => {
    const task = await issued();
    const find = async (query: Call<typeof tasks.listTasks>) =>
      (await asDispatcher().call(tasks.listTasks, query)).rows.length;
    expect(await find({ state: 'issued' })).toBe(1);
    expect(await find({ state: 'completed' })).toBe(0);
    expect(await find({ open: 'true' })).toBe(1);
    expect(await find({ unitId: task.lineUnit.id })).toBe(1);
    expect(await find({ documentId: task.documentId })).toBe(1);
    expect(await find({ dueTo: '2026-12-31' })).toBe(0);
    expect(await find({ text: '占道' })).toBe(1);
    expect(await find({ overdue: 'true' })).toBe(0);
  });
});
