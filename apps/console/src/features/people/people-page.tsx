import { listPeople, type PersonRow, personStates } from '@duban/contract/people';
import { exportPeople } from '@duban/contract/organisation-files';
import { roles } from '@duban/kit/actor';
import type { Column, RowSelection } from '@duban/ui/data-table';
import { EmptyPanel } from '@duban/ui/four-state';
import { PagedTable, useWay } from '@duban/ui/paged-table';
import { PageFrame } from '@duban/ui/page-frame';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ChoiceList } from '@duban/ui/choice-list';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf, wordsOf } from '../../data/error-words.ts';
import { useDownload } from '../../data/use-download.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { UnitSelect } from '../../fields/unit-select.tsx';
import type { PeopleSearch } from './people-search.ts';
import { useSession } from '../../session/use-session.ts';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { ImportPeopleDialog } from './import-people-dialog.tsx';
import { IssuePasswordsDialog } from './issue-passwords-dialog.tsx';
import { PersonStateLight } from './person-state.tsx';
import { RulesDialog } from './rules-dialog.tsx';
import './people.css';

const route = getRouteApi('/shell/people');

type Open = 'add' | 'import' | 'rules' | 'passwords';

/** Who works where, with which role, and who can sign in? */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const { may } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const way = useWay();
  const columns = useColumns();
  const [open, setOpen] = useState<Open | null>(null);
  const [selected, setSelected] = useState<ReadonlyMap<string, PersonRow>>(new Map());
  const { unit, ...filter } = search;
  const wire = { ...filter, ...(unit ? { unitId: unit } : {}), ...(way.after ? { after: way.after } : {}) };
  const page = useQueryOf(listPeople, wire, { keepPrevious: true });
  const download = useDownload(exportPeople, `${t('title')}.xlsx`);
  const mayEdit = may('security_admin');
  const whyNotEdit = mayEdit ? null : sentenceOf('session.forbidden', { roles: t('frame:role.security_admin') });
  const isFiltered = Object.keys(search).length > 0;
  function change(part: PeopleSearch) {
    way.first();
    void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  }
  const selectionOf = (people: readonly PersonRow[]): RowSelection => ({
    selected: new Set(selected.keys()),
    onChange: (ids) => setSelected(chosen(selected, people, ids)),
    labelAll: t('select_all'),
    labelRow: (id) => t('select_one', { name: people.find((one) => one.id === id)?.name ?? '' }),
  });
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {mayEdit && (
            <>
              <Button loading={download.isFetching} onClick={() => void download.fetchFile({})}>
                {t('export')}
              </Button>
              <Button onClick={() => setOpen('import')}>{t('import.open')}</Button>
              <Button onClick={() => setOpen('rules')}>{t('rules.open')}</Button>
            </>
          )}
          <WhyNotButton type="primary" whyNot={whyNotEdit} onClick={() => setOpen('add')}>
            {t('add.open')}
          </WhyNotButton>
        </>
      }
    >
      <div className="ui-filters people-filters ui-no-print">
        <TextFilter key={search.text} value={search.text} onChange={(text) => change({ text })} />
        <UnitSelect
          aria-label={t('filter.unit')}
          placeholder={t('filter.unit')}
          value={search.unit}
          onChange={(chosen) => change({ unit: chosen })}
        />
        <ChoiceList
          allowClear
          className="ui-field-short"
          aria-label={t('filter.role')}
          placeholder={t('filter.role')}
          value={search.role}
          onChange={(role) => change({ role })}
          options={roles.map((role) => ({ value: role, label: t(`frame:role.${role}`) }))}
        />
        <ChoiceList
          allowClear
          className="ui-field-short"
          aria-label={t('filter.state')}
          placeholder={t('filter.state')}
          value={search.state}
          onChange={(state) => change({ state })}
          options={personStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        />
        {isFiltered && (
          <Button
            type="link"
            onClick={() => {
              way.first();
              void navigate({ search: {}, replace: true });
            }}
          >
            {t('filter.clear')}
          </Button>
        )}
      </div>
      {selected.size > 0 && (
        <div className="ui-row ui-notice ui-notice-blue" role="status">
          {t('selected', { count: selected.size })}
          <Button size="small" type="primary" onClick={() => setOpen('passwords')}>
            {t('passwords.open')}
          </Button>
          <Button size="small" type="link" onClick={() => setSelected(new Map())}>
            {t('unselect')}
          </Button>
        </div>
      )}
      <PagedTable
        query={page}
        wordsOf={wordsOf}
        rowsOf={(data) => data.people}
        rowKey={(person) => person.id}
        caption={t('title')}
        columns={columns}
        way={way}
        lines={12}
        note={(count) => t('on_page', { count })}
        {...(mayEdit ? { selection: ({ people }: { people: readonly PersonRow[] }) => selectionOf(people) } : {})}
        empty={
          <EmptyPanel title={isFiltered ? t('empty.none_found') : t('empty.title')}>
            {isFiltered ? t('empty.none_found_hint') : t('empty.hint')}
          </EmptyPanel>
        }
      />
      {open === 'add' && <AddPersonDialog onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportPeopleDialog onClose={() => setOpen(null)} />}
      {open === 'rules' && <RulesDialog onClose={() => setOpen(null)} />}
      {open === 'passwords' && (
        <IssuePasswordsDialog
          people={[...selected.values()]}
          onClose={() => {
            setOpen(null);
            setSelected(new Map());
          }}
        />
      )}
    </PageFrame>
  );
}

function TextFilter({ value, onChange }: { value: string | undefined; onChange: (text: string | undefined) => void }) {
  const { t } = useTranslation('people');
  return (
    <Input.Search
      allowClear
      className="ui-field"
      aria-label={t('filter.text')}
      placeholder={t('filter.text')}
      defaultValue={value}
      onSearch={(typed) => onChange(typed.trim() || undefined)}
    />
  );
}

function useColumns(): readonly Column<PersonRow>[] {
  const { t } = useTranslation('people');
  return [
    {
      key: 'name',
      title: t('column.name'),
      isHead: true,
      cell: (person) => (
        <Link to="/people/$id" params={{ id: person.id }}>
          {person.name}
        </Link>
      ),
    },
    { key: 'account', title: t('column.account'), cell: (person) => person.account },
    {
      key: 'positions',
      title: t('column.positions'),
      width: '45%',
      cell: (person) =>
        person.positions.length === 0 ? (
          <span className="ui-faint">{t('no_position')}</span>
        ) : (
          <ul className="people-positions">
            {person.positions.map((position) => (
              <li key={position.id}>
                {position.unit.shortName} {position.title}{' '}
                <span className="ui-faint">{t(`frame:role.${position.role}`)}</span>
              </li>
            ))}
          </ul>
        ),
    },
    { key: 'state', title: t('column.state'), cell: (person) => <PersonStateLight state={person.state} /> },
    {
      key: 'factor',
      title: t('column.second_factor'),
      cell: (person) => (person.secondFactor ? t('factor.on') : <span className="ui-faint">{t('factor.off')}</span>),
    },
  ];
}

/** The selection survives paging: rows of this page follow the boxes, those of other pages stay. */
function chosen(
  before: ReadonlyMap<string, PersonRow>,
  rows: readonly PersonRow[],
  ids: ReadonlySet<string>,
): ReadonlyMap<string, PersonRow> {
  const next = new Map(before);
  for (const row of rows) {
    if (ids.has(row.id)) next.set(row.id, row);
    else next.delete(row.id);
  }
  return next;
}
