import { listSnapshotCases } from '@duban/contract/snapshots';
import { ChoiceList } from '@duban/ui/choice-list';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../data/use-query-of.ts';

/** Some of the cases that were counted for a unit in a published ranking: those not done, late or relapsed first. */
export function CasePicker({
  snapshotId,
  unitId,
  chosen,
  onChange,
  onlyThese,
}: {
  snapshotId: string;
  unitId: string;
  chosen: readonly string[];
  onChange: (caseIds: readonly string[]) => void;
  onlyThese?: readonly string[];
}) {
  const { t } = useTranslation('rankings');
  const id = useId();
  const page = useQueryOf(listSnapshotCases, { id: snapshotId, unitId, count: 'due', limit: 100 });
  const cases = (page.data?.cases ?? []).filter((each) => !onlyThese?.length || onlyThese.includes(each.caseId));
  const options = cases
    .toSorted((a, b) => Number(isGood(a.outcome)) - Number(isGood(b.outcome)))
    .map((each) => ({
      value: each.caseId,
      label: `${each.number} ${each.title} (${t(`outcome.${each.outcome ?? 'open'}`)})`,
    }));
  return (
    <div className="ui-stack">
      <label htmlFor={id}>{t('objection.cases')}</label>
      <ChoiceList
        id={id}
        mode="multiple"
        className="ui-field"
        value={[...chosen]}
        options={options}
        loading={page.isPending}
        optionFilterProp="label"
        onChange={(values) => onChange(values)}
      />
    </div>
  );
}

const isGood = (outcome: string | null) => outcome === 'closed_on_time';
