import { lineMarker } from '../outline/markers.ts';
import { specificObject } from '../rules/act-words.ts';
import {
  beginsWithAct,
  holdsCount,
  isAddress,
  isAttitude,
  isComment,
  isConcrete,
  isDemand,
  isFrame,
  isGoal,
  isMilestone,
  isPurpose,
  isReport,
  isSpecific,
  opensWithLimit,
} from './acts.ts';
import { deadlineIn } from './deadline.ts';
import { givenTo, type Owner, ownerOf } from './owner.ts';
import { faultFrom, judge, type Start, type Surroundings } from './judge.ts';
import { isTopic, withoutPreamble } from './preamble.ts';
import { type Clause, clausesOf, type Sentence } from './sentences.ts';

/** A piece of a sentence that may be one directive. Offsets are those of the clean text. */
export type Candidate = {
  readonly start: number;
  readonly end: number;
  readonly owner: Owner | null;
  /** the words that say who is told: no part of the act */
  readonly said: { readonly start: number; readonly end: number } | null;
  readonly rules: readonly string[];
  readonly demand: boolean;
  /** the thing itself is the subject (消防栓被遮挡的问题必须…): the owner of the sentence before does not carry over */
  readonly ownSubject: boolean;
};

/**
 * The pieces of a sentence that tell somebody to do something. A piece begins where somebody is told (or, where plain
 * sentences are orders, where an act begins) and goes on to the next beginning or to where the sentence turns to comment
 * or purpose.
 */
export function candidatesOf(sentence: Sentence, around: Surroundings): Candidate[] {
  const marker = lineMarker(sentence.text);
  // 一要 is a number and a demand; the demand stays.
  const skip = marker ? marker.length - (marker.family === 'demand' ? 1 : 0) : 0;
  const body = sentence.text.slice(skip).replace(bracketsAtEnd, '');
  const offset = sentence.start + skip;
  const clauses = clausesOf(body);
  const framed = clauses.length > 1 && isFrame(clauses[0]!.text);
  const told = framed && /要求|决定|明确|议定|确定|强调/.test(clauses[0]!.text);
  const isPlain = readsAsOrder(body, clauses.slice(framed ? 1 : 0), around, told);
  // A line that only names somebody is a signature.
  const isSignature = body.length <= 22 && !/[，,。；！]/.test(body);
  // In running speech an order without a word of demand stands among orders, or says by when.
  const isAmongOrders = around.part === 'speech' && !isReport(body) && (around.goesOn || looksAhead.test(body));
  const isImperative =
    !around.isItem && !isSignature && around.part !== 'report' && (around.part === 'orders' || told || isAmongOrders);
  const starts: (Start | null)[] = [];
  for (const i of clauses.keys()) {
    // A要…，B开设专栏: who is named behind an order is told too.
    const isNextToOrder = starts.some((one) => one?.owner && one.owner.demand !== '') && around.part !== 'report';
    starts.push(
      (framed && i === 0) || isOpening(clauses, i)
        ? null
        : startOf(clauses, i, framed ? 1 : 0, isPlain, isImperative || isNextToOrder, around.isShortItem),
    );
  }
  const first = framed ? 1 : 0;
  // 新发现的隐患，要及时纳入清单: what stands in front is no order of its own.
  if (
    starts[first]?.demand === false &&
    starts[first + 1] &&
    (namesObject.test(clauses[first]!.text) || !beginsWithAct(clauses[first]!.text))
  )
    starts[first] = null;
  // …协调冲锋舟20艘，务必于26日前运抵: by when the act before it is to be done.
  for (const [i, start] of starts.entries())
    if (start && start.owner === null && starts[i - 1]?.owner?.demand === '' && limitsActBefore.test(clauses[i]!.text))
      starts[i] = null;
  const found: Candidate[] = [];
  for (let i = 0; i < clauses.length; i++) {
    const start = starts[i];
    if (!start) continue;
    const here = clauses[i]!;
    let next = i + 1;
    while (next < clauses.length && !starts[next] && !isNextWork(clauses, i, next)) next++;
    const last = clauses[endOfAct(clauses, i, next) - 1]!;
    const end = offset + last.start + last.text.length;
    const said = start.owner && { start: offset + here.start, end: offset + here.start + start.owner.length };
    if (start.owner && byWhom.test(here.text) && found.length > 0 && found.every((one) => one.owner === null)) {
      // …,由A牵头,B配合: the owner comes after everything that it owns.
      for (const [k, candidate] of found.entries()) {
        const isLast = k === found.length - 1;
        found[k] = {
          ...candidate,
          owner: start.owner,
          rules: [...candidate.rules, 'owner_told'],
          ...(isLast ? { end, said } : {}),
        };
      }
    } else {
      const from = backTo(clauses, starts, i, start, framed);
      const piece = body.slice(from, last.start + last.text.length);
      const rule = isAddress(here.text) ? null : judge(piece, body, start, around);
      if (rule) {
        const begin = rule === 'named_fault' ? faultFrom(clauses, (found.at(-1)?.end ?? offset) - offset, from) : from;
        const kept = rule === 'named_fault' ? begin : withoutPreamble(clauses, begin, last.start);
        found.push({
          // the fault stands before the owner, in what no other directive took
          start: offset + kept,
          end,
          owner: start.owner,
          said,
          rules: [rule],
          demand: start.demand,
          ownSubject: ownSubject.test(here.text),
        });
      }
    }
    if (next < clauses.length && !starts[next])
      starts[next] = { owner: start.owner && { ...start.owner, length: 0 }, demand: start.demand };
    i = next - 1;
  }
  return found;
}

