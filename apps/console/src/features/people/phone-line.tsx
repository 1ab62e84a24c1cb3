import { type PersonView, readPhone } from '@duban/contract/people';
import { Form, Input } from 'antd';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../data/client.ts';
import { wordsOf } from '../../data/error-words.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';

/** The telephone number, shown on demand and for a stated purpose: the reading goes into the access log. */
export function PhoneLine({ person }: { person: PersonView }) {
  const { t } = useTranslation('people');
  const [asking, setAsking] = useState(false);
  const [phone, setPhone] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [isFetching, setFetching] = useState(false);
  if (!person.hasPhone) return <span className="ui-faint">{t('phone.none')}</span>;
  if (phone !== null) return <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>;
  async function ask(purpose: string) {
    setFetching(true);
    try {
      setPhone((await client.call(readPhone, { id: person.id, purpose })).phone);
      setAsking(false);
    } catch (error) {
      setRefusal(error);
    } finally {
      setFetching(false);
    }
  }
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('phone.show')}
      </Button>
      {asking && (
        <CommandDialog<{ purpose: string }>
          title={t('phone.show')}
          lead={t('phone.logged')}
          verb={t('phone.show')}
          isSending={isFetching}
          sentence={refusal === null ? null : wordsOf(refusal).sentence}
          onClose={() => setAsking(false)}
          onSend={({ purpose }) => void ask(purpose)}
        >
          <Form.Item
            name="purpose"
            label={t('phone.purpose')}
            rules={[{ required: true, whitespace: true, message: t('missing') }]}
          >
            <Input maxLength={100} />
          </Form.Item>
        </CommandDialog>
      )}
    </>
  );
}
