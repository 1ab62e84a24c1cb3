import type { UnitRow } from '@duban/contract/organisation';
import { expect, it } from 'vitest';
import { unitTree } from './units.ts';

const unit = (id: string, parentId: string | null, kind: UnitRow['kind']): UnitRow => ({
  id,
  parentId,
  kind,
  name: id,
  shortName: id,
  aliases: [],
  code: null,
  validFrom: '2026-01-01',
  validTo: null,
  hasArea: false,
  version: 1,
});

it('keeps the way down to what may be chosen and drops empty branches', () => {
  const units = [
    unit('district', null, 'government'),
    unit('street', 'district', 'street'),
    unit('community', 'street', 'community'),
    unit('bureau', 'district', 'department'),
  ];
  expect(unitTree(units, (one) => one.kind === 'community')).toEqual([
    {
      value: 'district',
      title: 'district',
      disabled: true,
      children: [
        {
          value: 'street',
          title: 'street',
          disabled: true,
          children: [{ value: 'community', title: 'community', disabled: false, children: [] }],
        },
      ],
    },
  ]);
});

it('treats a unit whose parent is not listed as a root', () => {
  expect(unitTree([unit('a', 'elsewhere', 'department')], () => true)).toHaveLength(1);
});
