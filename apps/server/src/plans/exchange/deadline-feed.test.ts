import { describe, expect, test } from 'vitest';
import { type FeedDeadline, deadlineFeed } from './deadline-feed.ts';

const deadline: FeedDeadline = {
  id: 'activity-7',
  title: '北园路拆迁完毕',
  dueOn: '2026-06-30',
  provisional: false,
  state: 'open',
  changedAt: Temporal.Instant.from('2026-03-02T01:00:00Z'),
};

const calendar = { name: '青石街道办事处', host: 'duban.example', words: { provisional: '暂定', done: '已完成' } };

/** Lines as they were before folding. */
const lines = (...deadlines: FeedDeadline[]) => deadlineFeed(calendar, deadlines).replaceAll('\r\n ', '').split('\r\n');

describe('the feed of deadlines', () => {
  test('a deadline is a whole day without a zone', () => {
    const feed = lines(deadline);
    expect(feed).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'X-WR-CALNAME:青石街道办事处',
        'UID:activity-7@duban.example',
        'DTSTAMP:20260302T010000Z',
        'DTSTART;VALUE=DATE:20260630',
        'DTEND;VALUE=DATE:20260701',
        'SUMMARY:北园路拆迁完毕',
        'TRANSP:TRANSPARENT',
        'END:VCALENDAR',
      ]),
    );
  });

  test('the last day of a year and a leap day end on the next day', () => {
    expect(lines({ ...deadline, dueOn: '2026-12-31' })).toContain('DTEND;VALUE=DATE:20270101');
    expect(lines({ ...deadline, dueOn: '2028-02-28' })).toContain('DTEND;VALUE=DATE:20280229');
  });

  test('what is provisional, done or cancelled says so in words', () => {
    expect(lines({ ...deadline, provisional: true })).toContain('SUMMARY:【暂定】北园路拆迁完毕');
    expect(lines({ ...deadline, state: 'done' })).toContain('SUMMARY:【已完成】北园路拆迁完毕');
    expect(lines({ ...deadline, state: 'cancelled' })).toContain('STATUS:CANCELLED');
    expect(lines(deadline).some((line) => line.startsWith('STATUS'))).toBe(false);
  });

  test('a hostile title stays a title', () => {
    const feed = lines({
      ...deadline,
      title: '甲\r\nEND:VEVENT\r\nBEGIN:VALARM; a, b\\',
      notes: ['牵头：住建局\nATTACH:http://x', '依据：方案'],
      address: 'https://duban.example/plans/7',
    });
    expect(feed).toContain(String.raw`SUMMARY:甲 END:VEVENT BEGIN:VALARM\; a\, b\\`);
    expect(feed).toContain(String.raw`DESCRIPTION:牵头：住建局 ATTACH:http://x\n依据：方案`);
    expect(feed).toContain('URL;VALUE=URI:https://duban.example/plans/7');
    expect(feed.filter((line) => line.startsWith('BEGIN:'))).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VEVENT']);
  });

  test('no line is longer than 75 bytes', () => {
    const feed = deadlineFeed(calendar, [{ ...deadline, title: '拆'.repeat(200) }]);
    for (const line of feed.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('without deadlines there is still a calendar', () => {
    expect(lines()).toContain('END:VCALENDAR');
  });
});
