import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { documentEventWord } from './document-event.ts';
import type { OtherStep } from './use-document-watch.ts';

type Props = { readonly sentence: string | null; readonly isStale: boolean; readonly other: OtherStep | null };

/** What was refused and why; and what somebody else did meanwhile, once the page shows it. */
export function ReviewNews({ sentence, isStale, other }: Props) {
  const { t } = useTranslation('mandates');
  const formats = useFormats();
  return (
    <div className="review-news">
      {sentence && (
        <div role="alert" className="ui-notice ui-notice-red">
          {isStale ? t('review.stale') : sentence}
        </div>
      )}
      <div role="status" aria-live="polite">
        {other && (
          <p className="ui-notice ui-notice-amber">
            {t('review.other_step', {
              name: other.name,
              time: formats.time(other.at),
              what: documentEventWord(other.type, t),
            })}
          </p>
        )}
      </div>
    </div>
  );
}
