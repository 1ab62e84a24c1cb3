import { adverbs } from '../rules/act-words.ts';
import { notOwner, ownerEndings, territoryOwner } from '../rules/owner-words.ts';
import { isReport, verbPattern } from './acts.ts';

/** Who is told to act, as written, and how far the clause is taken by saying so. */
export type Owner = {
  readonly names: readonly string[];
  /** those named as helping in the same breath: 区财政局会同城投公司 */
  readonly helpers: readonly string[];
  readonly length: number;
  /** the word that tells; empty when the act follows at once */
  readonly demand: string;
};

const endings = ownerEndings
  .toSorted((a, b) => b.length - a.length)
  .map((ending) => ending.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|');
const inBrackets = '(?:[（(][^（）()，。；]{1,14}[）)])?';
const leader =
  '(?:“一把手”|一把手|主要负责人|主要负责同志|党政主要负责人|主要领导|党政主要领导|分管领导|负责人|负责同志|班子成员|老师)?';
const tail = `(?:${territoryOwner}|[区市县](?:财政|住建|城管|公安|民政|交通|水利|水务|教育|卫健|应急|发改|工信|商务|文旅|司法|人社|审计|信访|林业|生态环境)|(?:[区市县镇局校院乡]|各级)(?:长|委书记|党委书记|主任)(?!期|效|远|三角|者)|(?<![\\u4e00-\\u9fff](?<![和及与请由望]))[\\u4e00-\\u9fff]{2,4}(?:办(?![法理公事好学])|(?:处|科|室|部|组|站|所|院)(?=要|须|应当|负责|牵头|于|将|每))|(?:(?:${endings})(?!中心|工作|单位|负责|干部|成员|领导)|(?:${endings})|[\\u4e00-\\u9fff]{2}委(?![员会托派任])|[区市县省镇][\\u4e00-\\u9fff]{1,6}(?:办|委|局|中心|站|所|处|队|大队|专班)(?![法理公事好公员会托派任]))${inBrackets}(?:等(?:有关|相关|多个|其他)?(?:部门|单位)?)?${leader})`;
/** Characters of names; words that end a name for certain are left out. */
const name = (least: number, most: number, lazy = '?'): string =>
  `(?:(?!把|将|按照|会后|(?<!主)要|请|由|并|向(?!阳|荣)|每[周月天日季年]|下班|之前|以前|日前|月前|底前|对|通过|结合|不得|必须|已|了|的(?!单位|班级|同学|学生|部门|企业|街道|社区))[\\u4e00-\\u9fffA-Za-z\\d*“”‘’、（）()《》○])${`{${least},${most}}`}${lazy}`;
const opening =
  '(?:(?:会后|并|同时|此外|另外|特别是|尤其是|下一步|接下来|其中|今后|今年|近期|当前|首先|其次|最后|作为|在此|为此|对此|一是|二是|三是|四是|五是|六是)[，,]?)?';
const between = '(?:也|都|均|还|则|一定|就|同时|继续|今后|切实|严格|进一步|今天|们|更|再|又|务必|一律)*';
const demandWord =
  '必须|务必|应当|要(?!求|点|素|害|件|领|么|紧)|须|应(?!对|急|变|有|届|邀|用|收|当前)|需要|需(?!求)|得(?!到|了|出|知|以|失|分|票|主|当|益)|请|希望|望|希|不得|严禁|一律|负责(?!人|同志)|牵头(?!单位|部门)|将(?=视|在|于|(?:会同|进一步|继续|全面|适时|尽快|陆续|逐步|另行)*(?:20\\d{2}年|\\d{1,2}月|[上下]半年|年内|修订|制定|出台|印发|开展|组织|实施|启动|推进|完成|建立|建设|列入|预留|报请|召开|举办|公布|发放|统一|对|派|按))';

/** Cheap looks before the dear ones. */
const anyTail = new RegExp(tail);
const asks = /^.{0,8}?(?:请|望|希|由|托|建议|责成|责令)/;
const tells = new RegExp(demandWord);

const ownerBeforeDemand = new RegExp(`^${opening}(?<name>${name(0, 60)}${tail})${between}(?<demand>${demandWord})`);
const asking = `^${opening}(?:请|望(?=各|大家|有关|你|全体|班|同学|老师|家长|广大|以上|[区市县镇街])|希望|希(?=各|任课|班|老师|家长|有关|全体)|由(?!.{2,16}任(?:组长|副组长|主任))|交由|委托|建议|责成|责令|拟由)`;
const after =
  '再|要|也|认真|继续|牵头|负责|会同|抓紧|尽快|对|把|将|于|在|按|根据|结合|针对|加强|加快|做好|切实|组织|每|务必|严格|进一步|及时|立即|约谈|到|注意|带|利用|准备|跟踪|先行|通过|统一|逐|全程|共同';
const askedWhole = new RegExp(`${asking}(?<name>${name(0, 50, '')}${tail})(?=${after}|${verbPattern})`);
const askedOwner = new RegExp(`${asking}(?<name>${name(0, 50)}${tail})(?=[\\u4e00-\\u9fff\\d])`);
/** 区督查室对…情况要跟踪问效: what it is about stands between the owner and the demand. */
const ownerThenTopic = new RegExp(
  `^${opening}(?<name>${name(0, 30)}${tail})(?:对|把|将|按照|根据|围绕|结合)[^，,。；]{2,40}?(?<demand>要|必须|务必|应当|负责|实行|进行|开展)(?!了)`,
);
const adverb = adverbs.toSorted((a, b) => b.length - a.length).join('|');
const whenWord =
  '(?:于|在|到|自|从)?(?:20\\d{2}年|今年|年内|年底|月底|[上下]半年|\\d{1,2}月|\\d{1,2}日前|本[月周]|下[月周]|明天|今天|今晚|每|按[月周季旬]|汛期|节前|离校|放学|课前|课后|放假)';
/** 区指挥部每两周组织一次交叉检查, 供电公司在5月底前提交方案: owner, then time or act at once. */
const ownerThenAct = new RegExp(
  `^${opening}(?<name>${name(0, 40)}${tail})(?=(?:${adverb})*(?:${whenWord}|对(?!于)|将|把|在[^，,。；]{2,12}?(?:${verbPattern})|会同|牵头|负责|配合|按照|按|根据|结合|利用|(?:${adverb}){1,3}(?:${verbPattern})|(?:${verbPattern})(?![室组办队处科站部局委])))`,
);
const ownerThenTime = new RegExp(
  `^${opening}(?<name>${name(0, 40)}${tail})(?=${whenWord}[^，,。；]{0,16}?(?:前|内|次|遍|底|组织|开展|召开|检查|通报|报送|调度))`,
);
/** 各镇街党政主要负责人是第一责任人，要…: the clause before names who is meant. */
const beingSuch = new RegExp(`^${opening}(?<name>${name(0, 40)}${tail})(?:是|为|作为)[^，,。；]{2,24}$`);
/** 住建局的两个安置房项目，6月底必须封顶: whose thing it is. */
const belonging = new RegExp(
  `^${opening}(?<name>${name(0, 30)}${tail})的[^，,。；]{2,24}(?:项目|工程|任务|问题|工作)$`,
);
const speakingAs = new RegExp(`^作为(?<name>[\\u4e00-\\u9fff]{0,16}?${tail})$`);
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
  const asSuch = clause.startsWith('我们') ? speakingAs.exec(before) : null;
  if (asSuch) return { ...named(asSuch.groups!.name!), length: 2, demand: '要' };
  const suchIs = /^(?:要|必须|应|务必)/.test(clause) ? beingSuch.exec(before) : null;
  if (suchIs && isOwner(suchIs.groups!.name!)) return { ...named(suchIs.groups!.name!), length: 0, demand: '要' };
  const owned = /(?:要|必须|应|务必)/.test(clause) ? belonging.exec(before) : null;
  if (owned && isOwner(owned.groups!.name!) && !anyTail.test(clause))
    return { ...named(owned.groups!.name!), length: 0, demand: '要' };
  if (!anyTail.test(clause)) return null;
  const asked = asks.test(clause) ? (askedWhole.exec(clause) ?? askedOwner.exec(clause)) : null;
  if (asked && !notOwner.test(asked.groups!.name!)) return ownerAt(clause, asked, '请');
  const told = tells.test(clause) ? ownerBeforeDemand.exec(clause) : null;
  if (told && isOwner(told.groups!.name!)) return ownerAt(clause, told, told.groups!.demand!);
  const topical = ownerThenTopic.exec(clause);
  if (topical && isOwner(topical.groups!.name!) && !/(了|已|过)/.test(topical[0]))
    return ownerAt(clause, topical, topical.groups!.demand!);
  const said = clause.replace(/(?:对|将|把)[^，,。；]{2,24}?(?=开展|进行|实施|予以|要|全部|逐)/, '');
  if (/(了|已|过去|以来|曾)/.test(said) || isReport(said)) return null;
  const acting = (isImperative ? ownerThenAct : ownerThenTime).exec(clause);
  if (acting && onlyHelps.test(clause.slice(acting[0].length))) return null;
  if (
    acting &&
    isOwner(acting.groups!.name!) &&
    (allOfUs.test(acting.groups!.name!) || acting.groups!.name!.length >= 3 || shortName.test(acting.groups!.name!))
  )
    return ownerAt(clause, acting, '');
  return null;
}

