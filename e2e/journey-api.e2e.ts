import { getMyWork, listCases } from '@duban/contract/case-lists';
import { submitResult } from '@duban/contract/case-handling';
import {
  acceptCase,
  closeOutCase,
  dispatchCase,
  fileCase,
  getCase,
  recordPreClosureCheck,
} from '@duban/contract/cases';
import type { Client } from '@duban/contract/client';
import { ProblemError } from '@duban/contract/client';
import { acceptDirective, editDirective, sendDocument } from '@duban/contract/document-review';
import { addDocument, getDocument } from '@duban/contract/mandates';
import { listUnits } from '@duban/contract/organisation';
import { getRanking } from '@duban/contract/rankings';
import { getSnapshot, previewRanking, publishRanking, recomputeSnapshot } from '@duban/contract/snapshots';
import { getTask } from '@duban/contract/tasks';
import { renderDocument } from '@duban/demo/documents/render';
import { expect, test } from 'vitest';
import { stage } from './src/harness.ts';
import { overdueCase } from './src/overdue-case.ts';

/**
 * From a document to a closed case and a published ranking, by the typed client over HTTP: the way an adaptor of
 * another system would go.
 */
const at = stage();

/** The problem code of a call that must be refused. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  throw new Error('this should have been refused');
}

async function unitIdOf(client: Client, shortName: string): Promise<string> {
  const { units } = await client.call(listUnits, {});
  return units.find((unit) => unit.shortName === shortName)!.id;
}

test('a bulletin becomes a task and a case; the case is put right, checked by another unit and closed out', async () => {
  const dispatcher = await at.client('luwenqiao');
  const today = Temporal.Now.plainDateISO('Asia/Shanghai');
  const { fileName, bytes } = renderDocument('07-creation-inspection-bulletin', today);
  const file = { name: fileName, content: new Blob([new Uint8Array(bytes)]) };
  const added = await dispatcher.call(addDocument, { documentDate: today.toString() }, { file });
  expect(added.directives).toBeGreaterThan(2);
  expect(await refusal(dispatcher.call(addDocument, {}, { file }))).toBe('document.already_there');

  const document = await dispatcher.call(getDocument, { id: added.id });
  const [first, second] = document.items.filter((item) => item.lineUnit !== null && item.outcome === 'task');
  expect(document.text.slice(first!.start, first!.end)).toBe(first!.text);
  let { version } = await dispatcher.call(acceptDirective, {
    id: added.id,
    directiveId: first!.id,
    version: document.version,
  });
  const streetId = await unitIdOf(dispatcher, '棠湾街道');
  const lineId = await unitIdOf(dispatcher, '区住建局');
  ({ version } = await dispatcher.call(editDirective, {
    id: added.id,
    directiveId: second!.id,
    version,
    action: '修复棠湾路人行道砖',
    outcome: 'case',
    lineUnitId: lineId,
    territorialUnitIds: [streetId],
    supportUnitIds: [],
    deadlineText: null,
    deadlineDate: null,
    targetText: '',
    classCode: '0204',
    placeText: '棠湾路中段',
  }));
  const sent = await dispatcher.call(sendDocument, { id: added.id, version });
  expect(sent.tasks).toHaveLength(1);
  expect(sent.cases).toHaveLength(1);

  // both ways: the task knows its sentence, the sentence knows its case
  const task = await dispatcher.call(getTask, { id: sent.tasks[0]!.id });
  expect([task.documentId, task.directiveId, task.sourceText]).toEqual([added.id, first!.id, first!.text]);
  const after = await dispatcher.call(getDocument, { id: added.id });
  expect(after.items.find((item) => item.id === second!.id)!.caseIds).toEqual([sent.cases[0]!.id]);

  const { id } = sent.cases[0]!;
  const reported = await dispatcher.call(getCase, { id });
  expect([reported.sourceChannel, reported.directiveId]).toEqual(['directive', second!.id]);
  const filed = await dispatcher.call(fileCase, {
    id,
    version: reported.version,
    classCode: '0204',
    conditionCode: '01',
  });
  expect(filed.state).toBe('awaiting_dispatch');
  const dispatched = await dispatcher.call(dispatchCase, {
    id,
    version: filed.version,
    lineUnitId: lineId,
    territorialUnitId: streetId,
    handlingUnitId: streetId,
  });

  const handler = await at.client('yubeichen');
  const { groups } = await handler.call(getMyWork, {});
  expect(groups.flatMap((group) => group.rows.map((row) => row.id))).toContain(id);
  const accepted = await handler.call(acceptCase, { id, version: dispatched.version });
  const submitted = await handler.call(submitResult, {
    id,
    version: accepted.version,
    outcome: 'solved',
    statement: '已更换破损砖块32平方米，路面平整。',
  });
  expect(submitted.state).toBe('awaiting_check');

  // handlers never verify: neither the handler nor an inspector of the same street
  const check = { id, version: submitted.version, result: 'passed' as const, note: '现场平整，无缺失。' };
  expect(await refusal(handler.call(recordPreClosureCheck, check))).toBe('session.forbidden');
  const colleague = await at.client('qunanxing');
  expect(await refusal(colleague.call(recordPreClosureCheck, check))).toBe('case.own_work');
  const close = { id, version: submitted.version };
  expect(await refusal(dispatcher.call(closeOutCase, close))).toBe('case.not_checked');
  const inspector = await at.client('taozhiheng');
  const checked = await inspector.call(recordPreClosureCheck, check);
  const closed = await dispatcher.call(closeOutCase, { ...close, version: checked.version });
  expect(closed.state).toBe('closed');

  const whole = await dispatcher.call(getCase, { id });
  expect(whole.finishedLate).toBe(false);
  expect(whole.history.map(({ type }) => type)).toEqual([
    'case.reported',
    'case.filed',
    'case.handed_over',
    'case.dispatched',
    'case.accepted',
    'case.result_submitted',
    'case.pre_closure_checked',
    'case.closed_out',
  ]);
});

test('putting right what was overdue last week raises the rate, and the ranking is published again', async () => {
  const dispatcher = await at.client('luwenqiao');
  const { found, handler: account, street, published: last, choice } = await overdueCase(dispatcher);
  const handler = await at.client(account);
  const submitted = await handler.call(submitResult, {
    id: found.id,
    version: found.version,
    outcome: 'solved',
    statement: '已整改到位。',
  });
  const inspector = await at.client('weiwanyun');
  const checked = await inspector.call(recordPreClosureCheck, {
    id: found.id,
    version: submitted.version,
    result: 'passed',
    note: '已核查。',
  });
  await dispatcher.call(closeOutCase, { id: found.id, version: checked.version });

  const changed = await dispatcher.call(getRanking, choice);
  const now = changed.rows.find(({ unit }) => unit.id === street.unit.id)!;
  expect(now.counts.due).toBe(street.counts.due);
  expect([now.counts.open, now.counts.closedLate]).toEqual([street.counts.open - 1, street.counts.closedLate + 1]);
  expect(now.rectification!.rate.numerator).toBe(street.rectification!.rate.numerator + 1);

  const preview = await dispatcher.call(previewRanking, choice);
  expect(preview.whyNot).toBeNull();
  const { id } = await dispatcher.call(publishRanking, { ...choice, countsHash: preview.countsHash });
  const published = await dispatcher.call(getSnapshot, { id });
  expect(published.edition).toBe(last.edition + 1);
  expect((await dispatcher.call(getSnapshot, { id: last.id })).supersededBy).toBe(id);
  const recomputed = await dispatcher.call(recomputeSnapshot, { id });
  expect([recomputed.hashHolds, recomputed.countsHold, recomputed.sameToday]).toEqual([true, true, true]);
  expect(await refusal(dispatcher.call(publishRanking, { ...choice, countsHash: preview.countsHash }))).toBe(
    'ranking.nothing_new',
  );
});

test('nobody sees more than the own work: a handler’s ledger holds the cases of the own unit alone', async () => {
  const handler = await at.client('kanglizhou');
  const streetId = await unitIdOf(handler, '麦渡街道');
  const { rows } = await handler.call(listCases, {});
  expect(rows.length).toBeGreaterThan(10);
  const communities = new Set(
    (await handler.call(listUnits, {})).units.filter((u) => u.parentId === streetId).map((u) => u.id),
  );
  for (const row of rows) {
    const units = [row.lineUnit, row.territorialUnit, row.handlingUnit, row.assignedUnit].map((unit) => unit?.id ?? '');
    expect(units.some((unit) => unit === streetId || communities.has(unit))).toBe(true);
  }
});
