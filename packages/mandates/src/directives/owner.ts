import { adverbs } from '../rules/act-words.ts';
import { notOwner } from '../rules/owner-words.ts';
import { isReport, verbPattern } from './acts.ts';
import { endings, nameBetween, openingLength, tailEnds } from './owner-patterns.ts';

/** Who is told to act, as written, and how far the clause is taken by saying so. */
export type Owner = {
  readonly names: readonly string[];
  /** those named as helping in the same breath: 区财政局会同城投公司 */
  readonly helpers: readonly string[];
  readonly length: number;
  /** the word that tells; empty when the act follows at once */
  readonly demand: string;
};

const between =
  '(?:这周|本周|下周|今年|本月|这几天|现在|明天|今晚|也|都|均|还|则|一定|就|同时|继续|今后|切实|严格|进一步|今天|们|更|再|又|务必|一律)*';
const demandWord =
  '必须|务必|应当|要(?!求|点|素|害|件|领|么|紧)|须|应(?!对|急|变|有|届|邀|用|收|当前)|需要|需(?!求)|得(?!到|了|出|知|以|失|分|票|主|当|益)|请|希望|望|希|不得|严禁|一律|负责(?!人|同志)|牵头(?!单位|部门)|将(?=视|在|于|(?:会同|进一步|继续|全面|适时|尽快|陆续|逐步|另行|从严|依法|严肃|依规|坚决|一律)*(?:20\\d{2}年|\\d{1,2}月|[上下]半年|年内|修订|制定|出台|印发|开展|组织|实施|启动|推进|完成|建立|建设|列入|预留|报请|召开|举办|公布|发放|统一|对|派|按|追责|问责|通报|约谈|处理|查处|提请|报请|约见|为|负责))';

const thenDemand = new RegExp(`^${between}(?<demand>${demandWord})`);
/** 请区财政局…, 由…, 建议…: the words in front of whom is asked. */
const asking =
  /^(?:请|望(?=各|大家|有关|你|全体|班|同学|老师|家长|广大|以上|[区市县镇街])|希望|希(?=各|任课|班|老师|家长|有关|全体)|由(?!.{2,16}任(?:组长|副组长|主任))|交由|委托|建议|责成|责令|拟由)/;
const thenAsked = new RegExp(
  `^(?:再|要|也|认真|继续|牵头|负责|会同|抓紧|尽快|对|把|将|于|在|按|根据|结合|针对|加强|加快|做好|切实|组织|每|务必|严格|进一步|及时|立即|约谈|到|注意|带|利用|准备|跟踪|先行|通过|统一|逐|全程|共同|${verbPattern})`,
);
/** 区督查室对…情况要跟踪问效: what it is about stands between the owner and the demand. */
const thenTopic =
  /^(?:对|把|将|按照|根据|围绕|结合)[^，,。；]{2,40}?(?<demand>要|必须|务必|应当|负责|实行|进行|开展)(?!了)/;
const adverb = adverbs.toSorted((a, b) => b.length - a.length).join('|');
const whenWord =
  '(?:近期|今晚|今夜|明早|明晚|后天|当晚|连夜|从[^，,。；]{2,8}起)|(?:于|在|到|自|从)?(?:20\\d{2}年|今年|年内|年底|月底|[上下]半年|\\d{1,2}月|\\d{1,2}日前|本[月周]|下[月周]|明天|今天|今晚|每|按[月周季旬]|汛期|节前|离校|放学|课前|课后|放假)';
/** 区指挥部每两周组织一次交叉检查, 供电公司在5月底前提交方案: owner, then time or act at once. */
const thenAct = new RegExp(
  `^(?:(?:${adverb})*(?:${whenWord}|对(?!于)|将|把|在[^，,。；]{2,12}?(?:${verbPattern})|会同|联合|牵头|负责|配合|按照|按|对照|根据|结合|利用|(?:再|也|还|就|都|马上|立即|连夜|抓紧|今晚|明天|这几天就?|从[^，,。；]{2,6}起)*(?:派|从[^，,。；]{1,6}里?(?:调|协调|抽)|把|将|去)|(?:${adverb}){1,3}(?:${verbPattern})|(?:${verbPattern})(?![室组办队处科站部局委])))`,
);
const thenTime = new RegExp(`^(?:${whenWord}[^，,。；]{0,16}?(?:前|内|次|遍|底|组织|开展|召开|检查|通报|报送|调度))`);
/** 各镇街党政主要负责人是第一责任人，要…: the clause before names who is meant. */
const thenBeing = /^(?:是|为|作为)[^，,。；]{2,24}$/;
/** 骑车接送孩子的家长，要戴好头盔: those of whom something is so. */
const ofWhom =
  /[\u4e00-\u9fff]{2}的(?<name>家长|同学|学生|教师|老师|商户|居民|住户|业主|村民|经营户|党员|干部|车主|单位|企业|门店)$/;
