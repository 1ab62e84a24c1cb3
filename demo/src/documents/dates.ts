/**
 * Sources of documents name their dates relative to the day they were issued, so that the district that is loaded
 * today has deadlines of these weeks: `{日+20}` → 12月10日, `{月+1}` → 12月, `{年}` → 2026, `{年月日-14}` → 2026年11月6日.
 */
export function datesFilledIn(source: string, issuedOn: Temporal.PlainDate): string {
  return source.replace(/\{(年月日|年|月|日)([+-]\d+)?\}/g, (_, part: string, offset: string | undefined) => {
    const by = Number(offset ?? 0);
    if (part === '年') return `${issuedOn.year + by}`;
    if (part === '月') return `${issuedOn.add({ months: by }).month}月`;
    const day = issuedOn.add({ days: by });
    return part === '日' ? `${day.month}月${day.day}日` : `${day.year}年${day.month}月${day.day}日`;
  });
}
