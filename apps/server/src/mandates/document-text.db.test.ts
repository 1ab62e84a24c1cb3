import * as review from '@duban/contract/document-review';
import * as texts from '@duban/contract/document-text';
import * as documents from '@duban/contract/mandates';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { documentDesk, refusal } from './testing.ts';

const world = testWorld();
const { asDispatcher, paste, read } = documentDesk(world);

const damaged = `關于整治的通知
一、任務
區(qū)城管局要坚持&ldquo;零容忍&rdquo;，于4月30日前撤除违章建筑3.8万平方米。区住建局要每月检查一次工地围挡，建立台账。`;

test('a repair is taken back: the text and what is open are read anew, what was decided keeps its decision', async () => {
  const { id, version } = await paste(damaged);
  const before = await read(id);
  const second = before.items.find((item) => item.text.startsWith('区住建局'))!;
  const accepted = await asDispatcher().call(review.acceptDirective, { id, directiveId: second.id, version });
  const quote = before.repairs.find((repair) => repair.before === '&ldquo;')!;
  const taken = await asDispatcher().call(texts.decideRepair, {
    id,
    version: accepted.version,
    repairId: quote.id,
    applied: false,
  });
  expect(taken.textChanged).toBe(true);
  const after = await read(id);
  expect(after.text).toContain('&ldquo;');
  expect(after.repairs.find((repair) => repair.id === quote.id)!.applied).toBe(false);
  const moved = after.items.find((item) => item.id === second.id)!;
  expect(moved).toMatchObject({ state: 'accepted', text: second.text });
  expect(after.text.slice(moved.start, moved.end)).toBe(second.text);
  expect(moved.start).toBe(second.start + '&ldquo;'.length - 1);
  const again = { id, version: taken.version, repairId: quote.id, applied: false };
  expect(await refusal(asDispatcher().call(texts.decideRepair, again))).toBe('document.repair_unchanged');
  await asDispatcher().call(review.undoReview, { id, version: taken.version });
  const undone = await read(id);
  expect(undone.text).toBe(before.text);
  expect(undone.items.map((item) => [item.id, item.start, item.end])).toEqual(
    before.items.map((item) => [item.id, item.start, item.end]),
  );
});

test('a proposed repair is accepted, and its sentence is read with the right word', async () => {
  const { id, version } = await paste(damaged);
  const before = await read(id);
  const proposed = before.repairs.find((repair) => repair.proposed)!;
  const at = await asDispatcher().call(texts.decideRepair, { id, version, repairId: proposed.id, applied: true });
  const after = await read(id);
  expect(after.text).toContain(proposed.after);
  expect(after.items[0]!.text).toContain(proposed.after);
  // the file itself never changes
  expect(after.sha256).toBe(before.sha256);
  const raw = await asDispatcher().call(documents.getRawText, { id });
  expect(raw.text).toBe(damaged);
  expect(
    await refusal(
      asDispatcher().call(texts.decideRepair, { id, version: at.version, repairId: 'nothing@0-1', applied: true }),
    ),
  ).toBe('document.repair_unknown');
});

test('a new date moves the days of what is open, not of what was decided; undo brings both back', async () => {
  const { id, version } = await paste(
    '关于整治的通知\n区城管局要于4月30日前清理占道经营。区住建局要于6月底前修复路面。',
  );
  const [first, second] = (await read(id)).items;
  const accepted = await asDispatcher().call(review.acceptDirective, { id, directiveId: first!.id, version });
  const facts = {
    title: '关于专项整治的通知',
    documentDate: '2027-03-01',
    organ: '区政府办公室',
    speaker: '',
    documentNumber: '青政办〔2027〕3号',
  };
  const at = await asDispatcher().call(texts.changeDocumentFacts, { id, version: accepted.version, ...facts });
  const after = await read(id);
  expect(after).toMatchObject(facts);
  expect(after.items.map((item) => [item.id, item.deadlineDate])).toEqual([
    [first!.id, '2026-04-30'],
    [second!.id, '2027-06-30'],
  ]);
  const { entries } = await asDispatcher().call(documents.listDocumentHistory, { id });
  expect(entries.at(-1)!.data).toMatchObject({
    changes: { documentDate: { from: '2026-03-09', to: '2027-03-01' }, organ: { from: '', to: '区政府办公室' } },
  });
  await asDispatcher().call(review.undoReview, { id, version: at.version });
  expect((await read(id)).items.map((item) => item.deadlineDate)).toEqual(['2026-04-30', '2026-06-30']);
  expect((await read(id)).documentDate).toBe('2026-03-09');
});

test('a document that has no date gives no days', async () => {
  const { id, version } = await paste('关于整治的通知\n区城管局要于4月30日前清理占道经营。');
  const { title } = await read(id);
  await asDispatcher().call(texts.changeDocumentFacts, {
    id,
    version,
    title,
    documentDate: null,
    organ: '',
    speaker: '',
    documentNumber: '',
  });
  expect((await read(id)).items[0]).toMatchObject({ deadlineText: '4月30日前', deadlineDate: null });
});
