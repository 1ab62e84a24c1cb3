import * as review from '@duban/contract/document-review';
import * as texts from '@duban/contract/document-text';
import * as tasks from '@duban/contract/tasks';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { documentDesk, refusal, speech } from './testing.ts';

const world = testWorld();
const { asDispatcher, paste, read } = documentDesk(world);

const newer = speech
  .replace('于2026年5月15日前将检查情况形成专报', '于2026年6月20日前将检查情况形成专报')
  .replace('大家要统一思想，提高认识。', '区住建局要牵头修复破损路面，建立台账。');

/** The first version: the weekly check and the special report are sent, the streets are rejected. */
async function sentFirst() {
  const { id, version } = await paste();
  const [check, streets, report] = (await read(id)).items;
  let at = await asDispatcher().call(review.acceptDirective, { id, directiveId: check!.id, version });
  at = await asDispatcher().call(review.acceptDirective, { id, directiveId: report!.id, version: at.version });
  at = await asDispatcher().call(review.rejectDirective, {
    id,
    directiveId: streets!.id,
    version: at.version,
    reason: '另行布置',
  });
  const sent = await asDispatcher().call(review.sendDocument, { id, version: at.version });
  return { id, version: sent.version, check: check!, report: report! };
}

test('decisions on the same sentences are carried over, changed ones are decided anew, their tasks are flagged', async () => {
  const first = await sentFirst();
  const second = await paste(newer, '2026-03-20', first.id);
  const after = await read(second.id);
  expect(after.items.map(({ state, carriedFrom }) => [state, carriedFrom !== null])).toEqual([
    ['carried', true],
    ['rejected', true],
    ['proposed', false],
    ['proposed', false],
  ]);
  expect(after.items[1]!.rejectedReason).toBe('另行布置');
  expect(after.items[0]!.taskIds).toHaveLength(1);
  expect(after.versions.map(({ id }) => id)).toEqual([first.id, second.id]);
  const { rows } = await asDispatcher().call(tasks.listTasks, { sourceChanged: 'true' });
  expect(rows).toMatchObject([{ sourceChange: 'changed' }]);
  const flagged = await asDispatcher().call(tasks.getTask, { id: rows[0]!.id });
  expect(flagged).toMatchObject({ state: 'issued', changedIn: { documentId: second.id } });
  expect(flagged.changedIn!.text).toContain('6月20日');
  const changes = await asDispatcher().call(texts.getVersionChanges, { id: second.id });
  expect(changes.directives.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged', 'changed', 'new']);
  expect(changes.sentences.map(({ kind }) => kind)).toEqual(['changed', 'removed', 'added']);
  const kept = await asDispatcher().call(tasks.keepTask, {
    id: flagged.id,
    version: flagged.version,
    note: '时限不变',
  });
  expect((await asDispatcher().call(tasks.getTask, { id: flagged.id })).sourceChange).toBeNull();
  expect(
    await refusal(asDispatcher().call(tasks.keepTask, { id: flagged.id, version: kept.version, note: '再次' })),
  ).toBe('task.source_unchanged');
});

test('what was sent with the version before is not sent again', async () => {
  const first = await sentFirst();
  const second = await paste(newer, '2026-03-20', first.id);
  const at = await asDispatcher().call(review.acceptAll, { id: second.id, version: second.version });
  const sent = await asDispatcher().call(review.sendDocument, { id: second.id, version: at.version });
  expect(sent.tasks).toHaveLength(2);
  expect((await read(second.id)).state).toBe('sent');
  const carried = (await read(second.id)).items[0]!;
  const again = { id: second.id, directiveId: carried.id, version: sent.version };
  expect(await refusal(asDispatcher().call(review.acceptDirective, again))).toBe('directive.carried');
});

test('a withdrawn sentence flags its task, and taking the link back unflags it', async () => {
  const first = await sentFirst();
  const second = await paste(speech.replace(/二、严格考核[^]*$/, ''), '2026-03-20');
  const found = await read(second.id);
  expect(found.resembles.map(({ id }) => id)).toEqual([first.id]);
  const linked = await asDispatcher().call(texts.linkVersion, {
    id: second.id,
    version: second.version,
    previousId: first.id,
  });
  const flagged = () => asDispatcher().call(tasks.listTasks, { sourceChanged: 'true' });
  expect((await flagged()).rows).toMatchObject([{ sourceChange: 'withdrawn', state: 'issued' }]);
  const undone = await asDispatcher().call(review.undoReview, { id: second.id, version: linked.version });
  expect((await flagged()).rows).toEqual([]);
  expect((await read(second.id)).items.map(({ state }) => state)).toEqual(['proposed', 'proposed']);
  await asDispatcher().call(review.redoReview, { id: second.id, version: undone.version });
  expect((await flagged()).rows).toHaveLength(1);
});

test('a part that a person cut out is cut out in the newer version too', async () => {
  const { id, version } = await paste();
  const { items, text } = await read(id);
  const split = await asDispatcher().call(review.splitDirective, {
    id,
    directiveId: items[0]!.id,
    version,
    cuts: [text.indexOf('每周进行')],
  });
  await asDispatcher().call(review.acceptDirective, {
    id,
    directiveId: split.directiveIds[1]!,
    version: split.version,
  });
  const second = await paste(newer, '2026-03-20', id);
  expect((await read(second.id)).items.slice(0, 2)).toMatchObject([
    { text: '区城管局要牵头开展占道经营专项整治', origin: 'split', state: 'proposed' },
    { text: '每周进行一次检查，对整改率进行排名通报', origin: 'split', state: 'accepted' },
  ]);
});

test('the review goes on in the newest version; a chain does not fork or bite its tail', async () => {
  const first = await sentFirst();
  const second = await paste(newer, '2026-03-20', first.id);
  const old = await read(first.id);
  expect(old.isSuperseded).toBe(true);
  const late = { id: first.id, version: old.version };
  expect(await refusal(asDispatcher().call(review.acceptAll, late))).toBe('document.superseded');
  expect(await refusal(paste(`${newer}\n附件`, '2026-03-21', first.id))).toBe('document.has_successor');
  const link = (id: string, version: number, previousId: string) =>
    refusal(asDispatcher().call(texts.linkVersion, { id, version, previousId }));
  const third = await paste(`${newer}\n请遵照执行。`, '2026-03-22');
  expect(await link(third.id, third.version, third.id)).toBe('document.previous_unknown');
  expect(await link(third.id, third.version, '01990000-0000-7000-8000-00000000dead')).toBe('document.previous_unknown');
  expect(await link(second.id, second.version, third.id)).toBe('document.has_previous');
  expect(await refusal(asDispatcher().call(texts.getVersionChanges, { id: third.id }))).toBe('document.no_previous');
});

test('a word that was put right in the version before is put right here too, so its sentence is unchanged', async () => {
  const wrong = (day: string) =>
    `关于整治的通知\n一、任务\n区城管局要坚持属地管理的原那么，清理占道经营。区住建局要于${day}前修复破损路面。\n请遵照执行。`;
  const first = await paste(wrong('6月30日'));
  const repair = (await read(first.id)).repairs.find((one) => one.proposed)!;
  const repaired = await asDispatcher().call(texts.decideRepair, {
    id: first.id,
    version: first.version,
    repairId: repair.id,
    applied: true,
  });
  await asDispatcher().call(review.acceptDirective, {
    id: first.id,
    directiveId: (await read(first.id)).items[0]!.id,
    version: repaired.version,
  });
  const second = await paste(wrong('7月31日'), '2026-03-20', first.id);
  const after = await read(second.id);
  expect(after.text).toContain('属地管理的原则');
  expect(after.items.map(({ state }) => state)).toEqual(['accepted', 'proposed']);
  const changes = await asDispatcher().call(texts.getVersionChanges, { id: second.id });
  expect(changes.directives.map(({ kind }) => kind)).toEqual(['unchanged', 'changed']);
  await asDispatcher().call(review.undoReview, { id: second.id, version: second.version });
  expect((await read(second.id)).text).toContain('属地管理的原那么');
});
