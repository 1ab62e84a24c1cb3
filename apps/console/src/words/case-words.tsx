import { type Light, lights } from '@duban/cases/lights';
import { type CaseState, caseStates } from '@duban/cases/states';
import { type CaseVerb, caseVerbs } from '@duban/cases/verbs';
import {
  type AttachmentKind,
  attachmentKinds,
  type ClosureKind,
  closureKinds,
  type EvidenceRule,
  evidenceRules,
  type FilingRefusalReason,
  filingRefusalReasons,
  priorities,
  type Priority,
  type SourceChannel,
  sourceChannels,
} from '@duban/cases/words';
import type { Locale } from '@duban/contract/problem-texts';
import { Mark, StatusLight } from '@duban/ui/status-light';
import type { Tone } from '@duban/ui/tokens';
import { useTranslation } from 'react-i18next';

/** The words of the domain's codes in the language spoken: the same words as in bulletins, exports and messages. */
export function useCaseWords() {
  const { i18n } = useTranslation();
  return caseWords(i18n.language === 'en' ? 'en' : 'zh-CN');
}

export function caseWords(locale: Locale) {
  const start = (text: string) => (locale === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text);
  return {
    state: (code: CaseState) => start(caseStates[code][locale]),
    verb: (code: CaseVerb) => start(caseVerbs[code][locale]),
    light: (code: Light) => start(lights[code][locale]),
    source: (code: SourceChannel) => start(sourceChannels[code][locale]),
    priority: (code: Priority) => start(priorities[code][locale]),
    closure: (code: ClosureKind) => start(closureKinds[code][locale]),
    filingRefusal: (code: FilingRefusalReason) => start(filingRefusalReasons[code][locale]),
    evidence: (code: EvidenceRule) => start(evidenceRules[code][locale]),
    attachment: (code: AttachmentKind) => start(attachmentKinds[code][locale]),
  };
}
export type CaseWords = ReturnType<typeof caseWords>;

export const toneOfLight: Readonly<Record<Light, Tone>> = {
  green: 'green',
  yellow: 'amber',
  red: 'red',
  paused: 'blue',
  off: 'grey',
};

/** The light of a limit with its word. */
export function CaseLight({ light }: { light: Light }) {
  const words = useCaseWords();
  return <StatusLight tone={toneOfLight[light]}>{words.light(light)}</StatusLight>;
}

const toneOfState: Partial<Record<CaseState, Tone>> = {
  closed: 'green',
  relapsed: 'red',
  returned: 'amber',
  disputed: 'amber',
  suspended: 'blue',
  in_progress: 'blue',
  awaiting_acceptance: 'blue',
};

export function StateMark({ state }: { state: CaseState }) {
  const words = useCaseWords();
  return <Mark tone={toneOfState[state] ?? 'grey'}>{words.state(state)}</Mark>;
}

/** An ordinary priority is not worth a mark. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const words = useCaseWords();
  if (priority === 'ordinary') return null;
  return <Mark tone={priority === 'urgent' ? 'red' : 'amber'}>{words.priority(priority)}</Mark>;
}
