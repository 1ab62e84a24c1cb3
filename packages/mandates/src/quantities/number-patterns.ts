import {
  countedThings,
  countedWords,
  perWhat,
  qualifiersAfter,
  qualifiersBefore,
  timeWords,
} from '../rules/measure-words.ts';
import { characterNumeral, digitNumeral } from './numerals.ts';

/** The patterns that numbers with a measure are found by, made of the lists of words. */

const longestFirst = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('/', '\\/'))
    .join('|');

const counted = `(?:${longestFirst(countedWords)})(?:[/／](?:${longestFirst(perWhat)}))?`;
// 分钟 is tried before 分, and 周岁 is an age and no week.
const time = longestFirst(timeWords).replace('|周|', '|周(?!岁)|');
const piece = '个(?!月|工作日|百分点|星期|季度|别)';
export const isTimeUnit = new RegExp(`^(?:${time}|岁)$`);
export const qualifierBefore = new RegExp(`(${longestFirst(qualifiersBefore)})(?:共|达|达到|资金|投资|是|为|有)?$`);

const hidden = '[*＊]+|_{1,6}|[XＸx]{1,4}(?=[万亿]?(?:元|个|名|人|户|家|项|处|平方|公里|吨|%|％))';
const range = '(?:[%％万亿千]|个|元|天)?(?:[—–\\-~～－]{1,2}|至|到)';

/** 30余万平方米, 3—5天, 1.2亿多元, *%: a number in digits, or a hidden one, with its measure. */
export const digitQuantity = new RegExp(
  `(?<![\\d０-９A-Za-z.·•×/〔\\-])(?<!\\d[:：])(?<!\\d(?:[%％万亿千]|个|元|天)?[—–~～－])(?<value>${digitNumeral}|${hidden})` +
    `(?:${range}(?<upTo>${digitNumeral}))?` +
    `(?<some>[多余来几])?(?:(?<time>${time})|(?<big>[万亿千百]{0,2})(?<more>[多余来几])?(?<unit>${counted}|${piece})|(?<rate>个百分点|[%％‰])|(?<bare>[万亿]{1,2})(?:(?![\\u4e00-\\u9fff])|(?=(?:常住|户籍|流动|服务)?人口|群众|居民|市民)))` +
    `(?<rest>[多余])?(?<after>${longestFirst(qualifiersAfter)})?`,
  'g',
);

const things = longestFirst(countedThings);
const solid =
  '平方公里|平方米|立方米|公里|亿元|万元|万人次|万人|万吨|万亩|万户|人次|人(?!大|民|员|才|居|口|均|社)|名(?!单|称|录|义|片|为|人|城|优|列)|位(?!列|居|置|于|数|次)|户(?!籍|外|口)|家(?!园|庭|长|属|企)|家企业|座(?!谈|椅)|栋|幢|所(?!有|在|属|以|需|涉|说)|套(?!路|用|餐)|辆|台(?!账|阶)|吨|亩|处(?!理|置|于|罚|级|长|室|分)|场(?!所|地|馆|镇|区|景|面)|个月|个星期|个工作日|个小时|天(?!地|气|然|下|天)|个季度|次(?!序|数|日|要|生|全会|党代会|会议|常委|大会|全国|代表|常务|主席)|盆|棵|株|盏|倍|小时|分钟|轮(?!换|训|流|值|岗|候|车|胎|椅|评|渡|廓)|车(?!辆|间|道|站|位|行|牌|主|库|流|速|票|上|里|内|厢|船|型|载)|份(?!额|子|量|内|外)|回(?!复|访|头|应|收|到|来|合|报|答|落|升|流|迁|购|填)|樘|趟|支(?!部|持|出|付|撑|行|队长)|块(?!状)|口(?!号|头|径|子|袋|罩)|周岁|岁(?!月)|公斤|公顷|米(?!面|饭)|遍(?!布|及)|扇|间(?!隙|断|接|距)';

/** 六个区县, 两年内, 十二名: a numeral in characters with a measure that nobody uses for anything but counting. */
export const characterQuantity = new RegExp(
  `(?<![第一二三四五六七八九十百千两“‘几数每])(?:` +
    `(?<value1>${characterNumeral})(?<some1>[多余来])?(?<unit1>个)(?=${things})|` +
    `(?<value2>(?<=(?:至少|不少于|最少)[\\u4e00-\\u9fff]?)一|(?:一[十百千]|[二两三四五六七八九十百千])${characterNumeral.replace('{1,6}', '{0,5}')})(?<some2>[多余来])?(?<unit2>${solid})|` +
    `(?<=前|奋战|为期|历时|通过|经过|耗时|过去|连续|近|利用|用时|持续|力争|奋斗|未来|今后|最近|不到|还有|只有|仅剩|仅有|大约|约|再用|仅用|用了?)(?<value3>半|${characterNumeral})(?<unit3>年|个月|周|天|个星期|个工作日)|` +
    `(?<value4>半|${characterNumeral})(?<some4>[多几])?(?<unit4>周|个月|年|天|日|小时|个小时|分钟|个星期|个工作日)(?=后|内|之内|时间|以内|以上|左右|来(?!自|到|源|临))` +
    `)(?<after>${longestFirst(qualifiersAfter)})?`,
  'g',
);

/** 百分之三十, 三分之二, 九成以上. */
export const shareInCharacters = new RegExp(
  `(?:百分之(?<percent>${characterNumeral}|${digitNumeral})|(?<![第])(?<lower>[二三四五六七八九十]{1,2}|\\d{1,2})分之(?<upper>[一二三四五六七八九十]{1,2}|\\d{1,2})|(?<![\\u4e00-\\u9fff](?<![近超达约过有足到了多少]))(?<tenths>[一二两三四五六七八九\\d])成(?<half>半)?(?=以上|以下|左右|多|的|群众|居民|，|。|；|、|$))(?<after>${longestFirst(qualifiersAfter)})?`,
  'g',
);

/** 每周检查一次, 每月至少2次, 一周两次. */
export const recurringCount =
  /(?<every>每(?:[一二两三四五六七八九十]{1,2}|\d{1,2}|隔)?(?:个)?(?:半年|半个月|半月|周|月|天|日|季度|年|旬|学期|星期|小时)|(?<![每一])[一二两三](?:周|月|天|年))(?:要|须|应)?(?:至少|不少于|最少|不低于)?[^，,。；;]{0,20}?(?<![第上下这那的\d])(?<value>[一二两三四五六七八九十]|\d{1,2})(?<unit>次|遍|轮|趟)(?!性|会|全|常)/g;

/** 居全省第三位, 位列市辖五区第一, 全国发生的第四起, 进入全省前十. */
export const rankQuantity =
  /(?:位列|位居|名列|排在|跃居|升至|列|居|排名?)(?:到)?(?<group>[^，,。；第\d）)是]{0,12})第(?<value>[一二三四五六七八九十]{1,3}|\d{1,3}|[*＊]+)(?<unit>位|名)?|(?<=[区县市国省])第(?<value2>[一二三四五六七八九十]{1,2})(?=[,，。；;、]|$)|(?<!在|到|为)第(?<value3>[一二三四五六七八九十]{1,3}|\d{1,3})(?<unit3>起|位|名)(?!全会|的是|书记)|(?<=[区县市国省界])前(?<value4>[一二三四五六七八九十]{1,3}|\d{1,3})(?<unit4>位|名|强)?(?=[,，。；;、]|行列|之列|$)/g;
