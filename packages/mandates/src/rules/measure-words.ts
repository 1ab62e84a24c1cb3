/**
 * What is counted and measured in. A supervisor can read and extend these lists; the patterns made of them are in
 * `quantities/number-patterns.ts`.
 */

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Words after a number that may carry 万, 亿 or 千 in front. */
export const countedWords: readonly string[] = words(`
  平方公里 平方千米 平方米 立方米 平方厘米 微克/立方米 毫克/立方米 毫克/升 微克每立方米 吨标准煤 吨/日 千米 公里 千瓦时 兆瓦时 千瓦 兆瓦 千伏安 千伏
  公顷 人次 人日 人 户次 户 名 元 吨 斤 公斤 千克 亩 家次 家 座 栋 幢 所 处 条 件次 件 起 例 部 张 台套 台次 台 套 场次 场 批次
  班次 航次 车次 架次 辆次 次 位 批 份 篇 期 支 辆 株 棵 盏 箱 标箱 块 间 层 岁 项次 项 种 类 毫米 厘米 米 倍 分 册 对 门 只 头 盘
  页 字 字节 幅 面 艘 架 枚 颗 粒 盆 桶 车 趟 宗 笔 卷 封 人份 剂次 剂 例次 平米 ㎡ m² m2 m³ km 摄氏度 ℃
  分贝 帕 升 毫升 度 票 桩 口 眼 孔 道 根 扇 杆 工日 具 方 标段
  册次 店次 处次 点次 篇次 校次 户次 床次 台班 樘 学时 课时 轮 回 蒸吨 克 毫克 微克 瓦 款 本 组 片 排 列 节 首 集 副 床 尾 羽 捆 束 桌 站 顿 海里 周岁 尺
`);

/** What a measure may be told of: 5吨/平方公里·月, 元/人, 立方米/日. */
export const perWhat: readonly string[] = words(
  '平方公里·月 平方公里 平方千米 平方米 立方米 公顷 亩 人次 人 户 日 天 月 年 小时 秒 吨 升 米 公里 千克 公斤 次',
);

/** Measures of time: a number with one of these is a length of time, an age or a rhythm. */
export const timeWords: readonly string[] = words(
  '个工作日 个月 周年 小时 分钟 工作日 个星期 星期 个季度 季度 年 天 周 月 日 秒',
);

/** In front of a number. */
export const qualifiersBefore: readonly string[] = words(`
  接近 将近 近 约 大约 大概 约为 超过 突破 超 逾 不到 不足 未满 不满 不少于 不低于 不小于 不高于 不超过 不大于 不多于 至少 至多 最多 最少 最高
  最低 高于 低于 多于 少于 达到 预计 力争 保持在 稳定在 控制在 上千 高达
`);

/** Behind the measure. */
export const qualifiersAfter: readonly string[] = words('以上 以下 左右 以内 上下 之内 之多 有余 不等 之间 开外');

/** What may be counted with a numeral in characters and 个: 六个区县. Abstract things (三个方面) are no quantities. */
export const countedThings: readonly string[] = words(`
  区县 县区 旗县 街道 部门 乡镇 镇街 社区 村 小区 单位 县 区 市 州 省 乡 镇 老城区 工作组 专班 项目 地市 盟市 班级 班 学校 年级 小组
  党组织 党支部 支部 检查组 督查组 督导组 指挥部 调研组 园区 片区 点位 站点 市场 农贸市场 路口 路段 家庭 企业 医院 公园 广场 网格 窗口
  岗位 试点 示范点 车位 泊位 停车场 公厕 垃圾站 中转站 工地 楼栋 楼院 院落 行政村 自然村 居委会 村居 组 队 大队 中队 分队 责任单位 成员单位 
  委办局 科室 处室 省份 国家 地区 城市 城区 开发区 经济体 场馆 车间 工程 标段 批次 课题 议题 提案 案件
`);

/** What a count in characters stands before without being one: names and set phrases. */
export const nameAfterCount =
  /^(?:区县?(?:建设|一)|市(?:民|场监)|村(?:两|“)|项目年|单位制|区域|年(?:行动|规划|计划)|家庭和|组织|国家战|城市(?:群|圈))/;

/** A forecast is not a count. */
export const forecastWords = /(?:预计|预期|估计|测算|预测)/;
/** The value was reached, or what was done is told. */
export const achievedWords =
  /(?:已|完成|共|累计|了|新增|发运|成立|拆除|撤除|整治|先后|建成|制定|进行|实施|投入|达到|增长|改造|清理|发放|培训|开展|办理|受理|排查|查处)/;
/** The value is to be reached. */
export const targetWords = /(?:计划|力争|确保|争取|努力|目标|任务|(?<![需重主只])要|将|拟|应|必须|预期|不低于|不少于)/;
/** How things are. */
export const stockWords = /(?:需要|涉及|现有|共有|还有|拥有|辖|总(?:人口|面积|数)|常住|位于|属于)/;
