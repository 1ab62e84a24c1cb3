import { listUnits } from '@duban/contract/organisation';
import { exportUnits } from '@duban/contract/organisation-files';
import { EmptyPanel, FourState } from '@duban/ui/four-state';
import { PageFrame, Panel } from '@duban/ui/page-frame';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf, wordsOf } from '../../data/error-words.ts';
import { useDownload } from '../../data/use-download.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useSession } from '../../session/use-session.ts';
import { ImportUnitsDialog } from './import-units-dialog.tsx';
import { UnitDetails } from './unit-details.tsx';
import { UnitMap } from './unit-map.tsx';
import { UnitTree } from './unit-tree.tsx';
import './units.css';

const route = getRouteApi('/shell/units');

/** Which units are there, how do they hang together, and what is each of them? */
export function UnitsPage() {
  const { t } = useTranslation('units');
  const { may, jurisdiction } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const units = useQueryOf(listUnits, search.all ? { all: 'true' } : {}, { keepPrevious: true });
  const download = useDownload(exportUnits, `${t('title')}.xlsx`);
  const [importing, setImporting] = useState(false);
  const details = useRef<HTMLDivElement>(null);
  const selected = search.unit ?? jurisdiction.id;
  const whyNotEdit = may('system_admin')
    ? null
    : sentenceOf('session.forbidden', { roles: t('frame:role.system_admin') });
  function choose(unit: string) {
    void navigate({ search: { ...search, unit }, resetScroll: false });
    // Where the details stand below the tree, what was chosen would be told out of sight.
    if (matchMedia('(max-width: 980px)').matches) details.current?.scrollIntoView({ block: 'start' });
  }
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {may('system_admin', 'dispatcher', 'leader') && (
            <Button loading={download.isFetching} onClick={() => void download.fetchFile({})}>
              {t('export')}
            </Button>
          )}
          <WhyNotButton whyNot={whyNotEdit} onClick={() => setImporting(true)}>
            {t('import.open')}
          </WhyNotButton>
        </>
      }
    >
      <FourState
        query={units}
        wordsOf={wordsOf}
        rows={14}
        isEmpty={(data) => data.units.length === 0}
        empty={<EmptyPanel title={t('empty.title')}>{t('empty.hint')}</EmptyPanel>}
      >
        {(data) => (
          <div className="units-columns">
            <Panel
              title={t('tree.title', { count: data.units.length })}
              extra={
                <Checkbox
                  checked={search.all ?? false}
                  onChange={(event) =>
                    void navigate({ search: { ...search, all: event.target.checked || undefined }, resetScroll: false })
                  }
                >
                  {t('tree.all')}
                </Checkbox>
              }
            >
              <UnitTree units={data.units} selected={selected} onSelect={choose} />
            </Panel>
            <div className="ui-stack" ref={details}>
              <UnitDetails key={selected} id={selected} units={data.units} whyNotEdit={whyNotEdit} onChoose={choose} />
              <UnitMap selected={selected} units={data.units} onSelect={choose} />
            </div>
          </div>
        )}
      </FourState>
      {importing && <ImportUnitsDialog onClose={() => setImporting(false)} />}
    </PageFrame>
  );
}
