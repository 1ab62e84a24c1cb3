import {
  addPosition,
  changePosition,
  endPosition,
  getPerson,
  listPeople,
  type PersonView,
  type PositionView,
} from '@duban/contract/people';
import { DataTable } from '@duban/ui/data-table';
import { Panel } from '@duban/ui/page-frame';
import { StatusLight } from '@duban/ui/status-light';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { PositionFields, type PositionValues, useToday, useWhyNotPosition } from './position-fields.tsx';

type Deed = { readonly kind: 'end' | 'change'; readonly position: PositionView };

/** Positions of now, the past and the future. */
export function PositionsPanel({ person, whyNotGrant }: { person: PersonView; whyNotGrant: string | null }) {
  const { t } = useTranslation('people');
  const [adding, setAdding] = useState(false);
  const [deed, setDeed] = useState<Deed | null>(null);
  const today = useToday();
  const stateOf = ({ validFrom, validTo }: PositionView) =>
    validFrom > today ? 'future' : validTo !== null && validTo <= today ? 'past' : 'current';
  return (
    <Panel
      title={t('position.list')}
      extra={
        <WhyNotButton size="small" whyNot={whyNotGrant} onClick={() => setAdding(true)}>
          {t('position.add')}
        </WhyNotButton>
      }
    >
      <DataTable
        caption={t('position.list')}
        rows={[...person.allPositions].reverse()}
        rowKey={(position) => position.id}
        columns={[
          { key: 'unit', title: t('position.unit'), isHead: true, cell: (position) => position.unit.name },
          { key: 'role', title: t('position.role'), cell: (position) => t(`frame:role.${position.role}`) },
          { key: 'title', title: t('position.title'), cell: (position) => position.title },
          {
            key: 'period',
            title: t('position.period'),
            cell: (position) => (
              <span className="ui-nowrap">
                {position.validFrom} – {position.validTo ?? ''}
              </span>
            ),
          },
          {
            key: 'state',
            title: t('column.state'),
            cell: (position) => {
              const state = stateOf(position);
              const tone = state === 'current' ? 'green' : state === 'future' ? 'blue' : 'grey';
              return <StatusLight tone={tone}>{t(`position.${state}`)}</StatusLight>;
            },
          },
          {
            key: 'deeds',
            title: '',
            cell: (position) =>
              whyNotGrant === null &&
              stateOf(position) !== 'past' && (
                <span className="ui-row">
                  <Button
                    size="small"
                    aria-label={t('position.change_of', { unit: position.unit.name, title: position.title })}
                    onClick={() => setDeed({ kind: 'change', position })}
                  >
                    {t('position.change')}
                  </Button>
                  <Button
                    size="small"
                    danger
                    aria-label={t('position.end_of', { unit: position.unit.name, title: position.title })}
                    onClick={() => setDeed({ kind: 'end', position })}
                  >
                    {t('position.end')}
                  </Button>
                </span>
              ),
          },
        ]}
      />
      {adding && <AddPosition person={person} today={today} onClose={() => setAdding(false)} />}
      {deed?.kind === 'end' && (
        <EndPosition person={person} position={deed.position} today={today} onClose={() => setDeed(null)} />
      )}
      {deed?.kind === 'change' && (
        <ChangePosition person={person} position={deed.position} onClose={() => setDeed(null)} />
      )}
    </Panel>
  );
}

const refreshes = [getPerson, listPeople];
type DialogProps = { readonly person: PersonView; readonly onClose: () => void };

function AddPosition({ person, today, onClose }: DialogProps & { readonly today: string }) {
  const { t } = useTranslation('people');
  const [form] = Form.useForm<PositionValues>();
  const watched = Form.useWatch([], form) as PositionValues | undefined;
  const command = useCommand(addPosition, { refreshes, onDone: onClose });
  const held = person.allPositions.filter(({ validTo }) => validTo === null || validTo > today);
  const whyNot = useWhyNotPosition(
    held.map(({ role }) => role),
    watched,
  );
  return (
    <CommandDialog<PositionValues>
      form={form}
      title={t('position.add_to', { name: person.name })}
      verb={t('position.add')}
      initial={{ validFrom: today }}
      isSending={command.isSending}
      sentence={command.sentence}
      whyNot={whyNot}
      onClose={onClose}
      onSend={({ validTo, ...values }) =>
        void command.send({ ...values, validTo: validTo || null, id: person.id, version: person.version })
      }
    >
      <PositionFields />
    </CommandDialog>
  );
}

function EndPosition({
  person,
  position,
  today,
  onClose,
}: DialogProps & { readonly position: PositionView; readonly today: string }) {
  const { t } = useTranslation('people');
  const command = useCommand(endPosition, { refreshes, onDone: onClose });
  const earliest = position.validFrom > today ? position.validFrom : today;
  return (
    <CommandDialog<{ on: string }>
      title={t('position.end_of', { unit: position.unit.name, title: position.title })}
      lead={t('position.end_lead')}
      verb={t('position.end')}
      danger
      initial={{ on: earliest }}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={({ on }) => void command.send({ id: person.id, positionId: position.id, version: person.version, on })}
    >
      <Form.Item name="on" label={t('position.last')} rules={[{ required: true, message: t('missing') }]}>
        <Input type="date" min={position.validFrom} />
      </Form.Item>
    </CommandDialog>
  );
}

function ChangePosition({ person, position, onClose }: DialogProps & { readonly position: PositionView }) {
  const { t } = useTranslation('people');
  const command = useCommand(changePosition, { refreshes, onDone: onClose });
  return (
    <CommandDialog<{ title: string; validTo: string }>
      title={t('position.change_of', { unit: position.unit.name, title: position.title })}
      lead={t('position.change_lead')}
      verb={t('position.change')}
      initial={{ title: position.title, validTo: position.validTo ?? '' }}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={({ title, validTo }) =>
        void command.send({
          id: person.id,
          positionId: position.id,
          version: person.version,
          title,
          validTo: validTo || null,
        })
      }
    >
      <Form.Item
        name="title"
        label={t('position.title')}
        rules={[{ required: true, whitespace: true, message: t('missing') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="validTo" label={t('position.to')}>
        <Input type="date" min={position.validFrom} />
      </Form.Item>
    </CommandDialog>
  );
}
