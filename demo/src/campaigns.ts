/**
 * The three campaigns 专项行动 of the district. In the ledger a case belongs to one by its tag; while a campaign runs,
 * its classes of problems are looked for more.
 */
export type Campaign = {
  readonly key: 'renovation' | 'demolition' | 'creation';
  readonly name: string;
  readonly commandPost: string;
  readonly basis: string;
  readonly aims: readonly string[];
  /** codes of standards.ts */
  readonly classes: readonly string[];
  /** weeks before the day of loading, counted back; null: still running */
  readonly startsWeeksAgo: number;
  readonly endsWeeksAgo: number | null;
};

export const campaigns: readonly Campaign[] = [
  {
    key: 'renovation',
    name: '老旧小区改造',
    commandPost: 'renovation_command',
    basis: '区政府工作报告；《青砚区城镇老旧小区改造工作方案》',
    aims: ['改造老旧小区72个、102万平方米', '更换老化供水管道38公里', '居民满意率90%以上'],
    classes: ['0501', '0204', '1104', '1504', '1403'],
    startsWeeksAgo: 12,
    endsWeeksAgo: null,
  },
  {
    key: 'demolition',
    name: '拆违与环境整治',
    commandPost: 'demolition_command',
    basis: '《青砚区拆违与环境整治冬季攻坚行动任务分解表》',
    aims: ['依法拆除违法建设3.2万平方米', '清理沿线经营户18家', '补建便民点15处，先补后拆'],
    classes: ['1503', '1105', '1103', '1101', '1501'],
    startsWeeksAgo: 9,
    endsWeeksAgo: null,
  },
  {
    key: 'creation',
    name: '文明城区创建',
    commandPost: 'creation_command',
    basis: '全区文明城区创建工作推进会议',
    aims: ['应达标点位不丢分', '每周检查一次，整改率排名通报', '问题台账按期销号'],
    classes: ['1501', '1502', '1102', '0303', '1201', '0203', '0301'],
    startsWeeksAgo: 12,
    endsWeeksAgo: null,
  },
];

export function campaignsAt(classCode: string, weeksAgo: number): readonly Campaign[] {
  return campaigns.filter(
    (c) => c.classes.includes(classCode) && weeksAgo <= c.startsWeeksAgo && weeksAgo >= (c.endsWeeksAgo ?? 0),
  );
}
