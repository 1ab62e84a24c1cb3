import { Input } from 'antd';
import { useTranslation } from 'react-i18next';

export type Period = { readonly from?: string | undefined; readonly to?: string | undefined };

/**
 * Two dates, both included. The browser's own date field: it is keyboard and screen-reader proof in every language,
 * opens the phone's own calendar, and weighs nothing.
 */
export function PeriodField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Period;
  onChange: (period: Period) => void;
}) {
  const { t } = useTranslation('frame');
  return (
    <span className="ui-row ui-period" role="group" aria-label={label}>
      <Input
        type="date"
        aria-label={t('period.from', { label })}
        value={value.from ?? ''}
        max={value.to}
        onChange={(event) => onChange({ ...value, from: event.target.value || undefined })}
      />
      <span aria-hidden="true">–</span>
      <Input
        type="date"
        aria-label={t('period.to', { label })}
        value={value.to ?? ''}
        min={value.from}
        onChange={(event) => onChange({ ...value, to: event.target.value || undefined })}
      />
    </span>
  );
}
