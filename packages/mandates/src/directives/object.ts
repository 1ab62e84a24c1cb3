import { concreteVerbs } from '../rules/directive-words.ts';

/** What an act is done to, and where: read out of its words where they say it plainly, else left open. */

const verbs = concreteVerbs.toSorted((a, b) => b.length - a.length).join('|');
const withTopic =
  /^[^，,。；]{0,12}?(?:对|将|把|就)([^，,。；]{2,40}?)(?:进行|开展|实施|实行|予以|做到|要|逐一|逐项|全部|及时|一并|统一|纳入|报|作为|落实|分解|汇总|形成|列|建立|实现)/;
const afterVerb = new RegExp(`(?:${verbs})(?:好|到位|完|一批|一次|了)?([^，,。；]{2,30})`);
const trailing = /(?:工作|任务|等)?(?:，|,|。|；|$).*$/;

/** 对占道经营进行整治 → 占道经营; 建立问题台账 → 问题台账; null when no verb of the list has an object behind it. */
export function objectOf(action: string): string | null {
  const topic = withTopic.exec(action)?.[1];
  if (topic) return topic;
  const object = afterVerb.exec(action)?.[1]?.replace(trailing, '');
  return object && object.length >= 2 ? object : null;
}

const place =
  /((?:全[区县市镇]|辖区|[\u4e00-\u9fff]{2,6}?(?:街道|社区|片区|沿线|两侧|周边|路段|小区|出入口|园区|河道|广场|市场|公园|背街小巷))(?:[、和及][\u4e00-\u9fff]{2,8}?(?:街道|社区|片区|沿线|两侧|周边|路段|小区|出入口|园区|河道|广场|市场|公园))*)/;
const notAPlace =
  /^(?:对|将|把|在|于|以|由|各责任|要|为|整治|整理|清理|改造|检查|加强|推进|完成|实施|组织|深入|开展|做好|抓好|加快|加大|拆除|创建|解决|老旧|各|全部)+/;

/** The place of the act; a street that is told to act is the owner and not named again. */
export function territoryOf(action: string, owners: readonly string[]): string | null {
  const found = place.exec(action)?.[1]?.replace(notAPlace, '') ?? '';
  const street = owners.find(
    (owner) => /(?:街道|镇|乡|社区|村)(?:办事处)?$/.test(owner) && !/^(?:各|有关|相关)/.test(owner),
  );
  if (found.length >= 3 || /^全[区县市镇]$|^辖区$/.test(found)) return found;
  return street ?? null;
}
