import { type UnitKind, unitKinds, unitKindWords } from '@duban/organisation/unit-kind';
import type { SheetColumn } from './sheet.ts';

/** The columns of a sheet of units, and the words for kinds in it. */

export const kindInSheet = (kind: UnitKind): string => unitKindWords[kind]['zh-CN'];
export const kindNames = unitKinds.map(kindInSheet).join('、');

export const unitColumns = [
  {
    key: 'code',
    heading: '单位代码',
    required: true,
    width: 20,
    hint: '本区唯一，导入时据此识别单位；街道、社区建议用统计用区划代码。Unique; a row whose code exists changes that unit.',
  },
  { key: 'name', heading: '单位名称', required: true, width: 34, hint: '全称，最多 60 字。Full name.' },
  { key: 'shortName', heading: '简称', required: true, width: 18, hint: '最多 20 字。Short name.' },
  {
    key: 'aliases',
    heading: '别名',
    required: false,
    width: 30,
    hint: '多个别名用顿号或分号分隔。Aliases, separated by 、 or ;',
  },
  {
    key: 'kind',
    heading: '类型',
    required: true,
    width: 12,
    hint: `${kindNames}。One of these.`,
  },
  {
    key: 'parent',
    heading: '上级代码',
    required: false,
    width: 20,
    hint: '上级单位的单位代码，可以是本表中的单位；只有最上级政府不填。Code of the parent, which may be in this sheet; empty only for the top.',
  },
  {
    key: 'statistical',
    heading: '统计用区划代码',
    required: false,
    width: 18,
    hint: '12 位数字，可不填。Twelve digits, may be empty.',
  },
  {
    key: 'validFrom',
    heading: '设立日期',
    required: false,
    width: 14,
    hint: '如 2026-01-01，不填为当天。Today when empty.',
  },
] as const satisfies readonly SheetColumn<string>[];

export type UnitKey = (typeof unitColumns)[number]['key'];
