import { z } from 'zod';
import { CaseRow, CaseStateCode, ClosureKindCode, LightCode, PriorityCode, SourceChannelCode } from './case-views.ts';
import { endpoint } from './endpoint.ts';
import { Day, Id } from './organisation.ts';
import { xlsxMediaType } from './organisation-files.ts';

/** The ledger: filters, pages, views that people save, and what is mine today. */

const listOf = <Item extends z.ZodType<string>>(item: Item) =>
  z
    .union([z.array(item).max(50), item])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Item>[])
    .optional();

/** Which side of a case a unit is on. `any`: one of them. */
export const unitSides = ['any', 'line', 'territorial', 'handling', 'assigned'] as const;

/** Everything a list of cases can be narrowed by. All given fields must hold; of a field with several values, one. */
export const CaseFilter = z.object({
  /** words of title, place or number */
  text: z.string().trim().max(100).optional(),
  state: listOf(CaseStateCode),
  /** only what is still open (true) or ended (false) */
  open: z.stringbool().optional(),
  light: listOf(LightCode),
  classCode: listOf(z.string().max(40)),
  unitId: Id.optional(),
  unitSide: z.enum(unitSides).optional(),
  /** together with `unitId`: also the units below it */
  withUnitsBelow: z.stringbool().optional(),
  sourceChannel: listOf(SourceChannelCode),
  priority: listOf(PriorityCode),
  tag: z.string().max(40).optional(),
  closureKind: listOf(ClosureKindCode),
  /** dates in Beijing, both ends included */
  reportedFrom: Day.optional(),
  reportedTo: Day.optional(),
  finishFrom: Day.optional(),
  finishTo: Day.optional(),
  closedFrom: Day.optional(),
  closedTo: Day.optional(),
  finishedLate: z.stringbool().optional(),
  relapsed: z.stringbool().optional(),
  extended: z.stringbool().optional(),
  /** a check failed and sent it back */
  reworked: z.stringbool().optional(),
  /** before filing: still to be looked at, or ready to be filed or refused */
  preFilingCheck: z.enum(['missing', 'ready']).optional(),
  /** a request for time waits at this level */
  requestAt: z.enum(['unit', 'dispatcher']).optional(),
  /** the pre-closure check: passed, or still to be made */
  check: z.enum(['passed', 'missing']).optional(),
  /** I (my unit) decide its dispute */
  disputeMine: z.stringbool().optional(),
  /** my unit had no part in handling it, so that I may check or close it */
  notMyWork: z.stringbool().optional(),
  /** closed, and nobody has looked again since so many days */
  recheckAfterDays: z.coerce.number().int().min(1).max(365).optional(),
  taskId: Id.optional(),
  directiveId: Id.optional(),
});
export type CaseFilter = z.input<typeof CaseFilter>;

export const caseSorts = ['deadline', 'newest'] as const;

