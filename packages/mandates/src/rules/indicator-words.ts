/** The measures by which work is judged. A supervisor can read and extend these lists. */

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Endings of the names of measures: 整改率, 平均得分, 空气质量优良天数. */
export const measureEndings: readonly string[] = words(`
  率 得分 评分 分值 总分 均分 满意度 知晓度 支持度 认可度 参与度 感知度 优良天数 浓度 指数 水质 增速 增幅 增加值 生产总值 GDP
  预算收入 财政收入 可支配收入 固定资产投资 社会消费品零售总额 进出口总额 税收收入 工业总产值 营业收入 完成投资 到位资金 接待游客 旅游收入
  能耗 排放量 绿化面积 覆盖面 权重 占比 比重 比例 位次 名次 排名 排位 断面 达标 发运量 吞吐量 受理量 诉求 投诉 信访量 发案数 事故起数
`);

/** Words by which a clause judges without a measure of its own: 扣0.5分, 资金缺口较大, 工作进度不太理想. */
export const judgingClause =
  /(?:扣|加|记|得|计)\d*(?:\.\d+)?分|(?<![时点:：]\d?)(?:\d[\d.]*|[*＊]+)分(?!钟|别|批|类|局|管|组|步)|(?:资金|供需|车位|泊位|经费)?缺口[^，,。；]{0,6}(?:大|达|多|\d)|(?:工作)?进度[^，,。；]{0,8}(?:理想|滞后|缓慢|\d)|(?:超额|提前)、?(?:提前|超额)?完成[^，,。；]{0,8}任务|占[^，,。；]{0,14}(?:\d[\d.]*|[*＊]+)[%％成]|排名(?:通报|末位|第|后|前)|(?:排名|位次)/;

/** Words in front of the name of a measure that are no part of it. */
export const notOfName =
  /^.*(?:的|了|是|为|以|对|将|把|到|按|由|使|让|确保|实现|力争|提高|提升|达到|完成|其中|全年|预计|目前|截至[^，,。]{0,8}|我[区市县省校]|全[区市县省国镇]|今年|去年|上半年|下半年|[一二三四]季度|、|和|及)/;
