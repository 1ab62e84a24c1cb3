import * as review from '@duban/contract/document-review';
import * as texts from '@duban/contract/document-text';
import * as documents from '@duban/contract/mandates';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { documentDesk, editOf, refusal, speech } from './testing.ts';

const world = testWorld();
const { asDispatcher, paste, read, unitNamed } = documentDesk(world);

const twoOrders = `关于整治的通知
一、任务
区城管局要于4月30日前清理占道经营点位120处；区住建局要于5月31日前修复破损路面3.5万平方米。`;

test('one sentence becomes several directives, each with what stands in it, and one again by undoing', async () => {
  const { id, version } = await paste(speech);
  const whole = (await read(id)).items[0]!;
  const { text } = await read(id);
  const cut = text.indexOf('每周进行');
  const split = await asDispatcher().call(review.splitDirective, { id, directiveId: whole.id, version, cuts: [cut] });
  expect(split.removed).toEqual([whole.id]);
  expect(split.changed).toMatchObject([
    {
      text: '区城管局要牵头开展占道经营专项整治',
      lineUnit: { shortName: '区城管局' },
      state: 'proposed',
      origin: 'split',
    },
    // who is told at the beginning is told for all of it
    { text: '每周进行一次检查，对整改率进行排名通报', lineUnit: { shortName: '区城管局' }, period: 'week' },
  ]);
  const undone = await asDispatcher().call(review.undoReview, { id, version: split.version });
  expect(undone).toMatchObject({ removed: split.directiveIds, canUndo: false, canRedo: true });
  expect((await read(id)).items.map((item) => item.id)).toContain(whole.id);
  const redone = await asDispatcher().call(review.redoReview, { id, version: undone.version });
  expect(redone.changed.map((item) => item.id)).toEqual(split.directiveIds);
  expect((await read(id)).items).toHaveLength(4);
  const call = (cuts: number[]) =>
    refusal(asDispatcher().call(review.splitDirective, { id, directiveId: whole.id, version: redone.version, cuts }));
  expect(await call([cut])).toBe('directive.replaced');
});

test('neighbours become one directive that loses nothing of either', async () => {
  const { id, version } = await paste(twoOrders);
  const [first, second] = (await read(id)).items;
  const merged = await asDispatcher().call(review.mergeDirectives, {
    id,
    version,
    directiveIds: [first!.id, second!.id],
  });
  expect(merged.removed).toEqual([first!.id, second!.id]);
  expect(merged.changed).toMatchObject([
    {
      id: merged.directiveId,
      origin: 'merged',
      lineUnit: { shortName: '区城管局' },
      supportUnits: [{ shortName: '区住建局' }],
      deadlineDate: '2026-04-30',
    },
  ]);
  expect(merged.changed[0]!.targets).toHaveLength(first!.targets.length + second!.targets.length);
  const { items } = await read(id);
  const call = (directiveIds: string[]) =>
    refusal(asDispatcher().call(review.mergeDirectives, { id, version: merged.version, directiveIds }));
  expect(await call([items[0]!.id, first!.id])).toBe('directive.nothing_to_merge');
});

test('any number of steps back and forth; something new in between ends the way forth', async () => {
  const { id, version } = await paste();
  const [first, second] = (await read(id)).items;
  let at = await asDispatcher().call(review.acceptDirective, { id, directiveId: first!.id, version });
  at = await asDispatcher().call(review.rejectDirective, {
    id,
    directiveId: second!.id,
    version: at.version,
    reason: '重复',
  });
  at = await asDispatcher().call(review.undoReview, { id, version: at.version });
  at = await asDispatcher().call(review.undoReview, { id, version: at.version });
  expect(at).toMatchObject({ canUndo: false, canRedo: true });
  at = await asDispatcher().call(review.redoReview, { id, version: at.version });
  at = await asDispatcher().call(review.redoReview, { id, version: at.version });
  expect((await read(id)).items.map(({ state }) => state)).toEqual(['accepted', 'rejected', 'proposed']);
  expect((await read(id)).items[1]).toMatchObject({ rejectedReason: '重复', decidedBy: { name: expect.any(String) } });
  at = await asDispatcher().call(review.undoReview, { id, version: at.version });
  at = await asDispatcher().call(review.acceptDirective, { id, directiveId: second!.id, version: at.version });
  expect(at.canRedo).toBe(false);
  expect(await refusal(asDispatcher().call(review.redoReview, { id, version: at.version }))).toBe(
    'document.nothing_to_redo',
  );
});

test('everything at once leaves out what is in doubt and says why', async () => {
  const { id, version } = await paste();
  const at = await asDispatcher().call(review.acceptAll, { id, version });
  expect(at).toMatchObject({ accepted: 2, left: [{ code: 'directive.line_unit_missing' }] });
  expect(await refusal(asDispatcher().call(review.acceptAll, { id, version: at.version }))).toBe(
    'document.all_in_doubt',
  );
  const progress = await world.as('liangdaizong').call(texts.getReviewProgress, { id });
  expect(progress).toMatchObject({ decided: 2, total: 3, lastStep: { type: 'directives.accepted_all' } });
});

test('period, targets and promise are edited; what is not given stays', async () => {
  const { id, version } = await paste(twoOrders);
  const item = (await read(id)).items[0]!;
  const target = { subject: '占道经营点位', value: 120, unit: '处', qualifier: null, direction: 'at_least' as const };
  let at = await asDispatcher().call(review.editDirective, {
    id,
    directiveId: item.id,
    version,
    ...editOf(item, { period: 'month', targets: [target] }),
  });
  expect(at.changed[0]).toMatchObject({ period: 'month', targets: [target], state: 'accepted', edited: true });
  at = await asDispatcher().call(review.editDirective, {
    id,
    directiveId: item.id,
    version: at.version,
    ...editOf(item, { action: '清理占道经营' }),
  });
  expect(at.changed[0]).toMatchObject({ action: '清理占道经营', targets: [target] });
  const street = await unitNamed('区城管局');
  const promise = { promisedBy: '区政府', unitId: street.id, promisedTo: '居民', text: '年底前办成' };
  at = await asDispatcher().call(review.editDirective, {
    id,
    directiveId: item.id,
    version: at.version,
    ...editOf(item, { outcome: 'promise', promise }),
  });
  expect(at.changed[0]).toMatchObject({ outcome: 'promise', promise });
  const gone = { ...promise, unitId: '01990000-0000-7000-8000-00000000dead' };
  expect(
    await refusal(
      asDispatcher().call(review.editDirective, {
        id,
        directiveId: item.id,
        version: at.version,
        ...editOf(item, { outcome: 'promise', promise: gone }),
      }),
    ),
  ).toBe('directive.unit_unknown');
});

test('the history tells every step, by whom', async () => {
  const { id, version } = await paste();
  const [first] = (await read(id)).items;
  const at = await asDispatcher().call(review.acceptDirective, { id, directiveId: first!.id, version });
  await asDispatcher().call(review.undoReview, { id, version: at.version });
  const { entries } = await asDispatcher().call(documents.listDocumentHistory, { id });
  expect(entries.map(({ type }) => type)).toEqual(['document.added', 'directive.accepted', 'review.undone']);
  expect(entries.every(({ by }) => by !== null)).toBe(true);
  expect(await refusal(world.as('hejingcheng').call(documents.listDocumentHistory, { id }))).toBe('session.forbidden');
});
