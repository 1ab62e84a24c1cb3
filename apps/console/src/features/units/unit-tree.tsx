import type { UnitRow } from '@duban/contract/organisation';
import { Input, Tree } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unitTree } from '../../data/units.ts';

type Node = { readonly key: string; readonly title: string; readonly children: readonly Node[] };

/** The tree of units. Arrow keys walk and open it; typing narrows it to names, aliases and codes. */
export function UnitTree({
  units,
  selected,
  onSelect,
}: {
  units: readonly UnitRow[];
  selected: string;
  onSelect: (id: string) => void;
}) {
  const { t } = useTranslation('units');
  const [text, setText] = useState('');
  const typed = text.trim().toLowerCase();
  const byId = useMemo(() => new Map(units.map((unit) => [unit.id, unit])), [units]);
  const nodes = useMemo(() => {
    const fits = (unit: UnitRow) =>
      [unit.name, unit.shortName, unit.code ?? '', ...unit.aliases].some((one) => one.toLowerCase().includes(typed));
    const node = (branch: ReturnType<typeof unitTree>[number]): Node => ({
      key: branch.value,
      title: branch.title,
      children: branch.children.map(node),
    });
    return unitTree(units, typed === '' ? () => true : fits).map(node);
  }, [units, typed]);
  const way = useMemo(() => {
    const above: string[] = [];
    for (let unit = byId.get(selected); unit; unit = unit.parentId ? byId.get(unit.parentId) : undefined) {
      above.push(unit.id);
    }
    return above;
  }, [byId, selected]);
  const [opened, setOpened] = useState<readonly string[]>(() => [...way, ...nodes.map((node) => node.key)]);
  const everything = useMemo(() => units.map((unit) => unit.id), [units]);
  return (
    <div className="ui-stack">
      <Input
        allowClear
        value={text}
        aria-label={t('tree.search')}
        placeholder={t('tree.search')}
        onChange={(event) => setText(event.target.value)}
      />
      {nodes.length === 0 && <p className="ui-faint">{t('frame:nothing_found')}</p>}
      <div className="units-tree">
        <Tree
          blockNode
          aria-label={t('tree.label')}
          treeData={nodes as never}
          selectedKeys={[selected]}
          expandedKeys={typed === '' ? [...opened] : everything}
          onExpand={(keys) => setOpened(keys.map(String))}
          onSelect={(keys) => keys[0] !== undefined && onSelect(String(keys[0]))}
          titleRender={(node) => {
            const unit = byId.get(String((node as unknown as Node).key));
            const closed = unit?.validTo != null;
            return (
              <span className={closed ? 'units-closed' : undefined}>
                {unit?.name}
                {closed && ` (${t('tree.until', { date: unit.validTo })})`}
              </span>
            );
          }}
        />
      </div>
    </div>
  );
}
