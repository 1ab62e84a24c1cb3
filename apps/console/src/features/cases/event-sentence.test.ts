import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseEventData, CaseEventType } from '@duban/cases/events';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../i18n/formats.ts';
import { caseWords } from '../../words/case-words.tsx';
import { tellEvent } from './event-sentence.ts';

const unit = (id: string) => ({ id, line: [id] });
const clock = { dueAt: '2026-03-12T09:30:00Z' } as CaseEventData['case.accepted']['acceptClock'];
const charge = {
  lineUnit: unit('line'),
  territorialUnit: unit('block'),
  handlingUnit: unit('handler'),
  standardId: 's',
  acceptClock: clock,
  finishClock: clock,
};

/** One of each; the type makes the list complete. */
const samples: { [Type in CaseEventType]: CaseEventData[Type] } = {
  'case.reported': {
    number: 'N-1',
    title: 't',
    description: '',
    classCode: 'c',
    conditionCode: null,
    place: { text: 'p', geometry: null },
    territorialUnit: null,
    sourceChannel: 'patrol',
    priority: 'ordinary',
    tags: [],
    taskId: null,
    directiveId: null,
  },
  'case.pre_filing_checked': { result: 'real', note: 'seen' },
  'case.filed': { classCode: 'c', conditionCode: '1', standardId: 's', note: '' },
  'case.filing_refused': { reason: 'not_real', note: 'nothing there' },
  'case.handed_over': { note: '' },
  'case.dispatched': { ...charge, note: 'hurry' },
  'case.dispatch_withdrawn': { reason: 'wrong unit' },
  'case.accepted': { acceptClock: clock },
  'case.returned': { reason: 'not ours' },
  'case.corrected': { changes: { title: 'x', priority: 'urgent' }, note: '' },
  'case.dispute_raised': { reason: 'r', decidingUnit: unit('organ'), clock, acceptClock: null, finishClock: null },
  'case.dispute_decided': { ...charge, reason: 'by law' },
  'case.assigned': { unit: unit('below'), note: '' },
  'case.assignment_withdrawn': { reason: 'r' },
  'case.extension_requested': { reason: 'rain' },
  'case.extension_endorsed': { note: '' },
  'case.extension_approved': { finishClock: clock, note: '' },
  'case.extension_refused': { level: 'unit', reason: 'no' },
  'case.suspension_requested': { reason: 'frost', returnOn: '2026-04-01' },
  'case.suspension_endorsed': { note: '' },
  'case.suspended': { returnOn: '2026-04-01', reason: 'frost', finishClock: clock, note: '' },
  'case.suspension_refused': { level: 'dispatcher', reason: 'no' },
  'case.resumed': { how: 'early', finishClock: clock, suspendedDays: 4, note: '' },
  'case.result_submitted': { outcome: 'solved', statement: 'done', finishClock: clock },
  'case.pre_closure_checked': { result: 'failed', note: 'half done', finishClock: clock },
  'case.closed_out': { kind: 'solved', note: '', finishClock: clock, finishedLate: true },
  'case.closed_without_handling': { kind: 'informed', note: 'told' },
  'case.rechecked': { result: 'holds', note: '' },
  'case.relapsed': { note: 'back again' },
  'case.merged': { intoId: 'i', intoNumber: 'N-2', note: '' },
  'case.duplicate_absorbed': { caseId: 'i', number: 'N-3', sourceChannel: 'public' },
  'case.limits_recomputed': {
    changes: [{ clock: 'finish', kind: 'later', before: clock.dueAt, computed: clock.dueAt }],
    acceptClock: null,
    finishClock: clock,
    disputeClock: null,
  },
  'case.urged': { note: 'please' },
  'case.commented': { text: 'hm' },
  'case.attachment_added': { attachmentId: 'a', sha256: 'f', fileName: 'a.jpg', kind: 'after' },
};

async function termsIn(locale: 'zh-CN' | 'en') {
  const cases = JSON.parse(readFileSync(join(import.meta.dirname, `../../i18n/${locale}/cases.json`), 'utf8'));
  const i18n = i18next.createInstance();
  await i18n.init({
    lng: locale,
    resources: { [locale]: { cases } },
    defaultNS: 'cases',
    interpolation: { escapeValue: false },
  });
  return {
    t: (key: string, values?: Record<string, string | number>) => i18n.t(key, values ?? {}),
    words: caseWords(locale),
    formats: formatsOf(locale),
    unitName: (id: string) => `<${id}>`,
  };
}

describe.each(['zh-CN', 'en'] as const)('the history of a case in %s', async (locale) => {
  const terms = await termsIn(locale);

  it.each(Object.entries(samples))('tells %s as a whole sentence', (type, data) => {
    const { sentence } = tellEvent({ type, data: data as Record<string, unknown> }, terms);
    expect(sentence).toMatch(locale === 'zh-CN' ? /\p{Script=Han}.*。$/u : /^[A-Z].*\.$/);
    expect(sentence).not.toMatch(/\{\{|event\.|undefined/);
    expect(sentence, 'the sentence for an event that nobody knows').not.toContain(type);
  });

  it('tells no two events with the same sentence', () => {
    const told = Object.entries(samples).map(
      ([type, data]) => tellEvent({ type, data: data as Record<string, unknown> }, terms).sentence,
    );
    expect(told.filter((sentence, at) => told.indexOf(sentence) !== at)).toEqual([]);
  });

  it('shows an event that it does not know instead of hiding it', () => {
    expect(tellEvent({ type: 'case.teleported', data: {} }, terms).sentence).toContain('case.teleported');
  });

  it('keeps what the person wrote apart from the sentence', () => {
    expect(tellEvent({ type: 'case.urged', data: { note: ' please ' } }, terms).said).toBe('please');
    expect(tellEvent({ type: 'case.filed', data: { note: ' ' } }, terms).said).toBeNull();
  });
});

it('names units, limits and lateness', async () => {
  const terms = await termsIn('zh-CN');
  const told = tellEvent({ type: 'case.dispatched', data: samples['case.dispatched'] }, terms);
  expect(told).toEqual({
    sentence: '派遣给<handler>承办（条：<line>，块：<block>），2026-03-12 17:30 前签收，2026-03-12 17:30 前办结。',
    said: 'hurry',
  });
  expect(tellEvent({ type: 'case.closed_out', data: samples['case.closed_out'] }, terms).sentence).toContain('超期');
});
