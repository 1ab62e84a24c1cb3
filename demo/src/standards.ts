import type { TimeLimit } from '@duban/calendar/time-limit';
import { type EvidenceRule, evidenceRules } from '@duban/cases/words';

/**
 * The demo's table of filing conditions, limits and closing conditions. It is an example 示例: shaped like the tables
 * that cities publish under GB/T 30428, written in our own words, with every kind of clock. The key of a row is class
 * and condition, never the class alone.
 */
export type DemoStandard = {
  readonly family: '部件' | '事件';
  /** 大类 */
  readonly category: string;
  readonly code: string;
  /** 小类 */
  readonly className: string;
  /** 01, 02 … within the class */
  readonly conditionCode: string;
  /** 立案条件 */
  readonly condition: string;
  readonly limit: TimeLimit;
  /** the limit as the table prints it */
  readonly limitText: string;
  /** 结案条件 */
  readonly closing: string;
  /** key of the department that leads */
  readonly line: string;
  /** on the list of duties of communities, so that a street may pass it on to one */
  readonly communityDuty: boolean;
  /** 结案凭据, by risk; most need nothing but a statement */
  readonly evidence: EvidenceRule;
};

/** Middle risk: a pair of pictures. High risk, where somebody may come to harm: a check on the spot. */
const evidenceByRisk: Readonly<Record<string, EvidenceRule>> = {
  '1105 废旧轮胎、修车占地': 'picture_pair',
  '1503 正在搭建': 'picture_pair',
  '0101 缺失、移位': 'field_check',
  '1401 塌陷、空洞': 'field_check',
  '1504 飞线充电': 'field_check',
};

/** What communities have on their list of duties. */
const communityDuties = new Set(['0501', '1104', '1504']);

export const standardsBasis = '青砚区城市管理立案处置结案标准（示例）';

type Condition = readonly [condition: string, limitText: string, closing: string];

const clocks = {
  紧急工作时: 'urgent-working-hours',
  紧急工作日: 'urgent-working-days',
  工作时: 'working-hours',
  工作日: 'working-days',
  自然日: 'natural-days',
  小时: 'hours',
} as const;

function limitOf(text: string): TimeLimit {
  const found = /^(\d+)个?(\D+)$/.exec(text);
  const clock = clocks[found?.[2] as keyof typeof clocks];
  if (!found || !clock) throw new Error(`the demo table has a limit that it cannot read: ${text}`);
  return { amount: Number(found[1]), clock };
}

const table = (
  family: DemoStandard['family'],
  category: string,
  classes: Readonly<Record<string, readonly [line: string, ...Condition[]]>>,
): DemoStandard[] =>
  Object.entries(classes).flatMap(([name, [line, ...conditions]]) => {
    const [code, className] = name.split(' ') as [string, string];
    return conditions.map(([condition, limitText, closing], i) => ({
      family,
      category,
      code,
      className,
      conditionCode: String(i + 1).padStart(2, '0'),
      condition,
      limit: limitOf(limitText),
      limitText,
      closing,
      line,
      communityDuty: communityDuties.has(code),
      evidence: evidenceByRisk[`${code} ${condition}`] ?? 'statement',
    }));
  });

