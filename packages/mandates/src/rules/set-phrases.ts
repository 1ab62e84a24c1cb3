/**
 * Set phrases of official Chinese that a general dictionary of words lacks. Where shifted bytes tore a character in two,
 * they help to tell which of the characters that share the remaining byte was there. Add phrases freely: a digit stands
 * for any digit.
 */
export const setPhrases: readonly string[] = `
  把握大势 扭住重点 善作善成 履职尽责 扎实履职尽责 落实到行动 体现在 指明了 明确了 提出了新目标新要求 总书记视察
  重要讲话精神 重要指示批示精神 落地见效 工作成效 统筹推进 抓好落实 狠抓落实 认真贯彻落实 高质量发展 勇于担当
  真抓实干 攻坚克难 凝心聚力 担当作为 守正创新 久久为功 建言资政 凝聚共识 民主监督 参政议政 政治协商 改革开放
  乡村振兴 生态环境 工作部署 决策部署 督促检查 督查督办 跟踪问效 按期完成 按期销号 倒排工期 挂图作战 空气质量
  全区上下 全市上下 确保考核结果 各街道 各乡镇 各部门 各单位 问题台账 整改台账 整改清单 责任清单 属地责任 主体责任 压实责任
  网格员 指挥部 领导小组 工作专班 老旧小区 占道经营 违法建设 专项整治 专项行动 长效机制 齐抓共管 群众满意度
  营商环境 民生实事 接诉即办 一网统管 城市更新 疏解整治 文明城区 创城办 城管局 住建局 督查室 街道办事处
  在6月 到6月 于6月 至6月 在2026年 到2026年 达到6 共有6 共6 增长6 下降6 完成6 超过6 不少于6 前6 约6 近6 的6 了6
  要在6 将在6 从6月 自6月 为6个 其中6 新增6 累计6 整改6 拆除6 改造6
`
  .trim()
  .split(/\s+/);