const toldSo = /^(?:要|必须|务必|应|须|请)(?!求)/;
/** 住建局的两个安置房项目，6月底必须封顶: whose thing it is. */
const thenThing = /^的[^，,。；]{2,24}(?:项目|工程|任务|问题|工作)$/;
const speakingAs = /^作为(?<name>[\u4e00-\u9fff]{2,20})$/;
const allOfUs = /^(?:各|全体|所有|每个|每位|有关|相关)/;

/**
 * @param clause one clause, numbering already taken off
 * @param before the clause before it
 * @param isImperative the part of the document orders without a word of demand (各街道于…前完成…)
 */
export function ownerOf(clause: string, before = '', isImperative = false): Owner | null {
  const key = `${isImperative ? '!' : '?'}${before}\n${clause}`;
  let owner = known.get(key);
  if (owner === undefined) {
    owner = findOwner(clause, before, isImperative);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, owner);
  }
  return owner;
}

/** The same clause is asked about several times while a sentence is read. */
const known = new Map<string, Owner | null>();
const MOST_KNOWN = 500;

function findOwner(clause: string, before: string, isImperative: boolean): Owner | null {
  const asSuch = clause.startsWith('我们') ? (speakingAs.exec(before)?.groups?.name ?? '') : '';
  if (asSuch !== '' && tailEnds(asSuch).includes(asSuch.length)) return { ...named(asSuch), length: 2, demand: '要' };
  const isTold = /(?:要|必须|应|务必)/.test(clause);
  const such = isTold && /^(?:要|必须|应|务必)/.test(clause) ? nameWith(before, thenBeing) : null;
  if (such) return { ...named(such.name), length: 0, demand: '要' };
  const whose = toldSo.test(clause) ? (ofWhom.exec(before)?.groups?.name ?? '') : '';
  if (whose !== '') return { ...named(whose), length: 0, demand: '要' };
  const ends = tailEnds(clause);
  if (ends.length === 0) {
    const thing = isTold ? nameWith(before, thenThing) : null;
    return thing && { ...named(thing.name), length: 0, demand: '要' };
  }
  const from = openingLength(clause);
  const asked = askedOwner(clause, from, ends);
  if (asked) return asked;
  const told = nameWith(clause, thenDemand, from, ends) ?? topicOwner(clause, from, ends);
  if (told) return ownerAt(told.name, told.end, told.match.groups!.demand!);
  const said = clause.replace(/(?:对|将|把)[^，,。；]{2,24}?(?=开展|进行|实施|予以|要|全部|逐)/, '');
  if (/(了|已|过去|以来|曾)/.test(said) || isReport(said)) return null;
  const acting = nameWith(clause, isImperative ? thenAct : thenTime, from, ends);
  if (!acting || onlyHelps.test(clause.slice(acting.end))) return null;
  const { name } = acting;
  // 每单位派1名参加: how the act before it is shared out.
  if (name.startsWith('每')) return null;
  return allOfUs.test(name) || name.length >= 3 || shortName.test(name) ? ownerAt(name, acting.end, '') : null;
}

type Named = { readonly name: string; readonly end: number; readonly match: RegExpExecArray };

/** The first name of a clause that is followed by what the pattern asks for. */
function nameWith(
  clause: string,
  then: RegExp,
  from = openingLength(clause),
  ends: readonly number[] = tailEnds(clause),
): Named | null {
  for (const end of ends) {
    const match = then.exec(clause.slice(end));
    const name = match && nameBetween(clause, from, end);
    if (name && isOwner(name)) return { name, end, match };
  }
  return null;
}

function topicOwner(clause: string, from: number, ends: readonly number[]): Named | null {
  const found = nameWith(clause, thenTopic, from, ends);
  return found && !/了|已|过/.test(clause.slice(from, found.end) + found.match[0]) ? found : null;
}

