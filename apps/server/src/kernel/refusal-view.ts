import type { Locale } from '@duban/contract/problem-texts';
import { isProblemCode, problemTitle, type ProblemCode } from '@duban/contract/problems';
import type { Refusal } from '@duban/kit/refusal';

type RefusalView = { code: ProblemCode; params: Record<string, string | number>; title: string };

/** Why something cannot be done, as a page shows it beside the greyed button. @throws Error for an unregistered code */
export function refusalView(refusal: Refusal | null, locale: Locale): RefusalView | null {
  if (!refusal) return null;
  const { code, params } = refusal;
  if (!isProblemCode(code)) throw new Error(`problem code is not registered: ${code}`);
  return { code, params: { ...params }, title: problemTitle(code, params, locale) };
}
