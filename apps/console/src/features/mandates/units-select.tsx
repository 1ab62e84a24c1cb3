import type { UnitRow } from '@duban/contract/organisation';
import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { unitTree, useUnits } from '../../data/units.ts';

type UnitsSelectProps = {
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (unitIds: string[]) => void;
  readonly mayChoose: (unit: UnitRow) => boolean;
};

/** Several units out of the tree. */
export function UnitsSelect({ mayChoose, ...rest }: UnitsSelectProps) {
  const units = useUnits();
  const tree = useMemo(() => unitTree(units, mayChoose), [units, mayChoose]);
  return (
    <TreeSelect
      {...rest}
      multiple
      allowClear
      className="ui-field"
      maxTagCount={6}
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeDefaultExpandedKeys={tree.map((root) => root.value)}
      treeData={tree as never}
    />
  );
}
