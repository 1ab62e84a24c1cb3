import { Dialog } from '@duban/ui/dialog';
import { Button, Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type CommandDialogProps<Values extends object> = {
  readonly title: string;
  /** what will happen, in a sentence */
  readonly lead?: ReactNode;
  /** the verb on the button */
  readonly verb: string;
  readonly danger?: boolean;
  readonly initial?: Partial<Values>;
  readonly form?: FormInstance<Values>;
  readonly isSending: boolean;
  /** the refusal, when there was one */
  readonly sentence: string | null;
  /** why the button cannot be pressed as things stand in the form; null when it can */
  readonly whyNot?: string | null;
  readonly onSend: (values: Values) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
};

/** One command with its fields. The refusal stands above the fields, what was typed stays. */
export function CommandDialog<Values extends object>(props: CommandDialogProps<Values>) {
  const { t } = useTranslation('frame');
  const { whyNot = null } = props;
  return (
    <Dialog title={props.title} onCancel={props.onClose} width={560}>
      <Form<Values>
        form={props.form}
        layout="vertical"
        requiredMark={false}
        initialValues={props.initial}
        onFinish={(values) => whyNot === null && props.onSend(values)}
        scrollToFirstError
      >
        {props.lead && <p>{props.lead}</p>}
        {props.sentence && (
          <div role="alert" className="ui-notice ui-notice-red">
            {props.sentence}
          </div>
        )}
        {props.children}
        {whyNot !== null && (
          <div role="status" className="ui-notice ui-notice-amber">
            {whyNot}
          </div>
        )}
        <div className="ui-row dialog-actions">
          <Button
            type="primary"
            htmlType="submit"
            danger={props.danger}
            loading={props.isSending}
            aria-disabled={whyNot !== null}
            className={whyNot === null ? undefined : 'ui-refused'}
          >
            {props.verb}
          </Button>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
