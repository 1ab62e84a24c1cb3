import { holdsAct, holdsCount, isGoal, isMilestone, isAttitudeOnly, isConcrete, isReport, isSpecific } from './acts.ts';
import { deadlineIn } from './deadline.ts';
import type { Owner } from './owner.ts';
import type { PartKind } from './part-of-document.ts';
import { isTopic } from './preamble.ts';
import { type Clause, clausesOf } from './sentences.ts';

export type Surroundings = {
  readonly part: PartKind;
  /** the owner stands beside the item */
  readonly isItem: boolean;
  /** the item is one sentence: each of its acts is a task */
  readonly isShortItem: boolean;
  /** the sentence before it was an order */
  readonly goesOn: boolean;
};

export type Start = { readonly owner: Owner | null; readonly demand: boolean };

/** 制定本方案, 请予审议, 请遵照执行: what every such document says of itself. */
const isFormal =
  /^[^，,。；]{2,12}阶段(?:[（(][^（）()]*[）)])?。?$|^会议(?:原则|一致)?(?:同意|研究了|听取|审议|传达)[^，,]*$|请.{2,30}提出.{0,6}意见|制定本[\u4e00-\u9fff]{0,6}(?:方案|办法|意见|规定|计划|通知|细则|预案|规划|清单|制度|要点)|提出(?:宝贵)?意见$|决定(?:从|自|在|于|开展|组织开展)|为[^，,。；]{2,10}阶段|(?:联系人|联系电话|电话|邮箱)[:：]|请(?:予|予以)?(?:审议|审阅|指正|批评指正)|请(?:认真|遵照|结合实际|你们|各单位)*(?:遵照执行|贯彻执行|贯彻落实|组织实施|抓好落实|抓好贯彻落实)|(?:通知|通报|公告|纪要|报告|公示)如下|特此(?:通知|公告|函)/;

/** 所需经费由企业自行承担: who pays is a rule about money, not an act. */
const isCost =
  /^[^，,。；]{0,10}(?:经费|费用|餐费|学费|租金|税费|成本)[^，,。；]{0,10}(?:由|自|按)[^，,。；]{1,16}(?:承担|负担|列支|支付|自理|解决)|^由[^，,。；]{2,12}每[^，,。；]{1,6}补助/;

/** 请抓紧整改, 请配合: nothing is named that it is done to. */
const isEmpty =
  /^(?:请|要|希|望)?(?:你们|各单位|大家)?(?:抓紧|认真|积极|尽快|立即|予以|给予|及时|坚决|严肃)*(?:整改|整治|落实|配合|支持|理解|处理|纠正|谅解)(?:到位|为盼)?[。！；;]?$/;

/** 不得向村摊派: a prohibition asks for no act. */
const forbidsOnly = /^[^，,。；]{0,20}?(?:不得|不准|不许|禁止|不能|不要|不搞|不允许)/;

/** 不合格的，取消评先资格: what follows from a case that may come, told to nobody. */
const isConsequence =
  /^(?!对|凡需)[^，,。；]{2,24}的[，,]?(?:一律|将|予以|依法|依规|每处|每次|每人|给予|不予|取消|奖励|扣减|扣除|通报|可|(?:严肃|从严|依纪|依法|坚决)+(?:追责|问责|追究|查处|处理))/;

/** 施工单位承诺4月起…: what somebody said. */
const isTold = /^[\u4e00-\u9fff]{2,12}?(?<!公开|作出|签订|签署|服务|信用)(?:承诺(?!书|制|事项|内容|公开)|表示|介绍说)/;

/** 提出增加编制的请求: told of a meeting. */
const wasAsked = /提出[^，,。；]*(?:请求|申请|建议|诉求|想法)[，,。；]|(?:会议|我们|区里)(?:决定|认为)?(?:暂)?不/;

