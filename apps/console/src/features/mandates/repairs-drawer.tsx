import { type DocumentView, getRawText, type RepairView } from '@duban/contract/mandates';
import { FourState } from '@duban/ui/four-state';
import { Mark } from '@duban/ui/status-light';
import { Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useQueryOf } from '../../data/use-query-of.ts';

type Props = {
  readonly document: DocumentView;
  readonly mayReview: boolean;
  readonly isSending: boolean;
  readonly sentence: string | null;
  readonly onDecide: (repairId: string, applied: boolean) => void;
  readonly onShow: (start: number) => void;
  readonly onClose: () => void;
};

const tones = { certain: 'green', 'near-certain': 'amber', 'not-restorable': 'red' } as const;
/** so many of a step are drawn at once; the others when asked for */
const SHOWN = 60;

/** Everything that was done to the text, step by step, each to be taken back by itself; and the text before all of it. */
export function RepairsDrawer(props: Props) {
  const { document, onClose, sentence } = props;
  const { t } = useTranslation('mandates');
  const [view, setView] = useState<'steps' | 'raw'>('steps');
  const steps = [...Map.groupBy(document.repairs, ({ step }) => step)];
  return (
    <Drawer open onClose={onClose} title={t('repairs.title', { count: document.repairs.length })} size={620}>
      <p className="ui-faint">{t('repairs.lead')}</p>
      <Segmented<'steps' | 'raw'>
        aria-label={t('repairs.view')}
        value={view}
        options={[
          { value: 'steps', label: t('repairs.steps') },
          { value: 'raw', label: t('repairs.raw') },
        ]}
        onChange={setView}
      />
      {sentence && (
        <div role="alert" className="ui-notice ui-notice-red">
          {sentence}
        </div>
      )}
      {view === 'raw' ? (
        <RawText document={document} />
      ) : (
        <>
          {steps.length === 0 && <p className="ui-faint">{t('repairs.none')}</p>}
          {steps.map(([step, repairs]) => (
            <Step key={step} step={step} repairs={repairs} {...props} />
          ))}
        </>
      )}
    </Drawer>
  );
}

function Step({ step, repairs, ...props }: Props & { readonly step: string; readonly repairs: readonly RepairView[] }) {
  const { t } = useTranslation('mandates');
  const [all, setAll] = useState(false);
  const shown = all ? repairs : repairs.slice(0, SHOWN);
  const isOpen = repairs.some((repair) => repair.proposed) || repairs.length <= 12;
  return (
    <details className="repair-step" open={isOpen}>
      <summary>
        {t(`repair_step.${step}`, { defaultValue: step })} <span className="ui-faint">{repairs.length}</span>
      </summary>
      <ul>
        {shown.map((repair) => (
          <Repair key={repair.id} repair={repair} {...props} />
        ))}
      </ul>
      {shown.length < repairs.length && (
        <button type="button" className="proposal-deed" onClick={() => setAll(true)}>
          {t('repairs.all', { count: repairs.length })}
        </button>
      )}
    </details>
  );
}

function Repair({ repair, mayReview, isSending, onDecide, onShow }: Props & { readonly repair: RepairView }) {
  const { t } = useTranslation('mandates');
  const { id, before, after, proposed, applied, start } = repair;
  const kind = proposed ? (applied ? 'accepted' : 'waiting') : applied ? 'done' : 'taken_back';
  const verb = { waiting: 'accept', accepted: 'unaccept', done: 'take_back', taken_back: 'put_back' }[kind] as 'accept';
  // A hole that is not restorable has nothing to take back.
  const isDecidable = repair.class !== 'not-restorable' && !id.includes('#');
  return (
    <li className="repair">
      <span className="repair-change">
        <del>{shortened(before) || '∅'}</del> <span aria-hidden="true">→</span> <ins>{shortened(after) || '∅'}</ins>
      </span>
      <span className="ui-row">
        <Mark tone={tones[repair.class]}>{t(`repair_class.${repair.class}`)}</Mark>
        <Mark tone={kind === 'waiting' || kind === 'taken_back' ? 'amber' : 'grey'}>{t(`repairs.${kind}`)}</Mark>
        <button type="button" className="proposal-deed" onClick={() => onShow(start)}>
          {t('repairs.show')}
        </button>
        {mayReview && isDecidable && (
          <button
            type="button"
            className="proposal-deed"
            disabled={isSending}
            aria-label={t(`repairs.${verb}_name`, { before: shortened(before), after: shortened(after) || '∅' })}
            onClick={() => onDecide(id, !applied)}
          >
            {t(`repairs.${verb}`)}
          </button>
        )}
      </span>
    </li>
  );
}

/** Blanks and line ends are shown by a sign of their own: often they are all that was repaired. */
const shortened = (text: string): string => {
  const seen = /\S/.test(text)
    ? text.replaceAll(/\s*\n\s*/g, '↵').trim()
    : text
        .replaceAll('\n', '↵')
        .replaceAll(/[^\S↵]/g, '␣')
        .slice(0, 12);
  return seen.length > 60 ? `${seen.slice(0, 40)}……${seen.slice(-12)}` : seen;
};

function RawText({ document }: { document: DocumentView }) {
  const { t } = useTranslation('mandates');
  const raw = useQueryOf(getRawText, { id: document.id }, { staleTime: 3_600_000 });
  return (
    <FourState query={raw} wordsOf={wordsOf} rows={12}>
      {({ text, sha256 }) => (
        <>
          <p className="ui-faint repair-hash">SHA-256 {sha256}</p>
          <pre className="repair-raw" tabIndex={0} aria-label={t('repairs.raw')}>
            {text}
          </pre>
        </>
      )}
    </FourState>
  );
}
