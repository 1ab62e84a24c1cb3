import {
  attitudes,
  commentClause,
  concreteVerbs,
  demandWords,
  generalVerbs,
  purposeClause,
  reportMarks,
  specificObject,
} from '../rules/directive-words.ts';

const verbs = concreteVerbs.toSorted((a, b) => b.length - a.length).join('|');
const concrete = new RegExp(verbs);
const startsConcrete = new RegExp(
  `^(?:(?:同时|并|还|再|继续|持续|加快|大力|深入|积极|主动|全面|扎实|认真|有效|集中|稳步|统筹|着力|重点|抓紧|广泛|不折不扣|有序|严格|逐步|精心|更好|好)+)?(?:${verbs})(?!对象|总?投资|工程|项目|任务|目标|范围|标准|资金|内容|情况|进展|以来|后)`,
);
const demanded = new RegExp(
  `^(?:(?:也|还|同时|特别|尤其|一定|就|都|更|并|又|这|那|[一二三四五六七八九十]|今后|下一步|当前|我们|大家|同志们|全区上下|全市上下|所以)+[,，]?)?(${demandWords})`,
);
const demandInside = /(?:要|必须|务必|应当)(?!求|点|素|害|件|领|么)/;

/** Does the clause tell (要, 必须, 请 …) rather than report? */
export function isDemand(clause: string): boolean {
  return (
    demanded.test(clause) ||
    (/^[\u4e00-\u9fff“”、]{2,30}(?:要|必须|务必|应当|须)[\u4e00-\u9fff]/.test(clause) &&
      demandInside.test(clause) &&
      !/[主首重需只]要/.test(clause))
  );
}

/** An act with an object, of which evidence could be shown. */
export function isConcrete(text: string): boolean {
  const match = concrete.exec(text);
  return match !== null && text.length - match[0].length >= 2;
}

const general = new Set(generalVerbs);
/** nouns that look like acts: 重点建设工程, 整治项目, 规划引领 */
const actNouns =
  /(建设|整治|改造|治理|规划|宣传|教育)(?=工程|项目|任务|事业|史上|引领|管理工作|难题|与|和管理|成果|局面|进度|、|的)/g;

/** Is there an act that somebody can be asked about even when no owner is named? */
export function isSpecific(text: string): boolean {
  const plain = text.replaceAll(/《[^》]*》/g, '').replaceAll(actNouns, '');
  for (const match of plain.matchAll(new RegExp(verbs, 'g'))) {
    if (!general.has(match[0]) || specificObject.test(plain)) return true;
  }
  return false;
}

export const isComment = (clause: string): boolean => commentClause.test(clause);
/** 应该说, 要看到, 要认识到: words to the audience. */
export const isAddress = (text: string): boolean =>
  /^[^，,。；]{0,16}(应该说|看到|认识到|明白|关系到|可以说|需要(?:特别)?强调|牢记|相信)/.test(text) ||
  /^希望(大家|同志们|各位)/.test(text) ||
  /^(应该说|要实现|要完成)[^，,。；]{0,20}(?:，|,|$)/.test(text);

export const beginsWithAct = (clause: string): boolean => startsConcrete.test(clause);
export const isReport = (text: string): boolean => reportMarks.test(text);
export const isPurpose = (clause: string): boolean => purposeClause.test(clause);

/** True when nothing but attitude is left: 提高认识, 高度重视, 狠抓落实. */
export function isAttitudeOnly(text: string): boolean {
  const clauses = text.split(/[，,]/);
  return clauses.every((clause) => !isConcrete(clause) || attitudes.some((attitude) => attitude.test(clause)));
}

/** Words of demand that go from the act; a prohibition (不得, 严禁) is the act itself and stays. */
const dropped =
  /^(?:也|还(?!原|款|绿|清)|同时|都|一定|就(?!业|近)|更(?!换|新|改)|要(?!求|点)|必须|务必|应当|须|应|需要|请|希望|望|牵头|负责)+/;

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
