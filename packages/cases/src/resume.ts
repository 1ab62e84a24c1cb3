import { dateAt } from '@duban/calendar/beijing-time';
import { epochDayOf } from '@duban/calendar/civil-date';
import type { WorkingCalendar } from '@duban/calendar/working-calendar';
import type { Actor } from '@duban/kit/actor';
import { accept, refuse, type Decision, type Refusal } from '@duban/kit/refusal';
import type { Case } from './case.ts';
import { resumeClock } from './clock.ts';
import type { CaseEvent } from './events.ts';
import { whyNotAtAll } from './guards.ts';
import { whyNotInState } from './transitions.ts';

type Terms = { readonly calendar: WorkingCalendar; readonly at: Temporal.Instant };

/** 恢复办理: early, by the dispatcher. */
export function whyNotResume(found: Case, actor: Actor): Refusal | null {
  return whyNotAtAll(found, actor, 'resume');
}

export function resume(found: Case, actor: Actor, note: string, terms: Terms): Decision<CaseEvent> {
  return whyNotResume(found, actor) ?? resumed(found, 'early', note, terms);
}

/** By itself, on the return date. Nobody acts; the program does what was agreed. */
export function resumeOnReturnDate(found: Case, terms: Terms): Decision<CaseEvent> {
  const refusal = whyNotInState(found.state, 'resume');
  if (refusal) return refusal;
  if (!found.suspension || dateAt(terms.at) < found.suspension.returnOn) return refuse('case.return_date_not_reached');
  return resumed(found, 'return_date', '', terms);
}

function resumed(
  found: Case,
  how: 'early' | 'return_date',
  note: string,
  { calendar, at }: Terms,
): Decision<CaseEvent> {
  const { suspension, finishClock } = found;
  if (!suspension || !finishClock) return refuse('case.wrong_state', { case_state: found.state, case_verb: 'resume' });
  const since = dateAt(Temporal.Instant.from(suspension.since));
  return accept({
    type: 'case.resumed',
    data: {
      how,
      note,
      suspendedDays: epochDayOf(dateAt(at)) - epochDayOf(since),
      finishClock: resumeClock(finishClock, at, calendar),
    },
  });
}
