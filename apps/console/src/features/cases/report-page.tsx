import { allPriorities, allSourceChannels, type Priority, type SourceChannel } from '@duban/cases/words';
import { listCases } from '@duban/contract/case-lists';
import { reportCase } from '@duban/contract/cases';
import type { Reply } from '@duban/contract/endpoint';
import type { PlaceInput } from '@duban/contract/places';
import { PageFrame, Panel } from '@duban/ui/page-frame';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ChoiceList } from '@duban/ui/choice-list';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { useDraft } from '../../data/use-draft.ts';
import { ClassSelect, ConditionSelect, useHasNoClasses } from '../../fields/class-select.tsx';
import { PlacePicker } from '../../fields/place-picker.tsx';
import { useCaseWords } from '../../words/case-words.tsx';
import { ReportedPanel } from './reported-panel.tsx';
import './cases.css';

const route = getRouteApi('/shell/cases/new');

type Values = {
  title: string;
  description?: string;
  classCode: string;
  conditionCode?: string;
  placeText?: string;
  geometry?: PlaceInput['geometry'];
  sourceChannel: SourceChannel;
  priority: Priority;
  tags?: string[];
};

/** Reporting a problem: four things are needed (what, which class, where, from whom); the rest may stay empty. */
export function ReportPage() {
  const { t } = useTranslation('cases');
  const words = useCaseWords();
  const origin = route.useSearch();
  const [form] = Form.useForm<Values>();
  const classCode = Form.useWatch('classCode', form);
  const hasNoStandards = useHasNoClasses();
  const draft = useDraft<Values>('report-case', { sourceChannel: 'patrol', priority: 'ordinary' });
  const [reported, setReported] = useState<Reply<typeof reportCase> | null>(null);
  const command = useCommand(reportCase, {
    refreshes: [listCases],
    onDone: (reply) => {
      draft.forget();
      form.resetFields();
      setReported(reply);
      window.scrollTo({ top: 0 });
    },
  });

  function send(values: Values) {
    setReported(null);
    const { placeText, geometry, ...rest } = values;
    void command.send({ ...rest, ...origin, place: { text: placeText ?? '', geometry: usable(geometry) } });
  }
  return (
    <PageFrame title={t('report.title')} lead={t('report.lead')}>
      {reported && <ReportedPanel reported={reported} />}
      <Form
        form={form}
        className="report-form"
        layout="vertical"
        requiredMark={false}
        initialValues={draft.initial}
        onValuesChange={(_, all) => draft.keep(all)}
        onFinish={send}
        scrollToFirstError
      >
        {hasNoStandards && (
          <div role="alert" className="ui-notice ui-notice-amber">
            {t('report.no_standards')} <Link to="/standards">{t('report.to_standards')}</Link>
          </div>
        )}
        {command.sentence && (
          <div role="alert" className="ui-notice ui-notice-red">
            {command.sentence}
          </div>
        )}
        <div className="ui-main-aside">
          <Panel title={t('report.what')}>
            <Form.Item
              name="title"
              label={t('field.title')}
              rules={[{ required: true, whitespace: true, message: t('field.say_something') }]}
            >
              <Input maxLength={120} placeholder={t('report.title_example')} />
            </Form.Item>
            <Form.Item
              name="classCode"
              label={t('column.class')}
              rules={[{ required: true, message: t('field.choose') }]}
            >
              <ClassSelect onChange={() => form.setFieldValue('conditionCode', undefined)} />
            </Form.Item>
            <Form.Item
              name="conditionCode"
              label={t('field.optional', { label: t('fact.condition') })}
              extra={t('report.condition_hint')}
            >
              <ConditionSelect classCode={classCode} />
            </Form.Item>
            <Form.Item name="description" label={t('field.optional', { label: t('field.description') })}>
              <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
            </Form.Item>
          </Panel>
          <Panel title={t('report.from')}>
            <Form.Item
              name="sourceChannel"
              label={t('column.source')}
              rules={[{ required: true, message: t('field.choose') }]}
            >
              <ChoiceList options={allSourceChannels.map((value) => ({ value, label: words.source(value) }))} />
            </Form.Item>
            <Form.Item name="priority" label={t('field.priority')}>
              <Radio.Group options={allPriorities.map((value) => ({ value, label: words.priority(value) }))} />
            </Form.Item>
            <Form.Item name="tags" label={t('field.optional', { label: t('fact.tags') })} extra={t('report.tags_hint')}>
              <ChoiceList
                mode="tags"
                maxCount={20}
                tokenSeparators={[',', '，', ';', '；']}
                open={false}
                suffixIcon={null}
              />
            </Form.Item>
          </Panel>
        </div>
        <Panel title={t('report.where')} className="report-where">
          <Form.Item
            name="placeText"
            label={t('field.place_text')}
            dependencies={['geometry']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, text: string | undefined) =>
                  text?.trim() || usable(getFieldValue('geometry'))
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('report.place_missing'))),
              }),
            ]}
          >
            <Input maxLength={200} placeholder={t('report.place_example')} />
          </Form.Item>
          <Form.Item name="geometry" noStyle>
            <PlacePicker />
          </Form.Item>
        </Panel>
        <div className="ui-row dialog-actions">
          <Button type="primary" htmlType="submit" loading={command.isSending}>
            {t('report.send')}
          </Button>
          <Link to="/cases">{t('cancel')}</Link>
          {draft.wasKept && <span className="ui-faint">{t('report.draft')}</span>}
        </div>
      </Form>
    </PageFrame>
  );
}

/** A line of one point is no line yet. */
function usable(geometry: PlaceInput['geometry']): PlaceInput['geometry'] {
  if (!geometry || (geometry.type === 'line' && geometry.points.length < 2)) return null;
  return geometry;
}