const limitsActBefore = /^(?:务必|必须|确保|要|须)(?:于|在|赶在)?[^，,。；]{2,12}?(?:前|之内|以内)/;

/** 今晚逐一会商, 明天中午以前, 查一遍, 捋一捋: what is not yet. */
const looksAhead =
  /今晚|明[天早晚日]|后天|连夜|从(?:今天|明天|现在|即日)起|这几天就?|[日号点月周底](?:中午|下班)?(?:之前|以前|前)|一遍(?<!每[^，,。；]{0,12}一遍)|([\u4e00-\u9fff])一\1|[\u4e00-\u9fff]{2}一下/;

const ownSubject =
  /^(?!要|必须|务必|应|须|请|还|也|都|就|同时|特别|尤其|今后|下一步|我们|大家|全[区市县])[\u4e00-\u9fff“”、]{4,30}(?:要|必须|务必|应当|须)/;
const bracketsAtEnd = /[（(][^（）()]*(?:牵头|责任|配合|负责|主办|承办)[^（）()]*[）)][。；;]?$/;
/** 由区住建局牵头: whom the words before it are given to. */
const byWhom = /^(?:交|并)?由.{2,40}?(?:牵头|负责|承担|组织|实施|落实|按照|统一|清运|处理|处置|解决|约谈|跟踪)/;

/** Does a sentence without a word of demand order here, because of where it stands? */
function readsAsOrder(body: string, clauses: readonly Clause[], around: Surroundings, told: boolean): boolean {
  const first = clauses[0];
  if (!first) return false;
  if (around.isItem) return true;
  if (
    (isReport(body) && !(opensWithLimit(first.text) && !/已|了/.test(body))) ||
    around.part === 'report' ||
    /预期目标/.test(body)
  )
    return false;
  if (around.part === 'goals') return clauses.some((clause) => isWork(clause.text));
  if (around.part === 'speech' && opensWithLimit(first.text) && clauses.some((clause) => isWork(clause.text)))
    return true;
  const second = clauses[1];
  const opensFor = isLeadIn(first.text) || namesObject.test(first.text);
  if (around.part === 'orders' || told)
    return (
      beginsWithAct(first.text) ||
      isSet(first.text) ||
      (opensFor && second !== undefined && (beginsWithAct(second.text) || isSet(second.text)))
    );
  const begins = beginsWithAct(first.text) || (opensFor && second !== undefined && beginsWithAct(second.text));
  const isSolid = holdsCount(body) || specificObject.test(body) || deadlineIn(body, null) !== null;
  return (
    around.goesOn &&
    begins &&
    isSolid &&
    isSpecific(body) &&
    !/[，,](?:这)?(?:是|也是|就是|需要|离不开|关键)/.test(body)
  );
}

/** A number that is to be reached, or a thing that is to be ready. */
const isSet = (clause: string): boolean => isGoal(clause) || isMilestone(clause);
/** The same, or an act with its number: a work of its own. */
const isWork = (clause: string): boolean =>
  !/^(?:其中|每|最高|所需|平均|人均)/.test(clause) && (isSet(clause) || (holdsCount(clause) && beginsWithAct(clause)));

/** 对占道经营、乱停乱放等行为, 以创建为抓手, 6月底前: what stands in front of an act. */
const isLeadIn = (clause: string): boolean =>
  /^(?:对|针对|按照|根据|围绕|结合|以|把|将|在|从|到|于|聚焦|紧盯|坚持|依托|通过|每|今年|年内|\d{1,2}月)/.test(clause);

