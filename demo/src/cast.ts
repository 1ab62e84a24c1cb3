import type { Role } from '@duban/kit/actor';

/**
 * The named people of the demo district. Everybody's tests sign in as one of them, the README lists some of them, and
 * the pictures show them. All are invented, like the district. People without a name here (the rest of a unit's
 * staff) are made by `staff.ts`.
 */
export type CastMember = {
  /** what the person types to sign in */
  readonly account: string;
  readonly name: string;
  /** key of a unit of `units.ts` */
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly title: string;
};

/** One password for every account of the demo; outside the demo there is no default account at all. */
export const demoPassword = 'Duban-Demo-2026!';

export const cast = [
  // 指挥中心: who dispatches
  { account: 'shenzhiyu', name: '沈知渔', unit: 'creation_command', roles: ['dispatcher'], title: '创城办副主任' },
  { account: 'luwenqiao', name: '陆闻樵', unit: 'creation_command', roles: ['dispatcher'], title: '创城办调度科科长' },
  { account: 'qiyunshu', name: '戚云舒', unit: 'demolition_command', roles: ['dispatcher'], title: '综合科科长' },
  { account: 'fengmolin', name: '冯墨林', unit: 'renovation_command', roles: ['dispatcher'], title: '项目科科长' },
  { account: 'minhuaipu', name: '闵怀朴', unit: 'government_office', roles: ['dispatcher'], title: '督查室主任' },
  // 条: departments
  { account: 'hejingcheng', name: '贺景澄', unit: 'housing', roles: ['handler'], title: '物业管理科科长' },
  { account: 'shaoqiuping', name: '邵秋屏', unit: 'urban_management', roles: ['handler'], title: '市容科科长' },
  { account: 'duanqinghe', name: '段青禾', unit: 'enforcement', roles: ['handler'], title: '二中队中队长' },
  { account: 'panzhuoran', name: '潘卓然', unit: 'traffic_police', roles: ['handler'], title: '秩序科科长' },
  { account: 'wenruan', name: '温如岸', unit: 'water', roles: ['handler'], title: '河道科科长' },
  { account: 'liuxuqiu', name: '柳叙秋', unit: 'greening', roles: ['handler'], title: '养护科科长' },
  { account: 'jianyuning', name: '简予宁', unit: 'market_regulation', roles: ['handler'], title: '市场科科长' },
  // 块: streets, and a contractor
  { account: 'tangjinchu', name: '唐槿初', unit: 'luqiao', roles: ['handler'], title: '城市管理办公室主任' },
  { account: 'yubeichen', name: '郁北辰', unit: 'tangwan', roles: ['handler'], title: '城市管理办公室主任' },
  { account: 'kanglizhou', name: '康礼舟', unit: 'maidu', roles: ['handler'], title: '城市管理办公室主任' },
  { account: 'baolixia', name: '鲍立夏', unit: 'jiemu_sanitation', roles: ['handler'], title: '项目经理' },
  // 监督: who checks, in several units so that nobody checks the own unit's work
  { account: 'weiwanyun', name: '卫晚筠', unit: 'creation_command', roles: ['inspector'], title: '督查科科员' },
  { account: 'qunanxing', name: '曲南星', unit: 'tangwan', roles: ['inspector'], title: '网格督导员' },
  { account: 'zhangjihe', name: '章霁和', unit: 'environment', roles: ['inspector'], title: '督察科科员' },
  { account: 'taozhiheng', name: '陶之恒', unit: 'wangxiu', roles: ['inspector'], title: '网格督导员' },
  // leaders
  { account: 'liangdaizong', name: '梁岱淙', unit: 'district', roles: ['leader'], title: '区长' },
  { account: 'nieshuchen', name: '聂书琛', unit: 'district', roles: ['leader'], title: '副区长' },
  { account: 'luoyanxing', name: '骆砚行', unit: 'luqiao', roles: ['leader'], title: '街道办事处主任' },
  { account: 'xunyaoguang', name: '荀曜光', unit: 'housing', roles: ['leader'], title: '局长' },
  // 政协
  { account: 'getinglan', name: '葛听澜', unit: 'cppcc_office', roles: ['cppcc_office'], title: '办公室副主任' },
  { account: 'qinyusheng', name: '秦屿声', unit: 'cppcc', roles: ['cppcc_member'], title: '委员（城建界）' },
  { account: 'qiuruogu', name: '丘若榖', unit: 'cppcc', roles: ['cppcc_member'], title: '委员（社会福利界）' },
  // the three administrators, kept apart
  { account: 'tongshouyi', name: '佟守驿', unit: 'district', roles: ['system_admin'], title: '系统管理员' },
  { account: 'cenanzhi', name: '岑安芷', unit: 'district', roles: ['security_admin'], title: '安全管理员' },
  { account: 'hangmingjian', name: '杭明笕', unit: 'district', roles: ['audit_admin'], title: '审计管理员' },
] as const satisfies readonly CastMember[];

export type CastAccount = (typeof cast)[number]['account'];

/** @throws Error when nobody of the cast has the account: a spelling mistake in a test. */
export function castMember(account: CastAccount): CastMember {
  const found = cast.find((member) => member.account === account);
  if (!found) throw new Error(`nobody of the demo cast has the account ${account}`);
  return found;
}
