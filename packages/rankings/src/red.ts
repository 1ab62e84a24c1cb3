/**
 * Why a case is red on the leaders' page. Each reason names whose move it is; the first that applies is the one shown,
 * so that a case is counted once.
 */
export const redReasons = [
  'finish_overdue',
  'accept_overdue',
  'dispute_overdue',
  'relapsed_waiting',
  'dispatch_waiting',
] as const;
export type RedReason = (typeof redReasons)[number];

/** Days that a filed or relapsed case may wait for its dispatch before it is red; local, shipped as an example 示例. */
export const dispatchPatienceDays = 2;

/** What the leaders' page counts; each opens its list. */
export const dashboardCounts = ['open', 'red', 'due_this_week', 'awaiting_check', 'suspended', 'disputed'] as const;
export type DashboardCount = (typeof dashboardCounts)[number];

/**
 * The words on the map and in the lists beside a rate; colours only repeat them. In whole per cent, local, shipped as
 * an example 示例.
 */
export const rateGrades = [
  { grade: 'good', fromPercent: 90 },
  { grade: 'fair', fromPercent: 75 },
  { grade: 'poor', fromPercent: 0 },
] as const;
export type RateGrade = (typeof rateGrades)[number]['grade'] | 'no_rate' | 'below_minimum';
