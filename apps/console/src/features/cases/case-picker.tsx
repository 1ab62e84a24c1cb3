import { listCases } from '@duban/contract/case-lists';
import type { CaseRow } from '@duban/contract/case-views';
import { ChoiceList } from '@duban/ui/choice-list';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../data/use-query-of.ts';

export type CasePickerProps = {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string) => void;
  /** shown before anything is typed */
  readonly suggested: readonly CaseRow[];
  readonly except: string;
  readonly classCode: string;
};

/** Another open case of the same class, found by number, title or place. */
export function CasePicker({ id, value, onChange, suggested, except, classCode }: CasePickerProps) {
  const { t } = useTranslation('cases');
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const found = useQueryOf(
    listCases,
    { text, open: 'true', classCode: [classCode], limit: 10 },
    { enabled: text !== '', keepPrevious: true },
  );
  const rows = text ? (found.data?.rows ?? []) : suggested;
  return (
    <ChoiceList
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange ? { onChange } : {})}
      className="ui-field"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      placeholder={t('field.find_case')}
      notFoundContent={text ? t('frame:nothing_found') : t('field.no_duplicates')}
      options={rows
        .filter((row) => row.id !== except)
        .map((row) => ({ value: row.id, label: `${row.number} ${row.title}` }))}
    />
  );
}