export const listCases = endpoint({
  name: 'listCases',
  summary: 'The ledger: one page of the cases I may see, by deadline or newest first',
  method: 'GET',
  path: '/v1/cases',
  allow: ['dispatcher', 'handler', 'inspector', 'leader'],
  query: CaseFilter.extend({
    sort: z.enum(caseSorts).default('deadline'),
    /** `next` of the page before */
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  reply: z.object({ rows: z.array(CaseRow), next: z.string().nullable() }),
  problems: ['case.cursor_invalid'],
});

export const countCases = endpoint({
  name: 'countCases',
  summary: 'How many cases the filter finds, counted up to a thousand',
  method: 'GET',
  path: '/v1/cases/count',
  allow: ['dispatcher', 'handler', 'inspector', 'leader'],
  query: CaseFilter,
  reply: z.object({ count: z.int(), more: z.boolean() }),
});

export const exportCases = endpoint({
  name: 'exportCases',
  summary: 'The cases the filter finds as XLSX, at most 20,000 rows',
  method: 'GET',
  path: '/v1/cases/export',
  allow: ['dispatcher', 'handler', 'inspector', 'leader'],
  query: CaseFilter.extend({ sort: z.enum(caseSorts).default('deadline') }),
  download: { mediaType: xlsxMediaType },
});

/** The fields of `CaseFilter`, as an address carries them. */
const SavedFilter = z.record(
  z.string().max(40),
  z.union([z.string().max(200), z.number(), z.boolean(), z.array(z.string().max(200)).max(50)]),
);

export const SavedView = z.object({
  id: Id,
  name: z.string(),
  filter: SavedFilter,
  /** seen by everybody of the unit, changed only by its owner */
  shared: z.boolean(),
  mine: z.boolean(),
  version: z.int(),
});
export type SavedView = z.output<typeof SavedView>;

export const listSavedViews = endpoint({
  name: 'listSavedViews',
  summary: 'My saved views and those shared in my unit',
  method: 'GET',
  path: '/v1/saved-views',
  allow: 'signed_in',
  reply: z.object({ views: z.array(SavedView) }),
});

export const saveView = endpoint({
  name: 'saveView',
  summary: 'Save the present filter under a name',
  method: 'POST',
  path: '/v1/saved-views',
  allow: 'signed_in',
  body: z.object({ name: z.string().trim().min(1).max(40), filter: SavedFilter, shared: z.boolean().default(false) }),
  reply: SavedView,
  problems: ['view.name_taken', 'view.too_many'],
});

export const changeView = endpoint({
  name: 'changeView',
  summary: 'Rename, refilter, share or unshare an own view',
  method: 'PUT',
  path: '/v1/saved-views/:id',
  allow: 'signed_in',
  params: z.object({ id: Id }),
  body: z.object({
    version: z.int(),
    name: z.string().trim().min(1).max(40),
    filter: SavedFilter,
    shared: z.boolean(),
  }),
  reply: SavedView,
  problems: ['record.not_found', 'record.stale', 'view.name_taken'],
});

export const deleteView = endpoint({
  name: 'deleteView',
  summary: 'Delete an own view',
  method: 'DELETE',
  path: '/v1/saved-views/:id',
  allow: 'signed_in',
  params: z.object({ id: Id }),
  reply: z.object({ id: Id }),
  problems: ['record.not_found'],
});

/** The heaps of work. Each opens the list it was counted from: `filter` is the query of `listCases`. */
export const workGroups = [
  'to_accept',
  'in_progress_overdue',
  'in_progress',
  'rework',
  'assigned_to_us',
  'to_check_before_filing',
  'to_file',
  'to_hand_over',
  'to_dispatch',
  'returned',
  'relapsed',
  'requests_to_approve',
  'to_close_out',
  'to_check_before_closing',
  'to_recheck',
  'requests_to_endorse',
  'disputes_to_decide',
  'overdue_below',
] as const;

export const WorkGroup = z.object({
  code: z.enum(workGroups),
  /** counted up to a thousand; `more` says that there are more */
  count: z.int(),
  more: z.boolean(),
  /** the most pressing, at most five */
  rows: z.array(CaseRow),
  filter: z.record(z.string(), z.unknown()),
});
export type WorkGroup = z.output<typeof WorkGroup>;

export const getMyWork = endpoint({
  name: 'getMyWork',
  summary: 'What is mine today, by role: every group that the own roles have, also the empty ones',
  method: 'GET',
  path: '/v1/my-work',
  allow: ['dispatcher', 'handler', 'inspector', 'leader'],
  reply: z.object({ groups: z.array(WorkGroup) }),
});

export const notificationKinds = ['escalation', 'event'] as const;

export const CaseNotification = z.object({
  id: Id,
  at: z.iso.datetime(),
  kind: z.enum(notificationKinds),
  /** of an escalation its point (`due_soon`, `overdue`, `overdue_one_day`, …); of an event its type */
  code: z.string(),
  clock: z.enum(['accept', 'finish', 'dispute']).nullable(),
  caseId: Id,
  caseNumber: z.string(),
  caseTitle: z.string(),
  seen: z.boolean(),
});
export type CaseNotification = z.output<typeof CaseNotification>;

export const listNotifications = endpoint({
  name: 'listNotifications',
  summary: 'What my unit was told, newest first',
  method: 'GET',
  path: '/v1/notifications',
  allow: ['dispatcher', 'handler', 'inspector', 'leader'],
  query: z.object({
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  reply: z.object({ rows: z.array(CaseNotification), next: z.string().nullable(), unseen: z.int() }),
  problems: ['case.cursor_invalid'],
});

export const markNotificationsSeen = endpoint({
  name: 'markNotificationsSeen',
  summary: 'Everything up to a notification counts as seen by me; nobody else can read that',
  method: 'POST',
  path: '/v1/notifications/seen',
  allow: ['dispatcher', 'handler', 'inspector', 'leader'],
  body: z.object({ upToId: Id }),
  reply: z.object({ unseen: z.int() }),
});
