import type { UnitKind } from '@duban/organisation/unit-kind';
import { communityNames, type CommunityName, streetNames } from './place-names.ts';

/**
 * The units of the demo district 青砚区 (in the invented city 临岫市). Nothing here exists: the division codes start
 * with 99, which GB/T 2260 does not give to any province. A `key` is how the rest of the demo speaks of a unit; the
 * database has its own ids. Bodies of the CPPCC stand in the territory tree of the district because their rights are
 * bounded by it, not because the government directs them.
 */
export type DemoUnit = {
  readonly key: string;
  readonly kind: UnitKind;
  /** key of the unit above; null for the district alone */
  readonly parent: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly code: string | null;
};

export const districtCode = '990106';
export const districtName = '青砚区';
export const cityName = '临岫市';

const unit = (
  kind: UnitKind,
  parent: string | null,
  key: string,
  name: string,
  shortName: string,
  aliases: readonly string[] = [],
  code: string | null = null,
): DemoUnit => ({ key, kind, parent, name, shortName, aliases, code });

const department = (key: string, name: string, shortName: string, ...aliases: string[]): DemoUnit =>
  unit('department', 'district', key, name, shortName, aliases);

const bodies: readonly DemoUnit[] = [
  unit('government', null, 'district', '青砚区人民政府', '青砚区', ['区政府', '区人民政府'], districtCode),
  unit('leading_group', 'district', 'leading_group', '青砚区城市品质提升工作领导小组', '区领导小组', ['领导小组']),
  unit('command_post', 'leading_group', 'creation_command', '青砚区文明城区创建指挥部办公室', '区创城办', [
    '创城办',
    '区创城指挥部',
    '创城指挥部',
    '创建指挥部',
  ]),
  unit('command_post', 'leading_group', 'renovation_command', '青砚区老旧小区改造指挥部', '区改造指挥部', [
    '老旧小区改造指挥部',
    '改造指挥部',
    '区老旧小区改造指挥部',
  ]),
  unit('command_post', 'leading_group', 'demolition_command', '青砚区拆违与环境整治指挥部', '区拆违指挥部', [
    '拆违指挥部',
    '区拆违办',
    '拆违办',
  ]),
];

const departments: readonly DemoUnit[] = [
  department('government_office', '青砚区人民政府办公室', '区政府办', '区政府办公室', '区政府督查室', '督查室'),
  department('publicity', '中共青砚区委宣传部', '区委宣传部', '宣传部', '区文明办'),
  department('housing', '青砚区住房和城乡建设局', '区住建局', '住建局', '区住建', '住建', '住房和城乡建设局'),
  department('urban_management', '青砚区城市管理局', '区城管局', '城管局', '区城管', '城管', '城市管理局'),
  department('enforcement', '青砚区综合行政执法大队', '区综合执法大队', '综合执法大队', '综合执法', '执法大队'),
  department('traffic_police', '青砚公安分局交通警察大队', '区交警大队', '交警大队', '交警'),
  department('police', '临岫市公安局青砚分局', '区公安分局', '公安分局', '青砚公安分局'),
  department('market_regulation', '青砚区市场监督管理局', '区市场监管局', '市场监管局', '市场监管'),
  department('environment', '临岫市生态环境局青砚分局', '区生态环境局', '生态环境局', '区生态环境分局'),
  department('natural_resources', '青砚区自然资源和规划局', '区自然资源局', '自然资源局', '自然资源'),
  department('water', '青砚区水务局', '区水务局', '水务局', '水务'),
  department('greening', '青砚区园林绿化中心', '区园林中心', '园林中心', '区园林绿化中心', '园林'),
  department('transport', '青砚区交通运输局', '区交通局', '交通局', '区交通运输局'),
  department('education', '青砚区教育局', '区教育局', '教育局', '教育部门'),
  department('health', '青砚区卫生健康局', '区卫健局', '卫健局', '区卫生健康局'),
  department('civil_affairs', '青砚区民政局', '区民政局', '民政局'),
  department('culture_tourism', '青砚区文化和旅游局', '区文旅局', '文旅局'),
  department('commerce', '青砚区商务局', '区商务局', '商务局'),
  department('finance', '青砚区财政局', '区财政局', '财政局'),
  department('data_bureau', '青砚区数据局', '区数据局', '数据局'),
];

