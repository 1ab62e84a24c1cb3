import { getCase } from '@duban/contract/cases';
import type { CaseView } from '@duban/contract/case-views';
import { FourState } from '@duban/ui/four-state';
import { PageFrame } from '@duban/ui/page-frame';
import { Mark } from '@duban/ui/status-light';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChangesElsewhere } from '../../data/changed-records.ts';
import { wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { CaseActions } from './case-actions.tsx';
import { CaseAttachments } from './case-attachments.tsx';
import { CaseClocks } from './case-clocks.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseHistory } from './case-history.tsx';
import { CasePlace } from './case-place.tsx';
import { CaseLight, PriorityMark, StateMark, useCaseWords } from '../../words/case-words.tsx';
import './cases.css';

const route = getRouteApi('/shell/cases/$caseId');

/** One case: what it is, where, until when, what happened, and what I may do now. */
export function CasePage() {
  const { caseId } = route.useParams();
  const query = useQueryOf(getCase, { id: caseId }, { every: 60_000 });
  useChangesElsewhere(caseId);
  return (
    <FourState query={query} wordsOf={wordsOf} rows={14}>
      {(found) => <WholeCase key={found.id} found={found} />}
    </FourState>
  );
}

function WholeCase({ found }: { found: CaseView }) {
  const { t } = useTranslation('cases');
  return (
    <PageFrame
      title={found.title}
      marks={
        <span className="ui-row">
          <StateMark state={found.state} />
          {found.light !== 'off' && <CaseLight light={found.light} />}
          <PriorityMark priority={found.priority} />
          {found.relapseCount > 0 && <Mark tone="red">{t('relapsed_times', { count: found.relapseCount })}</Mark>}
        </span>
      }
      lead={found.number}
      actions={<Button onClick={() => window.print()}>{t('print')}</Button>}
    >
      <Standing found={found} />
      <div className="ui-main-aside">
        <div className="ui-stack">
          <CaseFacts found={found} />
          <CaseAttachments found={found} />
          <CaseHistory found={found} />
        </div>
        <div className="ui-stack case-side">
          <CaseActions found={found} />
          <CaseClocks found={found} />
          <CasePlace found={found} />
        </div>
      </div>
    </PageFrame>
  );
}

/** What the case is waiting for, where the state alone does not say it. */
function Standing({ found }: { found: CaseView }) {
  const { t } = useTranslation('cases');
  const words = useCaseWords();
  const formats = useFormats();
  const notes: string[] = [];
  if (found.returnReason && found.state === 'returned')
    notes.push(t('standing.returned', { reason: found.returnReason }));
  if (found.suspension)
    notes.push(t('standing.suspended', { returnOn: found.suspension.returnOn, reason: found.suspension.reason }));
  if (found.dispute)
    notes.push(t('standing.disputed', { unit: found.dispute.decidingUnit?.name ?? '', reason: found.dispute.reason }));
  if (found.request) {
    notes.push(t(`standing.request_${found.request.kind}_${found.request.level}`, { reason: found.request.reason }));
  }
  if (found.state === 'awaiting_check' && found.result) {
    notes.push(
      t('standing.result', {
        at: formats.dateTime(found.result.at),
        unit: found.result.unit?.shortName ?? '',
        outcome: words.closure(found.result.outcome),
        statement: found.result.statement,
      }),
    );
  }
  if (found.filingRefusal) {
    notes.push(
      t('standing.not_filed', {
        reason: words.filingRefusal(found.filingRefusal.reason),
        note: found.filingRefusal.note,
      }),
    );
  }
  if (notes.length === 0) return null;
  return (
    <div className="ui-notice ui-notice-blue" role="note">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