const middle = new RegExp(
  `^(?<what>[^，,。；由]{2,24})由(?<name>${name(0, 40)}${tail})(?=(?:${adverb}|通过[^，,。；]{2,12}|按[^，,。；]{2,12}|在[^，,。；]{2,12}?|先行|共同|统一|分别)*(?:负责|承担|牵头|解决|${verbPattern}))`,
);

/** 其余缺口由城投公司解决: the words in front are given to whom 由 names. */
export function givenTo(clause: string, isImperative: boolean): Owner | null {
  if (!clause.includes('由') || /了|已|任(?:组长|副组长|主任|总)|原因|理由|自由|由于|经由/.test(clause)) return null;
  const match = middle.exec(clause);
  if (!match || !isOwner(match.groups!.name!)) return null;
  if (!isImperative && !/负责|承担|牵头|解决/.test(clause)) return null;
  return { ...named(match.groups!.name!), length: 0, demand: '由' };
}

const onlyHelps = /^(?:积极|主动|全力|做好|密切)*(?:配合|协助|协同|参与)(?:工作|落实)?[。；;]?$/;
const shortName = /^(?:社区|物业|学校|食堂|街道)$/;
const actWord =
  /^(?:强调|完善|坚持|推动|推进|按照|构建|形成|健全|加强|依靠|依托|围绕|通过|建立|组织|加快|做好|开展|落实|统筹|发挥|引导|督促|指导|支持|鼓励|帮助|动员|发动|为|对|与|向|以|在(?!职|建|线|第)|从|凡|如|因|当|若|让|使|供(?!电|水|热|气|销|应)|不|没|是|有(?!关)|其(?!他|余)|这|那|此)/;

