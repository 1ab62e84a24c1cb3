import { allLights } from '@duban/cases/lights';
import { allCaseStates } from '@duban/cases/states';
import { allPriorities, allSourceChannels } from '@duban/cases/words';
import { unitSides } from '@duban/contract/case-lists';
import { ChoiceList } from '@duban/ui/choice-list';
import { Button, Checkbox, Input, type InputRef } from 'antd';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClassesSelect } from '../../fields/class-select.tsx';
import { PeriodField } from '../../fields/period.tsx';
import { UnitSelect } from '../../fields/unit-select.tsx';
import { useCaseWords } from '../../words/case-words.tsx';
import type { LedgerSearch } from './ledger-search.ts';

export type LedgerFiltersProps = {
  readonly search: LedgerSearch;
  /** changes the address, and with it the list */
  readonly onChange: (change: LedgerSearch) => void;
  readonly textField: RefObject<InputRef | null>;
};

const rare = [
  'sourceChannel',
  'priority',
  'reportedFrom',
  'reportedTo',
  'finishFrom',
  'finishTo',
  'closedFrom',
  'closedTo',
  'finishedLate',
  'relapsed',
  'extended',
  'tag',
] as const;

/** The filter of the ledger. Every change goes into the address at once; there is no button to apply. */
export function LedgerFilters({ search, onChange, textField }: LedgerFiltersProps) {
  const { t } = useTranslation('cases');
  const words = useCaseWords();
  const [more, setMore] = useState(rare.some((name) => search[name] !== undefined));
  const [text, setText] = useState(search.text ?? '');
  useEffect(() => setText(search.text ?? ''), [search.text]);
  const orNone = <T,>(items: readonly T[]): readonly T[] | undefined => (items.length ? items : undefined);
  return (
    <search className="ledger-filters ui-no-print">
      <Input.Search
        ref={textField}
        className="ledger-text"
        allowClear
        value={text}
        maxLength={100}
        placeholder={t('filter.text')}
        aria-label={t('filter.text')}
        onChange={(event) => setText(event.target.value)}
        onSearch={(typed) => onChange({ text: typed.trim() || undefined })}
      />
      <div className="ledger-usual" data-open={more}>
        <ChoiceList
          mode="multiple"
          maxTagCount="responsive"
          allowClear
          className="ui-field"
          aria-label={t('filter.state')}
          placeholder={t('filter.state')}
          value={[...(search.state ?? [])]}
          options={allCaseStates.map((value) => ({ value, label: words.state(value) }))}
          onChange={(state) => onChange({ state: orNone(state) })}
        />
        <ChoiceList
          mode="multiple"
          maxTagCount="responsive"
          allowClear
          className="ui-field ui-field-short"
          aria-label={t('filter.light')}
          placeholder={t('filter.light')}
          value={[...(search.light ?? [])]}
          options={allLights.map((value) => ({ value, label: words.light(value) }))}
          onChange={(light) => onChange({ light: orNone(light) })}
        />
        <UnitSelect
          aria-label={t('filter.unit')}
          placeholder={t('filter.unit')}
          value={search.unitId}
          onChange={(unitId) =>
            onChange(
              unitId ? { unitId, withUnitsBelow: true } : { unitId, unitSide: undefined, withUnitsBelow: undefined },
            )
          }
        />
        {search.unitId && (
          <ChoiceList
            className="ui-field ui-field-short"
            aria-label={t('filter.side')}
            value={search.unitSide ?? 'any'}
            options={unitSides.map((value) => ({ value, label: t(`side.${value}`) }))}
            onChange={(side) => onChange({ unitSide: side === 'any' ? undefined : side })}
          />
        )}
        <ClassesSelect
          aria-label={t('filter.class')}
          placeholder={t('filter.class')}
          value={search.classCode ? [...search.classCode] : undefined}
          onChange={(codes) => onChange({ classCode: codes?.length ? codes : undefined })}
        />
      </div>
      <Button type="link" aria-expanded={more} onClick={() => setMore(!more)}>
        {more ? t('filter.less') : t('filter.more')}
      </Button>
      {more && (
        <div className="ledger-more">
          <ChoiceList
            mode="multiple"
            maxTagCount="responsive"
            allowClear
            className="ui-field"
            aria-label={t('filter.source')}
            placeholder={t('filter.source')}
            value={[...(search.sourceChannel ?? [])]}
            options={allSourceChannels.map((value) => ({ value, label: words.source(value) }))}
            onChange={(sourceChannel) => onChange({ sourceChannel: orNone(sourceChannel) })}
          />
          <ChoiceList
            mode="multiple"
            allowClear
            className="ui-field ui-field-short"
            aria-label={t('filter.priority')}
            placeholder={t('filter.priority')}
            value={[...(search.priority ?? [])]}
            options={allPriorities.map((value) => ({ value, label: words.priority(value) }))}
            onChange={(priority) => onChange({ priority: orNone(priority) })}
          />
          {(['reported', 'finish', 'closed'] as const).map((which) => (
            <div key={which} className="ui-row">
              <span>{t(`filter.${which}`)}</span>
              <PeriodField
                label={t(`filter.${which}`)}
                value={{ from: search[`${which}From`], to: search[`${which}To`] }}
                onChange={({ from, to }) => onChange({ [`${which}From`]: from, [`${which}To`]: to })}
              />
            </div>
          ))}
          {(['finishedLate', 'relapsed', 'extended'] as const).map((which) => (
            <Checkbox
              key={which}
              checked={search[which] === true}
              onChange={(event) => onChange({ [which]: event.target.checked || undefined })}
            >
              {t(`filter.${which}`)}
            </Checkbox>
          ))}
        </div>
      )}
    </search>
  );
}
