import { describe, expect, test } from 'vitest';
import { generatedProject } from './generated-project.ts';
import { parsePsplib } from './psplib.ts';
import { writePsplib } from './psplib.example.ts';

const project = generatedProject({ seed: 3, activities: 8, crews: 2, complexity: 1.5, factor: 0.75, strength: 0.3 });
const file = writePsplib(project);
const lines = file.split('\n');
const lineOf = (part: string) => lines.findIndex((line) => line.includes(part));
const changed = (at: number, line: string) => lines.with(at, line).join('\n');
const refusal = (text: string) => {
  const result = parsePsplib(text);
  if (!('refused' in result)) throw new Error('read without a word');
  return [result.code, result.params['line'], result.params['wanted']];
};

test('what is written is read again', () => {
  const read = parsePsplib(file);
  const renamed = {
    ...project,
    crews: project.crews.map(({ capacity }, crew) => ({ id: `R ${crew + 1}`, capacity })),
    activities: project.activities.map(({ demands = {}, ...rest }) => ({
      ...rest,
      demands: Object.fromEntries(Object.entries(demands).map(([id, amount]) => [id.replace('crew', 'R'), amount])),
    })),
  };
  expect(read).toEqual(renamed);
  expect(parsePsplib(`\uFEFF${file.replaceAll('\n', '\r\n')}`)).toEqual(read);
});

describe('a refusal names the line', () => {
  const first = lineOf('jobnr.') + 1;
  const requests = lineOf('REQUESTS') + 3;

  test('cut off anywhere', () => {
    const last = lines.findLastIndex((line) => /\d/.test(line));
    for (let length = 0; length < last; length++) {
      const [code, line] = refusal(lines.slice(0, length).join('\n'));
      expect([code, line]).toEqual(['crew_schedule.unreadable', Math.max(1, length)]);
    }
  });

  test.each([
    ['not a number', first, '1 1 x'],
    ['another job', first, '7 1 0'],
    ['several modes', first, '1 3 1 2'],
    ['fewer successors than announced', first, '1 1 3 2'],
    ['a successor that does not exist', first, '1 1 1 99'],
    ['a negative duration', requests, '1 1 -3 0 0'],
    ['a demand too few', requests, '1 1 0 0'],
    ['a mode besides the first', requests, '1 2 0 0 0'],
  ])('%s', (_name, at, line) => {
    expect(refusal(changed(at, line)).slice(0, 2)).toEqual(['crew_schedule.unreadable', at + 1]);
  });

  test('resources that are used up, absurd sizes, and something else altogether', () => {
    const used = lineOf('nonrenewable');
    expect(refusal(changed(used, '  - nonrenewable              :  2   N'))).toEqual([
      'crew_schedule.unreadable',
      used + 1,
      '- nonrenewable : 0',
    ]);
    const jobs = lineOf('jobs ');
    expect(refusal(changed(jobs, 'jobs (incl. supersource/sink ):  999999999'))[1]).toBe(jobs + 1);
    expect(refusal('\u0000\u0001 ﷽'.repeat(100))[0]).toBe('crew_schedule.unreadable');
  });
});
