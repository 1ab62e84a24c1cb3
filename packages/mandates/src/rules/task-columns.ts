/**
 * What the columns of a table of tasks 任务分解表 are called. A head cell is compared without blanks and without what
 * stands in brackets; each word may be preceded and followed by the words of `before` and `after`. Where a table has two
 * columns of the same kind, the kind says which counts: the last for `task` (重点任务 | 具体措施: the measure is what is
 * done), the first for everything else.
 */
export type TaskColumn = 'task' | 'lead' | 'responsible' | 'support' | 'due' | 'target';

type ColumnWords = {
  readonly before?: readonly string[];
  readonly words: readonly string[];
  readonly after?: readonly string[];
};

export const taskColumnWords: Readonly<Record<TaskColumn, readonly ColumnWords[]>> = {
  task: [
    {
      before: ['主要', '重点', '工作', '具体', '整改', '目标', '年度', '推进', '落实', '建设', '整治', '督办', '改革'],
      words: ['任务', '事项', '内容', '措施', '举措', '项目', '要点', '问题', '工作', '要求'],
      after: ['内容', '名称', '事项', '分解', '清单', '及要求', '要求', '描述', '任务', '措施'],
    },
  ],
  lead: [
    { words: ['牵头', '主责', '主办', '承办', '第一责任'], after: ['单位', '部门', '责任单位', '责任部门', '科室'] },
  ],
  responsible: [
    {
      words: ['责任', '实施', '落实', '建设', '整改', '执行', '办理'],
      after: ['单位', '部门', '主体', '街道', '单位及责任人', '单位和责任人', '部门及责任人', '科室', '分工'],
    },
  ],
  support: [
    {
      words: ['配合', '协办', '协同', '协作', '协助', '参与', '参加', '会办'],
      after: ['单位', '部门', '责任单位', '科室'],
    },
  ],
  due: [
    {
      before: ['计划', '完成', '整改', '办结', '截止', '推进', '预计', '要求', '办理'],
      words: [
        '时限',
        '时间',
        '期限',
        '日期',
        '时间节点',
        '时间要求',
        '完成时间',
        '完成时限',
        '进度安排',
        '时间进度',
        '时间安排',
      ],
      after: ['要求', '节点'],
    },
  ],
  target: [
    {
      before: ['工作', '任务', '年度', '计划', '考核', '预期'],
      words: ['目标', '指标', '数量', '任务量', '目标值', '目标要求', '计划数', '任务数', '成果'],
      after: ['要求', '值'],
    },
  ],
};

/** A word that `before` and `after` need: 工作 alone is no column of tasks, 工作内容 is. */
export const neverAlone: readonly string[] = ['要求', '责任', '实施', '落实', '建设', '整改', '执行', '办理'];

/** Inside a cell: who leads and who helps, where one column holds both. */
export const leadLabel = /(?:牵头|责任|主办|主责)(?:单位|部门)?[：:]/;
export const supportLabel = /(?:配合|协办|协同|参与)(?:单位|部门)?[：:]/;

/** How the name of a unit ends, to tell it from the name of a person in the same cell. */
export const unitEnd =
  /(?:局|委|办|部|队|所|站|处|科|室|厅|院|校|中心|街道|街道办|镇|乡|村|社区|居委会|村委会|公司|集团|单位|部门|指挥部|领导小组|专班|工作组|协会|企业|银行|办公室|政府|法院|检察院|联合会|总工会|团区委|妇联)$/;
