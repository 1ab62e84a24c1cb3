import { listCaseClasses } from '@duban/contract/standards';
import { ChoiceList } from '@duban/ui/choice-list';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../data/use-query-of.ts';

export type ClassSelectProps<Value> = {
  readonly id?: string;
  readonly value?: Value;
  readonly onChange?: (value: Value) => void;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
};

/** Classes of problems as the standards table holds them today. */
export function useCaseClasses() {
  return useClassQuery().data?.classes ?? [];
}

/** Nobody has imported a table of standards yet: nothing can be chosen, so nothing can be reported or filed. */
export function useHasNoClasses(): boolean {
  return useClassQuery().data?.classes.length === 0;
}

function useClassQuery() {
  return useQueryOf(listCaseClasses, {}, { staleTime: 600_000 });
}

function useClassOptions() {
  const classes = useCaseClasses();
  return useMemo(
    () =>
      [...Map.groupBy(classes, (one) => one.category)].map(([category, inside]) => ({
        label: category,
        options: inside.map((one) => ({ value: one.classCode, label: one.className })),
      })),
    [classes],
  );
}

const search = { optionFilterProp: 'label' } as const;

/** One class of problem, found by typing. */
export function ClassSelect(props: ClassSelectProps<string | undefined>) {
  const { t } = useTranslation('frame');
  return (
    <ChoiceList
      {...props}
      className="ui-field"
      showSearch={search}
      options={useClassOptions()}
      notFoundContent={t('nothing_found')}
    />
  );
}

/** Several classes, for filters. */
export function ClassesSelect(props: ClassSelectProps<string[] | undefined>) {
  const { t } = useTranslation('frame');
  return (
    <ChoiceList
      {...props}
      mode="multiple"
      maxTagCount="responsive"
      allowClear
      className="ui-field"
      showSearch={search}
      options={useClassOptions()}
      notFoundContent={t('nothing_found')}
    />
  );
}

/** A filing condition of a class; each has limits of its own. */
export function ConditionSelect({
  classCode,
  ...props
}: ClassSelectProps<string | undefined> & { classCode: string | undefined }) {
  const { t } = useTranslation('frame');
  const found = useCaseClasses().find((one) => one.classCode === classCode);
  return (
    <ChoiceList
      {...props}
      allowClear
      className="ui-field"
      disabled={!found}
      options={found?.conditions.map((one) => ({ value: one.conditionCode, label: one.conditionText })) ?? []}
      notFoundContent={t('nothing_found')}
    />
  );
}
