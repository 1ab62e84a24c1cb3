import { caseDifferenceReasons } from '@duban/rankings/recompute';
import { caseOutcomes } from '@duban/rankings/outcome';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, PersonRef, UnitRef } from './organisation.ts';
import { CountedCasePage, CountField, Measure, PeriodKey, PeriodView, rankingChoice, RankingView } from './rankings.ts';
import { PeerGroupKey, rankingReaders } from './peer-groups.ts';

/** Published rankings. A snapshot is a record of its own that nothing changes; a better one is a new version. */

export const ObjectionView = z.object({
  id: Id,
  unit: UnitRef,
  state: z.enum(['raised', 'upheld', 'rejected']),
  reason: z.string(),
  caseIds: z.array(Id),
  raisedBy: PersonRef,
  raisedAt: z.iso.datetime(),
  answer: z.object({ text: z.string(), exemptedCaseIds: z.array(Id), by: PersonRef, at: z.iso.datetime() }).nullable(),
  version: z.int(),
});
export type ObjectionView = z.output<typeof ObjectionView>;

export const SnapshotRow = z.object({
  id: Id,
  /** 〔2026〕第 7 号: numbered by year and jurisdiction */
  issue: z.object({ year: z.int(), number: z.int() }),
  period: PeriodView,
  groupKey: PeerGroupKey,
  groupName: z.string(),
  measure: Measure,
  /** 1 for the first publication of this period, group and measure */
  edition: z.int(),
  /** a later edition has taken its place; this one stays readable */
  supersededBy: Id.nullable(),
  publishedAt: z.iso.datetime(),
  publishedBy: PersonRef,
  objectionsUntil: z.iso.datetime(),
  openObjections: z.int(),
  /** SHA-256 over the canonical text of the ranking, hexadecimal */
  hash: z.string(),
});
export type SnapshotRow = z.output<typeof SnapshotRow>;

