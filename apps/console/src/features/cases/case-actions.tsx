import { allCaseVerbs, type CaseVerb, caseVerbs } from '@duban/cases/verbs';
import { statesThatAllow } from '@duban/cases/transitions';
import { sourceChannels } from '@duban/cases/words';
import type { CaseView } from '@duban/contract/case-views';
import { Panel } from '@duban/ui/page-frame';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/use-session.ts';
import { useCaseWords } from '../../words/case-words.tsx';
import { VerbDialog } from './verb-dialog.tsx';

type Deed = Exclude<CaseVerb, 'attach'>;

/** Deeds that are always there and never the next step. */
const aside: readonly CaseVerb[] = ['comment', 'urge', 'correct', 'merge'];

/** Deeds that go back or say no: offered, but never as the first choice. */
const backward: readonly CaseVerb[] = [
  'refuse_to_file',
  'withdraw_dispatch',
  'return',
  'raise_dispute',
  'withdraw_assignment',
  'refuse_request',
  'request_suspension',
  'request_extension',
  'close_without_handling',
];

/** Deeds that another deed takes back: offered at once, while one still sees the slip. */
const takenBackBy: Partial<Record<CaseVerb, Deed>> = {
  dispatch: 'withdraw_dispatch',
  assign: 'withdraw_assignment',
};

/** What I may do now; below it the rest, each with the sentence why not and what to do instead. */
export function CaseActions({ found }: { found: CaseView }) {
  const { t } = useTranslation('cases');
  const words = useCaseWords();
  const session = useSession();
  const [deed, setDeed] = useState<Deed | null>(null);
  const { message } = App.useApp();
  function tell(verb: Deed) {
    const back = takenBackBy[verb];
    const key = `${found.id}-${verb}`;
    void message.open({
      key,
      type: 'success',
      duration: back ? 8 : 3,
      content: (
        <>
          {t('verb.done', { verb: words.verb(verb) })}
          {back && (
            <Button
              type="link"
              size="small"
              onClick={() => {
                message.destroy(key);
                setDeed(back);
              }}
            >
              {words.verb(back)}
            </Button>
          )}
        </>
      ),
    });
  }
  /** In the wrong state, the useful thing to say is in which states it can be done. */
  function whyNot(verb: Deed): string | undefined {
    const refusal = found.actions[verb];
    if (refusal?.code !== 'case.wrong_state') return refusal?.title;
    return t('actions.when', { states: statesThatAllow(verb).map(words.state).join(t('list_comma')) });
  }
  const deeds = allCaseVerbs.filter((verb): verb is Deed => verb !== 'attach');
  const possible = deeds.filter((verb) => found.actions[verb] === null);
  const next = possible
    .filter((verb) => !aside.includes(verb))
    .sort((a, b) => Number(isSecond(a, found)) - Number(isSecond(b, found)));
  const refused = deeds.filter((verb) => found.actions[verb]);
  const ofMyRole = refused.filter((verb) => session.may(...caseVerbs[verb].roles));
  const ofOthers = refused.filter((verb) => !session.may(...caseVerbs[verb].roles));
  return (
    <Panel title={t('actions.title')} className="case-actions ui-no-print">
      {next.length === 0 && <p className="ui-faint">{t('actions.nothing')}</p>}
      <div className="ui-row">
        {next.map((verb, at) => (
          <Button
            key={verb}
            type={at === 0 && !isSecond(verb, found) ? 'primary' : 'default'}
            onClick={() => setDeed(verb)}
          >
            {words.verb(verb)}
          </Button>
        ))}
      </div>
      <div className="ui-row case-aside-actions">
        {possible
          .filter((verb) => aside.includes(verb))
          .map((verb) => (
            <Button key={verb} size="small" onClick={() => setDeed(verb)}>
              {words.verb(verb)}
            </Button>
          ))}
      </div>
      {[
        { key: 'mine', title: t('actions.not_now', { count: ofMyRole.length }), verbs: ofMyRole },
        { key: 'others', title: t('actions.not_mine', { count: ofOthers.length }), verbs: ofOthers },
      ]
        .filter(({ verbs }) => verbs.length)
        .map(({ key, title, verbs }) => (
          <details key={key}>
            <summary>{title}</summary>
            <dl className="case-refusals">
              {verbs.map((verb) => (
                <div key={verb}>
                  <dt>{words.verb(verb)}</dt>
                  <dd>{whyNot(verb)}</dd>
                </div>
              ))}
            </dl>
          </details>
        ))}
      {deed && (
        <VerbDialog key={deed} found={found} verb={deed} onDone={() => tell(deed)} onClose={() => setDeed(null)} />
      )}
    </Panel>
  );
}

/** What a duty officer saw need not be looked at again before it is filed. */
function isSecond(verb: CaseVerb, found: CaseView): boolean {
  if (verb === 'record_pre_filing_check') return !sourceChannels[found.sourceChannel].needsPreFilingCheck;
  return backward.includes(verb);
}
