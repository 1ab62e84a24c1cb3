import type { Directive, Mandate, UnitMention } from '@duban/mandates/mandate';
import { type KnownUnit, resolveUnit } from '@duban/mandates/units/resolve-units';
import { isTerritorial } from '@duban/organisation/unit-kind';
import type { UnitName } from '../organisation/module.ts';
import type { NewDirective } from './document.store.ts';

/**
 * What the reviewer finds filled in: the line unit where exactly one is meant, the streets and communities that are
 * meant, the target as it is written. Doubt is not filled in.
 */
export function proposal(id: string, directive: Directive, units: readonly UnitName[]): NewDirective {
  const mentions = directive.units.map(({ mention, role }) => resolveUnit(mention, role, units));
  return {
    id,
    state: 'proposed',
    origin: 'proposed',
    edited: false,
    text: directive.text,
    action: directive.action,
    outcome: 'task',
    ...chargeOf(mentions, units),
    deadlineText: directive.deadline?.text ?? null,
    deadlineDate: directive.deadline?.date ?? null,
    targetText: targetOf(directive.quantities),
    classCode: null,
    placeText: '',
    rejectedReason: null,
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
