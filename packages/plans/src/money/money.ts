/**
 * The money of a project. All amounts are whole 分 (fen), never fractions of a yuan. The need is what the project costs by
 * its latest reckoning; the sources promise, the money arrives, the money is paid.
 */
export const needStages = {
  estimate: { 'zh-CN': '估算', en: 'estimate' },
  preliminary_budget: { 'zh-CN': '概算', en: 'preliminary budget' },
  budget: { 'zh-CN': '预算', en: 'budget' },
  final_account: { 'zh-CN': '决算', en: 'final account' },
} as const;
export type NeedStage = keyof typeof needStages;
export const allNeedStages = Object.keys(needStages) as NeedStage[];

/** @property fen null where the stage exists and nobody knows the sum */
export type Need = { readonly stage: NeedStage; readonly fen: number | null };

export const fundingSources = {
  central: { 'zh-CN': '中央', en: 'central' },
  provincial: { 'zh-CN': '省级', en: 'provincial' },
  municipal: { 'zh-CN': '市级', en: 'municipal' },
  county: { 'zh-CN': '区县', en: 'county' },
  bonds: { 'zh-CN': '专项债券', en: 'bonds' },
  utilities: { 'zh-CN': '管线单位', en: 'utilities' },
  property_units: { 'zh-CN': '产权单位', en: 'property units' },
  residents: { 'zh-CN': '居民', en: 'residents' },
  social_capital: { 'zh-CN': '社会资本', en: 'social capital' },
  maintenance_fund: { 'zh-CN': '维修资金', en: 'maintenance fund' },
} as const;
export type FundingSource = keyof typeof fundingSources;
export const allFundingSources = Object.keys(fundingSources) as FundingSource[];

/** What a transaction does to the money of its source; each column in the direction of its sign. */
export const transactionKinds = {
  commit: { 'zh-CN': '下达', en: 'commit', secured: 1, received: 0, paid: 0 },
  supplement: { 'zh-CN': '追加', en: 'supplement', secured: 1, received: 0, paid: 0 },
  appropriate: { 'zh-CN': '拨付', en: 'appropriate', secured: 0, received: 1, paid: 0 },
  transfer: { 'zh-CN': '划拨', en: 'transfer', secured: 1, received: 1, paid: 0 },
  pay: { 'zh-CN': '支付', en: 'pay', secured: 0, received: 0, paid: 1 },
  withdraw: { 'zh-CN': '收回指标', en: 'withdraw', secured: -1, received: 0, paid: 0 },
  return: { 'zh-CN': '退回', en: 'return', secured: -1, received: -1, paid: 0 },
} as const;
export type TransactionKind = keyof typeof transactionKinds;
export const allTransactionKinds = Object.keys(transactionKinds) as TransactionKind[];

/** A booking. It is never changed: a mistake is booked back by another that names it. */
export type Transaction = {
  readonly id: string;
  readonly source: FundingSource;
  readonly kind: TransactionKind;
  /** above 0 */
  readonly fen: number;
  /** the booking that this one takes back, of the same source, kind and sum */
  readonly reverses: string | null;
};

/** A hundred billion yuan: what is larger is a mistake of the unit. */
export const MOST_FEN = 10_000_000_000_000;
