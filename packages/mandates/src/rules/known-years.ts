/**
 * Events whose year is known. A text that ties one of them to another year was given a new date. Extend the lists when
 * a congress, a plan or a celebration is added.
 */

/** National congresses of the Party. */
export const congressYears: Readonly<Record<string, number>> = {
  十六: 2002,
  十七: 2007,
  十八: 2012,
  十九: 2017,
  二十: 2022,
};

/** First years of the five-year plans. */
export const planYears: Readonly<Record<string, number>> = {
  十一五: 2006,
  十二五: 2011,
  十三五: 2016,
  十四五: 2021,
  十五五: 2026,
};

/** National Games. */
export const gamesYears: Readonly<Record<string, number>> = {
  十: 2005,
  十一: 2009,
  十二: 2013,
  十三: 2017,
  十四: 2021,
  十五: 2025,
};

/** Years from which anniversaries are counted. */
export const foundingYears: readonly (readonly [event: RegExp, year: number])[] = [
  [/(?:中国共产党成立|建党)/, 1921],
  [/(?:新中国成立|中华人民共和国成立|建国)/, 1949],
  [/人民政协成立/, 1949],
  [/改革开放/, 1978],
];
