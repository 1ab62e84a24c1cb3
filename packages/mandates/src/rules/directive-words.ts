/**
 * The words by which a directive is known. A supervisor can read and extend these lists; the code that uses them does
 * not change.
 */

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Acts of which one could later ask for evidence. The longest match wins. */
export const concreteVerbs: readonly string[] = words(`
  拆除 改造 整治 清理 清运 清淤 腾退 疏解 检查 排查 督查 督改 督促 督导 督办 巡查 暗查暗访
  抽查 核查 验收 通报 排名 公示 公布 曝光 查处 问责 约谈 处置 建立 健全 完善 制定 制订
  编制 出台 印发 修订 成立 组建 设立 搭建 开展 组织 实施 推行 推进 启动 完成 实现 报送
  上报 汇报 形成 梳理 签订 召开 培训 宣传 发放 领取 提供 建设 建成 新建 改建 扩建 修复
  修缮 安装 加装 更新 增设 新增 增加 拨付 筹集 争取 对接 动员 发动 配备 配齐 补充 纳入
  列出 销号 倒排 整改 收集 征集 征求 反映 解决 化解 回复 答复 反馈 调研 调查研究 议政 协商
  建言献策 规划 打扫 整理 保洁 发布 释放 扩大 提高到 提高至 达到 达标 报销 救助 查找
  精研精读 拿出 补建 补植 补齐 明确责任 落实责任 回头看 清零 即查即改 参与文明城市创建 帮助 开设 举办 承办
  推动建立 监督管理 监督检查 做好 部署 教育 改进 留绿 多留 打造 治理 结对共建 跟踪问效
  加快推进 打通 取缔 关停 搬迁 安置 确权 办理 办结
`);

/**
 * Verbs so general that they order something only when somebody is named who shall do it (各街道要做好…), or in a plan.
 */
export const generalVerbs: readonly string[] = words(`
  做好 开展 建设 打造 组织 推进 加快推进 完成 实现 解决 达到 规划 治理 教育 帮助 动员 发动
  参与 部署 实施 疏解 整治 办理 提供 增加 扩大 形成 协商 议政 达标 改进 启动 建成 宣传
  完善 改造 拆除 整改 排名 列出 腾退
`);

/** With one of these an act without a named owner is still specific: it has a place, a thing or a mechanism as object. */
export const specificObject =
  /(机制|制度|台账|清单|平台|方案|办法|责任制|奖励|举报|专项行动|设施|绿色空间|问题进行|行为进行|对.{2,40}进行|占道|垃圾|违章|违建|小区|点位|隐患|绿地|资金)/;

/** Words of attitude: alone they order nothing that could be shown. */
export const attitudes: readonly RegExp[] = [
  /(提高|增强|树立|强化|坚定|筑牢)[^，,。；]{0,16}(认识|意识|站位|信心|责任感|使命感|紧迫感|自觉|定力|信念|观念|思想|理论水平)/,
  /(统一思想|高度重视|深刻认识|充分认识|清醒认识|认清形势|加强领导|狠抓落实|振奋精神|再接再厉|不负众望|牢牢把握|始终坚持|坚定不移|真抓实干|敢于担当|勇于担当|加强学习|发扬)/,
  /(拿出|鼓足|使出|下足)[^，,。；]{0,8}(劲|决心|勇气|干劲|功夫)|打赢[^，,。；]{0,8}(攻坚战|硬仗)/,
  /^(充分)?发挥[^，,。；]{0,20}(作用|优势|职能)$/,
];

/** What tells rather than reports, when it opens a clause or follows its owner. */
export const demandWords = '(?:必须|务必|应当|要|须|应|需要|得|请|希望|望|不得|严禁|一律|负责|牵头)';

/** Endings by which the name of somebody who can be told to act is known. */
export const ownerEndings: readonly string[] = words(`
  街道办事处 街道 办事处 乡镇 社区居委会 居委会 社区 村和社区 村 镇 部门 单位 局 委办局
  发改委 卫健委 住建委 委员会 国资委 农委 经信委 城管委 办公室 创城办 创卫办 文明办 督查室
  政府办 区委办 整治办 厅 法院 检察院 研究室 大队 支队 中队 中心 公司 集团 学校 医院 指挥部
  领导小组 工作组 专班 政府 党委 区委 市委 县委 党组 党组织 政协 人大 组织部 宣传部 统战部
  政法委 纪委 监委 工委 党工委 直属机关工委 常委 委员 委员代表 政协人 领导 领导干部 “一把手”
  一把手 负责人 负责同志 责任人 班主任 班主任老师 值周班 班级 河长 网格员 企业 派出所 联合会
  红十字会 残联 妇联 团委 工会 协会 各地 各级 各班 各组 各处 各科室 物业 物业公司 施工方
  建设方
`);

/** Who is meant by a phrase that names a part instead of a unit. */
export const rolePhrases: readonly {
  readonly phrase: RegExp;
  readonly kinds: readonly string[];
  readonly names?: RegExp;
}[] = [
  { phrase: /^各?(?:镇街|街道(?:办事处)?|镇(?:、|和)?街道?|乡镇(?:、|和)?街道)$/, kinds: ['street'] },
  { phrase: /^各?(?:社区|村|村和社区|村居|社区居委会)$/, kinds: ['community'] },
  {
    phrase:
      /^(?:各|有关|相关|区直|市直|县直|各责任|各有关|各职能|各主管|责任|主管|职能)?(?:部门|区直部门|责任部门|职能部门|主管部门)$/,
    kinds: ['department'],
  },
  { phrase: /^各?(?:专项)?(?:工程)?指挥部$/, kinds: ['command_post'] },
  { phrase: /^(?:各单位|各责任单位|各有关单位|责任单位|有关单位)$/, kinds: ['department', 'street'] },
];

/** A clause that comments on the act instead of ordering one. */
export const commentClause =
  /^(让|使|从而|才能|这是|这也|我们一切|真正|特别是.*(问题|现象|占道|违章|脏乱|垃圾|隐患))|^[^，,。；]{0,20}(都是|就是|才能|目的)/;
/** A clause that only says what for. */
export const purposeClause =
  /^(推动|促进|确保|使|让|从而|以便|进而|真正|不断|切实|为[^，,。；]{2,20}(?:提供|作出|奠定))/;
/** Signs that a clause reports. */
export const reportMarks =
  /(已经|已|取得了|完成了|实施了|开展了|进行了|形成了|成立了|召开了|得到了|作了|做了|有了|近年来|去年|过去|以来|刚才|前期|前段时间|今年上半年|累计|正在|过程中)/;
/** Sections that look back. */
export const lookingBack = /(成就|回顾|成果|成效|取得|去年|存在的?(?:主要)?问题|基本情况|发展环境)/;
/** Documents whose plain sentences are orders. */
export const planTitle = /(报告|方案|要点|计划|清单|通知|规划|任务|实事|分工|责任书)/;
