import type { UnitRow } from '@duban/contract/organisation';
import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { unitTree, useUnits } from '../data/units.ts';

export type UnitSelectProps = {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (unitId: string | undefined) => void;
  /** which units may be chosen; all when absent */
  readonly mayChoose?: (unit: UnitRow) => boolean;
  readonly placeholder?: string;
  readonly allowClear?: boolean;
  readonly 'aria-label'?: string;
};

const anyUnit = () => true;

/** One unit out of the tree, found by typing any part of its name or an alias. */
export function UnitSelect({ value, onChange, mayChoose = anyUnit, allowClear = true, ...rest }: UnitSelectProps) {
  const { t } = useTranslation('frame');
  const units = useUnits();
  const isKnown = units.some((unit) => unit.id === value);
  const tree = useMemo(() => unitTree(units, mayChoose), [units, mayChoose]);
  // A unit that was closed since the address was saved still has to be seen, to be taken out of the filter.
  const unknown =
    value && units.length > 0 && !isKnown ? [{ value, title: t('unit_unknown'), disabled: true, children: [] }] : [];
  const aliases = useMemo(
    () => new Map(units.map((unit) => [unit.id, [unit.name, unit.shortName, unit.code, ...unit.aliases].join(' ')])),
    [units],
  );
  return (
    <TreeSelect
      showSearch={{
        filterTreeNode: (typed, node) =>
          (aliases.get(String(node.value)) ?? '').toLowerCase().includes(typed.toLowerCase()),
      }}
      treeDefaultExpandAll={units.length < 40}
      treeDefaultExpandedKeys={tree.map((root) => root.value)}
      treeData={[...unknown, ...tree] as never}
      allowClear={allowClear}
      value={(units.length > 0 && value) || undefined}
      onChange={(chosen) => onChange?.(chosen as string | undefined)}
      popupMatchSelectWidth={320}
      notFoundContent={t('nothing_found')}
      className="ui-field"
      {...rest}
    />
  );
}
