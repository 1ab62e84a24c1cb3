import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { listCalendarYears } from '@duban/contract/calendar';
import { ChoiceList } from '@duban/ui/choice-list';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../data/use-query-of.ts';

/** Which year is shown; provisional ones carry the word. */
export function YearChooser({ year, onChoose }: { year: number; onChoose: (year: number) => void }) {
  const { t } = useTranslation('calendar');
  const years = useQueryOf(listCalendarYears, {});
  const options = (years.data?.years ?? []).map((entry) => ({
    value: entry.year,
    label: entry.published
      ? t('year.name', { year: entry.year })
      : `${t('year.name', { year: entry.year })} · ${t('year.provisional')}`,
  }));
  return (
    <span className="ui-row" role="group" aria-label={t('year.choose')}>
      <Button icon={<LeftOutlined />} aria-label={t('year.previous')} onClick={() => onChoose(year - 1)} />
      <ChoiceList
        aria-label={t('year.choose')}
        value={year}
        options={options}
        onChange={onChoose}
        labelRender={({ value }) => t('year.name', { year: value })}
        popupMatchSelectWidth={false}
      />
      <Button icon={<RightOutlined />} aria-label={t('year.next')} onClick={() => onChoose(year + 1)} />
    </span>
  );
}
