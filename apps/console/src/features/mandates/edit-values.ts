import type { DirectiveView } from '@duban/contract/directive-view';
import type { DirectiveEdit } from '@duban/contract/document-review';

/** A directive as the fields of the form hold it: what is empty is missing. */
export type EditValues = {
  action: string;
  outcome: DirectiveView['outcome'];
  lineUnitId?: string | undefined;
  territorialUnitIds?: string[];
  supportUnitIds?: string[];
  deadlineText?: string;
  deadlineDate?: string;
  period?: DirectiveView['period'];
  targetText?: string;
  targets?: TargetValues[];
  indicator?: Partial<NonNullable<DirectiveView['indicator']>>;
  promise?: Partial<NonNullable<DirectiveView['promise']>>;
  classCode?: string;
  placeText?: string;
};

type TargetValues = Partial<DirectiveView['targets'][number]>;

export function initialOf(item: DirectiveView): Partial<EditValues> {
  return {
    action: item.action,
    outcome: item.outcome,
    lineUnitId: item.lineUnit?.id,
    territorialUnitIds: item.territorialUnits.map((unit) => unit.id),
    supportUnitIds: item.supportUnits.map((unit) => unit.id),
    deadlineText: item.deadlineText ?? '',
    deadlineDate: item.deadlineDate ?? '',
    period: item.period,
    targetText: item.targetText,
    targets: [...item.targets],
    indicator: item.indicator ?? { name: '', basis: '', unit: '', better: 'higher', source: '' },
    promise: item.promise ?? { promisedBy: '', promisedTo: '', text: item.text.slice(0, 600) },
    ...(item.classCode ? { classCode: item.classCode } : {}),
    placeText: item.placeText,
  };
}

/** What is sent: the fields of other kinds of result stay as they are, so that changing one's mind loses nothing. */
export function editOf(values: EditValues, item: DirectiveView): DirectiveEdit {
  const { outcome } = values;
  const of = <Value>(shown: boolean, given: Value, kept: Value): Value => (shown ? given : kept);
  const is = (...outcomes: DirectiveView['outcome'][]) => outcomes.includes(outcome);
  return {
    action: values.action,
    outcome,
    lineUnitId: of(is('task', 'target', 'indicator'), values.lineUnitId ?? null, item.lineUnit?.id ?? null),
    territorialUnitIds: of(
      is('task', 'target', 'case'),
      values.territorialUnitIds ?? [],
      item.territorialUnits.map((unit) => unit.id),
    ),
    supportUnitIds: of(
      is('task'),
      values.supportUnitIds ?? [],
      item.supportUnits.map((unit) => unit.id),
    ),
    deadlineText: of(!is('case'), values.deadlineText?.trim() || null, item.deadlineText),
    deadlineDate: of(!is('case'), values.deadlineDate || null, item.deadlineDate),
    period: of(!is('case'), values.period ?? null, item.period),
    targetText: of(is('task'), values.targetText?.trim() ?? '', item.targetText),
    targets: of(is('task', 'target'), (values.targets ?? []).map(targetOf), [...item.targets]),
    indicator: of(is('indicator'), indicatorOf(values.indicator), item.indicator),
    promise: of(is('promise'), promiseOf(values.promise), item.promise),
    classCode: of(is('case'), values.classCode ?? null, item.classCode),
    placeText: of(is('case'), values.placeText?.trim() ?? '', item.placeText),
  };
}

const targetOf = ({ subject = '', value, unit, qualifier, direction }: TargetValues) => ({
  subject: subject.trim(),
  value: value ?? null,
  unit: unit?.trim() ?? '',
  qualifier: qualifier?.trim() || null,
  direction: direction ?? 'at_least',
});

const indicatorOf = (given: EditValues['indicator']): DirectiveView['indicator'] =>
  given?.name?.trim()
    ? {
        name: given.name.trim(),
        basis: given.basis?.trim() ?? '',
        unit: given.unit?.trim() ?? '',
        better: given.better ?? 'higher',
        source: given.source?.trim() ?? '',
      }
    : null;

const promiseOf = (given: EditValues['promise']): DirectiveView['promise'] =>
  given?.promisedBy?.trim() && given.text?.trim()
    ? {
        promisedBy: given.promisedBy.trim(),
        unitId: given.unitId ?? null,
        promisedTo: given.promisedTo?.trim() ?? '',
        text: given.text.trim(),
      }
    : null;