/** 请 and its like: the longest name that an act follows; else the shortest that anything follows. */
function askedOwner(clause: string, from: number, ends: readonly number[]): Owner | null {
  const asks = asking.exec(clause.slice(from));
  if (!asks) return null;
  const start = from + asks[0].length;
  const fits = (end: number): string | null => {
    const name = nameBetween(clause, start, end);
    return name && !notOwner.test(name) && !opensLikeAct.test(name) && !/^(?:你们|您|立即|及时)/.test(name)
      ? name
      : null;
  };
  const whole = ends.findLast((end) => thenAsked.test(clause.slice(end)) && fits(end) !== null);
  const end = whole ?? ends.find((one) => /^[\u4e00-\u9fff\d]/.test(clause.slice(one)) && fits(one) !== null);
  return end === undefined ? null : ownerAt(fits(end)!, end, '请');
}

const thenGiven = new RegExp(
  `^(?:${adverb}|通过[^，,。；]{2,12}|按[^，,。；]{2,12}|在[^，,。；]{2,12}?|先行|共同|统一|分别)*(?:负责|承担|牵头|解决|${verbPattern})`,
);

/** 其余缺口由城投公司解决: the words in front are given to whom 由 names. */
export function givenTo(clause: string, isImperative: boolean): Owner | null {
  if (!clause.includes('由') || /了|已|任(?:组长|副组长|主任|总)|原因|理由|自由|由于|经由/.test(clause)) return null;
  const at = clause.indexOf('由');
  if (at < 2 || at > 24 || (!isImperative && !/负责|承担|牵头|解决/.test(clause))) return null;
  const given = nameWith(clause, thenGiven, at + 1);
  return given && { ...named(given.name), length: 0, demand: '由' };
}

const onlyHelps = /^(?:积极|主动|全力|做好|密切)*(?:配合|协助|协同|参与)(?:工作|落实)?[。；;]?$/;
const shortName = /^(?:社区|物业|学校|食堂|街道|乡镇|镇街|家长|学生|甲方|乙方)$/;
const actWord =
  /^(?:协助|配合|支持|强调|完善|坚持|推动|推进|按照|构建|形成|健全|加强|依靠|依托|围绕|通过|建立|组织|加快|做好|开展|落实|统筹|发挥|引导|督促|指导|支持|鼓励|帮助|动员|发动|为|对|与|向|以|在(?!职|建|线|第)|从|凡|如|因|当|若|让|使|供(?!电|水|热|气|销|应)|不|没|是|有(?!关)|其(?!他|余)|这|那|此)/;

const opensLikeAct = new RegExp(
  `^(?!联合会|统筹[办局])(?:突出|抓好|抓|${adverbs
    .filter((one) => one.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})`,
);

function isOwner(written: string): boolean {
  return (
    !notOwner.test(written) &&
    !actWord.test(written) &&
    !opensLikeAct.test(written) &&
    !/^[、，]|[，。；]/.test(written)
  );
}

const ownerAt = (written: string, end: number, demand: string): Owner => ({ ...named(written), length: end, demand });

function named(written: string): Pick<Owner, 'names' | 'helpers'> {
  const [leads = '', ...helpers] = written.split(/(?:、|，)?(?:会同|协同|协调|联合(?!会)|配合|牵头[、，]?)/);
  return { names: namesOf(leads), helpers: helpers.flatMap((part) => namesOf(part)) };
}

const wholeName = new RegExp(
  `^[\\u4e00-\\u9fffA-Za-z*“”（）()]{0,30}(?:${endings}|地|班|级|区|县|市|[区市县省镇][\\u4e00-\\u9fff]{1,6}[办委局所站处队])(?:[（(][^（）()]{1,14}[）)])?(?:主要负责人|主要领导)?$`,
);

const sharedTail = /(?:“一把手”|一把手|负责人|负责同志|主要领导|分管领导)$/;

/** Names joined by 、 or 和 are entries of their own when each is whole; names that share an ending stay together. */
export function namesOf(written: string): string[] {
  const text = written.replace(/^(?:同时|特别是|由|以及)/, '').trim();
  if (text === '') return [];
  const parts = splitOutsideBrackets(text).map((part) => part.trim());
  // 各街道、各单位“一把手”: the last word is said of all of them.
  if (parts.length > 1 && sharedTail.test(parts.at(-1)!) && !parts.slice(0, -1).some((part) => sharedTail.test(part)))
    return [text];
  return parts.length > 1 && parts.every((part) => wholeName.test(part)) ? parts : [text];
}

