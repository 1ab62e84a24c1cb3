/** What kind of document a title names, and what kind of part a heading opens. */

/** Documents whose plain sentences are orders. */
export const planTitle =
  /(报告|方案|要点|计划|清单|通知|规划|任务|实事|分工|责任书|纪要|决定|意见|部署|安排|预案|措施|公告|通告|承诺|倡议|办法|规定|细则|须知|提示|责任状|工作单|督办单|整改单|交办单|告[\u4e00-\u9fff]{2,8}书|一封信|公开信|提醒|守则|公约|约定)/;

/** Parts that look back or say why: nothing in them is an order, unless it says 要. */
export const lookingBack =
  /(成就|回顾|成果|成效|取得|去年|存在的?(?:主要|突出)?(?:问题|不足|困难)|(?:主要|突出|发现的?|反馈的?)问题$|问题及原因|短板不足|基本情况|总体情况|有关情况|进展情况|完成情况|工作开展情况|发展环境|形势|背景|意义|必要性|重要性|指导思想|基本原则|工作原则|总体思路|主要做法|经验|体会|概况|放假时间|活动时间|活动主题|参加(?:对象|人员)|[\u4e00-\u9fff]{2,4}范围$|[\u4e00-\u9fff]{2}对象$|编制依据)/;

/** Parts that say what is to be done, in documents of any kind. */
export const lookingForward =
  /(下一?步|下一阶段|工作要求|有关要求|几点要求|整改要求|整改措施|工作措施|保障措施|主要任务|重点任务|工作任务|工作安排|工作部署|任务分工|具体要求|注意事项|工作步骤|实施步骤|主要工作|重点工作|工作重点|工作打算|工作计划|今后|建议|意见建议|目标任务|对策|要求$|安排$|任务$)/;

/** Parts that name goals: only what is counted in them is an order. */
export const namesGoals = /(工作目标|总体目标|主要目标|目标$|指标$|预期目标)/;
