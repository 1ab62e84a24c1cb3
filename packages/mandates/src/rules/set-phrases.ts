/**
 * Set phrases of official Chinese. The repair of shifted bytes computes everything but the two characters at the edges
 * of a damaged stretch, whose other half is lost; a phrase of this list settles such an edge when exactly its bytes fit.
 */
export const setPhrases: readonly string[] = `
  把握大势 扭住重点 善作善成 履职尽责 扎实履职尽责 落实到行动 把纸上写的落实到行动 指明了路径
  明确了任务 提出了新目标 提出了新目标新要求 了新目标新要求 了新要求 总书记视察 总书记重要讲话
  重要讲话精神 落地见效 工作成效 体现在实实在在的工作成效上 同时 统筹推进 抓好落实 狠抓落实
  认真贯彻落实 高质量发展 勇于担当 真抓实干 攻坚克难 凝心聚力 担当作为 守正创新 久久为功
  确保考核结果 推动 确保 建言资政 凝聚共识 民主监督 参政议政 政治协商 团结奋斗 改革开放 人民群众
  社会主义 全面深化 乡村振兴 生态环境 工作部署 决策部署 贯彻执行 督促检查 责任落实 跟踪问效
  按期完成 再过不到 还有不到 倒排工期 组织领导 空气质量 全区上下
`
  .trim()
  .split(/\s+/);
