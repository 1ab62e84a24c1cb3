import {
  actNouns,
  adverbs,
  generalVerbs,
  specificObject,
  specificVerbs,
  vagueObject,
  weakVerbs,
} from '../rules/act-words.ts';
import {
  addressClause,
  attitudes,
  commentClause,
  purposeClause,
  reportMarks,
  tellingFrame,
} from '../rules/attitude-words.ts';

/** What a clause does: tells, reports, comments; and whether it holds an act of which evidence could be shown. */

const longestFirst = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|');

/** 报区创卫办, 交班主任: handed to somebody. */
const handed =
  '(?:报(?!告|社|道|纸|名|考|表|警|刊|销|价|备)|(?<![上提移转])交(?!通|管|警|易|流|界|叉|付|接|办|战|口|房|由)|送(?!达))(?=[\\u4e00-\\u9fff]{1,10}(?:局|办|委|室|部|中心|街道|社区|政府|政协|主任|处|科|组|队|公司|单位))';
export const verbPattern = `${longestFirst([...new Set([...specificVerbs, ...generalVerbs, ...weakVerbs])])}|${handed}`;
/** 把排污口摸清楚, 将围挡清干净: what comes of the act is said. */
const brought =
  '(?:把|将)[^，,。；]{2,30}?(?<![抓落扛拧绷鼓提贯放摆])[\\u4e00-\\u9fff](?:出来|清楚|干净|完|掉|走|齐|进去|到户|给|一遍)(?=$|[\\u4e00-\\u9fff，,。；])';
const specific = new RegExp(`(?<!不)(?:${longestFirst(specificVerbs)}|${handed}|${brought})`, 'g');
const general = new RegExp(longestFirst(generalVerbs), 'g');
const solid = `${longestFirst([...new Set([...specificVerbs, ...generalVerbs])])}|${handed}|${brought}`;
const solidVerb = new RegExp(solid);
const allSolid = new RegExp(`(?<!不)(?:${solid})`, 'g');

const when =
  '(?:(?:于|在|到|自|从|力争|确保|争取|计划)*(?:20\\d{2}年|今年|明年|本年度?|年内|全年|上半年|下半年|[一二三四]季度|\\d{1,2}月|月底|年底|年末|季度?末|当[日天场晚]|假期中?|每(?:半)?[周月天日季年旬][^，,。；]{0,6}?|本[月周]|下[月周]|近期|会后|[^，,。；]{1,8}(?<!之|以)(?:前|内|后))(?:\\d{1,2}[日号]|份|底|末|[上中下]旬)?(?:上午|下午|中午|下班)?(?:之?前|以前|底前|之内|以内|起|开始|(?:至|—|-)[^，,。；]{1,8}?(?:日|月|底|前))?)';
const adverb = `(?:${longestFirst(adverbs)}|[\\u4e00-\\u9fff]{1,4}地)`;
const about =
  '(?:对|对于|针对|将|把|按照?|根据|结合|围绕|依托|通过|以|为|在|由|向|给|从|就|利用|组织|会同|凡|经|与|和|采取|采用|聚焦|紧扣)[^，,。；]{1,44}?';
const noun =
  '(?!(?:对象|总?投资|工程|项目|任务|目标|范围|标准|资金|内容)(?=$|[，,。；、的是为])|情况|结果|进展|以来|后|时|组(?!织|建)|人员|发现|的(?!整改)|工作(?:是|已|取得|成效|有)|成效|成果|力度(?:大|强)|水平|能力|质量|是|为(?!重点))';
const actFirst = new RegExp(`^${when}*(?:[，,]?${adverb})*(?<about>${about})?(?:${adverb})*(?:${verbPattern})${noun}`);

const demandWord =
  '必须|务必|应当|要(?!求|点|素|害|件|领|么|不是|说)|须|应(?!对|急|有尽有|该说|变|用)|需要|需(?!求)|得(?!到|了|分|出|益|知)|请|希望|望|希|不得|严禁|一律|负责|牵头|责成|责令|[^，,。；]{2,12}(?:期间|时|后|前|当天)请';
