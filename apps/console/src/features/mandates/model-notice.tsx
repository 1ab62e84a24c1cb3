import type { DocumentView } from '@duban/contract/mandates';
import type { ModelReadingView } from '@duban/contract/model-readings';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useModelReading } from './use-model-reading.ts';

type Props = {
  readonly document: Pick<DocumentView, 'id' | 'version' | 'state' | 'text'>;
  readonly mayReview: boolean;
};

/**
 * Beside the rules a language model may propose directives, when the administrator switched one on. The page says where
 * the text would go before anything is sent, and afterwards what came of it. Without a model there is nothing to see.
 */
export function ModelNotice({ document, mayReview }: Props) {
  const { t } = useTranslation('model');
  const { model, reading, isWaiting, ask } = useModelReading(document.id);
  if (!reading && (!model || !mayReview)) return null;
  const maySend = mayReview && model !== null && !isWaiting;
  const characters = document.text.length;
  return (
    <section className={`ui-notice ui-notice-${tone(reading)} ui-no-print`} aria-label={t('title')}>
      <div role="status">{reading ? <Outcome reading={reading} /> : t('offer')}</div>
      {ask.sentence && <div role="alert">{ask.sentence}</div>}
      {maySend && (
        <div className="ui-row">
          <Button
            size="small"
            loading={ask.isSending}
            onClick={() => void ask.send({ id: document.id, version: document.version })}
          >
            {reading ? t('ask_again') : t('ask')}
          </Button>
          <span className="ui-faint">{t('where', { ...model, characters })}</span>
        </div>
      )}
    </section>
  );
}

function Outcome({ reading }: { reading: ModelReadingView }) {
  const { t } = useTranslation('model');
  const { host, model, pieces, answered, proposed, confirmed, fault } = reading;
  const thrownAway = Object.values(reading.dropped).reduce((sum, count) => sum + count, 0);
  if (reading.state === 'waiting')
    return reading.isAbandoned ? t('abandoned', { host }) : t('waiting', { host, model });
  const why = fault === null ? '' : t(`fault.${fault}`);
  if (reading.state === 'failed') {
    return (
      <>
        {t('failed', { host, model, why })} {t(reading.sentAt ? 'failed_sent' : 'failed_unsent')}
      </>
    );
  }
  return (
    <>
      {t('done', { host, model, proposed, confirmed })} {thrownAway > 0 && t('dropped', { count: thrownAway })}{' '}
      {fault !== null && t('in_part', { answered, pieces, why })}
    </>
  );
}

function tone(reading: ModelReadingView | null): 'blue' | 'amber' {
  if (!reading) return 'blue';
  return reading.fault !== null || reading.isAbandoned ? 'amber' : 'blue';
}
