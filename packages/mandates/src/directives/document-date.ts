/**
 * The day that a document gives itself: in minutes the day of the meeting; else the date under the signature, in brackets
 * under the title, or in the first lines. A date of publication on a site comes last. Null when nothing says it.
 */
export function documentDate(text: string, publishedAt: string | undefined): string | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const signature = lines
    .slice(-4)
    .toReversed()
    .find((line) => line.length <= 20 && wholeDate.test(line.trim()));
  const head = lines.slice(0, 4).find((line) => line.length <= 60 && /20\d{2}年\d{1,2}月\d{1,2}日/.test(line));
  const isMinutes = lines.slice(0, 6).some((line) => line.includes('纪要'));
  const stated = isoOf(signature) ?? isoOf(head) ?? isoOf(publishedAt);
  const meeting = isMinutes ? held.exec(text) : null;
  const year = meeting?.groups?.year ?? stated?.slice(0, 4);
  return (meeting && year ? isoOf(`${year}年${meeting.groups!.day}`) : null) ?? stated;
}

/** 5月18日下午，区长主持召开…: the day of a meeting, with or without its year. */
const held = /(?:(?<year>20\d{2})年)?(?<day>\d{1,2}月\d{1,2}日)(?=[^。\n]{0,60}(?:召开|主持))/;

const wholeDate =
  /^(?:20\d{2}年\d{1,2}月\d{1,2}日|[二〇○零一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/;

function isoOf(text: string | undefined): string | null {
  const match = /(20\d{2})[年-](\d{1,2})[月-](\d{1,2})/.exec(text ?? '');
  if (!match) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) },
      { overflow: 'reject' },
    ).toString();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The year that a plan is for: 2026年工作要点. Months without a year belong to it. Null where the title names none, or
 * one that does not fit the day of the document: a template that was given another year.
 */
export function plannedYear(title: string, date: string | null): number | null {
  const years = [...title.matchAll(/(20\d{2})年(?!\d|来|以来|工作总结|总结|情况)/g)].map((match) => Number(match[1]));
  const year = years.at(-1);
  if (year === undefined) return null;
  const own = date === null ? year : Number(date.slice(0, 4));
  return year === own || year === own + 1 ? year : null;
}
