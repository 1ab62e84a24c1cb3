import type { RankingRowView, TraceStepView } from '@duban/contract/rankings';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';

/** How one row's number came about, step by step, with the counts in it. */
export function TraceDrawer({ row, onClose }: { row: RankingRowView; onClose: () => void }) {
  const { t } = useTranslation('rankings');
  const sentence = useStepSentence();
  return (
    <Drawer open onClose={onClose} title={t('trace.title', { unit: row.unit.name })} size={480}>
      <ol className="rankings-trace">
        {row.trace.map((step) => (
          <li key={step.step === 'sum' ? step.of : step.step}>{sentence(step)}</li>
        ))}
      </ol>
      <p className="ui-faint">{t('trace.hint')}</p>
    </Drawer>
  );
}

function useStepSentence(): (step: TraceStepView) => string {
  const { t } = useTranslation('rankings');
  return (step) => {
    switch (step.step) {
      case 'sum': {
        const terms = step.terms.map(({ field, count }) => `${t(`field.${field}`)} ${count}`).join(' + ');
        return t(`trace.${step.of}`, { terms, total: step.total });
      }
      case 'not_ranked':
        return `${t('not_ranked.word')}: ${t(`not_ranked.${step.reason}`, { minimum: step.minimum })}`;
      default:
        return t(`trace.step.${step.step}`, { ...step });
    }
  };
}
