import { describe, expect, it } from 'vitest';
import { calendarCommand } from './calendar.cli.ts';

describe('duban calendar add', () => {
  it.each([
    ['2026-02-12 5 working-days', '2026-02-26'],
    ['2026-09-21 10 natural-days', '2026-10-08'],
    ['2026-01-31 1 months', '2026-02-28'],
    ['2026-02-12 5个工作日', '2026-02-26'],
    ['2026-02-12T17:00 2 working-hours', '2026-02-13T09:00+08:00'],
    ['2026-02-12T09:00Z 2 urgent-working-hours', '2026-02-12T19:00+08:00'],
    ['2026-12-30 5 working-days', '2027-01-07 暂定 provisional'],
  ])('%s prints %s', (words, line) => {
    expect(calendarCommand(['add', ...words.split(' ')])).toEqual({ output: line, exitCode: 0 });
  });

  it('gives machines everything', () => {
    expect(JSON.parse(calendarCommand(['add', '2026-02-12', '5', 'working-days', '--json']).output)).toEqual({
      from: '2026-02-12',
      amount: 5,
      clock: 'working-days',
      at: '2026-02-26T10:00:00Z',
      date: '2026-02-26',
      provisional: false,
      calendarVersion: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  it.each([
    '',
    'add',
    'add 2026-02-12',
    'subtract 2026-02-12 5 working-days',
    'add 2026-02-30 5 working-days',
    'add tomorrow 5 working-days',
    'add 2026-02-12 five working-days',
    'add 2026-02-12 5 days',
    'add 2026-02-12 0 working-days',
    'add 2026-02-12 99999999 natural-days',
    'add 2026-02-12 5 working-days extra',
    'add 2026-02-12T25:00 5 working-days',
    'add 1899-02-12 5 working-days',
    'add 2099-12-30 5 working-days',
  ])('%j is refused with the usage or the range', (words) => {
    const { output, exitCode } = calendarCommand(words.split(' '));
    expect(exitCode).toBe(2);
    expect(output).toMatch(/duban calendar add DATE AMOUNT CLOCK|2000-01-01/);
  });
});
