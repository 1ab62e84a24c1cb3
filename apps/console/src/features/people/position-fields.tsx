import { type Role, roles } from '@duban/kit/actor';
import { whyNotRoleIn, whyNotTogether } from '@duban/organisation/roles';
import { ChoiceList } from '@duban/ui/choice-list';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { whyNotSentence } from '../../data/error-words.ts';
import { serverNow } from '../../data/server-clock.ts';
import { useUnits } from '../../data/units.ts';
import { UnitSelect } from '../../fields/unit-select.tsx';
import { useFormats } from '../../i18n/formats.ts';

export type PositionValues = { unitId: string; role: Role; title: string; validFrom: string; validTo?: string };

/** Unit, role, title and period of a position. */
export function PositionFields() {
  const { t } = useTranslation('people');
  const required = [{ required: true, whitespace: true, message: t('missing') }];
  return (
    <>
      <Form.Item name="unitId" label={t('position.unit')} rules={required}>
        <UnitSelect />
      </Form.Item>
      <Form.Item name="role" label={t('position.role')} rules={required}>
        <ChoiceList options={roles.map((role) => ({ value: role, label: t(`frame:role.${role}`) }))} />
      </Form.Item>
      <Form.Item name="title" label={t('position.title')} extra={t('position.title_hint')} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <div className="ui-row">
        <Form.Item name="validFrom" label={t('position.from')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="validTo" label={t('position.to')}>
          <Input type="date" />
        </Form.Item>
      </div>
    </>
  );
}

/** What stands against the position as it is being filled in: the rule of the server, said before the button. */
export function useWhyNotPosition(held: readonly Role[], wanted: Partial<PositionValues> | undefined): string | null {
  const { t } = useTranslation('people');
  const units = useUnits();
  if (!wanted?.role) return null;
  const unit = units.find((one) => one.id === wanted.unitId);
  const refusal = whyNotTogether(held, wanted.role) ?? (unit ? whyNotRoleIn(unit.kind, wanted.role) : null);
  if (!refusal) return null;
  const params = Object.fromEntries(
    Object.entries(refusal.params).map(([name, value]) => [
      name,
      name === 'kind' ? t(`units:kind.${String(value)}`) : t(`frame:role.${String(value)}`),
    ]),
  );
  return whyNotSentence({ code: refusal.code, params });
}

export function useToday(): string {
  return useFormats().date(new Date(serverNow()).toISOString());
}