function isOwner(written: string): boolean {
  return !notOwner.test(written) && !actWord.test(written) && !/^[、，]|[，。；]/.test(written);
}

function ownerAt(clause: string, match: RegExpExecArray, demand: string): Owner {
  const written = match.groups!.name!;
  return { ...named(written), length: clause.indexOf(written) + written.length, demand };
}

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

const helping = new RegExp(
  `(?<name>${name(0, 40)}${tail})(?:积极|主动|做好|全力)?(?:配合|协同|协助|协办|参与)(?=$|[，,。；;）)]|做好|抓好|落实|实施)`,
);
const ledBy = new RegExp(`由(?<name>${name(0, 40)}${tail})(?:牵头|负责|承担)`);
const together = new RegExp(`(?:会同|协同|联合(?!会|检查|执法|整治|开展|行动|惩戒))(?<name>${name(0, 40)}${tail})`);
/** 由区交通局牵头、望岫街道具体负责: who does the work on the ground. */
const carryingOut = new RegExp(
  `[，,、](?<name>[\\u4e00-\\u9fff]{0,20}?${tail})(?:具体负责|具体实施|组织实施|组织施工|负责实施|负责落实)`,
);

export function supportersIn(text: string): string[] {
  const match = helping.exec(text);
  const helpers = match ? namesOf(match.groups!.name!.replace(/^.*牵头[，,、]?/, '')) : [];
  const others = [together, carryingOut].flatMap((pattern) => namesOf(pattern.exec(text)?.groups?.name ?? ''));
  return [...new Set([...helpers, ...others])].filter((one) => one !== '' && !notOwner.test(one));
}

export function leadersIn(text: string): string[] {
  const match = ledBy.exec(text);
  return match ? namesOf(match.groups!.name!) : [];
}

const assigning = new RegExp(
  `^(?:交?由)?(?<name>${name(0, 60)}${tail})(?:分别|共同|具体)?(?:按照?职责分工)?(?:牵头|负责)(?:落实|实施)?(?=[，,。]|$)`,
);

/** A sentence that only says who shall do what the sentence before it names: 由区住建局牵头，区水务局配合，…前完成。 */
export function assignedIn(sentence: string): readonly string[] | null {
  const match = assigning.exec(sentence);
  if (!match) return null;
  const rest = sentence
    .slice(match[0].length)
    .split(/[，,。]/)
    .filter((clause) => clause.trim() !== '');
  return rest.every((clause) => saysHow.test(clause)) ? namesOf(match.groups!.name!) : null;
}

/** 区水务局配合, 6月30日前完成: who helps and until when, no act of its own. */
const saysHow =
  /(?:配合|协助|协同|参与|具体(?:负责|实施)|组织施工|组织实施|负责落实)$|^(?:于|在)?[^，,。]{1,14}(?:前|内|底)(?:全部|全面)?(?:完成|完工|落实|到位|办结|报送|结束|实施)?$|^(?:按|每)[^，,。]{1,10}(?:报送|通报|调度|反馈)/;
