import { listCases } from '@duban/contract/case-lists';
import type { CaseRow } from '@duban/contract/case-views';
import { assignCases, type BulkReply, dispatchCases, urgeCases } from '@duban/contract/case-bulk';
import { StatusLight } from '@duban/ui/status-light';
import { Dialog } from '@duban/ui/dialog';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { UnitSelect } from '../../fields/unit-select.tsx';
import { useSession } from '../../session/use-session.ts';
import { useCaseWords } from '../../words/case-words.tsx';

type Deed = 'dispatch' | 'assign' | 'urge';
type Values = { lineUnitId: string; handledBy: 'line' | 'territorial'; unitId: string; note?: string };

export type BulkActionsProps = {
  readonly selected: ReadonlyMap<string, CaseRow>;
  readonly onSelect: (selected: ReadonlyMap<string, CaseRow>) => void;
};

/** What can be done with the chosen rows together; each row succeeds or is refused by itself, and says why. */
export function BulkActions({ selected, onSelect }: BulkActionsProps) {
  const { t } = useTranslation('cases');
  const words = useCaseWords();
  const session = useSession();
  const [deed, setDeed] = useState<Deed | null>(null);
  const [reply, setReply] = useState<BulkReply | null>(null);
  const refreshes = [listCases];
  const onDone = (answer: BulkReply) => {
    setDeed(null);
    setReply(answer);
    // What was refused stays chosen, so that it can be put right and tried again.
    const refused = new Set(answer.results.filter((one) => one.refusal).map((one) => one.id));
    onSelect(new Map([...selected].filter(([id]) => refused.has(id))));
  };
  const dispatch = useCommand(dispatchCases, { refreshes, onDone });
  const assign = useCommand(assignCases, { refreshes, onDone });
  const urge = useCommand(urgeCases, { refreshes, onDone });
  const command = { dispatch, assign, urge }[deed ?? 'urge'];
  const cases = [...selected.values()].map(({ id, version }) => ({ id, version }));

  function send(values: Values) {
    const note = values.note ?? '';
    if (deed === 'dispatch')
      void dispatch.send({ cases, lineUnitId: values.lineUnitId, handledBy: values.handledBy, note });
    if (deed === 'assign') void assign.send({ cases, unitId: values.unitId, note });
    if (deed === 'urge') void urge.send({ cases, note });
  }
  const deeds: readonly Deed[] = [
    ...(session.may('dispatcher') ? (['dispatch'] as const) : []),
    ...(session.may('handler') ? (['assign'] as const) : []),
    ...(session.may('dispatcher', 'leader') ? (['urge'] as const) : []),
  ];
  return (
    <>
      {selected.size > 0 && (
        <div className="ui-notice ui-notice-blue ui-row ui-no-print" role="status">
          <strong>{t('select.count', { count: selected.size })}</strong>
          {deeds.map((one) => (
            <Button key={one} size="small" onClick={() => setDeed(one)}>
              {words.verb(one)}
            </Button>
          ))}
          <Button size="small" type="link" onClick={() => onSelect(new Map())}>
            {t('select.none')}
          </Button>
        </div>
      )}
      {reply && (
        <section className="ui-panel" aria-label={t('bulk.result')}>
          <div className="ui-panel-head">
            <h2>{t('bulk.done', { done: reply.done, all: reply.results.length })}</h2>
            <Button size="small" onClick={() => setReply(null)}>
              {t('frame:close')}
            </Button>
          </div>
          <ul className="bulk-results">
            {reply.results.map((one) => (
              <li key={one.id}>
                <StatusLight tone={one.refusal ? 'red' : 'green'}>
                  {one.refusal ? t('bulk.refused') : t('bulk.ok')}
                </StatusLight>
                <span>{one.number}</span>
                {one.refusal && <span>{one.refusal.title}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Dialog
        open={deed !== null}
        title={deed && t('bulk.title', { verb: words.verb(deed), count: selected.size })}
        onCancel={() => setDeed(null)}
      >
        <Form layout="vertical" requiredMark={false} onFinish={send} initialValues={{ handledBy: 'line' }}>
          {command.sentence && (
            <div role="alert" className="ui-notice ui-notice-red">
              {command.sentence}
            </div>
          )}
          {deed === 'dispatch' && (
            <>
              <Form.Item
                name="lineUnitId"
                label={t('field.line_unit')}
                rules={[{ required: true, message: t('field.choose_unit') }]}
              >
                <UnitSelect mayChoose={(unit) => unit.kind === 'department' || unit.kind === 'command_post'} />
              </Form.Item>
              <Form.Item name="handledBy" label={t('bulk.handled_by')} extra={t('bulk.handled_by_hint')}>
                <Radio.Group
                  options={[
                    { value: 'line', label: t('side.line') },
                    { value: 'territorial', label: t('side.territorial') },
                  ]}
                />
              </Form.Item>
            </>
          )}
          {deed === 'assign' && (
            <Form.Item
              name="unitId"
              label={t('field.assigned_unit')}
              rules={[{ required: true, message: t('field.choose_unit') }]}
            >
              <UnitSelect />
            </Form.Item>
          )}
          <Form.Item
            name="note"
            label={deed === 'urge' ? t('field.urge_note') : t('field.note')}
            rules={deed === 'urge' ? [{ required: true, whitespace: true, message: t('field.say_something') }] : []}
          >
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={command.isSending}>
            {deed && words.verb(deed)}
          </Button>
        </Form>
      </Dialog>
    </>
  );
}
