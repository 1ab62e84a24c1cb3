import { exportReview } from '@duban/contract/document-text';
import type { DirectiveView } from '@duban/contract/directive-view';
import { type DocumentView, getDocument } from '@duban/contract/mandates';
import { EmptyPanel, FourState } from '@duban/ui/four-state';
import { PageFrame } from '@duban/ui/page-frame';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useDownload } from '../../data/use-download.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFigureWords } from '../../words/target-words.tsx';
import './mandates.css';

const route = getRouteApi('/shell/documents/$documentId/breakdown');

/** The reviewed result on one sheet, for printing and for going round: 督办任务分解表. */
export function BreakdownPage() {
  const { t } = useTranslation('mandates');
  const { documentId } = route.useParams();
  const document = useQueryOf(getDocument, { id: documentId });
  const sheet = useDownload(exportReview, `${document.data?.title ?? ''}.xlsx`);
  const word = useDownload(exportReview, `${document.data?.title ?? ''}.docx`);
  const back = (
    <Link to="/documents/$documentId" params={{ documentId }}>
      {t('changes.back')}
    </Link>
  );
  return (
    <FourState query={document} wordsOf={wordsOf} rows={12}>
      {(data) => {
        const items = data.items.filter(({ state }) => state !== 'proposed' && state !== 'rejected');
        return (
          <PageFrame
            title={t('breakdown.title')}
            lead={data.title}
            actions={
              items.length === 0 ? (
                back
              ) : (
                <>
                  {back}
                  <Button onClick={() => window.print()}>{t('breakdown.print')}</Button>
                  <Button
                    loading={sheet.isFetching}
                    onClick={() => void sheet.fetchFile({ id: documentId, format: 'xlsx' })}
                  >
                    {t('breakdown.xlsx')}
                  </Button>
                  <Button
                    loading={word.isFetching}
                    onClick={() => void word.fetchFile({ id: documentId, format: 'docx' })}
                  >
                    {t('breakdown.docx')}
                  </Button>
                </>
              )
            }
          >
            {items.length === 0 ? (
              <EmptyPanel title={t('breakdown.empty')} action={back}>
                {t('breakdown.empty_hint')}
              </EmptyPanel>
            ) : (
              <Breakdown document={data} items={items} />
            )}
          </PageFrame>
        );
      }}
    </FourState>
  );
}

function Breakdown({ document, items }: { document: DocumentView; items: readonly DirectiveView[] }) {
  const { t } = useTranslation('mandates');
  const figure = useFigureWords();
  const heads = ['number', 'what', 'target', 'line', 'support', 'ground', 'deadline', 'source', 'state'] as const;
  const waiting = document.items.filter(({ state }) => state === 'proposed').length;
  return (
    <>
      <div className="breakdown-box" tabIndex={0} role="region" aria-label={t('breakdown.title')}>
        <table className="breakdown">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`breakdown.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item, i) => (
              <tr key={item.id}>
                <td>{i + 1}</td>
                <th scope="row">{item.action}</th>
                <td>
                  {item.targets.length > 0
                    ? item.targets.map((target, k) => <div key={k}>{`${target.subject} ${figure(target)}`}</div>)
                    : item.targetText}
                </td>
                <td>{item.lineUnit?.shortName ?? item.promise?.promisedBy}</td>
                <td>{item.supportUnits.map((unit) => unit.shortName).join('、')}</td>
                <td>{item.territorialUnits.map((unit) => unit.shortName).join('、') || t('fact.whole_territory')}</td>
                <td>
                  {item.deadlineDate} {item.deadlineText} {item.period && t(`period.${item.period}`)}
                </td>
                <td className="breakdown-source">{item.text}</td>
                <td>
                  {t(`outcome.${item.outcome}`)} · {t(`state.${item.state}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {waiting > 0 && <p className="ui-faint">{t('breakdown.waiting', { count: waiting })}</p>}
    </>
  );
}