const demanded = new RegExp(
  `^(?:(?:也|还|同时|特别|尤其|一定|就|都|更|并|又|这|那|此外|另外|[一二三四五六七八九十]|今后|下一步|当前|目前|现在|近期|我们|大家|同志们|全[区市县](?:上下)?|所以|因此|为此|对此|接下来|接下去|在此基础上|各位)+[,，]?)?(?:${demandWord})`,
);
const demandInside = /(?:要|必须|务必|应当|须|一律)(?!求|点|素|害|件|领|么|说)/;
const promised = new RegExp(
  `^(?:(?:下一步|今年|明年|接下来|20\\d{2}年|同时|近期|年内|为此)[，,]?)*(?:我们|我[区市县局校]|[区市县]政府|[区市县]委)?(?:还|也)?将(?:${adverb})*(?:${verbPattern})${noun}`,
);

/** The same clause is asked about many times while a sentence is read. */
function remembered(ask: (clause: string) => boolean): (clause: string) => boolean {
  const known = new Map<string, boolean>();
  return (clause) => {
    let answer = known.get(clause);
    if (answer === undefined) {
      answer = ask(clause);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(clause, answer);
    }
    return answer;
  };
}

const MOST_KNOWN = 200;

/** Does the clause tell (要, 必须, 请 …) rather than report? */
export const isDemand = remembered((clause) => {
  return (
    demanded.test(clause) ||
    promised.test(clause) ||
    /将于[^，,。；]{2,14}?(?:进行|开展|举行|召开|启动|印发|公布)/.test(clause) ||
    (/^[\u4e00-\u9fff“”、（）\d]{2,30}(?:要|必须|务必|应当|须|一律)[\u4e00-\u9fff\d]/.test(clause) &&
      demandInside.test(clause) &&
      !/[主首重需只纪紧不]要|^(?:相当|许多|很多|有些|不少|大部分)/.test(clause))
  );
});

const withoutNames = (text: string): string =>
  text.replaceAll(/《[^》]*》|“[^”]{5,14}”/g, '※').replaceAll(actNouns, '');

const opensWeakly = new RegExp(
  `^(?:要|必须|应|须|务必)?(?:${longestFirst(adverbs)})*(?:${longestFirst(weakVerbs)})(?!.*(?:台账|清单|制度|机制|方案|平台|部署|解决))`,
);

/** An act with an object, of which evidence could be shown. */
export const isConcrete = remembered((text) => {
  const match = solidVerb.exec(text);
  return match !== null && text.length - match[0].length >= 2;
});

/** The same for somebody who is told: one clause at least is more than attitude, and its object more than 工作. */
export const holdsAct = remembered((text) => {
  return text.split(/[，,：:]/).some((clause) => {
    if (isAttitude(clause) || (opensWeakly.test(clause) && !holdsCount(clause))) return false;
    const plain = clause.replaceAll(actNouns, '').replace(/[。；;！]$/, '');
    return [...plain.matchAll(allSolid)].some(
      (match) => plain.length - match[0].length >= 2 && !vagueObject.test(plain.slice(match.index + match[0].length)),
    );
  });
});

/** Is there an act that somebody can be asked about even when no owner is named? */
export const isSpecific = remembered((text) => {
  return withoutNames(text)
    .split(/[，,：:]/)
    .some((clause) => {
      if (isAttitude(clause) || (opensWeakly.test(clause) && !holdsCount(clause))) return false;
      for (const match of clause.matchAll(specific)) {
        if (!vagueObject.test(clause.slice(match.index + match[0].length))) return true;
      }
      return [...clause.matchAll(general)].length > 0 && specificObject.test(clause);
    });
});

export const isComment = remembered((clause) => commentClause.test(clause));
/** 应该说, 要看到, 要认识到: words to the audience. */
export const isAddress = (text: string): boolean => addressClause.test(text);
export const beginsWithAct = remembered((clause) => actFirst.test(clause));
/**
 * What the first act of a clause is done to, as written: 建立问题台账 → 问题台账, 对占道经营进行整治 → 占道经营. Null when the
 * clause does not begin with an act.
 */