function startOf(
  clauses: readonly Clause[],
  i: number,
  first: number,
  plain: boolean,
  isImperative: boolean,
  isShortItem: boolean,
): Start | null {
  const clause = clauses[i]!;
  const owner = ownerOf(clause.text, clauses[i - 1]?.text ?? '', isImperative) ?? givenTo(clause.text, isImperative);
  if (owner) return { owner, demand: true };
  // 凡有保护价值的一律不得拆除: what is forbidden belongs to the order before it.
  if (forbids.test(clause.text) && i > first) return null;
  if (isDemand(clause.text)) return { owner: null, demand: true };
  if (!plain) return null;
  if (i === first) return { owner: null, demand: false };
  const isNext = isShortItem
    ? beginsWithAct(clause.text) && !sameWork.test(clause.text)
    : isWork(clause.text) && !namesLimit.test(clauses[i - 1]!.text);
  return isNext && (isShortItem || clauses.slice(first, i).some((one) => isWork(one.text)))
    ? { owner: null, demand: false }
    : null;
}

const forbids = /^[^，,。；]{0,16}?(?:不得|严禁|一律不|不准|禁止|不允许)/;

/** 同步实施雨污分流: a step of the work before it. */
const sameWork = /^(?:并|同步|同时|且|从而|进而|及时)/;

/** 到2026年底: a limit that stands alone belongs to what follows. */
const namesLimit =
  /^(?:到|在)?(?:20\d{2}年|今年|\d{1,2}月|年|上半年|下半年|[一二三四]季度)?(?:\d{1,2}日)?(?:底|末)?(?:之?前)?$/;

/** 要按照…原则，各责任部门牵头…: the demand in front belongs to the owner that follows. */
function isOpening(clauses: readonly Clause[], i: number): boolean {
  const next = clauses[i + 1] ?? clauses[i]!;
  const rest = clauses.slice(i + 1, i + 3);
  return (
    next !== clauses[i] &&
    isTopic(clauses[i]!.text) &&
    ownerOf(clauses[i]!.text) === null &&
    rest.some((clause, k) => ownerOf(clause.text) !== null && rest.slice(0, k).every((one) => isTopic(one.text)))
  );
}

/** 完成A 80个，建设B 20座: acts on different things, each with its number, are works of their own. */
function isNextWork(clauses: readonly Clause[], from: number, at: number): boolean {
  const here = clauses[at]!.text;
  return (
    holdsCount(here) &&
    beginsWithAct(here) &&
    clauses.slice(from, at).some((clause) => holdsCount(clause.text) && isConcrete(clause.text))
  );
}

/** 对…问题,要…: the object stands in front of the demand and belongs to it. */
function backTo(
  clauses: readonly Clause[],
  starts: readonly (Start | null)[],
  i: number,
  start: Start,
  framed: boolean,
): number {
  let from = i;
  while (
    from > (framed ? 1 : 0) &&
    belongsInFront(clauses[from - 1]!.text, clauses[i]!.text, starts[from - 1] ?? null, start)
  )
    from--;
  return clauses[from]!.start;
}

function belongsInFront(clause: string, here: string, itsStart: Start | null, start: Start): boolean {
  if (/^(会后|近期|作为.{2,16})$/.test(clause) || (!itsStart && byWhom.test(here))) return true;
  if (itsStart) return false;
  if (start.owner)
    return (
      (isTopic(clause) && !isSpecific(clause.replaceAll(/《[^》]*》/g, ''))) ||
      (clause.length <= 24 && namesObject.test(clause) && !isConcrete(clause))
    );
  return (
    /^(对|按照|围绕|根据|结合|针对|以|把|将|在|凡)/.test(clause) ||
    (clause.length <= 30 && namesObject.test(clause) && !isFrame(clause))
  );
}

/** 新发现的隐患, 整改不到位的单位: the thing itself, set in front of what is to be done about it. */
const namesObject =
  /^(?!目前|当前|同时|因此|所以|但|而|也|还|这|那|我们|大家|今后)[^，,]*(?:的|隐患|问题|线索|事项|行为|现象|设施|点位|路段|区域|单位|企业|人员|项目|案件|诉求|商户|场所|违建|违法建设|缺口|部分)$/;

/** An act ends where the sentence goes over to comment, purpose or attitude. */
function endOfAct(clauses: readonly Clause[], from: number, to: number): number {
  let stop = from + 1;
  while (
    stop < to &&
    !/^(?:联系人|联系电话|电话|邮箱|附件)/.test(clauses[stop]!.text) &&
    !(isComment(clauses[stop]!.text) && clauses.slice(from, stop).some((clause) => isConcrete(clause.text)))
  )
    stop++;
  while (stop - 1 > from && endsBefore(clauses[stop - 1]!.text)) stop--;
  return stop;
}

const endsBefore = (clause: string): boolean =>
  /^(?:联系人|联系电话|电话|附件|邮箱|地址)/.test(clause) ||
  (isTopic(clause) && !beginsWithAct(clause)) ||
  (/^(?:凡|如|若|对|针对)[^，,。；]{2,30}$/.test(clause) && (namesObject.test(clause) || !beginsWithAct(clause))) ||
  (isPurpose(clause) && !isConcrete(clause) && !/\d/.test(clause)) ||
  (isAttitude(clause) && !isSpecific(clause));