export const SnapshotView = SnapshotRow.extend({
  ranking: RankingView,
  remark: z.string(),
  publisher: UnitRef,
  /** the government the ranking was published for */
  jurisdictionName: z.string(),
  editions: z.array(
    z.object({
      id: Id,
      edition: z.int(),
      issue: z.object({ year: z.int(), number: z.int() }),
      publishedAt: z.iso.datetime(),
    }),
  ),
  objections: z.array(ObjectionView),
  /** why the caller may not object to a row, by unit; a unit that is missing here may be objected for */
  whyNotObject: z.array(
    z.object({ unitId: Id, code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  mayAnswer: z.boolean(),
});
export type SnapshotView = z.output<typeof SnapshotView>;

const onSnapshot = z.object({ id: Id });

/** Several lines of text. */
const Paragraphs = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .regex(/^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u);

export const publishRanking = endpoint({
  name: 'publishRanking',
  summary: 'Publish a ranking of a period that is over; from then on nothing changes it',
  method: 'POST',
  path: '/v1/rankings/publish',
  allow: ['dispatcher', 'leader'],
  body: z.object({
    ...rankingChoice,
    /** the `countsHash` of the preview: refused when the ledger has moved since it was looked at */
    countsHash: z.string().length(64),
    remark: Paragraphs(1000).default(''),
    /** working days in which the units may object */
    objectionDays: z.int().min(1).max(30).default(5),
  }),
  reply: z.object({ id: Id }),
  problems: [
    'record.not_found',
    'ranking.not_yours_to_publish',
    'ranking.period_not_over',
    'ranking.nothing_due',
    'ranking.nobody_ranked',
    'ranking.changed_since_preview',
    'ranking.nothing_new',
  ],
});

export const previewRanking = endpoint({
  name: 'previewRanking',
  summary: 'What would be published now, and why it cannot be where it cannot',
  method: 'GET',
  path: '/v1/rankings/preview',
  allow: ['dispatcher', 'leader'],
  query: z.object(rankingChoice),
  reply: z.object({
    ranking: RankingView,
    countsHash: z.string(),
    edition: z.int(),
    whyNot: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  }),
  problems: ['record.not_found'],
});

export const listSnapshots = endpoint({
  name: 'listSnapshots',
  summary: 'Published rankings, newest first',
  method: 'GET',
  path: '/v1/ranking-snapshots',
  allow: rankingReaders,
  query: z.object({
    period: PeriodKey.optional(),
    group: PeerGroupKey.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  reply: z.object({ snapshots: z.array(SnapshotRow), next: z.string().nullable() }),
});

export const getSnapshot = endpoint({
  name: 'getSnapshot',
  summary: 'One published ranking, as it was published',
  method: 'GET',
  path: '/v1/ranking-snapshots/:id',
  allow: rankingReaders,
  params: onSnapshot,
  reply: SnapshotView,
  problems: ['record.not_found'],
});

export const listSnapshotCases = endpoint({
  name: 'listSnapshotCases',
  summary: 'The cases behind one number of a published ranking, as they were counted then',
  method: 'GET',
  path: '/v1/ranking-snapshots/:id/cases',
  allow: rankingReaders,
  params: onSnapshot,
  query: z.object({
    unitId: Id.optional(),
    count: CountField,
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  reply: CountedCasePage,
  problems: ['record.not_found', 'ranking.lists_closed'],
});

export const recomputeSnapshot = endpoint({
  name: 'recomputeSnapshot',
  summary: 'Hold a published ranking against its own case list and against the ledger as it is now',
  method: 'GET',
  path: '/v1/ranking-snapshots/:id/recompute',
  allow: rankingReaders,
  params: onSnapshot,
  reply: z.object({
    /** the stored ranking still has the hash it was published with */
    hashHolds: z.boolean(),
    /** counting the stored case list again gives the published counts */
    countsHold: z.boolean(),
    /** nothing in the ledger has changed that would give other counts today */
    sameToday: z.boolean(),
    methodVersion: z.object({ published: z.string(), now: z.string() }),
    counts: z.array(z.object({ unit: UnitRef, field: CountField, published: z.int(), now: z.int() })),
    reasons: z.array(z.object({ reason: z.enum(caseDifferenceReasons), cases: z.int() })),
    /** the first hundred cases that are counted differently; only those the caller may see */
    cases: z.array(
      z.object({
        caseId: Id,
        number: z.string(),
        title: z.string(),
        reason: z.enum(caseDifferenceReasons),
        published: z.object({ unitId: Id, outcome: z.enum(caseOutcomes) }).nullable(),
        now: z.object({ unitId: Id, outcome: z.enum(caseOutcomes) }).nullable(),
      }),
    ),
  }),
  problems: ['record.not_found'],
});

export const exportSnapshot = endpoint({
  name: 'exportSnapshot',
  summary: 'A published ranking as XLSX',
  method: 'GET',
  path: '/v1/ranking-snapshots/:id/export',
  allow: rankingReaders,
  params: onSnapshot,
  download: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  problems: ['record.not_found'],
});

export const raiseObjection = endpoint({
  name: 'raiseObjection',
  summary: 'Object to the row of one’s own unit, with a reason and the cases it is about',
  method: 'POST',
  path: '/v1/ranking-snapshots/:id/objections',
  allow: ['handler', 'leader'],
  params: onSnapshot,
  body: z.object({ unitId: Id, reason: Paragraphs(2000).min(1), caseIds: z.array(Id).max(100).default([]) }),
  reply: z.object({ id: Id }),
  problems: [
    'record.not_found',
    'objection.not_own_row',
    'objection.superseded',
    'objection.period_over',
    'objection.pending',
    'objection.case_not_counted',
  ],
});

export const answerObjection = endpoint({
  name: 'answerObjection',
  summary: 'Answer an objection; upheld, named cases are exempted from the statistics while the raw facts stay visible',
  method: 'POST',
  path: '/v1/ranking-objections/:id/answer',
  allow: ['dispatcher', 'leader'],
  params: z.object({ id: Id }),
  body: z.object({
    version: z.int(),
    result: z.enum(['upheld', 'rejected']),
    text: Paragraphs(2000).min(1),
    exemptCaseIds: z.array(Id).max(100).default([]),
  }),
  reply: z.object({ id: Id, version: z.int() }),
  problems: [
    'record.not_found',
    'objection.not_yours_to_answer',
    'objection.own_objection',
    'objection.answered',
    'objection.case_not_counted',
    'objection.exempt_needs_upheld',
  ],
});
