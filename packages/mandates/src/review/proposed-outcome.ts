import type { Outcome } from './review.ts';

/**
 * What a directive is proposed to become; the reviewer decides. A task unless the words say otherwise:
 *
 * - the speaker's own 承诺, 将, 保证, told to nobody else: a promise;
 * - a fault at a place that is named (桥东街垃圾外溢): a case;
 * - a measure by which something is judged, told to nobody and without a figure: an indicator;
 * - a figure to be reached that is told to nobody: a target. Told to somebody, the figure becomes a target of the task.
 */
export type ReadDirective = {
  readonly text: string;
  readonly leadUnits: readonly string[];
  readonly rules: readonly string[];
  readonly quantities: readonly {
    readonly text: string;
    readonly subject: string;
    readonly kind: string;
    readonly status?: string;
    readonly unit: string;
  }[];
};

/** A figure that somebody is asked to reach, not one that was reached or says how things are. */
export function isAsked(quantity: { readonly kind: string; readonly status?: string }): boolean {
  // 7个工作日内: how long, not how much
  if (quantity.kind === 'date-count') return false;
  if (quantity.kind === 'target') return true;
  return quantity.status === undefined ? ['rate', 'rank'].includes(quantity.kind) : quantity.status === 'target';
}

const ownPromise =
  /^(?:在此[，,]?)?(?:我|我们|本人|我局|我街道|我办|区委[、和]?区政府|市委[、和]?市政府|区政府|市政府|政府)(?:[^，,。；]{0,8})(?:承诺|保证|表态|一定会|将(?!.{0,6}(?:会议|讲话)))/;
const saidAsPromise = /(?:郑重|公开|向[^，,。；]{2,16})承诺/;
const fault =
  /(?:破损|缺失|堵塞|外溢|漏水|积水|积存|堆积|脏乱|坍塌|塌陷|私搭|违建|违法建设|占道|乱停|乱堆|乱放|未清理|黑臭|裸露|损坏|松动|丢失)/;
const place =
  /[\u4e00-\u9fff]{2,8}?(?:大街|大道|路(?![面灯牌况])|街(?![道区面])|巷|胡同|小区|家园|社区|市场|广场|公园|车站|[东西南北]口|出入口|路口|桥(?!梁)|河(?![道段])|工地|学校|医院|[号大]院)(?:[东西南北中](?:段|侧|口|门|头)|沿线|周边|门前|两侧)?/g;
/** words that begin an act or say who is meant: no part of a name */
const notOfAName =
  /^.*(?:修复|整治|清理|拆除|疏通|解决|治理|整改|牵头|负责|尽快|立即|抓紧|清运|清除|打捞|完成|完善|张贴|写明|督促|组织|背街|前|从|对|将|把|在|就|于|的|是|和|与|及|到|各|有|破损|占道|管理)/;
const measure = /[\u4e00-\u9fff]{2,12}(?:率|指数|满意度|得分|位次|名次|覆盖面|浓度)/;
const measuring = /(?:统计|监测|测算|测评|评价|考核|衡量|公布|纳入)/;

export function proposedOutcome(directive: ReadDirective): Outcome {
  const { text, leadUnits, rules, quantities } = directive;
  const isTold = leadUnits.length > 0 || rules.includes('row_of_task_table');
  if (ownPromise.test(text) || saidAsPromise.test(text)) return 'promise';
  // A row of a plan and an amount to be done are work for a unit, whatever is wrong at the place.
  const isAmount = rules.includes('row_of_task_table') || quantities.some(isAsked);
  const isFault = !isAmount && (rules.includes('named_fault') || fault.test(text));
  if (isFault && placeIn(text) !== '' && !campaignWide.test(text)) return 'case';
  if (isTold) return 'task';
  const figures = quantities.filter(isAsked);
  if (figures.some(({ text: clause }) => clause.length * 2 >= text.length)) return 'target';
  if (figures.length === 0 && measure.test(text) && measuring.test(text)) return 'indicator';
  return 'task';
}

/** What is meant everywhere is no single case. */
const campaignWide = /(?:全区|全市|全县|各街道|各乡镇|各社区|沿线各|所有|一律|全面|全域)/;

/** The place that a text names, empty when it names none. */
export function placeIn(text: string): string {
  const told = text.replace(/^[^，,。；]{0,16}(?:要|须|应当|请)(?=[\u4e00-\u9fff])/, '');
  for (const [found] of told.matchAll(place)) {
    const name = found.replace(notOfAName, '');
    if (name.length >= 3) return name;
  }
  return '';
}

/** The name of the measure that a text speaks of, empty when there is none. */
export function measureIn(text: string): string {
  const found = measure.exec(text);
  return found ? found[0].replace(/^.*?(?:统计|监测|测算|测评|评价|考核|衡量|公布|纳入|对|将|把|以|按)/, '') : '';
}
