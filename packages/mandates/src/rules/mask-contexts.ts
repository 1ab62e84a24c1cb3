/**
 * What stands around a removed word and tells what kind of word it was. The alternatives of these lists are read as
 * regular expressions; longer ones come first.
 */

/** What follows a count. */
export const countedThings =
  '万?(?:平方公里|平方米|立方米|公里|公顷|亩|吨|千瓦时|千瓦|人次|人|户|套|箱|株|辆)|个百分点|微克|毫克|小时|个工作日|个(?:月|小时|多月)|%|％|‰|分(?!局|管|类|别)|天|周(?!边|围)|箱|个|项|人|户|名|件|次|家|座|处|条|所|辆|起|例|台|栋|幢|倍|位|批|场|份|张|部(?=电梯|手机|车)|米|岁|亿(?!元)|万(?!元)|余';

export const moneyUnits = '(?:万亿|千亿|百亿|亿|千万|百万|万|千)?(?:余|多)?(?:美元|港元|欧元|元)';

/** Offices, people, territories and bodies whose name comes first. */
export const namedThings =
  '同志|总书记|副?书记|副?市长|副?区长|副?县长|副?省长|副?镇长|副?部长|副?主席|副?主任|副?局长|副?院长|常委|委员|先生|女士|总经理|董事长|自治区|自治州|地区|新区|开发区|高新区|市|区(?!别|域|分|间|直|级|属)|县(?!级|直)|省(?!级|直)|镇|乡|街道|村|社区|小区|公司|集团|学校|医院|中学|小学|大学|路|街|大道|桥|河|广场|公园|市场|项目|工程|局|委员会|办公室|支队|大队|派出所';

/** Labels and offices behind which a name stands. */
export const nameLabels =
  '联系人[：:]|姓名[：:]|负责人[：:]|签发人[：:]|作者[：:]|主持人[：:]|记录人[：:]|书记|市长|区长|县长|省长|部长|主席|主任|局长|同志';

/** Verbs and nouns after which a number must come before its unit. */
export const beforeNumber =
  '达到|达|完成|共计|合计|累计|总计|增长|下降|上升|增加|减少|降低|提高|提升|新增|拆除|清理|清运|整治|改造|安排|投入|拨付|筹集|争取|落实|到位|划拨|补助|支出|收入|总额|投资|资金|约|近|为|是|共|占|分别';
