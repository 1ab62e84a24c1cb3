import { askModel, getLanguageModel } from '@duban/contract/model-readings';
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { useQueryOf } from '../../data/use-query-of.ts';

type Model = { readonly host: string; readonly model: string };
type Props = { readonly model: Model | null; readonly isWanted: boolean; readonly onChange: (wanted: boolean) => void };

/** Where the text would go, said before the import; nothing is sent without this tick. Nothing to see without a model. */
export function ModelConsent({ model, isWanted, onChange }: Props) {
  const { t } = useTranslation('model');
  if (!model) return null;
  return (
    <Form.Item>
      <div className="ui-notice ui-notice-blue">
        <Checkbox checked={isWanted} onChange={(event) => onChange(event.target.checked)}>
          {t('consent', model)}
        </Checkbox>
        <p className="ui-faint">{t('consent_hint', model)}</p>
      </div>
    </Form.Item>
  );
}

/** The model that the settings name, and how to have it read a document that was just imported. */
export function useModelConsent() {
  const model = useQueryOf(getLanguageModel, {}).data?.model ?? null;
  // A refusal is no reason to stay here: the page of the document says how it stands and offers to ask again.
  const ask = useCommand(askModel);
  return { model, ask: (id: string, version: number) => ask.send({ id, version }) };
}