const others: readonly DemoUnit[] = [
  unit('contractor', 'district', 'jiemu_sanitation', '临岫洁沐环境服务有限公司', '洁沐环境', ['洁沐公司', '保洁公司']),
  unit('contractor', 'district', 'yangu_works', '临岫砚固市政工程有限公司', '砚固市政', ['砚固公司']),
  unit('cppcc', 'district', 'cppcc', '政协青砚区委员会', '区政协', ['政协']),
  unit('cppcc', 'cppcc', 'cppcc_office', '政协青砚区委员会办公室', '区政协办公室', ['政协办公室']),
  unit('cppcc', 'cppcc', 'cppcc_research', '政协青砚区委员会研究室', '区政协研究室', ['研究室', '政协研究室']),
  unit('cppcc', 'cppcc', 'cppcc_proposals', '政协青砚区委员会提案委员会', '区政协提案委', ['提案委']),
  unit('cppcc', 'cppcc', 'cppcc_city', '政协青砚区委员会城乡建设和人口资源环境委员会', '区政协城建委', ['城建委']),
  unit('cppcc', 'cppcc', 'cppcc_society', '政协青砚区委员会社会和法制委员会', '区政协社法委', ['社法委']),
];

const threeDigits = (n: number): string => String(n).padStart(3, '0');

const streets: readonly DemoUnit[] = streetNames.map((street, i) =>
  unit(
    'street',
    'district',
    street.key,
    `青砚区${street.name}街道办事处`,
    `${street.name}街道`,
    [`${street.name}街道办`, `${street.name}街道办事处`],
    `${districtCode}${threeDigits(i + 1)}`,
  ),
);

export const communityKey = (street: string, index: number): string => `${street}_${index + 1}`;

const communities: readonly DemoUnit[] = streetNames.flatMap((street, i) =>
  communityNames[street.key].map((of: CommunityName, j) => {
    const kindOfPlace = of.village ? '村' : '社区';
    const code = `${districtCode}${threeDigits(i + 1)}${threeDigits(of.village ? 200 + j : 1 + j)}`;
    const body = of.village ? '村民委员会' : '社区居民委员会';
    return unit(
      'community',
      street.key,
      communityKey(street.key, j),
      `${street.name}街道${of.name}${body}`,
      `${of.name}${kindOfPlace}`,
      [`${street.name}街道${of.name}${kindOfPlace}`],
      code,
    );
  }),
);

/** Streets that are already divided into grids 网格; the others are to follow. */
const griddedStreets: readonly string[] = ['luqiao', 'tangwan'];

const grids: readonly DemoUnit[] = communities
  .filter((community) => griddedStreets.includes(community.parent!))
  .flatMap((community) =>
    ['第一网格', '第二网格'].map((name, i) =>
      unit(
        'grid',
        community.key,
        `${community.key}_grid_${i + 1}`,
        `${community.shortName}${name}`,
        `${community.shortName}${name}`,
        [],
        `${community.code}${String(i + 1).padStart(4, '0')}`,
      ),
    ),
  );

/** Every unit; a unit always comes after the unit above it. */
export const units: readonly DemoUnit[] = [...bodies, ...departments, ...others, ...streets, ...communities, ...grids];

export const departmentUnits: readonly DemoUnit[] = departments;
export const streetUnits: readonly DemoUnit[] = streets;
export const communityUnits: readonly DemoUnit[] = communities;

const byKey = new Map(units.map((u) => [u.key, u]));

/** @throws Error for a key that no unit has */
export function demoUnit(key: string): DemoUnit {
  const found = byKey.get(key);
  if (!found) throw new Error(`no unit of the demo district has the key ${key}`);
  return found;
}

/** 包保: each community is helped by one department; departments take turns, so that each has three. */
export const pairings: readonly { readonly department: string; readonly community: string }[] = communities.map(
  (community, i) => ({ department: departments[(i * 7) % departments.length]!.key, community: community.key }),
);
