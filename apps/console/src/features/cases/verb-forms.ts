import { whyNotCheckedAfar, whyNotShown } from '@duban/cases/evidence';
import type { CaseVerb } from '@duban/cases/verbs';
import {
  allClosureKinds,
  allFilingRefusalReasons,
  closureKindsWithoutHandling,
  type ClosureKind,
  type FilingRefusalReason,
} from '@duban/cases/words';
import * as caseHandling from '@duban/contract/case-handling';
import type { CaseView } from '@duban/contract/case-views';
import * as cases from '@duban/contract/cases';
import type { Endpoint } from '@duban/contract/endpoint';
import type { UnitRow } from '@duban/contract/organisation';
import type { PlaceInput, PlaceView } from '@duban/contract/places';
import type { Refusal } from '@duban/kit/refusal';
import type { CaseWords } from '../../words/case-words.tsx';

// words of cases:

/**
 * Every verb as a form: the endpoint it goes to and the fields it needs, in the order in which they are asked. The
 * dialog is made from this table; a verb without fields is asked for once more and then done.
 */
export type VerbField =
  | { readonly kind: 'note' | 'reason'; readonly name: string; readonly label: string }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      readonly options: readonly string[];
      readonly word: (words: CaseWords, option: string, t: (key: string) => string) => string;
    }
  | {
      readonly kind: 'unit';
      readonly name: string;
      readonly label: string;
      readonly mayChoose: (unit: UnitRow) => boolean;
      readonly optional?: boolean;
    }
  | { readonly kind: 'date'; readonly name: string; readonly label: string }
  | { readonly kind: 'onSite'; readonly name: 'onSite' }
  | { readonly kind: 'condition' }
  | { readonly kind: 'case'; readonly name: string; readonly label: string }
  | { readonly kind: 'correction' };

export type VerbForm = {
  /** what speaks against sending just this, said before the button is pressed */
  readonly whyNot?: (found: CaseView, values: Record<string, unknown>) => Refusal | null;
  readonly endpoint: Endpoint<any, any, any, any>;
  readonly fields: readonly VerbField[];
  /** cannot be taken back by another verb: the button is red */
  readonly final?: boolean;
};

const note: VerbField = { kind: 'note', name: 'note', label: 'cases:field.note' };
const reason: VerbField = { kind: 'reason', name: 'reason', label: 'cases:field.reason' };
const isOf =
  (...kinds: readonly UnitRow['kind'][]) =>
  (unit: UnitRow) =>
    kinds.includes(unit.kind);
const lineKinds = isOf('department', 'command_post', 'leading_group', 'government');
const territorialKinds = isOf('street', 'community', 'grid');
const handlingKinds = isOf('department', 'street', 'community', 'contractor', 'command_post');
const decidingKinds = isOf('government', 'leading_group', 'command_post', 'department');

const result = (...options: readonly string[]): VerbField => ({
  kind: 'choice',
  name: 'result',
  label: 'cases:field.result',
  options,
  word: (_, option, t) => t(`result.${option}`),
});
const closure = (name: string, label: string, options: readonly ClosureKind[]): VerbField => ({
  kind: 'choice',
  name,
  label,
  options,
  word: (words, option) => words.closure(option as ClosureKind),
});
const line: VerbField = { kind: 'unit', name: 'lineUnitId', label: 'cases:field.line_unit', mayChoose: lineKinds };
const territorial = (optional: boolean): VerbField => ({
  kind: 'unit',
  name: 'territorialUnitId',
  label: 'cases:field.territorial_unit',
  mayChoose: territorialKinds,
  optional,
});
const handling: VerbField = {
  kind: 'unit',
  name: 'handlingUnitId',
  label: 'cases:field.handling_unit',
  mayChoose: handlingKinds,
};

