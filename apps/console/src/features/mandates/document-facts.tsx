import type { DocumentView } from '@duban/contract/mandates';
import { Mark } from '@duban/ui/status-light';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { tellContradiction, tellGap } from './source-stretch.tsx';

type Props = {
  readonly document: DocumentView;
  readonly mayReview: boolean;
  /** scrolls the text to a place */
  readonly onShow: (start: number) => void;
  readonly onEdit: () => void;
  readonly onRepairs: () => void;
  readonly onHistory: () => void;
};

/** What there is to know about the document before one trusts its text: holes, hidden words, what cannot be so. */
export function DocumentFacts({ document, mayReview, onShow, onEdit, onRepairs, onHistory }: Props) {
  const { t } = useTranslation('mandates');
  const formats = useFormats();
  const { gaps, unknowns, contradictions, repairs, versions, organ, speaker, documentNumber } = document;
  const lost = document.outline.filter((item) => item.bodyMissing);
  const waiting = repairs.filter((repair) => repair.proposed && !repair.applied).length;
  const site = Object.entries(document.site).filter(([, value]) => value !== '');
  const hasMore = gaps.length > 0 || contradictions.length > 0 || lost.length > 0 || site.length > 0;
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
        {[organ, speaker, documentNumber].filter(Boolean).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {mayReview && (
          <button type="button" className="proposal-deed" onClick={onEdit}>
            {t('facts.edit')}
          </button>
        )}
        <button type="button" className="proposal-deed" onClick={onRepairs}>
          {t('facts.repairs', { count: repairs.filter((repair) => repair.applied).length })}
          {waiting > 0 && ` · ${t('facts.repairs_waiting', { count: waiting })}`}
        </button>
        <button type="button" className="proposal-deed" onClick={onHistory}>
          {t('facts.history')}
        </button>
        {unknowns.length > 0 && <Mark tone="amber">{t('facts.unknowns', { count: unknowns.length })}</Mark>}
        {gaps.length > 0 && <Mark tone="amber">{t('facts.gaps', { count: gaps.length })}</Mark>}
        {contradictions.length > 0 && (
          <Mark tone="red">{t('facts.contradictions', { count: contradictions.length })}</Mark>
        )}
      </p>
      {versions.length > 1 && <Versions document={document} />}
      {hasMore && (
        <details>
          <summary>{t('facts.more')}</summary>
          <ul>
            {contradictions.map((item) => (
              <li key={`${item.kind}-${item.start}-${item.end}`}>
                {tellContradiction(item, t)} <Place text={item.text} onShow={() => onShow(item.start)} />
                {item.other && (
                  <>
                    {' '}
                    <span aria-hidden="true">⇄</span>{' '}
                    <Place text={item.other.text} onShow={() => onShow(item.other!.start)} />
                  </>
                )}
              </li>
            ))}
            {gaps.map((gap) => (
              <li key={`gap-${gap.start}-${gap.end}`}>
                <Place text={tellGap(gap, t)} onShow={() => onShow(gap.start)} />
              </li>
            ))}
            {lost.map((item) => (
              <li key={`lost-${item.start}`}>{t('facts.lost_heading', { number: item.number, title: item.title })}</li>
            ))}
            {site.length > 0 && (
              <li>
                {t('facts.site', {
                  fields: site
                    .map(([field, value]) => `${t(`site.${field}`, { defaultValue: field })} ${value}`)
                    .join(t('list_semicolon')),
                })}
              </li>
            )}
          </ul>
        </details>
      )}
    </div>
  );
}

function Place({ text, onShow }: { text: string; onShow: () => void }) {
  return (
    <button type="button" className="doc-place" onClick={onShow}>
      {text.length > 40 ? `${text.slice(0, 40)}……` : text}
    </button>
  );
}

/** The versions of the document, oldest first, with what this one changed. */
function Versions({ document }: { document: DocumentView }) {
  const { t } = useTranslation('mandates');
  const formats = useFormats();
  return (
    <nav aria-label={t('versions.chain')} className="ui-row">
      <span className="ui-faint">{t('versions.chain')}</span>
      {document.versions.map((version, i) => {
        const name = t('versions.number', {
          number: i + 1,
          date: formats.date(version.documentDate ?? version.addedAt),
        });
        return version.id === document.id ? (
          <strong key={version.id} aria-current="page">
            {name}
          </strong>
        ) : (
          <Link key={version.id} to="/documents/$documentId" params={{ documentId: version.id }}>
            {name}
          </Link>
        );
      })}
      {document.previousId && (
        <Link to="/documents/$documentId/changes" params={{ documentId: document.id }}>
          {t('versions.what_changed')}
        </Link>
      )}
    </nav>
  );
}
