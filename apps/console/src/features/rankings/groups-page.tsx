import { listPeerGroups, type PeerGroupView, retirePeerGroup } from '@duban/contract/peer-groups';
import { FourState } from '@duban/ui/four-state';
import { PageFrame, Panel } from '@duban/ui/page-frame';
import { Mark } from '@duban/ui/status-light';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf, wordsOf } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useSession } from '../../session/use-session.ts';
import { GroupDialog } from './group-dialog.tsx';
import './rankings.css';

/** Who is compared with whom, and from how many cases on. */
export function GroupsPage() {
  const { t } = useTranslation('rankings');
  const { may } = useSession();
  const { message, modal } = App.useApp();
  const groups = useQueryOf(listPeerGroups, {});
  const [edited, setEdited] = useState<PeerGroupView | 'new' | null>(null);
  const retire = useCommand(retirePeerGroup, {
    refreshes: [listPeerGroups],
    onDone: () => void message.success(t('groups.retired')),
  });
  const whyNot = may('dispatcher') ? null : sentenceOf('session.forbidden', { roles: t('frame:role.dispatcher') });
  const whyNotRetire = (group: PeerGroupView) =>
    whyNot ?? (group.standing ? sentenceOf('peer_group.standing', {}) : null);
  return (
    <PageFrame
      title={t('groups.title')}
      lead={t('groups.lead')}
      actions={
        <WhyNotButton type="primary" whyNot={whyNot} onClick={() => setEdited('new')}>
          {t('groups.create')}
        </WhyNotButton>
      }
    >
      {retire.sentence && (
        <div role="alert" className="ui-notice ui-notice-red">
          {retire.sentence}
        </div>
      )}
      <FourState query={groups} wordsOf={wordsOf}>
        {(data) => (
          <div className="ui-columns">
            {data.groups.map((group) => (
              <Panel
                key={group.key}
                title={
                  <span className="ui-row">
                    {group.name}
                    {group.standing && <Mark>{t('groups.standing')}</Mark>}
                  </span>
                }
              >
                <p>
                  {t(`counted_by.${group.countedBy}`)} · {t('groups.minimum', { count: group.minimumDue })}
                </p>
                <p>{group.members.map((unit) => unit.shortName).join(t('groups.comma'))}</p>
                <span className="ui-row">
                  <WhyNotButton size="small" whyNot={whyNot} onClick={() => setEdited(group)}>
                    {t('groups.change')}
                  </WhyNotButton>
                  <WhyNotButton
                    size="small"
                    whyNot={whyNotRetire(group)}
                    onClick={() =>
                      modal.confirm({
                        title: t('groups.retire_title', { name: group.name }),
                        content: t('groups.retire_hint'),
                        onOk: async () => {
                          await retire.send({ key: group.key, version: group.version! });
                        },
                      })
                    }
                  >
                    {t('groups.retire')}
                  </WhyNotButton>
                </span>
              </Panel>
            ))}
          </div>
        )}
      </FourState>
      {edited && <GroupDialog group={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </PageFrame>
  );
}
