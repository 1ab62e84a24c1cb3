import { expect, test } from 'vitest';
import { activity, link, scheduled } from './network.example.ts';
import { unpairedRemovals } from './pairs.ts';
import { sectionSpans } from './sections.ts';

test('each section has a span, a float and a state of its own', () => {
  const activities = [
    activity('拆一', 3, { section: '拆迁', progress: { started: '2026-03-02', finished: '2026-03-04' } }),
    activity('拆二', 4, { section: '拆迁', progress: { started: '2026-03-04', remaining: 2 } }),
    activity('绿化', 5, { section: '绿化' }),
    activity('验收', 1),
  ];
  const plan = scheduled({
    today: '2026-03-05',
    activities,
    links: [link('拆二', '绿化'), link('绿化', '验收')],
    finishBy: '2026-03-20',
  });
  expect(sectionSpans(activities, plan)).toEqual([
    {
      section: '拆迁',
      activities: 2,
      finished: 1,
      earliestStart: '2026-03-02',
      earliestFinish: '2026-03-06',
      latestFinish: '2026-03-12',
      float: 4,
      state: 'begun',
    },
    {
      section: '绿化',
      activities: 1,
      finished: 0,
      earliestStart: '2026-03-09',
      earliestFinish: '2026-03-13',
      latestFinish: '2026-03-19',
      float: 4,
      state: 'to_do',
    },
    expect.objectContaining({ section: null, activities: 1, state: 'to_do' }),
  ]);
});

test('removals without a replacement are named', () => {
  expect(unpairedRemovals(['拆市场', '拆报亭'], [{ removal: '拆市场', replacement: '菜站' }])).toEqual(['拆报亭']);
});
