import { type Shortcut, ShortcutList } from '@duban/ui/shortcuts';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

/** The keys of the review, when somebody presses the question mark. */
export function KeysOverlay({ keys, onClose }: { keys: readonly Shortcut[]; onClose: () => void }) {
  const { t } = useTranslation('mandates');
  return (
    <Modal open title={t('key.title')} footer={null} onCancel={onClose} width={420}>
      <ShortcutList shortcuts={keys} />
      <p className="ui-faint">{t('key.arrows')}</p>
    </Modal>
  );
}
