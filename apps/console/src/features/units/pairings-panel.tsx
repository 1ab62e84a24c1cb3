import {
  createPairing,
  endPairing,
  getUnit,
  listPairings,
  type Pairing,
  type UnitView,
} from '@duban/contract/organisation';
import { listPeople } from '@duban/contract/people';
import { Panel } from '@duban/ui/page-frame';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { ChoiceList } from '@duban/ui/choice-list';
import { Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../data/error-words.ts';
import { serverNow } from '../../data/server-clock.ts';
import { useCommand } from '../../data/use-command.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { UnitSelect } from '../../fields/unit-select.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useSession } from '../../session/use-session.ts';

const sponsors = ['department', 'command_post', 'leading_group', 'government', 'cppcc'];
const paired = ['community', ...sponsors];

/** 包保: who has taken on this community, or which communities this department has taken on. */
export function PairingsPanel({ unit }: { unit: UnitView }) {
  const { t } = useTranslation('units');
  const { may } = useSession();
  const formats = useFormats();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Pairing | null>(null);
  const today = formats.date(new Date(serverNow()).toISOString());
  if (!paired.includes(unit.kind)) return null;
  const whyNot = may('dispatcher', 'system_admin')
    ? null
    : sentenceOf('session.forbidden', {
        roles: `${t('frame:role.dispatcher')}${t('list_comma')}${t('frame:role.system_admin')}`,
      });
  const isCommunity = unit.kind === 'community';
  return (
    <Panel
      title={t('pairing.title')}
      extra={
        isCommunity && (
          <WhyNotButton size="small" whyNot={whyNot} onClick={() => setAdding(true)}>
            {t('pairing.add')}
          </WhyNotButton>
        )
      }
    >
      {unit.pairings.length === 0 && (
        <p className="ui-faint">{t(isCommunity ? 'pairing.none' : 'pairing.none_taken')}</p>
      )}
      <ul className="units-line">
        {unit.pairings.map((pairing) => (
          <li key={pairing.id} className="ui-row">
            <span>{isCommunity ? (pairing.person ?? pairing.unit)?.name : pairing.community.name}</span>
            <span className="ui-faint">
              {t(pairing.validTo ? 'period' : 'period_open', { from: pairing.validFrom, to: pairing.validTo })}
            </span>
            {pairing.validTo === null && whyNot === null && (
              <Button size="small" type="link" onClick={() => setEnding(pairing)}>
                {t('pairing.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && <AddPairing unit={unit} today={today} onClose={() => setAdding(false)} />}
      {ending && <EndPairing pairing={ending} today={today} onClose={() => setEnding(null)} />}
    </Panel>
  );
}

function AddPairing({ unit, today, onClose }: { unit: UnitView; today: string; onClose: () => void }) {
  const { t } = useTranslation('units');
  const [side, setSide] = useState<'person' | 'unit'>('unit');
  const leaders = useQueryOf(listPeople, { role: 'leader', limit: 100 }, { enabled: side === 'person' });
  const command = useCommand(createPairing, { refreshes: [getUnit, listPairings], onDone: onClose });
  return (
    <CommandDialog<{ personId?: string; unitId?: string; validFrom: string }>
      title={t('pairing.add_title', { community: unit.name })}
      verb={t('pairing.add')}
      initial={{ validFrom: today }}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={({ personId, unitId, validFrom }) =>
        void command.send({
          communityId: unit.id,
          validFrom,
          ...(side === 'person' ? { personId: personId ?? null } : { unitId: unitId ?? null }),
        })
      }
    >
      <Form.Item>
        <Segmented<'person' | 'unit'>
          aria-label={t('pairing.side')}
          value={side}
          onChange={setSide}
          options={[
            { value: 'unit', label: t('pairing.by_unit') },
            { value: 'person', label: t('pairing.by_person') },
          ]}
        />
      </Form.Item>
      {side === 'unit' ? (
        <Form.Item name="unitId" label={t('pairing.by_unit')} rules={[{ required: true, message: t('missing') }]}>
          <UnitSelect mayChoose={(one) => sponsors.includes(one.kind)} />
        </Form.Item>
      ) : (
        <Form.Item name="personId" label={t('pairing.by_person')} rules={[{ required: true, message: t('missing') }]}>
          <ChoiceList
            showSearch={{ optionFilterProp: 'label' }}
            loading={leaders.isPending}
            notFoundContent={t('frame:nothing_found')}
            options={(leaders.data?.people ?? []).map((person) => ({
              value: person.id,
              label: [person.name, person.positions[0]?.unit.shortName, person.positions[0]?.title].join(' '),
            }))}
          />
        </Form.Item>
      )}
      <Form.Item name="validFrom" label={t('from_day')} rules={[{ required: true, message: t('missing') }]}>
        <Input type="date" />
      </Form.Item>
    </CommandDialog>
  );
}

function EndPairing({ pairing, today, onClose }: { pairing: Pairing; today: string; onClose: () => void }) {
  const { t } = useTranslation('units');
  const command = useCommand(endPairing, { refreshes: [getUnit, listPairings], onDone: onClose });
  return (
    <CommandDialog<{ on: string }>
      title={t('pairing.end_title', { community: pairing.community.name })}
      verb={t('pairing.end')}
      initial={{ on: today }}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={({ on }) => void command.send({ id: pairing.id, on })}
    >
      <Form.Item name="on" label={t('last_day')} rules={[{ required: true, message: t('missing') }]}>
        <Input type="date" min={pairing.validFrom} />
      </Form.Item>
    </CommandDialog>
  );
}
