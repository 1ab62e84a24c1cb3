import { type Refusal, refuse } from '@duban/kit/refusal';

/**
 * What a unit may be, and where in the tree each kind belongs. 条 (line units) are departments; 块 (territorial units)
 * are streets, communities and grids, which nest strictly, because a place belongs to exactly one of each.
 */
export const unitKinds = [
  'government',
  'leading_group',
  'command_post',
  'department',
  'street',
  'community',
  'grid',
  'contractor',
  'cppcc',
] as const;

export type UnitKind = (typeof unitKinds)[number];

/** What the kinds are called, on pages, in sheets and in refusals alike. */
export const unitKindWords: Readonly<Record<UnitKind, { readonly 'zh-CN': string; readonly en: string }>> = {
  government: { 'zh-CN': '政府', en: 'government' },
  leading_group: { 'zh-CN': '领导小组', en: 'leading group' },
  command_post: { 'zh-CN': '指挥部', en: 'command post' },
  department: { 'zh-CN': '部门', en: 'department' },
  street: { 'zh-CN': '街道', en: 'street' },
  community: { 'zh-CN': '社区', en: 'community' },
  grid: { 'zh-CN': '网格', en: 'grid' },
  contractor: { 'zh-CN': '承包单位', en: 'contractor' },
  cppcc: { 'zh-CN': '政协', en: 'CPPCC' },
};

/** Units that stand for a piece of ground and may have a boundary. */
export const territorialKinds: readonly UnitKind[] = ['street', 'community', 'grid'];

/** Which kinds each kind may stand below. `null` is the top of the tree: the county-level government. */
const parentsOf: Readonly<Record<UnitKind, readonly (UnitKind | null)[]>> = {
  government: [null, 'government'],
  leading_group: ['government'],
  command_post: ['government', 'leading_group'],
  department: ['government', 'department', 'command_post', 'street'],
  street: ['government'],
  community: ['street'],
  grid: ['community'],
  contractor: ['government', 'department', 'command_post', 'street'],
  cppcc: ['government', 'cppcc'],
};

export function isTerritorial(kind: UnitKind): boolean {
  return territorialKinds.includes(kind);
}

/** Kinds that may stand directly below the given one, in the order of `unitKinds`. */
export function kindsBelow(parent: UnitKind | null): readonly UnitKind[] {
  return unitKinds.filter((kind) => parentsOf[kind].includes(parent));
}

/** @returns `unit.wrong_parent` when a unit of this kind has no place below that parent. */
export function whyNotPlace(kind: UnitKind, parent: UnitKind | null): Refusal | null {
  if (parentsOf[kind].includes(parent)) return null;
  return refuse('unit.wrong_parent', { kind, parent: parent ?? 'none' });
}
