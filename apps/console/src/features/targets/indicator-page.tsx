import { changeIndicator, getIndicator, type IndicatorView, listIndicators } from '@duban/contract/targets';
import { allBetterWays, allTargetStates, targetStates } from '@duban/plans/targets/target';
import { FourState } from '@duban/ui/four-state';
import { PageFrame, Panel } from '@duban/ui/page-frame';
import { WhyNotButton } from '@duban/ui/why-not-button';
import { getRouteApi } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../data/error-words.ts';
import { useCommand } from '../../data/use-command.ts';
import { useQueryOf } from '../../data/use-query-of.ts';
import { CommandDialog } from '../../fields/command-dialog.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { currentLocale } from '../../i18n/setup.ts';
import { betterWord, TargetStateMark } from '../../words/target-words.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { OriginPanel } from '../../words/origin-panel.tsx';
import './targets.css';

const route = getRouteApi('/shell/indicators/$indicatorId');

export function IndicatorPage() {
  const { indicatorId } = route.useParams();
  const indicator = useQueryOf(getIndicator, { id: indicatorId });
  return (
    <FourState query={indicator} wordsOf={wordsOf} rows={8}>
      {(data) => <Indicator indicator={data} />}
    </FourState>
  );
}

/** One indicator: what is measured, how it is reckoned, from where the readings come, and who named it where. */
function Indicator({ indicator }: { indicator: IndicatorView }) {
  const { t } = useTranslation('targets');
  const formats = useFormats();
  const [isChanging, setChanging] = useState(false);
  const isReader = indicator.whyNotChange?.code === 'target.role_needed';
  return (
    <PageFrame
      title={indicator.name}
      lead={indicator.number}
      marks={<TargetStateMark state={indicator.state} />}
      actions={
        isReader ? null : (
          <WhyNotButton type="primary" whyNot={indicator.whyNotChange?.title ?? null} onClick={() => setChanging(true)}>
            {t('change')}
          </WhyNotButton>
        )
      }
    >
      <div className="ui-main-aside">
        <div className="ui-stack">
          <Panel>
            <dl className="target-facts">
              <dt>{t('indicators.basis')}</dt>
              <dd>{indicator.basis || t('not_set')}</dd>
              <dt>{t('field.unit')}</dt>
              <dd>{indicator.unit || t('not_set')}</dd>
              <dt>{t('indicators.better')}</dt>
              <dd>{betterWord(indicator.better)}</dd>
              <dt>{t('indicators.source')}</dt>
              <dd>{indicator.source || t('not_set')}</dd>
              <dt>{t('column.units')}</dt>
              <dd>{indicator.lineUnit?.name ?? t('everybody')}</dd>
              <dt>{t('recorded')}</dt>
              <dd>
                {formats.dateTime(indicator.recordedAt)} {indicator.recordedBy.name}
              </dd>
            </dl>
          </Panel>
          <OriginPanel origin={indicator} />
        </div>
        <HistoryPanel entries={indicator.history} />
      </div>
      {isChanging && <ChangeDialog indicator={indicator} onClose={() => setChanging(false)} />}
    </PageFrame>
  );
}

type Values = Pick<IndicatorView, 'name' | 'basis' | 'unit' | 'better' | 'source' | 'state'> & { note: string };

function ChangeDialog({ indicator, onClose }: { indicator: IndicatorView; onClose: () => void }) {
  const { t } = useTranslation('targets');
  const command = useCommand(changeIndicator, { refreshes: [getIndicator, listIndicators], onDone: onClose });
  const required = [{ required: true, whitespace: true, message: t('missing') }];
  const { name, basis, unit, better, source, state } = indicator;
  return (
    <CommandDialog<Values>
      title={t('change')}
      lead={<q>{indicator.sourceText}</q>}
      verb={t('save')}
      initial={{ name, basis, unit, better, source, state }}
      isSending={command.isSending}
      sentence={command.sentence}
      onClose={onClose}
      onSend={(values) => void command.send({ id: indicator.id, version: indicator.version, ...values })}
    >
      <Form.Item name="name" label={t('indicators.name')} rules={required}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="basis" label={t('indicators.basis')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={600} />
      </Form.Item>
      <div className="target-fields">
        <Form.Item name="unit" label={t('field.unit')}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="better" label={t('indicators.better')}>
          <Select options={allBetterWays.map((value) => ({ value, label: betterWord(value) }))} />
        </Form.Item>
        <Form.Item name="source" label={t('indicators.source')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="state" label={t('column.state')}>
          <Select options={allTargetStates.map((value) => ({ value, label: targetStates[value][currentLocale()] }))} />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t('field.note')} rules={required}>
        <Input maxLength={500} />
      </Form.Item>
    </CommandDialog>
  );
}