export const standards: readonly DemoStandard[] = [
  ...table('部件', '公用设施', {
    '0101 雨污井盖': [
      'water',
      ['缺失、移位', '2紧急工作时', '井盖补齐并复位，周边无破损'],
      ['破损、沉降、异响', '8工作时', '井盖修复或更换，与路面平顺'],
    ],
    '0102 路灯': [
      'urban_management',
      ['单灯不亮', '1个工作日', '恢复照明'],
      ['连续五盏以上不亮', '4紧急工作时', '恢复照明；需停电检修的已告知并设置警示'],
      ['灯杆倾斜、线缆外露', '2紧急工作时', '消除危险并恢复原状'],
    ],
    '0103 通信交接箱': ['urban_management', ['箱体破损、箱门敞开', '1个工作日', '修复并关闭箱门']],
  }),
  ...table('部件', '道路交通设施', {
    '0201 交通护栏': [
      'traffic_police',
      ['缺损、移位', '1个工作日', '护栏复位、补齐'],
      ['倒伏影响通行', '2紧急工作时', '排除障碍，护栏复位'],
    ],
    '0202 交通标志牌': ['traffic_police', ['缺失、破损、遮挡', '3个工作日', '标志牌补齐，清晰可辨']],
    '0203 车行道路面': [
      'housing',
      ['坑槽不足1平方米', '2个工作日', '路面修补平整'],
      ['坑槽1平方米以上', '5个工作日', '路面修补平整；雨雪天先行填平并告知'],
    ],
    '0204 人行道铺装': ['housing', ['松动、缺失', '3个工作日', '铺装补齐、平整']],
  }),
  ...table('部件', '市容环境设施', {
    '0301 果皮箱': [
      'urban_management',
      ['破损、缺失', '2个工作日', '修复或更换'],
      ['满溢', '2工作时', '清空并擦净，周边无散落'],
    ],
    '0302 公共厕所': [
      'urban_management',
      ['设施损坏', '2个工作日', '设施修复，可正常使用'],
      ['脏污、异味', '4工作时', '清洁完毕'],
    ],
    '0303 垃圾分类收集点': [
      'urban_management',
      ['收集容器破损', '3个工作日', '容器更换'],
      ['桶满溢、落地', '4工作时', '清运完毕，地面无残留'],
    ],
  }),
  ...table('部件', '园林绿化设施', {
    '0401 行道树': [
      'greening',
      ['倒伏、断枝', '2紧急工作时', '清理完毕，通行恢复'],
      ['死株、缺株', '15个自然日', '正常季节补栽完毕；非正常季节制定补栽计划'],
    ],
    '0402 绿地': [
      'greening',
      ['黄土裸露', '10个工作日', '补植或覆盖完毕'],
      ['毁绿占绿', '7个工作日', '恢复绿地或依法移交处理'],
    ],
  }),
  ...table('部件', '其他部件', {
    '0501 小区公共设施': [
      'housing',
      ['健身器材、座椅损坏', '5个工作日', '修复或拆除并告知居民'],
      ['单元门、楼道窗损坏', '3个工作日', '修复完毕'],
    ],
  }),
  ...table('事件', '市容环境', {
    '1101 暴露垃圾': [
      'urban_management',
      ['生活垃圾', '4工作时', '清理完毕，地面无残留'],
      ['建筑垃圾', '1个工作日', '清运完毕'],
      ['积存渣土、杂物', '4个工作日', '清运完毕，恢复原貌'],
    ],
    '1102 道路不洁': ['urban_management', ['路面污物、积尘', '2工作时', '清扫或冲洗完毕']],
    '1103 水域不洁': ['water', ['河面漂浮物', '1个工作日', '打捞完毕'], ['河岸堆放垃圾', '2个工作日', '清运完毕']],
    '1104 楼道堆物': ['housing', ['公共楼道堆放杂物', '5个工作日', '清理完毕，通道畅通']],
    '1105 沿线堆放': ['transport', ['废旧轮胎、修车占地', '5个自然日', '清理完毕；无主的移交街道处置']],
  }),
  ...table('事件', '宣传广告', {
    '1201 非法小广告': ['enforcement', ['张贴、涂写', '1个工作日', '清除并覆盖，基面整洁']],
    '1202 户外广告': [
      'urban_management',
      ['破损、污损', '2个工作日', '修复或拆除'],
      ['违规设置', '7个工作日', '拆除或补办手续'],
    ],
  }),
  ...table('事件', '施工管理', {
    '1301 施工工地': [
      'housing',
      ['扬尘未控制', '4工作时', '采取洒水、覆盖等措施，扬尘消除'],
      ['围挡破损', '2个工作日', '围挡修复'],
    ],
    '1302 道路遗撒': ['transport', ['渣土、砂石遗撒', '2紧急工作时', '清理完毕，通行恢复']],
  }),
  ...table('事件', '突发事件', {
    '1401 路面塌陷': ['housing', ['塌陷、空洞', '2紧急工作时', '设置警示并封闭；修复方案已明确']],
    '1402 路面积水': ['water', ['积水影响通行', '4紧急工作时', '积水排除']],
    '1403 管线破裂': ['housing', ['供水、供热管破裂', '6小时', '恢复供应；需停供的已告知居民']],
  }),
  ...table('事件', '街面秩序', {
    '1501 占道经营': [
      'enforcement',
      ['流动摊贩占道', '2紧急工作时', '劝离或引导入市，道路恢复通行'],
      ['店外经营', '4工作时', '物品收回店内'],
    ],
    '1502 车辆停放': [
      'traffic_police',
      ['机动车违停', '2工作时', '驶离或依法处理'],
      ['非机动车乱停放', '4工作时', '摆放整齐'],
    ],
    '1503 违法建设': [
      'enforcement',
      ['正在搭建', '2紧急工作日', '停止建设并恢复原状'],
      ['已经建成', '15个工作日', '依法定程序立案查处，进展已告知反映人'],
    ],
    '1504 充电隐患': ['housing', ['飞线充电', '3个工作日', '线路拆除，集中充电点已告知']],
  }),
];

/** The first line of the import sheet. */
export const standardsHead = [
  '部件/事件',
  '大类',
  '小类代码',
  '小类名称',
  '条件代码',
  '立案条件',
  '处置时限',
  '结案条件',
  '责任部门',
  '依据',
  '社区职责',
  '结案凭据',
] as const;

type Column = (typeof standardsHead)[number];

/** Cells that cities merge downwards; a department and a duty go on only within one class. */
const merged: readonly Column[] = ['部件/事件', '大类', '小类代码', '小类名称', '责任部门', '依据', '社区职责'];
const mergedInClass: readonly Column[] = ['责任部门', '社区职责'];

export type StandardsSheet = {
  readonly rows: readonly (readonly (string | null)[])[];
  readonly merges: readonly { readonly column: number; readonly from: number; readonly to: number }[];
};

/**
 * The table as a sheet, cell by cell: `null` is a cell that belongs to the merged cell above it. Which cells are merged
 * is said beside it, so that a writer of XLSX can merge them and a reader can be tested against them.
 */
export function standardsSheet(nameOfUnit: (key: string) => string): StandardsSheet {
  const full = standards.map((s) => [
    s.family,
    s.category,
    s.code,
    s.className,
    s.conditionCode,
    s.condition,
    s.limitText,
    s.closing,
    nameOfUnit(s.line),
    standardsBasis,
    s.communityDuty ? '是' : '否',
    evidenceRules[s.evidence]['zh-CN'],
  ]);
  const sameAsAbove = (row: number, column: number): boolean => {
    const [head, above] = [standardsHead[column]!, standards[row - 1]];
    if (!above || !merged.includes(head) || full[row]![column] !== full[row - 1]![column]) return false;
    return !mergedInClass.includes(head) || above.code === standards[row]!.code;
  };
  const rows = full.map((cells, row) => cells.map((cell, column) => (sameAsAbove(row, column) ? null : cell)));
  const merges = standardsHead.flatMap((_, column) => {
    const starts = rows.flatMap((cells, row) => (cells[column] === null ? [] : [row]));
    return starts
      .map((from, i) => ({ column, from, to: (starts[i + 1] ?? rows.length) - 1 }))
      .filter(({ from, to }) => to > from);
  });
  return { rows, merges };
}
