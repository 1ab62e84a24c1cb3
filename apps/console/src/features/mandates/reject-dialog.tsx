import type { DirectiveView } from '@duban/contract/directive-view';
import { AutoComplete, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '../../fields/command-dialog.tsx';

type Props = {
  readonly item: DirectiveView;
  readonly onReject: (reason: string) => void;
  readonly onClose: () => void;
};

/** Why a directive is not taken: a usual reason or one of one's own. It stays in the history. */
export function RejectDialog({ item, onReject, onClose }: Props) {
  const { t } = useTranslation('mandates');
  const usual = (['general', 'done', 'double', 'elsewhere', 'misread'] as const).map((reason) => ({
    value: t(`reject.${reason}`),
  }));
  return (
    <CommandDialog<{ reason?: string }>
      title={t('reject.title')}
      lead={<q>{item.text}</q>}
      verb={t('deed.reject')}
      isSending={false}
      sentence={null}
      onClose={onClose}
      onSend={({ reason }) => onReject(reason?.trim() ?? '')}
    >
      <Form.Item name="reason" label={t('reject.reason')} extra={t('reject.hint')}>
        <AutoComplete options={usual} maxLength={500} autoFocus />
      </Form.Item>
    </CommandDialog>
  );
}
