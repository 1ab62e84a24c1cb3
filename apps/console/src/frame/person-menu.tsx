import { DownOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../data/error-words.ts';
import { signIn } from '../session/sign-in.ts';
import { type Session, useSession } from '../session/use-session.ts';

/** Who is signed in, and the way out. */
export function PersonMenu() {
  const { t } = useTranslation('frame');
  const session = useSession();
  const router = useRouter();
  const queries = useQueryClient();
  const { message } = App.useApp();
  async function leave() {
    try {
      await signIn.signOut();
    } catch (error) {
      void message.error(wordsOf(error).sentence);
      return;
    }
    await router.navigate({ to: '/sign-in' });
    queries.clear();
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: positionText(session),
            children: [{ key: 'sign-out', label: t('sign_out'), onClick: () => void leave() }],
          },
        ],
      }}
    >
      <Button type="text" size="small">
        {session.person.name}
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}

function positionText(session: Session): string {
  const held = session.positions.find((position) => position.unit.id === session.unit.id);
  return [session.unit.name, held?.title].filter(Boolean).join(' ');
}
