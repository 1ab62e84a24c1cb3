import { getCalendarYear, listCalendarChanges, listCalendarYears, publishCalendarYear } from '@duban/contract/calendar';
import { Dialog } from '@duban/ui/dialog';
import { App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';

type PublishYearDialogProps = { readonly year: number; readonly version: number; readonly onClose: () => void };

/** Declares a year complete. It cannot be taken back, so it asks for the notice that it rests on. */
export function PublishYearDialog({ year, version, onClose }: PublishYearDialogProps) {
  const { t } = useTranslation('calendar');
  const { message } = App.useApp();
  const command = useCommand(publishCalendarYear, {
    refreshes: [getCalendarYear, listCalendarYears, listCalendarChanges],
    onDone: () => {
      void message.success(t('publish.done', { year }));
      onClose();
    },
  });
  return (
    <Dialog title={t('publish.title', { year })} onCancel={onClose}>
      <Form<{ source: string }>
        name="publish-year"
        layout="vertical"
        requiredMark={false}
        onFinish={({ source }) => void command.send({ year, version, source })}
      >
        <p>{t('publish.lead')}</p>
        {command.sentence && (
          <div role="alert" className="ui-notice ui-notice-red">
            {command.sentence}
          </div>
        )}
        <Form.Item
          name="source"
          label={t('publish.source')}
          rules={[{ required: true, whitespace: true, message: t('day.missing') }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={command.isSending}>
          {t('publish.confirm')}
        </Button>
      </Form>
    </Dialog>
  );
}