/** `attach` is not here: it has its own place on the page. */
export const verbForms: Readonly<Record<Exclude<CaseVerb, 'attach'>, VerbForm>> = {
  record_pre_filing_check: { endpoint: cases.recordPreFilingCheck, fields: [result('real', 'not_real'), note] },
  file: { endpoint: cases.fileCase, fields: [{ kind: 'condition' }, note] },
  refuse_to_file: {
    endpoint: cases.refuseToFile,
    final: true,
    fields: [
      {
        kind: 'choice',
        name: 'reason',
        label: 'cases:field.refusal_reason',
        options: allFilingRefusalReasons,
        word: (words, option) => words.filingRefusal(option as FilingRefusalReason),
      },
      { kind: 'reason', name: 'note', label: 'cases:field.explanation' },
    ],
  },
  hand_over: { endpoint: cases.handOverCase, fields: [note] },
  dispatch: { endpoint: cases.dispatchCase, fields: [line, territorial(true), handling, note] },
  withdraw_dispatch: { endpoint: cases.withdrawDispatch, fields: [reason] },
  accept: { endpoint: cases.acceptCase, fields: [] },
  return: { endpoint: cases.returnCase, fields: [reason] },
  correct: { endpoint: cases.correctCase, fields: [{ kind: 'correction' }, note] },
  raise_dispute: {
    endpoint: cases.raiseDispute,
    fields: [
      { kind: 'unit', name: 'decidingUnitId', label: 'cases:field.deciding_unit', mayChoose: decidingKinds },
      reason,
    ],
  },
  decide_dispute: { endpoint: cases.decideDispute, fields: [line, territorial(false), handling, reason] },
  assign: {
    endpoint: caseHandling.assignCase,
    fields: [{ kind: 'unit', name: 'unitId', label: 'cases:field.assigned_unit', mayChoose: handlingKinds }, note],
  },
  withdraw_assignment: { endpoint: caseHandling.withdrawAssignment, fields: [reason] },
  request_extension: { endpoint: caseHandling.requestExtension, fields: [reason] },
  request_suspension: {
    endpoint: caseHandling.requestSuspension,
    fields: [{ kind: 'date', name: 'returnOn', label: 'cases:field.return_on' }, reason],
  },
  endorse_request: { endpoint: caseHandling.endorseRequest, fields: [note] },
  approve_request: { endpoint: caseHandling.approveRequest, fields: [note] },
  refuse_request: { endpoint: caseHandling.refuseRequest, fields: [reason] },
  resume: { endpoint: caseHandling.resumeCase, fields: [note] },
  submit_result: {
    endpoint: caseHandling.submitResult,
    fields: [
      closure('outcome', 'cases:field.outcome', allClosureKinds),
      { kind: 'reason', name: 'statement', label: 'cases:field.statement' },
    ],
    whyNot: (found, { outcome }) => (outcome ? whyNotShown(found, outcome as ClosureKind) : null),
  },
  record_pre_closure_check: {
    endpoint: cases.recordPreClosureCheck,
    fields: [result('passed', 'failed'), { kind: 'onSite', name: 'onSite' }, note],
    whyNot: (found, { result, onSite }) => (result === 'passed' ? whyNotCheckedAfar(found, onSite === true) : null),
  },
  close_out: { endpoint: cases.closeOutCase, fields: [note] },
  close_without_handling: {
    endpoint: cases.closeWithoutHandling,
    final: true,
    fields: [
      closure('kind', 'cases:field.closure_kind', closureKindsWithoutHandling),
      { kind: 'reason', name: 'note', label: 'cases:field.explanation' },
    ],
  },
  recheck: { endpoint: cases.recheckCase, fields: [result('holds', 'relapsed'), note] },
  merge: {
    endpoint: cases.mergeCase,
    final: true,
    fields: [{ kind: 'case', name: 'intoId', label: 'cases:field.merge_into' }, note],
  },
  urge: { endpoint: cases.urgeCase, fields: [{ kind: 'reason', name: 'note', label: 'cases:field.urge_note' }] },
  comment: { endpoint: cases.commentOnCase, fields: [{ kind: 'reason', name: 'text', label: 'cases:field.comment' }] },
};

/** What the dialog starts with: what the case already says. */
export type Starting = {
  readonly classCode: string;
  readonly conditionCode: string | null;
  readonly lineUnit: { readonly id: string } | null;
  readonly territorialUnit: { readonly id: string } | null;
  readonly handlingUnit: { readonly id: string } | null;
  readonly title: string;
  readonly description: string;
  readonly priority: string;
  readonly tags: readonly string[];
  readonly place: PlaceView;
};

export function startingValues(verb: Exclude<CaseVerb, 'attach'>, found: Starting): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of verbForms[verb].fields) {
    if (field.kind === 'condition') {
      Object.assign(values, { classCode: found.classCode, conditionCode: found.conditionCode ?? undefined });
    }
    if (field.kind === 'correction') Object.assign(values, correctable(found));
    if (field.kind === 'unit' && field.name === 'lineUnitId') values.lineUnitId = found.lineUnit?.id;
    if (field.kind === 'unit' && field.name === 'territorialUnitId')
      values.territorialUnitId = found.territorialUnit?.id;
    if (field.kind === 'unit' && field.name === 'handlingUnitId') values.handlingUnitId = found.handlingUnit?.id;
  }
  return values;
}

function correctable(found: Starting) {
  return {
    title: found.title,
    description: found.description,
    classCode: found.classCode,
    conditionCode: found.conditionCode ?? undefined,
    priority: found.priority,
    tags: [...found.tags],
    placeText: found.place.text,
    geometry: geometryInput(found.place),
  };
}

/** Only what was changed is sent: a correction says what it corrects. */
export function correctionOf(values: Record<string, unknown>, found: Starting): Record<string, unknown> {
  const before: Record<string, unknown> = correctable(found);
  const isChanged = (name: string) => name in values && JSON.stringify(values[name]) !== JSON.stringify(before[name]);
  const changed: Record<string, unknown> = {};
  for (const name of ['title', 'description', 'classCode', 'conditionCode', 'priority', 'tags'] as const) {
    if (isChanged(name)) changed[name] = values[name];
  }
  if (isChanged('placeText') || isChanged('geometry')) {
    changed.place = { text: values.placeText ?? '', geometry: values.geometry ?? null };
  }
  return changed;
}

/** A kept geometry in the form in which it is sent. */
function geometryInput({ geometry }: PlaceView): PlaceInput['geometry'] {
  if (geometry === null) return null;
  const { crs, accuracyMetres } = geometry;
  return geometry.type === 'point'
    ? { type: 'point', crs, ...geometry.point, accuracyMetres }
    : { type: 'line', crs, points: geometry.points.map((p) => [p.longitude, p.latitude]), accuracyMetres };
}
