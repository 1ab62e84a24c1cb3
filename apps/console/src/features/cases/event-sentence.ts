import type { CaseEvent } from '@duban/cases/events';
import type { CaseHistoryEntry } from '@duban/contract/case-views';
import type { Formats } from '../../i18n/formats.ts';
import type { CaseWords } from '../../words/case-words.tsx';

// words of cases:

export type SentenceTerms = {
  readonly t: (key: string, values?: Record<string, string | number>) => string;
  readonly words: CaseWords;
  readonly formats: Formats;
  /** short name of a unit named in the event */
  readonly unitName: (id: string) => string;
};

/** What happened, as one sentence, and below it what the person wrote, if anything. */
export type Telling = { readonly sentence: string; readonly said: string | null };

/**
 * Every event type as words. Who, for which unit and when stand beside it. An event type that this console does not
 * know yet (a newer server) is told by its code and never hidden: a history with holes would be worse.
 */
export function tellEvent(entry: Pick<CaseHistoryEntry, 'type' | 'data'>, terms: SentenceTerms): Telling {
  const { t, words, formats, unitName } = terms;
  const event = entry as unknown as CaseEvent;
  const say = (key: string, values: Record<string, string | number> = {}, said: string | null = null): Telling => ({
    sentence: t(`event.${key}`, values),
    said: said?.trim() || null,
  });
  const due = (clock: { readonly dueAt: string }) => formats.dateTime(clock.dueAt);
  const optional = (unit: { readonly id: string } | null) => (unit ? unitName(unit.id) : t('nobody_yet'));
  switch (event.type) {
    case 'case.reported':
      return say('reported', { number: event.data.number, source: words.source(event.data.sourceChannel) });
    case 'case.pre_filing_checked':
      return say(`pre_filing_checked_${event.data.result}`, {}, event.data.note);
    case 'case.filed':
      return say('filed', {}, event.data.note);
    case 'case.filing_refused':
      return say('filing_refused', { reason: words.filingRefusal(event.data.reason) }, event.data.note);
    case 'case.handed_over':
      return say('handed_over', {}, event.data.note);
    case 'case.dispatched':
    case 'case.dispute_decided': {
      const { lineUnit, territorialUnit, handlingUnit, acceptClock, finishClock } = event.data;
      const charge = {
        handling: unitName(handlingUnit.id),
        line: optional(lineUnit),
        territorial: optional(territorialUnit),
        acceptBy: due(acceptClock),
        finishBy: due(finishClock),
      };
      return event.type === 'case.dispatched'
        ? say('dispatched', charge, event.data.note)
        : say('dispute_decided', charge, event.data.reason);
    }
    case 'case.dispatch_withdrawn':
      return say('dispatch_withdrawn', {}, event.data.reason);
    case 'case.accepted':
      return say('accepted');
    case 'case.returned':
      return say('returned', {}, event.data.reason);
    case 'case.corrected': {
      const fields = Object.keys(event.data.changes).map((field) => t(`corrected.${field}`));
      return say('corrected', { fields: fields.join(t('list_comma')) }, event.data.note);
    }
    case 'case.dispute_raised':
      return say(
        'dispute_raised',
        { unit: unitName(event.data.decidingUnit.id), by: due(event.data.clock) },
        event.data.reason,
      );
    case 'case.assigned':
      return say('assigned', { unit: unitName(event.data.unit.id) }, event.data.note);
    case 'case.assignment_withdrawn':
      return say('assignment_withdrawn', {}, event.data.reason);
    case 'case.extension_requested':
      return say('extension_requested', {}, event.data.reason);
    case 'case.extension_endorsed':
      return say('extension_endorsed', {}, event.data.note);
    case 'case.extension_approved':
      return say('extension_approved', { finishBy: due(event.data.finishClock) }, event.data.note);
    case 'case.extension_refused':
      return say(`extension_refused_${event.data.level}`, {}, event.data.reason);
    case 'case.suspension_requested':
      return say('suspension_requested', { returnOn: event.data.returnOn }, event.data.reason);
    case 'case.suspension_endorsed':
      return say('suspension_endorsed', {}, event.data.note);
    case 'case.suspended':
      return say(
        'suspended',
        { returnOn: event.data.returnOn, finishBy: due(event.data.finishClock) },
        event.data.note || event.data.reason,
      );
    case 'case.suspension_refused':
      return say(`suspension_refused_${event.data.level}`, {}, event.data.reason);
    case 'case.resumed':
      return say(
        `resumed_${event.data.how}`,
        { days: event.data.suspendedDays, finishBy: due(event.data.finishClock) },
        event.data.note,
      );
    case 'case.result_submitted':
      return say('result_submitted', { outcome: words.closure(event.data.outcome) }, event.data.statement);
    case 'case.pre_closure_checked':
      return say(
        event.data.onSite
          ? `pre_closure_checked_${event.data.result}_on_site`
          : `pre_closure_checked_${event.data.result}`,
        {},
        event.data.note,
      );
    case 'case.closed_out':
      return say(
        event.data.finishedLate ? 'closed_out_late' : 'closed_out',
        { kind: words.closure(event.data.kind) },
        event.data.note,
      );
    case 'case.closed_without_handling':
      return say('closed_without_handling', { kind: words.closure(event.data.kind) }, event.data.note);
    case 'case.rechecked':
      return say('rechecked', {}, event.data.note);
    case 'case.relapsed':
      return say('relapsed', {}, event.data.note);
    case 'case.merged':
      return say('merged', { number: event.data.intoNumber }, event.data.note);
    case 'case.duplicate_absorbed':
      return say('duplicate_absorbed', { number: event.data.number });
    case 'case.limits_recomputed': {
      const sentences = event.data.changes.map(({ clock, kind, before, computed }) =>
        t(`event.limits_recomputed_${kind}`, {
          clock: t(`clock.${clock}`),
          before: formats.dateTime(before),
          computed: formats.dateTime(computed),
        }),
      );
      return { sentence: sentences.join(' '), said: null };
    }
    case 'case.urged':
      return say('urged', {}, event.data.note);
    case 'case.commented':
      return say('commented', {}, event.data.text);
    case 'case.attachment_added':
      return say('attachment_added', { file: event.data.fileName, kind: words.attachment(event.data.kind) });
    default:
      return say('unknown', { type: (entry as { type: string }).type });
  }
}
