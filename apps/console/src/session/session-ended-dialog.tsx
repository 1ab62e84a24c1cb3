import { useQueryClient } from '@tanstack/react-query';
import { Dialog } from '@duban/ui/dialog';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionEnded } from './session-ended.ts';
import { SignInForm } from './sign-in-form.tsx';
import { meQuery } from './use-session.ts';

/** Asks for the password again over the page when the session ended, so that what was typed stays. */
export function SessionEndedDialog() {
  const { t } = useTranslation('session');
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  // Another person must not go on with what this one typed.
  const me = queries.getQueryData(meQuery.queryKey);
  useEffect(() => onSessionEnded(() => setOpen(true)), []);
  return (
    <Dialog open={open} title={t('ended_title')} onCancel={() => setOpen(false)} width={420}>
      <p>{t('ended_hint', { name: me?.person.name ?? '' })}</p>
      <SignInForm
        {...(me ? { username: me.account } : {})}
        onDone={() => {
          setOpen(false);
          void queries.invalidateQueries();
        }}
      />
    </Dialog>
  );
}
