import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionEnded } from './session-ended.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Asks for the password again over the page when the session ended, so that what was typed stays. */
export function SessionEndedDialog() {
  const { t } = useTranslation('session');
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  useEffect(() => onSessionEnded(() => setOpen(true)), []);
  return (
    <Modal
      open={open}
      title={t('ended_title')}
      footer={null}
      onCancel={() => setOpen(false)}
      destroyOnHidden
      width={420}
    >
      <p>{t('ended_hint')}</p>
      <SignInForm
        onDone={() => {
          setOpen(false);
          void queries.invalidateQueries();
        }}
      />
    </Modal>
  );
}
