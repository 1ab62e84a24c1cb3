import { Link } from '@tanstack/react-router';
import type { CountField } from '@duban/rankings/count';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import type { CasesSearch } from './ranking-search.ts';

/** A number that opens the list it was counted from; plain where the reader may not see the list, or there is none. */
export function CountLink({
  value,
  field,
  open,
  search,
  about,
}: {
  value: number;
  field: CountField;
  open: boolean;
  search: CasesSearch;
  /** whose number it is, for those who only hear the link */
  about: string;
}) {
  const { t } = useTranslation('rankings');
  const formats = useFormats();
  const text = formats.number(value);
  if (!open || value === 0) return <span>{text}</span>;
  return (
    <Link
      to="/rankings/cases"
      search={{ ...search, count: field }}
      aria-label={t('list.open', { unit: about, count: t(`field.${field}`), amount: text })}
    >
      {text}
    </Link>
  );
}
