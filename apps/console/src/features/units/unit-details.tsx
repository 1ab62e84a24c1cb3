import { getUnit, type UnitRow, type UnitView } from '@duban/contract/organisation';
import { FourState } from '@duban/ui/four-state';
import { Panel } from '@duban/ui/page-frame';
import { Mark, StatusLight } from '@duban/ui/status-light';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { kindsBelow } from '@duban/organisation/unit-kind';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf, wordsOf } from '../../data/error-words.ts';
import { serverNow } from '../../data/server-clock.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useSession } from '../../session/use-session.ts';
import { PairingsPanel } from './pairings-panel.tsx';
import { type UnitDeed, UnitDialog } from './unit-dialogs.tsx';
import { UnitHistory } from './unit-history.tsx';

export type UnitDetailsProps = {
  readonly id: string;
  readonly units: readonly UnitRow[];
  /** why the caller may change nothing here; null when the caller may */
  readonly whyNotEdit: string | null;
  readonly onChoose: (id: string) => void;
};

export function UnitDetails({ id, units, whyNotEdit, onChoose }: UnitDetailsProps) {
  const unit = useQueryOf(getUnit, { id }, { keepPrevious: true });
  return (
    <FourState query={unit} wordsOf={wordsOf} rows={8}>
      {(data) => <Details unit={data} units={units} whyNotEdit={whyNotEdit} onChoose={onChoose} />}
    </FourState>
  );
}

function Details({ unit, units, whyNotEdit, onChoose }: { readonly unit: UnitView } & Omit<UnitDetailsProps, 'id'>) {
  const { t } = useTranslation('units');
  const formats = useFormats();
  const { may } = useSession();
  const [deed, setDeed] = useState<UnitDeed | null>(null);
  const today = formats.date(new Date(serverNow()).toISOString());
  const closed = unit.validTo !== null && unit.validTo <= today;
  const whyNotNow = whyNotEdit ?? (closed ? sentenceOf('unit.closed', {}) : null);
  const whyNotTop = whyNotNow ?? (unit.parentId === null ? sentenceOf('unit.top', {}) : null);
  const children = units.filter((one) => one.parentId === unit.id && one.validTo === null);
  const whyNotClose =
    whyNotTop ?? (children.length > 0 ? sentenceOf('unit.has_children', { count: children.length }) : null);
  const below = kindsBelow(unit.kind);
  const whyNotAdd = whyNotNow ?? (below.length === 0 ? t('add.nothing_below') : null);
  return (
    <>
      <Panel
        title={
          <span className="ui-row">
            {unit.name}
            <Mark>{t(`kind.${unit.kind}`)}</Mark>
            {closed && <StatusLight tone="grey">{t('closed')}</StatusLight>}
          </span>
        }
      >
        <div className="ui-stack">
          <dl className="units-facts">
            <dt>{t('fact.line')}</dt>
            <dd>
              {unit.line.toReversed().map((step, at) => (
                <span key={step.id}>
                  {at > 0 && ' › '}
                  {step.id === unit.id ? (
                    step.shortName
                  ) : (
                    <Button type="link" size="small" onClick={() => onChoose(step.id)}>
                      {step.shortName}
                    </Button>
                  )}
                </span>
              ))}
            </dd>
            <dt>{t('fact.short_name')}</dt>
            <dd>{unit.shortName}</dd>
            <dt>{t('fact.aliases')}</dt>
            <dd>{unit.aliases.join(t('list_comma')) || t('none')}</dd>
            <dt>{t('fact.code')}</dt>
            <dd>{unit.code ?? t('none')}</dd>
            <dt>{t('fact.codes')}</dt>
            <dd>
              {unit.codes.length === 0 && t('none')}
              <ul className="units-line">
                {unit.codes.map((code) => (
                  <li key={`${code.scheme} ${code.validFrom}`}>
                    {t(`scheme.${code.scheme}`)} {code.code}{' '}
                    <span className="ui-faint">
                      {t(code.validTo ? 'period' : 'period_open', { from: code.validFrom, to: code.validTo })}
                    </span>
                  </li>
                ))}
              </ul>
            </dd>
            <dt>{t('fact.period')}</dt>
            <dd>{t(unit.validTo ? 'period' : 'period_open', { from: unit.validFrom, to: unit.validTo })}</dd>
            {unit.successor && (
              <>
                <dt>{t('fact.successor')}</dt>
                <dd>
                  <Button type="link" size="small" onClick={() => onChoose(unit.successor!.id)}>
                    {unit.successor.name}
                  </Button>
                </dd>
              </>
            )}
            {may('dispatcher', 'handler', 'leader', 'cppcc_office', 'system_admin', 'security_admin') && (
              <>
                <dt>{t('fact.people')}</dt>
                <dd>
                  <Link to="/people" search={{ unit: unit.id }}>
                    {t('see_people')}
                  </Link>
                </dd>
              </>
            )}
          </dl>
          <div className="ui-row ui-no-print">
            <WhyNotButton type="primary" whyNot={whyNotAdd} onClick={() => setDeed('add')}>
              {t('add.open')}
            </WhyNotButton>
            <WhyNotButton whyNot={whyNotNow} onClick={() => setDeed('rename')}>
              {t('rename.open')}
            </WhyNotButton>
            <WhyNotButton whyNot={whyNotTop} onClick={() => setDeed('move')}>
              {t('move.open')}
            </WhyNotButton>
            <WhyNotButton whyNot={whyNotNow} onClick={() => setDeed('code')}>
              {t('code.open')}
            </WhyNotButton>
            <WhyNotButton danger whyNot={whyNotClose} onClick={() => setDeed('close')}>
              {t('close.open')}
            </WhyNotButton>
          </div>
        </div>
      </Panel>
      <PairingsPanel unit={unit} />
      <UnitHistory unit={unit} units={units} />
      {deed && <UnitDialog deed={deed} unit={unit} onClose={() => setDeed(null)} onFounded={onChoose} />}
    </>
  );
}
