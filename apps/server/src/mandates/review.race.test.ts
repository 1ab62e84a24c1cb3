import * as review from '@duban/contract/document-review';
import * as tasks from '@duban/contract/tasks';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';
import { documentDesk, refusal } from './testing.ts';

const world = testWorld({ commits: true });
const { asDispatcher, paste, read } = documentDesk(world);

test('two sends of one document at once: one makes the tasks, the other is told', async () => {
  const { id, version } = await paste();
  const at = await asDispatcher().call(review.acceptAll, { id, version });
  const send = (as: string) => refusal(world.as(as).call(review.sendDocument, { id, version: at.version }));
  const answers = await Promise.all([send('shenzhiyu'), send('luwenqiao')]);
  expect(answers.toSorted()).toEqual(['accepted', 'record.stale']);
  expect((await asDispatcher().call(tasks.listTasks, { documentId: id })).rows).toHaveLength(at.accepted);
});

test('two reviewers decide about the same directive at once: one decision holds, the other is told', async () => {
  const { id, version } = await paste();
  const directiveId = (await read(id)).items[0]!.id;
  const accept = world.as('shenzhiyu').call(review.acceptDirective, { id, directiveId, version });
  const reject = world.as('luwenqiao').call(review.rejectDirective, { id, directiveId, version, reason: '重复' });
  const answers = await Promise.all([refusal(accept), refusal(reject)]);
  expect(answers.toSorted()).toEqual(['accepted', 'record.stale']);
  const { state } = (await read(id)).items[0]!;
  expect(state).toBe(answers[0] === 'accepted' ? 'accepted' : 'rejected');
});
