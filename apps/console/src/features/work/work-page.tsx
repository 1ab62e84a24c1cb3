import { getMyWork, type WorkGroup, workGroups } from '@duban/contract/case-lists';
import { FourState } from '@duban/ui/four-state';
import { Figure, PageFrame, Panel } from '@duban/ui/page-frame';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useSession } from '../../session/use-session.ts';
import { OtherEntrances } from './other-entrances.tsx';
import { Told } from './told.tsx';
import { WorkRow } from './work-row.tsx';
import './work.css';

/** My work: what waits for me today, the most pressing first, by what I have to do with it. */
export function WorkPage() {
  const { t } = useTranslation('work');
  const session = useSession();
  const formats = useFormats();
  const hasCases = session.may('dispatcher', 'handler', 'inspector', 'leader');
  return (
    <PageFrame
      title={t('greeting', { name: session.person.name })}
      lead={t('lead', { day: formats.day(new Date().toISOString()), unit: session.unit.name })}
    >
      {hasCases ? <MyCases /> : <OtherEntrances />}
    </PageFrame>
  );
}

function MyCases() {
  const work = useQueryOf(getMyWork, {}, { every: 120_000 });
  return (
    <div className="ui-main-aside">
      <FourState query={work} wordsOf={wordsOf} rows={10}>
        {({ groups }) => <Groups groups={groups} />}
      </FourState>
      <Told />
    </div>
  );
}

/** The heaps in the order of what to do first; empty ones are only named. */
function Groups({ groups }: { groups: readonly WorkGroup[] }) {
  const { t } = useTranslation('work');
  const ordered = [...groups].sort((a, b) => workGroups.indexOf(a.code) - workGroups.indexOf(b.code));
  const full = ordered.filter((group) => group.count > 0);
  const empty = ordered.filter((group) => group.count === 0);
  return (
    <div className="ui-stack work-groups">
      {full.length > 0 && (
        <div className="ui-figures">
          {full.map((group) => (
            <Figure
              key={group.code}
              value={<GroupLink group={group}>{amountOf(group)}</GroupLink>}
              label={t(`group.${group.code}.name`)}
            />
          ))}
        </div>
      )}
      {full.length === 0 && (
        <div className="ui-notice ui-notice-green" role="status">
          <strong>{t('all_done')}</strong>
          <p>{t('all_done_hint')}</p>
        </div>
      )}
      {full.map((group) => (
        <Panel
          key={group.code}
          title={t(`group.${group.code}.name`)}
          extra={
            <GroupLink group={group}>
              {t('all_of_them', { amount: amountOf(group) })}
              <span className="ui-hidden">{t(`group.${group.code}.name`)}</span>
            </GroupLink>
          }
        >
          <p className="ui-faint">{t(`group.${group.code}.what`)}</p>
          <ul className="work-rows">
            {group.rows.map((row) => (
              <WorkRow key={row.id} row={row} />
            ))}
          </ul>
        </Panel>
      ))}
      {empty.length > 0 && (
        <p className="ui-faint">
          {t('nothing_in', { groups: empty.map((group) => t(`group.${group.code}.name`)).join(t('list_comma')) })}
        </p>
      )}
    </div>
  );
}

function amountOf({ count, more }: WorkGroup): string {
  return more ? `>${count}` : String(count);
}

/** The number opens the list it was counted from. */
function GroupLink({ group, children }: { group: WorkGroup; children: React.ReactNode }) {
  return (
    <Link to="/cases" search={group.filter as never}>
      {children}
    </Link>
  );
}