/** Where the fault begins that the order is about, in what no other directive took. */
export function faultFrom(clauses: readonly Clause[], free: number, from: number): number {
  const open = clauses.filter((clause) => clause.start >= free && clause.start < from);
  return (open.find((clause) => namesFault.test(clause.text)) ?? open[0])?.start ?? from;
}

/** 还没有做到, 不及时, 较差: the sentence tells what is wrong. */
const namesFault =
  /(?:还没有|没有(?:做到|落实|按)|不(?:够|到位|及时|整齐|规范|干净|彻底)|仍(?:有|然)|存在|较差|很少|比较(?:慢|差|脏)|未(?:清理|按|能))/;

export function judge(piece: string, whole: string, start: Start, { part, isItem }: Surroundings): string | null {
  if (
    clausesOf(piece).every((clause) => isTopic(clause.text) && !isSpecific(clause.text.replaceAll(/《[^》]*》/g, '')))
  )
    return null;
  if (isFormal.test(piece) || isCost.test(piece) || (isTold.test(piece) && start.owner === null) || isEmpty.test(piece))
    return null;
  if (
    !start.owner &&
    clausesOf(piece).every(({ text }) => forbidsOnly.test(text) || !isConcrete(text)) &&
    forbidsOnly.test(piece)
  )
    return null;
  if (!start.owner && isConsequence.test(piece)) return null;
  if (/以下(?:几点|几个|工作|要求|任务|方面|几项)|如下/.test(piece)) return null;
  if (start.owner && /高度重视|引起重视/.test(piece) && /(问题|隐患|乱象|占道|违章|脏乱差)/.test(whole))
    return 'named_fault';
  if (start.owner?.demand === '请' && piece.length < 24 && !isSpecific(piece) && namesFault.test(whole))
    return 'named_fault';
  if (!start.demand && part !== 'report' && clausesOf(piece).some(({ text }) => isGoal(text) || isMilestone(text)))
    return isItem ? 'item_with_owner' : 'goal_in_plan';
  if (!start.demand)
    return part !== 'report' && !isAttitudeOnly(piece) && (isConcrete(piece) || /\d/.test(piece))
      ? isItem
        ? 'item_with_owner'
        : 'act_in_plan'
      : null;
  const isBound =
    start.owner !== null && (deadlineIn(piece, null) !== null || holdsCount(piece) || /\d[\d.]*[万亿]?元/.test(piece));
  // 对排名靠后的乡镇，由A约谈: what is acted on may stand in front of who acts.
  const topic = /^(?:对|将|把)[^，,]{4,}[，,]/.exec(piece)?.[0] ?? '';
  const act = start.owner ? topic + piece.slice(ownerEnd(piece, start.owner)) : piece;
  const isCharged =
    start.owner !== null &&
    ((/^(?:负责|牵头)/.test(start.owner.demand) && act.length >= 6) ||
      (start.owner.demand === '由' && /负责|承担|解决/.test(piece)));
  if (!isBound && !isCharged && isAttitudeOnly(piece)) return null;
  if (!isBound && !isCharged && !(start.owner ? holdsAct(act) : isSpecific(piece))) return null;
  // Who is told to act may be told about what is already there (已腾退地块).
  if (!start.owner && isReport(piece) && !/要|必须|务必/.test(piece.slice(0, 30))) return null;
  if (/(提出|明确|强调|要求)了/.test(piece)) return null;
  if (start.owner?.demand === '' && (/了|未予|不作/.test(whole) || wasAsked.test(piece))) return null;
  return start.owner ? (start.owner.demand === '' ? 'owner_acts' : 'owner_told') : 'demand';
}

/** Where the words end that say who is told; 0 when they stand elsewhere. */
function ownerEnd(piece: string, owner: Owner): number {
  const last = owner.names.at(-1) ?? '';
  const at = last === '' ? -1 : piece.indexOf(last);
  return at < 0 || at > 60 ? 0 : at + last.length;
}
