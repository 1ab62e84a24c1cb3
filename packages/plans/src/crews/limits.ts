/** Activities of one project. */
export const GREATEST_SIZE = 20_000;
/** A duration, a lag (either way) or a period that somebody enters. */
export const GREATEST_NUMBER = 100_000;
/** Periods that a schedule may need, all activities one after the other; bounds the memory. */
export const GREATEST_HORIZON = 2_000_000;