/** 各县（市、区）、各部门: what stands in brackets belongs to one name. */
function splitOutsideBrackets(text: string): string[] {
  return text.split(/(?:、|以及|和|及(?!时)|与)(?![^（(]*[）)])/);
}

const helps = /(?:积极|主动|做好|全力)?(?:配合|协同|协助|协办|参与)(?=$|[，,。；;）)]|做好|抓好|落实|实施)/;
const joins = /会同|协同|联合(?!会|检查|执法|整治|开展|行动|惩戒)/;
/** 由区交通局牵头、望岫街道具体负责: who does the work on the ground. */
const carriesOut = /具体负责|具体实施|组织实施|组织施工|负责实施|负责落实/;
const leads = /^(?:牵头|负责|承担)/;

/** Who is named as helping, beside whom it is told to. */
export function supportersIn(text: string): string[] {
  const helper = helps.exec(text);
  const carrier = carriesOut.exec(text);
  const joined = joins.exec(text);
  const found = [
    ...(helper ? endingAt(text, helper.index) : []),
    ...(joined ? followedName(text, joined.index + joined[0].length) : []),
    ...(carrier && carrier.index > 0 ? endingAt(text, carrier.index) : []),
  ];
  return [...new Set(found)].filter((one) => one !== '' && !notOwner.test(one));
}

/** 由区住建局牵头. */
export function leadersIn(text: string): string[] {
  for (const match of text.matchAll(/由/g)) {
    const from = match.index + 1;
    const end = tailEnds(text.slice(from, from + 44)).find((one) => leads.test(text.slice(from + one)));
    const name = end === undefined ? null : nameBetween(text, from, from + end);
    if (name) return namesOf(name);
  }
  return [];
}

/** The names that end at a place: back to the comma, or to who leads in the same breath (由A牵头、B配合). */
function endingAt(text: string, end: number): string[] {
  const head = text.slice(Math.max(0, end - 60), end);
  if (!tailEnds(head).includes(head.length)) return [];
  const from = Math.max(
    ...['，', ',', '。', '；', ';', '：', ':', '（', '(', '牵头、', '牵头', '由'].map(
      (stop) => head.lastIndexOf(stop) + (head.includes(stop) ? stop.length : 0),
    ),
    0,
  );
  const written = head.slice(from).replace(/^、/, '');
  return nameBetween(written, 0, written.length) ? namesOf(written) : [];
}

/** The names right behind a place: 会同区水务局、各街道. */
function followedName(text: string, from: number): string[] {
  const rest = text.slice(from, from + 44);
  const end = tailEnds(rest)[0];
  const name = end === undefined ? null : nameBetween(rest, 0, end);
  return name ? namesOf(name) : [];
}

const thenAssigned = /^(?:分别|共同|具体)?(?:按照?职责分工)?(?:牵头|负责)(?:落实|实施)?(?=[，,。]|$)/;

/** A sentence that only says who shall do what the sentence before it names: 由区住建局牵头，区水务局配合，…前完成。 */
export function assignedIn(sentence: string): readonly string[] | null {
  const from = /^(?:交?由)?/.exec(sentence)![0].length;
  const [clause = ''] = sentence.split(/[，,。；]/);
  const found = nameWith(clause, thenAssigned, from);
  if (!found) return null;
  const rest = sentence
    .slice(found.end + found.match[0].length)
    .split(/[，,。]/)
    .filter((one) => one.trim() !== '');
  return rest.every((one) => saysHow.test(one)) ? namesOf(found.name) : null;
}

/** 区水务局配合, 6月30日前完成: who helps and until when, no act of its own. */
const saysHow =
  /(?:配合|协助|协同|参与|具体(?:负责|实施)|组织施工|组织实施|负责落实)$|^(?:于|在)?[^，,。]{1,14}(?:前|内|底)(?:全部|全面)?(?:完成|完工|落实|到位|办结|报送|结束|实施)?$|^(?:按|每)[^，,。]{1,10}(?:报送|通报|调度|反馈)/;