export function objectOfAct(clause: string): string | null {
  const match = actFirst.exec(clause);
  if (!match) return null;
  const topic = /^(?:对于?|针对|将|把)(.{2,40}?)(?:进行|开展|实施|实行|予以|逐一|逐项|全部|及时|一并|统一)*$/.exec(
    match.groups?.about ?? '',
  )?.[1];
  const behind = clause
    .slice(match[0].length)
    .replace(/^(?:好|到位|完|一批|一次|了)/, '')
    .replace(/[，,。；（(].*$/, '');
  return topic ?? (behind.length >= 2 && behind.length <= 40 ? behind : null);
}

export const isReport = remembered((text) => reportMarks.test(text));
export const isPurpose = (clause: string): boolean => purposeClause.test(clause);
/** 会议要求, 周岚强调: who tells, before what is told. */
export const isFrame = (clause: string): boolean => tellingFrame.test(clause);
export const isAttitude = remembered((clause) => attitudes.some((attitude) => attitude.test(clause)));

/** True when nothing but attitude is left: 提高认识, 高度重视, 狠抓落实. */
export function isAttitudeOnly(text: string): boolean {
  return text.split(/[，,]/).every((clause) => !isConcrete(clause) || isAttitude(clause));
}

const goal =
  /(?:达到|提高到|提高至|提升到|提升至|稳定在|控制在|保持在|下降到|降低到|降至|降到|增加到|不低于|不少于|不超过|突破|压减|压降|增长|下降|实现)[^，,。；]{0,8}\d[\d.,]*(?:%|％|万|亿|个|微克|分|天|条|亩|公里|人|户|以上|以下|以内)/;
/** 满意率稳定在95%以上: a number that is to be reached, where goals are set. */
export const isGoal = (clause: string): boolean =>
  goal.test(clause) && !/同比|环比|比上年|比去年|预期目标/.test(clause);

const milestone =
  /^[\u4e00-\u9fff“”、\d（）]{3,30}?(?:\d{1,2}月|年内|年底前?|上半年|下半年|[一二三四]季度|月底前?)?(?:前|底前?)?(?:全部|全面|正式|如期|基本|力争|确保|要|同步)*(?:完成|建成|开工|投入使用|投用|投产|通车|竣工|启用|交付使用|整治到位|整改到位|安装到位|拨付到位|落实到位|消除|达标|清零|拆除|恢复|完工)/;
/** 门诊综合楼8月投入使用: a thing that is to be ready, where plans are told. */
export const isMilestone = (clause: string): boolean => milestone.test(clause) && !/已|了|曾|尚未|未能/.test(clause);

const untilThen =
  /^(?:到|在|力争|确保|争取)*(?:20\d{2}年|今年|明年|本月|下月|\d{1,2}月|年|上半年|下半年|[一二三四]季度|国庆|春节)(?:年)?(?:\d{1,2}日|底|末|[上中下]旬|节)?(?:之?前|底前)?(?:$|[^，,。；]{4,})/;
/** 到10月底，…: what follows is to be so by then. */
export const opensWithLimit = (clause: string): boolean =>
  untilThen.test(clause) && /(?:底|末|前|旬|半年|季度)/.test(clause.slice(0, 14)) && !/去年|截至|以来/.test(clause);

const counted =
  /\d[\d.,]*(?:余|多)?(?:万|亿|千)?(?:余|多)?(?:个(?!月|工作日|百分点)|处|座|条|项|户|家|栋|套|所|台|辆|株|亩|公里|公顷|平方米|平方公里|立方米|吨|人次|人|名|张|部|例|场|盏|米|块|支|件|份)/;
/** A number of things that is to be reached: 80个, 15万平方米. */
export const holdsCount = (clause: string): boolean => counted.test(clause);

/** Words of demand that go from the act; a prohibition (不得, 严禁) is the act itself and stays. */
const dropped =
  /^(?:也|还(?!原|款|绿|清)|同时|都|一定|就(?!业|近)|更(?!换|新|改)|要(?!求|点)|必须|务必|应当|须|应(?!急|对)|需要|请|希望|望|责成|牵头|负责|将(?=[\u4e00-\u9fff]{0,4}(?:启动|推进|实施|建设|开展|组织|出台|修订|完成|制定|新建|改造)))+/;

const LONGEST_ACTION = 70;

/** The act in plain words: the sentence without its owner and demand, of a long one only the concrete clauses. */
export function actionOf(text: string): string {
  const whole = text
    .replace(/^[，,、：:\s]+/, '')
    .replace(dropped, '')
    .replaceAll(/[。；;！]$/g, '');
  if (whole.length <= LONGEST_ACTION) return whole;
  const concreteClauses = whole.split(/[，,]/).filter((clause) => isConcrete(clause));
  const plain = concreteClauses.length > 0 ? concreteClauses.slice(0, 3).join('，') : whole;
  return plain.length > LONGEST_ACTION ? `${plain.slice(0, LONGEST_ACTION - 1)}…` : plain;
}
