import { useTranslation } from 'react-i18next';

const marks = ['directive', 'unknown', 'gap', 'contradiction', 'repair', 'proposed-repair', 'quantity'] as const;

/** What the marks in the text mean: each has a line or a frame of its own, not only a colour. */
export function SourceLegend() {
  const { t } = useTranslation('mandates');
  return (
    <ul className="doc-legend" aria-label={t('legend.title')}>
      {marks.map((mark) => (
        <li key={mark}>
          <span className={mark === 'proposed-repair' ? 'doc-repair doc-proposed-repair' : `doc-${mark}`}>
            {t('legend.sample')}
          </span>{' '}
          {t(`legend.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
