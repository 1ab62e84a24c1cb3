import { ProblemError } from '@duban/contract/client';
import type { DirectiveView } from '@duban/contract/directive-view';
import type * as review from '@duban/contract/document-review';
import * as documents from '@duban/contract/mandates';
import { listUnits } from '@duban/contract/organisation';
import type { World } from '../testing/world.ts';

/** A short speech with three directives under two headings, in the words of the demo district. */
export const speech = `在全区市容提升工作推进会上的讲话
同志们：
今天的会议，主要任务是部署下一步任务。
一、突出重点
区城管局要牵头开展占道经营专项整治，每周进行一次检查，对整改率进行排名通报。
各街道要对照问题台账，倒排工期，于4月30日前完成整改。
二、严格考核
区政府督查室要于2026年5月15日前将检查情况形成专报，报送区政府。
大家要统一思想，提高认识。`;

/** The code with which a call was refused, or `accepted`. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'accepted';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

/** What somebody sends who opens a directive, changes only `over` and saves. */
export const editOf = (item: DirectiveView, over: Partial<review.DirectiveEdit> = {}): review.DirectiveEdit => ({
  action: item.action,
  outcome: item.outcome,
  lineUnitId: item.lineUnit?.id ?? null,
  territorialUnitIds: item.territorialUnits.map((unit) => unit.id),
  supportUnitIds: item.supportUnits.map((unit) => unit.id),
  deadlineText: item.deadlineText,
  deadlineDate: item.deadlineDate,
  targetText: item.targetText,
  classCode: item.classCode,
  placeText: item.placeText,
  ...over,
});

/** A dispatcher at the desk of the demo district, who imports documents and reads them. */
export function documentDesk(world: World) {
  const asDispatcher = () => world.as('shenzhiyu');
  return {
    asDispatcher,
    paste: (text = speech, documentDate: string | null = '2026-03-09', previousId: string | null = null) =>
      asDispatcher().call(documents.addDocument, { text, documentDate, previousId }),
    upload: (name: string, content: BlobPart) =>
      asDispatcher().call(documents.addDocument, {}, { file: { name, content: new Blob([content]) } }),
    read: (id: string) => asDispatcher().call(documents.getDocument, { id }),
    async unitNamed(shortName: string) {
      const { units } = await asDispatcher().call(listUnits, {});
      return units.find((unit) => unit.shortName === shortName)!;
    },
  };
}
