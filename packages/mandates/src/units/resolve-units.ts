import type { UnitMention, UnitRole } from '../mandate.ts';
import { rolePhrases } from '../rules/owner-words.ts';

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
 * (各街道, 各责任部门) that stands for all units of a kind. Anything but a full hit is marked with doubt.
 */
export function resolveUnit(mention: string, role: UnitRole, units: readonly KnownUnit[]): UnitMention {
  const plain = mention
    .replace(/(?:“一把手”|一把手|主要负责人|主要领导|分管领导|负责同志|班子)$/, '')
    .replace(/等(?:有关|相关)?(?:部门|单位)$/, '');
  const byName = units.filter((unit) => unit.name === plain);
  if (byName.length > 0) return hit(mention, role, byName, 'name', byName.length > 1);
  const byShort = units.filter((unit) => unit.shortName === plain);
  if (byShort.length > 0) return hit(mention, role, byShort, 'short_name', byShort.length > 1);
  const byAlias = units.filter((unit) => unit.aliases.includes(plain));
  if (byAlias.length > 0) return hit(mention, role, byAlias, 'alias', byAlias.length > 1);
  const phrase = rolePhrases.find((known) => known.phrase.test(plain));
  if (phrase) {
    const members = units.filter((unit) => phrase.kinds.includes(unit.kind));
    // 各街道 is everyone of the kind; 有关部门 leaves open which.
    return hit(mention, role, members, 'role_phrase', !plain.startsWith('各') || members.length === 0);
  }
  const several = plain.split(/、|和/).filter((part) => part.length >= 2);
  if (several.length > 1) {
    const each = several.map((part) => resolveUnit(part, role, units));
    const ids = [...new Set(each.flatMap((one) => one.unitIds))];
    if (ids.length > 0)
      return {
        mention,
        role,
        unitIds: ids,
        matchedBy: each.find((one) => one.unitIds.length > 0)!.matchedBy,
        doubt: true,
      };
  }
  const stem = plain.replace(/^(?:区|市|县)/, '').replace(/(?:部门|局|委|办|办公室)$/, '');
  const byPart =
    stem.length >= 2
      ? units.filter((unit) => unit.name.includes(stem) || unit.aliases.some((alias) => alias.includes(stem)))
      : [];
  return byPart.length === 1 ? hit(mention, role, byPart, 'alias', true) : hit(mention, role, [], 'none', true);
}

function hit(
  mention: string,
  role: UnitRole,
  units: readonly KnownUnit[],
  matchedBy: UnitMention['matchedBy'],
  doubt: boolean,
): UnitMention {
  return { mention, role, unitIds: units.map((unit) => unit.id), matchedBy, doubt };
}
