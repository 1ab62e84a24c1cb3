import type { Directive, Mandate, UnitMention } from '@duban/mandates/mandate';
import { promiseIn } from '@duban/mandates/promises/promise';
import { isAsked, measureIn, placeIn, proposedOutcome } from '@duban/mandates/review/proposed-outcome';
import { type KnownUnit, resolveUnit } from '@duban/mandates/units/resolve-units';
import { isTerritorial } from '@duban/organisation/unit-kind';
import { targetFrom } from '@duban/plans/targets/target';
import type { UnitName } from '../organisation/module.ts';
import type { NewDirective } from './directive.store.ts';

/**
 * What the reviewer finds filled in: the line unit where exactly one is meant, the streets and communities that are
 * meant, the figures to be reached, and what it probably becomes. Doubt is not filled in.
 */
export function proposal(id: string, directive: Directive, units: readonly UnitName[], speaker = ''): NewDirective {
  const mentions = directive.units.map(({ mention, role }) => resolveUnit(mention, role, units));
  const outcome = proposedOutcome(directive);
  const charge = chargeOf(mentions, units);
  return {
    id,
    state: 'proposed',
    origin: 'proposed',
    edited: false,
    text: directive.text,
    action: directive.action,
    outcome,
    ...charge,
    deadlineText: directive.deadline?.text.slice(0, 100) ?? null,
    deadlineDate: directive.deadline?.date ?? null,
    period: directive.period?.unit ?? null,
    targetText: targetOf(directive.quantities),
    targets: directive.quantities
      .filter(isAsked)
      .slice(0, 30)
      .map((quantity) => targetFrom({ ...quantity, subject: bareSubject(quantity.subject) })),
    indicator:
      outcome === 'indicator'
        ? { name: measureIn(directive.text).slice(0, 80), basis: '', unit: '', better: 'higher', source: '' }
        : null,
    promise: outcome === 'promise' ? promiseOf(directive.text, speaker, charge.lineUnitId) : null,
    classCode: null,
    placeText: outcome === 'case' ? placeIn(directive.text).slice(0, 200) : '',
    doubts: directive.doubts,
    rejectedReason: null,
    decidedBy: null,
    decidedAt: null,
    carriedFrom: null,
    cameOf: [],
    mentions,
    quantities: directive.quantities,
    headings: directive.headings,
    rules: directive.rules,
    start: directive.start,
    end: directive.end,
    rawStart: directive.rawStart,
    rawEnd: directive.rawEnd,
  };
}

/** Nobody's promise is left to the reviewer: it is proposed only when somebody is named or known to speak. */
function promiseOf(text: string, speaker: string, unitId: string | null): NewDirective['promise'] {
  const { promisedBy, promisedTo, text: words } = promiseIn(text, speaker);
  if (promisedBy === '') return null;
  return {
    promisedBy: promisedBy.slice(0, 80),
    unitId,
    promisedTo: promisedTo.slice(0, 120),
    text: words.slice(0, 600),
  };
}

/** Which of the mentioned units lead, which carry out on their ground, which help. */
export function chargeOf(
  mentions: readonly UnitMention[],
  units: readonly KnownUnit[],
): Pick<NewDirective, 'lineUnitId' | 'territorialUnitIds' | 'supportUnitIds'> {
  const kinds = new Map(units.map((unit) => [unit.id, unit.kind]));
  const isGround = (id: string): boolean =>
    isTerritorial((kinds.get(id) ?? 'department') as Parameters<typeof isTerritorial>[0]);
  const certain = mentions.filter((mention) => !mention.doubt);
  const lines = certain
    .filter(({ role }) => role === 'lead')
    .flatMap(({ unitIds }) => unitIds.filter((id) => !isGround(id)));
  const ground = certain.flatMap(({ unitIds }) => unitIds.filter(isGround));
  const [lineUnitId = null, ...others] = new Set(lines);
  const helping = certain
    .filter(({ role }) => role === 'support')
    .flatMap(({ unitIds }) => unitIds.filter((id) => !isGround(id)));
  // 各部门 names everybody and nobody in particular: then the reviewer says who leads.
  const several = lines.length > 3;
  return {
    lineUnitId: several ? null : lineUnitId,
    territorialUnitIds: [...new Set(ground)],
    supportUnitIds: several ? [] : [...new Set([...others, ...helping])],
  };
}

const targetOf = (quantities: Mandate['quantities']): string =>
  quantities
    .filter(({ kind }) => kind === 'target' || kind === 'rate' || kind === 'money')
    // The clause without who is told: 区水务局要完成清淤2.1万立方米 → 完成清淤2.1万立方米
    .map(({ text }) => text.replace(/^.{2,24}?(?:必须|务必|应当|要|须)(?=[^求点素领])/, ''))
    .filter((text, i, all) => all.indexOf(text) === i)
    .join('；')
    .slice(0, 400);

/** What is counted, without who is told and until when: 区住建局要于6月底前修复破损路面 → 修复破损路面 */
const bareSubject = (subject: string): string =>
  subject
    .replace(/^.{2,24}?(?:必须|务必|应当|要|须)(?=[^求点素领])/, '')
    .replace(/^(?:在|于|力争|确保|到)?[^，,]{1,14}?(?:月底|年底|日|月|季度)(?:之?前|以前|底前)/, '')
    .trim();
