import { changePeerGroup, createPeerGroup, listPeerGroups, type PeerGroupView } from '@duban/contract/peer-groups';
import { getRanking } from '@duban/contract/rankings';
import { type CountedBy, countedByKinds, defaultMinimumDue, minimumDueLimits } from '@duban/rankings/peer-group';
import { Dialog } from '@duban/ui/dialog';
import { Button, Form, Input, InputNumber, Radio, TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { unitTree, useUnits } from '../../data/units.ts';
import { useCommand } from '../../data/use-command.ts';

type Fields = { name?: string; countedBy: CountedBy; minimumDue: number; unitIds?: string[] };

/** Makes a group, or changes one; of a standing group only what it is counted by and its minimum. */
export function GroupDialog({ group, onClose }: { group: PeerGroupView | null; onClose: () => void }) {
  const { t } = useTranslation('rankings');
  const units = useUnits();
  const options = { refreshes: [listPeerGroups, getRanking], onDone: onClose };
  const create = useCommand(createPeerGroup, options);
  const change = useCommand(changePeerGroup, options);
  const sentence = create.sentence ?? change.sentence;
  const own = group === null || !group.standing;
  function save({ name, countedBy, minimumDue, unitIds }: Fields) {
    if (group === null) return void create.send({ name: name!, countedBy, minimumDue, unitIds: unitIds! });
    const ownFields = own ? { name, unitIds } : {};
    void change.send({ key: group.key, version: group.version, countedBy, minimumDue, ...ownFields });
  }
  return (
    <Dialog title={group ? t('groups.change_title', { name: group.name }) : t('groups.create')} onCancel={onClose}>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: group?.name,
          countedBy: group?.countedBy ?? 'handling',
          minimumDue: group?.minimumDue ?? defaultMinimumDue,
          unitIds: group?.members.map((unit) => unit.id),
        }}
        onFinish={save}
      >
        {sentence && (
          <div role="alert" className="ui-notice ui-notice-red">
            {sentence}
          </div>
        )}
        {own && (
          <>
            <Form.Item
              name="name"
              label={t('groups.name')}
              rules={[{ required: true, whitespace: true, message: t('groups.name_missing') }]}
            >
              <Input maxLength={30} autoComplete="off" />
            </Form.Item>
            <Form.Item
              name="unitIds"
              label={t('groups.members')}
              rules={[{ required: true, type: 'array', min: 2, message: t('groups.members_missing') }]}
            >
              <TreeSelect
                multiple
                allowClear
                treeNodeFilterProp="title"
                treeData={unitTree(units, (unit) => unit.kind !== 'government' && unit.kind !== 'cppcc') as never}
              />
            </Form.Item>
          </>
        )}
        <Form.Item name="countedBy" label={t('groups.counted_by')}>
          <Radio.Group options={countedByKinds.map((kind) => ({ value: kind, label: t(`counted_by.${kind}`) }))} />
        </Form.Item>
        <Form.Item name="minimumDue" label={t('groups.minimum_label')} extra={t('groups.minimum_hint')}>
          <InputNumber min={minimumDueLimits.lowest} max={minimumDueLimits.highest} precision={0} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={create.isSending || change.isSending}>
          {t('groups.save')}
        </Button>
      </Form>
    </Dialog>
  );
}
