import { Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Term = { readonly word: string; readonly meaning: string };

/** The glossary at the place of need: the words of supervision work, each in one or two sentences. */
export function HelpDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('help');
  const [filter, setFilter] = useState('');
  const terms = Object.values(t('terms', { returnObjects: true }) as unknown as Record<string, Term>);
  const shown = terms.filter((term) =>
    `${term.word} ${term.meaning}`.toLowerCase().includes(filter.trim().toLowerCase()),
  );
  return (
    <Drawer open onClose={onClose} title={t('title')} size={440}>
      <section>
        <h2>{t('keys_title')}</h2>
        <ul>
          {(t('keys', { returnObjects: true }) as unknown as string[]).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('terms_title')}</h2>
        <Input
          allowClear
          aria-label={t('filter')}
          placeholder={t('filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        {shown.length === 0 && <p className="ui-faint">{t('none')}</p>}
        <dl className="help-terms">
          {shown.map((term) => (
            <div key={term.word}>
              <dt>{term.word}</dt>
              <dd>{term.meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Drawer>
  );
}
