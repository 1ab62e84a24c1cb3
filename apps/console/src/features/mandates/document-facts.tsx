import type { DocumentView } from '@duban/contract/mandates';
import { Mark } from '@duban/ui/status-light';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { tellGap } from './source-pane.tsx';

/** What there is to know about the document before one trusts its text: holes, hidden words, what cannot be so. */
export function DocumentFacts({ document }: { document: DocumentView }) {
  const { t } = useTranslation('mandates');
  const formats = useFormats();
  const { gaps, unknowns, contradictions, repairs } = document;
  const lost = document.outline.filter((item) => item.bodyMissing);
  return (
    <div className="doc-facts">
      <p className="ui-row">
        <span>{document.fileName}</span>
        <span className="ui-faint">
          {t('facts.size', {
            characters: formats.number(document.characters),
            format: document.format.toUpperCase(),
            encoding: document.encoding,
          })}
        </span>
        <span className="ui-faint">
          {document.documentDate ? t('facts.date', { date: document.documentDate }) : t('facts.no_date')}
        </span>
        <Mark>{t('facts.repairs', { count: repairs.filter((repair) => repair.applied).length })}</Mark>
        {unknowns.length > 0 && <Mark tone="amber">{t('facts.unknowns', { count: unknowns.length })}</Mark>}
        {gaps.length > 0 && <Mark tone="amber">{t('facts.gaps', { count: gaps.length })}</Mark>}
        {contradictions.length > 0 && (
          <Mark tone="red">{t('facts.contradictions', { count: contradictions.length })}</Mark>
        )}
      </p>
      {(gaps.length > 0 || contradictions.length > 0 || lost.length > 0) && (
        <details>
          <summary>{t('facts.more')}</summary>
          <ul>
            {gaps.map((gap) => (
              <li key={`${gap.start}-${gap.end}`}>{tellGap(gap, t)}</li>
            ))}
            {contradictions.map((item) => (
              <li key={`${item.start}-${item.end}`}>
                <q>{item.text}</q> {t('mark.contradiction', { stated: item.stated, computed: item.computed })}
              </li>
            ))}
            {lost.map((item) => (
              <li key={item.start}>{t('facts.lost_heading', { number: item.number, title: item.title })}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
