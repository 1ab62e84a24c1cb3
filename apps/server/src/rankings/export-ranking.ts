import { parsePeriodKey, type Period } from '@duban/calendar/period';
import type { Input } from '@duban/contract/endpoint';
import type { Locale } from '@duban/contract/problem-texts';
import type { exportRanking as exportRankingEndpoint, RankingView } from '@duban/contract/rankings';
import type { exportSnapshot as exportSnapshotEndpoint } from '@duban/contract/snapshots';
import type { Ctx } from '../kernel/context.ts';
import type { FileReply } from '../kernel/module.ts';
import { computeRanking } from './compute-ranking.ts';
import { fieldWords } from './export-words.ts';
import { rankingFile } from './ranking-file.ts';
import { rankingView } from './ranking-view.ts';
import { findSnapshot } from './snapshot.store.ts';

export async function exportRanking(ctx: Ctx, choice: Input<typeof exportRankingEndpoint>): Promise<FileReply> {
  const ranking = rankingView(await computeRanking(ctx, choice));
  return fileOf(ranking, headingOf(ranking, ctx.locale), [], ctx.locale);
}

export async function exportSnapshot(ctx: Ctx, { id }: Input<typeof exportSnapshotEndpoint>): Promise<FileReply> {
  const { row, ranking } = await findSnapshot(ctx, id);
  const { year, number } = row.issue;
  const issue = ctx.locale === 'zh-CN' ? `通报〔${year}〕${number} 号` : `Bulletin ${number} of ${year}`;
  const proof = [`${issue} · SHA-256 ${row.hash}`];
  return fileOf(ranking, `${headingOf(ranking, ctx.locale)} · ${issue}`, proof, ctx.locale);
}

async function fileOf(ranking: RankingView, heading: string, proof: string[], locale: Locale): Promise<FileReply> {
  const content = await rankingFile(ranking, heading, [...methodWords(ranking, locale), ...proof], locale);
  const { first, last } = ranking.cohort.period;
  return { fileName: `${locale === 'zh-CN' ? '整改率排名' : 'ranking'}-${first}-${last}.xlsx`, content };
}

const measureWords = {
  rectification: { 'zh-CN': '整改率', en: 'rectification rate' },
  on_time: { 'zh-CN': '按期整改率', en: 'on-time rate' },
  relapse: { 'zh-CN': '反弹率', en: 'relapse rate' },
} as const;

function headingOf({ group, measure, cohort }: RankingView, locale: Locale): string {
  const { first, last } = parsePeriodKey(cohort.period.key) as Period;
  const name = measureWords[measure][locale];
  return locale === 'zh-CN'
    ? `${group.name}${name}排名（${first} 至 ${last}）`
    : `${group.name}: ${name}, ${first} to ${last}`;
}

/** The definition that the numbers rest on, in sentences. */
export function methodWords(ranking: RankingView, locale: Locale): string[] {
  const { cohort, compared, group, measure, methodVersion } = ranking;
  const { first, last } = cohort.period;
  const field = (name: keyof typeof fieldWords) => fieldWords[name][locale];
  if (locale === 'zh-CN') {
    return [
      `统计口径：处置时限在 ${first} 00:00 至 ${last} 24:00（北京时间）之间届满的案件；数据读取时间 ${cohort.asOf}。`,
      `整改率 =（${field('closedOnTime')} + ${field('closedLate')}）÷（${field('closedOnTime')} + ${field('closedLate')} + ${field('open')} + ${field('relapsed')}）。只有核查通过并销号、且复查未反弹的才算整改。`,
      '按期整改率：分子只取处置结果在时限内提交并随后核查通过的案件；核查所用时间不算在承办单位头上。',
      '反弹率 = 反弹 ÷（按期整改 + 逾期整改 + 反弹），越低越好。',
      '情况不明的案件单列，不当作 0，也不悄悄移出：比率旁注明计入后的上下限。',
      '剔除：归并的重复件、不属实、移送其他机关，以及异议成立后剔除的案件，均单列。',
      `挂账、延期、退回、返工与负荷（本期新派）列在比率旁边，不折算。`,
      `按“${measureWords[measure][locale]}”排名；比率相等的名次并列，其后名次顺延；可计案件少于 ${group.minimumDue} 件的列出但不排名。`,
      '同档：与本档第一名之差在偶然误差之内（两比例检验，5 %）；区间为 Wilson 95 % 区间。全部比较以整数进行。',
      ...(compared
        ? [`比较期 ${compared.period.first} 至 ${compared.period.last}，还原到同样时长时的数字（${compared.asOf}）。`]
        : []),
      `只对单位排名，不对个人排名。方法版本 ${methodVersion}。`,
    ];
  }
  return [
    `Cohort: cases whose finish-by fell between ${first} 00:00 and ${last} 24:00, Beijing time; the ledger was read at ${cohort.asOf}.`,
    'Rectification rate = (rectified on time + late) ÷ (rectified on time + late + not done + relapsed). Rectified means: passed its check, closed out, and not found again.',
    'On-time rate: only results handed in by the finish-by that then passed their check; the time the check takes is not the unit’s.',
    'Relapse rate = relapsed ÷ (rectified on time + late + relapsed); lower is better.',
    'Unknown outcomes stand apart, never as 0 and never silently left out: the bounds with them stand beside the rate.',
    'Exempt, shown apart: merged duplicates, false reports, cases transferred, cases exempted after an upheld objection.',
    'Suspended, extended, returned, reworked and the load (arrived) stand beside the rate and are not weighed in.',
    `Ranked by the ${measureWords[measure].en}; equal rates share a rank and the next is skipped; below ${group.minimumDue} countable cases a unit is listed without a rank.`,
    'A band: units within chance of the band’s first place (test of two proportions, 5 %); intervals are Wilson 95 %. All comparisons are made on whole numbers.',
    ...(compared
      ? [
          `Compared with ${compared.period.first} to ${compared.period.last} as that stood at the same age (${compared.asOf}).`,
        ]
      : []),
    `Units are ranked, never persons. Method version ${methodVersion}.`,
  ];
}
