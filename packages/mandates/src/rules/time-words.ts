/**
 * The words by which official Chinese says until when. A supervisor can read and extend these lists; how a day is
 * counted is in `directives/civil-days.ts`.
 */

/** Feasts that a limit is set before (国庆前). The month and day of the Gregorian or of the lunar calendar. */
export const feasts: readonly {
  readonly name: RegExp;
  readonly calendar: 'gregorian' | 'lunar';
  readonly month: number;
  readonly day: number;
}[] = [
  { name: /元旦/, calendar: 'gregorian', month: 1, day: 1 },
  { name: /春节/, calendar: 'lunar', month: 1, day: 1 },
  { name: /元宵/, calendar: 'lunar', month: 1, day: 15 },
  { name: /三八/, calendar: 'gregorian', month: 3, day: 8 },
  { name: /五一|劳动节/, calendar: 'gregorian', month: 5, day: 1 },
  { name: /五四/, calendar: 'gregorian', month: 5, day: 4 },
  { name: /六一/, calendar: 'gregorian', month: 6, day: 1 },
  { name: /端午/, calendar: 'lunar', month: 5, day: 5 },
  { name: /七一/, calendar: 'gregorian', month: 7, day: 1 },
  { name: /八一/, calendar: 'gregorian', month: 8, day: 1 },
  { name: /教师节/, calendar: 'gregorian', month: 9, day: 10 },
  { name: /中秋/, calendar: 'lunar', month: 8, day: 15 },
  { name: /国庆|十一(?!五|届|次|个|月|名|项)/, calendar: 'gregorian', month: 10, day: 1 },
  { name: /重阳/, calendar: 'lunar', month: 9, day: 9 },
];

/** Limits before something whose day the document does not give: kept as written, without a day. */
export const eventsBefore: readonly string[] = [
  '汛期',
  '主汛期',
  '汛',
  '入汛',
  '雨季',
  '入冬',
  '封冻',
  '上冻',
  '供暖',
  '供暖期',
  '采暖期',
  '采暖季',
  '供热期',
  '开学',
  '放假',
  '离校',
  '节',
  '节假日',
  '双节',
  '两节',
  '两会',
  '高考',
  '中考',
  '测评',
  '省级测评',
  '省测评',
  '国家测评',
  '迎检',
  '复检',
  '验收',
  '开工',
  '完工',
  '下次会议',
  '下次调度',
];

/** Haste without a limit: the last resort when nothing else says when. */
export const vagueTimes: readonly string[] = [
  '即查即改',
  '立行立改',
  '即知即改',
  '边查边改',
  '限期',
  '按期',
  '按时',
  '如期',
  '适时',
  '会后',
  '课后',
  '近期',
  '近日',
  '尽快',
  '尽早',
  '第一时间',
  '当日',
  '当天',
  '当场',
  '定期',
  '下次调度会',
  '下次会议',
  '下次例会',
  '不定期',
];

/** What follows a day that lies behind or only names something: 5月8日召开的会议, 10月29日《…通知》. */
export const pastAfterDay =
  /^(?:的)?(?:《|（|国务院|召开|举行|发生|印发|下发|发布|公布|会议|以来|来|督查|检查|抽查|巡查|暗访|反馈|通报|调研|视察|发现|交办|讲话|批示|指示|至今|文件|动员会|推进会|调度会)/;
/** What stands before a day that lies behind: 对3月8日…, 截至3月底. */
export const pastBeforeDay = /(?:截至|截止|自从|针对|根据|按照|贯彻|落实|对照|曾于|已于|就)$/;
