import { listCases } from '@duban/contract/case-lists';
import { listDocuments } from '@duban/contract/mandates';
import { listPeople } from '@duban/contract/people';
import { listSnapshots } from '@duban/contract/snapshots';
import { listTargets } from '@duban/contract/targets';
import { listTasks } from '@duban/contract/tasks';
import type { CastAccount } from '@duban/demo/cast';
import type { Stage } from './harness.ts';

/** Every page of the console, with somebody who may see it; the name is the name of its picture. */
export type PlaceToLook = { readonly name: string; readonly path: string; readonly as: CastAccount | null };

const fixed: readonly PlaceToLook[] = [
  { name: 'sign-in', path: '/', as: null },
  { name: 'work-dispatcher', path: '/', as: 'luwenqiao' },
  { name: 'work-handler', path: '/', as: 'tangjinchu' },
  { name: 'work-inspector', path: '/', as: 'weiwanyun' },
  { name: 'work-leader', path: '/', as: 'nieshuchen' },
  { name: 'work-cppcc', path: '/', as: 'qinyusheng' },
  { name: 'work-system-admin', path: '/', as: 'tongshouyi' },
  { name: 'cases', path: '/cases?open=true', as: 'luwenqiao' },
  { name: 'cases-none-found', path: '/cases?text=%E6%97%A0%E6%AD%A4%E9%97%AE%E9%A2%98', as: 'luwenqiao' },
  { name: 'case-new', path: '/cases/new', as: 'luwenqiao' },
  { name: 'documents', path: '/documents', as: 'luwenqiao' },
  { name: 'documents-forbidden', path: '/documents', as: 'tangjinchu' },
  { name: 'tasks', path: '/tasks', as: 'luwenqiao' },
  { name: 'targets', path: '/targets', as: 'luwenqiao' },
  { name: 'indicators', path: '/indicators', as: 'luwenqiao' },
  { name: 'promises', path: '/promises', as: 'qinyusheng' },
  { name: 'dashboard', path: '/dashboard', as: 'nieshuchen' },
  { name: 'rankings', path: '/rankings', as: 'nieshuchen' },
  { name: 'rankings-published', path: '/rankings/published', as: 'nieshuchen' },
  { name: 'rankings-groups', path: '/rankings/groups', as: 'luwenqiao' },
  { name: 'standards', path: '/standards', as: 'luwenqiao' },
  { name: 'calendar', path: '/calendar', as: 'luwenqiao' },
  { name: 'units', path: '/units', as: 'tongshouyi' },
  { name: 'people', path: '/people', as: 'cenanzhi' },
  { name: 'account', path: '/account', as: 'luwenqiao' },
  { name: 'audit', path: '/audit', as: 'hangmingjian' },
  { name: 'self-check', path: '/self-check', as: 'luwenqiao' },
  { name: 'not-found', path: '/no-such-page', as: 'luwenqiao' },
];

/** The pages that have an address of their own for each record: one of each, as the demo has it. */
export async function placesToLook(at: Stage): Promise<PlaceToLook[]> {
  const dispatcher = await at.client('luwenqiao');
  const open = await dispatcher.call(listCases, { state: ['in_progress'], limit: 1 });
  const closed = await dispatcher.call(listCases, { state: ['closed'], limit: 1 });
  const documents = await dispatcher.call(listDocuments, {});
  const tasks = await dispatcher.call(listTasks, { limit: 1 });
  const targets = await dispatcher.call(listTargets, { limit: 1 });
  const { snapshots } = await dispatcher.call(listSnapshots, { group: 'streets' });
  const people = await (await at.client('cenanzhi')).call(listPeople, { text: '唐槿初' });
  const newest = snapshots.reduce((best, one) => (one.period.first > best.period.first ? one : best));
  const choice = `period=${encodeURIComponent(newest.period.key)}&group=streets`;
  const unread = documents.rows.find((row) => row.directives.sent === 0)!;
  const sent = documents.rows.find((row) => row.directives.sent > 0)!;
  return [
    ...fixed,
    { name: 'case-open', path: `/cases/${open.rows[0]!.id}`, as: 'luwenqiao' },
    { name: 'case-closed', path: `/cases/${closed.rows[0]!.id}`, as: 'luwenqiao' },
    { name: 'document-in-review', path: `/documents/${unread.id}`, as: 'luwenqiao' },
    { name: 'document-sent', path: `/documents/${sent.id}`, as: 'luwenqiao' },
    { name: 'document-breakdown', path: `/documents/${sent.id}/breakdown`, as: 'luwenqiao' },
    { name: 'target', path: `/targets/${targets.rows[0]!.id}`, as: 'luwenqiao' },
    { name: 'task', path: `/tasks/${tasks.rows[0]!.id}`, as: 'luwenqiao' },
    { name: 'dashboard-cases', path: '/dashboard/cases?count=red', as: 'nieshuchen' },
    { name: 'ranking-week', path: `/rankings?${choice}`, as: 'luwenqiao' },
    { name: 'ranking-cases', path: `/rankings/cases?${choice}&count=open`, as: 'luwenqiao' },
    { name: 'ranking-publish', path: `/rankings/publish?${choice}`, as: 'luwenqiao' },
    { name: 'bulletin', path: `/rankings/published/${newest.id}`, as: 'luwenqiao' },
    { name: 'person', path: `/people/${people.people[0]!.id}`, as: 'cenanzhi' },
  ];
}
