import { deleteView, listSavedViews, type SavedView, saveView } from '@duban/contract/case-lists';
import { Dialog } from '@duban/ui/dialog';
import { App, Button, Checkbox, Dropdown, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { filterOf, isFiltered, type LedgerSearch, readLedgerSearch, sameFilter } from './ledger-search.ts';

type SavedFilter = Record<string, string | number | boolean | string[]>;

/** Filters that were given a name: open one, keep the present one, delete an own one (and take that back). */
export function SavedViews({ search, onOpen }: { search: LedgerSearch; onOpen: (filter: LedgerSearch) => void }) {
  const { t } = useTranslation('cases');
  const { message } = App.useApp();
  const views = useQueryOf(listSavedViews, {}, { staleTime: 60_000 }).data?.views ?? [];
  const [naming, setNaming] = useState(false);
  const refreshes = [listSavedViews];
  const save = useCommand(saveView, { refreshes, onDone: () => setNaming(false) });
  const remove = useCommand(deleteView, { refreshes });
  const here = views.find((view) => sameFilter(readLedgerSearch(view.filter), search));

  async function removeView(view: SavedView) {
    if (!(await remove.send({ id: view.id }))) return;
    const key = view.id;
    void message.open({
      key,
      duration: 8,
      content: (
        <>
          {t('view.deleted', { name: view.name })}
          <Button
            type="link"
            size="small"
            onClick={() => {
              message.destroy(key);
              void save.send({ name: view.name, filter: view.filter as SavedFilter, shared: view.shared });
            }}
          >
            {t('undo')}
          </Button>
        </>
      ),
    });
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...views.map((view) => ({
              key: view.id,
              label: view.shared && !view.mine ? t('view.of_unit', { name: view.name }) : view.name,
              onClick: () => onOpen(readLedgerSearch(view.filter)),
            })),
            ...(views.length ? [{ type: 'divider' as const }] : []),
            { key: 'save', label: t('view.save'), disabled: !isFiltered(search), onClick: () => setNaming(true) },
            ...(here?.mine
              ? [
                  {
                    key: 'delete',
                    danger: true,
                    label: t('view.delete', { name: here.name }),
                    onClick: () => void removeView(here),
                  },
                ]
              : []),
          ],
        }}
      >
        <Button>{here ? here.name : t('view.title')}</Button>
      </Dropdown>
      <Dialog open={naming} title={t('view.save')} onCancel={() => setNaming(false)}>
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={({ name, shared }: { name: string; shared?: boolean }) =>
            void save.send({ name, shared: shared ?? false, filter: filterOf(search) as SavedFilter })
          }
        >
          {save.sentence && (
            <div role="alert" className="ui-notice ui-notice-red">
              {save.sentence}
            </div>
          )}
          <Form.Item
            name="name"
            label={t('view.name')}
            rules={[{ required: true, whitespace: true, message: t('view.name_missing') }]}
          >
            <Input maxLength={40} autoFocus />
          </Form.Item>
          <Form.Item name="shared" valuePropName="checked">
            <Checkbox>{t('view.shared')}</Checkbox>
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={save.isSending}>
            {t('view.save')}
          </Button>
        </Form>
      </Dialog>
    </>
  );
}
