import { allCaseVerbs, type CaseVerb, caseVerbs } from '@duban/cases/verbs';
import type { CaseView } from '@duban/contract/case-views';
import { Panel } from '@duban/ui/page-frame';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/use-session.ts';
import { useCaseWords } from '../../words/case-words.tsx';
import { VerbDialog } from './verb-dialog.tsx';

type Deed = Exclude<CaseVerb, 'attach'>;

/** Deeds that are always there and never the next step. */
const aside: readonly CaseVerb[] = ['comment', 'urge', 'correct', 'merge'];

/** What I may do now; below it the rest, each with the sentence why not and what to do instead. */
export function CaseActions({ found }: { found: CaseView }) {
  const { t } = useTranslation('cases');
  const words = useCaseWords();
  const session = useSession();
  const [deed, setDeed] = useState<Deed | null>(null);
  const deeds = allCaseVerbs.filter((verb): verb is Deed => verb !== 'attach');
  const possible = deeds.filter((verb) => found.actions[verb] === null);
  const next = possible.filter((verb) => !aside.includes(verb));
  const refused = deeds.filter((verb) => found.actions[verb]);
  const ofMyRole = refused.filter((verb) => session.may(...caseVerbs[verb].roles));
  const ofOthers = refused.filter((verb) => !session.may(...caseVerbs[verb].roles));
  return (
    <Panel title={t('actions.title')} className="case-actions ui-no-print">
      {next.length === 0 && <p className="ui-faint">{t('actions.nothing')}</p>}
      <div className="ui-row">
        {next.map((verb, at) => (
          <Button key={verb} type={at === 0 ? 'primary' : 'default'} onClick={() => setDeed(verb)}>
            {words.verb(verb)}
          </Button>
        ))}
      </div>
      <div className="ui-row case-aside-actions">
        {possible
          .filter((verb) => aside.includes(verb))
          .map((verb) => (
            <Button key={verb} type="text" size="small" onClick={() => setDeed(verb)}>
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
                  <dd>{found.actions[verb]?.title}</dd>
                </div>
              ))}
            </dl>
          </details>
        ))}
      {deed && <VerbDialog key={deed} found={found} verb={deed} onClose={() => setDeed(null)} />}
    </Panel>
  );
}
