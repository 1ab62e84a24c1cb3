import type { UnitMention, UnitRole } from '../mandate.ts';
import { leaderSuffix, rolePhrases } from '../rules/owner-words.ts';

/** What the resolver needs to know about a unit of the territory. */
export type KnownUnit = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly aliases: readonly string[];
  readonly kind: string;
};

/**
 * Finds the unit that a mention means: by full name, short name, alias, as part of exactly one name, or as a role phrase
 * (各街道, 各责任部门) that stands for all units of a kind. Anything but a full hit is marked with doubt. Names that share
 * a tail (住建、综合执法等部门) are looked up one by one.
 */
export function resolveUnit(mention: string, role: UnitRole, units: readonly KnownUnit[]): UnitMention {
  const whole = mention.replace(leaderSuffix, '').replace(/等(?:有关|相关|多个|其他)?(?:部门|单位)?$/, '');
  const plain = whole.replace(/[（(][^（）()]*[）)]$/, '');
  const exact = byWords(plain, units);
  if (exact) return { mention, role, ...exact };
  const phrase = rolePhrases.find((known) => known.phrase.test(whole) || known.phrase.test(plain));
  if (phrase) {
    const members = units.filter((unit) => phrase.kinds.includes(unit.kind));
    // 各街道 is everyone of the kind; 有关部门 leaves open which.
    return {
      mention,
      role,
      unitIds: members.map((unit) => unit.id),
      matchedBy: 'role_phrase',
      doubt: !plain.startsWith('各') || /责任|有关|相关|主管|牵头|成员/.test(plain) || members.length === 0,
    };
  }
  const several = plain.split(/、|和|及|与/).filter((part) => part.length >= 2);
  if (several.length > 1) {
    const each = several.map((part) => resolveUnit(part, role, units));
    const unitIds = [...new Set(each.flatMap((one) => one.unitIds))];
    const first = each.find((one) => one.unitIds.length > 0);
    if (first) return { mention, role, unitIds, matchedBy: first.matchedBy, doubt: true };
  }
  const [part] = byPart(plain, units);
  return part
    ? { mention, role, unitIds: [part.id], matchedBy: 'alias', doubt: true }
    : { mention, role, unitIds: [], matchedBy: 'none', doubt: true };
}

function byWords(
  plain: string,
  units: readonly KnownUnit[],
): Pick<UnitMention, 'unitIds' | 'matchedBy' | 'doubt'> | null {
  for (const [matchedBy, fits] of [
    ['name', (unit: KnownUnit) => unit.name === plain],
    ['short_name', (unit: KnownUnit) => unit.shortName === plain],
    ['alias', (unit: KnownUnit) => unit.aliases.includes(plain)],
  ] as const) {
    const found = units.filter(fits);
    if (found.length > 0) return { unitIds: found.map((unit) => unit.id), matchedBy, doubt: found.length > 1 };
  }
  return null;
}

/** 住建部门, 区创城办, 综合执法: a stem that exactly one unit has in its name; nothing when several do. */
function byPart(plain: string, units: readonly KnownUnit[]): readonly KnownUnit[] {
  const stem = plain.replace(/^(?:区|市|县|镇|本)/, '').replace(/(?:部门|办公室|局|委|办|处|科)$/, '');
  if (stem.length < 2) return [];
  const names = (unit: KnownUnit): readonly string[] => [unit.name, unit.shortName ?? '', ...unit.aliases];
  const whole = units.filter((unit) => names(unit).some((name) => name.includes(stem)));
  if (whole.length > 0) return whole.length === 1 ? whole : [];
  // 住建 is short for 住房和城乡建设: every character in this order.
  const inOrder = new RegExp([...stem].map((character) => character.replace(/[^\u4e00-\u9fff]/, '')).join('.*'));
  const loose = stem.length <= 3 ? units.filter((unit) => inOrder.test(unit.name)) : [];
  return loose.length === 1 ? loose : [];
}
