import type { CivilDate } from '@duban/calendar/civil-date';
import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';

/**
 * The deadlines of a unit or a person as an iCalendar feed (RFC 5545): whole days without a time zone, so that a
 * deadline stays on its day wherever the calendar program runs. A cancelled deadline stays in the feed as cancelled; the
 * same deadline keeps its id, so that a changed date moves and is not shown twice.
 */
export type FeedDeadline = {
  /** stays the same for the life of the deadline */
  readonly id: string;
  readonly title: string;
  readonly dueOn: CivilDate;
  /** rests on a year whose holidays are not published yet */
  readonly provisional: boolean;
  readonly state: 'open' | 'done' | 'cancelled';
  /** who leads, what the basis is …, one line each */
  readonly notes?: readonly string[];
  /** address of the page about it */
  readonly address?: string;
  readonly changedAt: Temporal.Instant;
};

export type FeedWords = { readonly provisional: string; readonly done: string };

/** @param name of the unit or person, shown as the name of the calendar @param host of the server, part of every id */
export function deadlineFeed(
  { name, host, words }: { readonly name: string; readonly host: string; readonly words: FeedWords },
  deadlines: readonly FeedDeadline[],
): string {
  const calendar = ical({
    name: oneLine(name),
    prodId: { company: 'duban', product: 'plans' },
    // Calendar programs may ask again after an hour.
    ttl: 3600,
  });
  for (const { id, title, dueOn, provisional, state, notes = [], address, changedAt } of deadlines) {
    const day = Temporal.PlainDate.from(dueOn);
    const marks = [...(provisional ? [words.provisional] : []), ...(state === 'done' ? [words.done] : [])];
    const event = calendar.createEvent({
      id: `${id}@${host}`,
      start: day,
      end: day.add({ days: 1 }),
      allDay: true,
      summary: [...marks.map((mark) => `【${mark}】`), oneLine(title)].join(''),
      description: notes.map(oneLine).join('\n'),
      stamp: changedAt,
      lastModified: changedAt,
      // A deadline does not make its owner busy.
      transparency: ICalEventTransparency.TRANSPARENT,
      status: state === 'cancelled' ? ICalEventStatus.CANCELLED : undefined,
    });
    if (address !== undefined) event.url(address);
  }
  return calendar.toString();
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
