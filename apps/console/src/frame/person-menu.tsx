import { DownOutlined } from '@ant-design/icons';
import { chooseUnit } from '@duban/contract/session';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../data/use-command.ts';
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
  const others = otherUnits(session);
  // Another unit means other rights and other lists: nothing that was read before may stay.
  const choose = useCommand(chooseUnit, { onDone: () => void queries.resetQueries() });
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
            children: [],
          },
          ...others.map((unit) => ({
            key: unit.id,
            label: t('act_for', { unit: unit.name }),
            onClick: () => void choose.send({ unitId: unit.id }),
          })),
          { key: 'account', label: t('account:title'), onClick: () => void router.navigate({ to: '/account' }) },
          { key: 'sign-out', label: t('sign_out'), onClick: () => void leave() },
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

/** Units in which the person also holds a position. */
function otherUnits(session: Session) {
  const units = new Map(session.positions.map((position) => [position.unit.id, position.unit]));
  units.delete(session.unit.id);
  return [...units.values()];
}

function positionText(session: Session): string {
  const held = session.positions.find((position) => position.unit.id === session.unit.id);
  return [session.unit.name, held?.title].filter(Boolean).join(' ');
}
