import { coordinateSystems } from '@duban/cases/place';
import {
  allPriorities,
  allSourceChannels,
  priorities,
  type Priority,
  type SourceChannel,
  sourceChannels,
} from '@duban/cases/words';
import type { Sheet } from '../adapters/workbook.ts';
import type { SheetFault } from './sheet-report.ts';

/** A sheet of cases to report: which texts mean what. Units and classes are looked up by the import itself. */

export const caseColumns = [
  { key: 'title', heading: '标题', required: true, width: 36, hint: '不超过 120 字。At most 120 characters.' },
  { key: 'description', heading: '描述', required: false, width: 40, hint: '不超过 4000 字。At most 4000 characters.' },
  {
    key: 'classCode',
    heading: '类别代码',
    required: true,
    width: 12,
    hint: '标准表中的小类代码或名称。Code or name of a class.',
  },
  { key: 'place', heading: '位置', required: true, width: 30, hint: '地址、路段或地标。An address, road or landmark.' },
  {
    key: 'longitude',
    heading: '经度',
    required: false,
    width: 12,
    hint: '与纬度、坐标系一并填写。With latitude and system.',
  },
  {
    key: 'latitude',
    heading: '纬度',
    required: false,
    width: 12,
    hint: '与经度、坐标系一并填写。With longitude and system.',
  },
  { key: 'crs', heading: '坐标系', required: false, width: 12, hint: coordinateSystems.join(' / ') },
  { key: 'source', heading: '来源', required: true, width: 14, hint: words(sourceChannels).join(' / ') },
  {
    key: 'priority',
    heading: '优先级',
    required: false,
    width: 10,
    hint: `${words(priorities).join(' / ')}，默认一般`,
  },
  {
    key: 'territory',
    heading: '属地单位',
    required: false,
    width: 18,
    hint: '有坐标时可不填。Not needed with coordinates.',
  },
  { key: 'tags', heading: '标签', required: false, width: 20, hint: '用顿号分开。Separated by 、' },
] as const;

type Key = (typeof caseColumns)[number]['key'];

export type SheetCase = {
  readonly row: number;
  readonly title: string;
  readonly description: string;
  readonly classText: string;
  readonly placeText: string;
  readonly point: { readonly longitude: number; readonly latitude: number; readonly crs: string } | null;
  readonly source: SourceChannel;
  readonly priority: Priority;
  readonly territoryName: string;
  readonly tags: readonly string[];
};

export type CaseSheet = {
  readonly rows: readonly SheetCase[];
  readonly faults: readonly SheetFault[];
  readonly looked: number;
  /** headings that are required and were not found */
  readonly missing: readonly string[];
  readonly headings: readonly string[];
};

export function readCaseSheet({ grid }: Sheet): CaseSheet {
  const at = headingRow(grid);
  const headings = (grid[at] ?? []).map(plainHeading);
  const places = new Map<Key, number>();
  for (const { key, heading } of caseColumns) {
    const index = headings.indexOf(heading);
    if (index >= 0) places.set(key, index);
  }
  const missing = caseColumns.filter(({ key, required }) => required && !places.has(key)).map(({ heading }) => heading);
  if (missing.length > 0) return { rows: [], faults: [], looked: 0, missing, headings };
  const rows: SheetCase[] = [];
  const faults: SheetFault[] = [];
  let looked = 0;
  for (let index = at + 1; index < grid.length; index++) {
    const cells = grid[index] ?? [];
    if (cells.every((cell) => cell === '')) continue;
    looked += 1;
    const text = (key: Key) => cells[places.get(key) ?? -1] ?? '';
    const found = readRow(index + 1, text);
    faults.push(...found.faults);
    if (found.case) rows.push(found.case);
  }
  return { rows, faults, looked, missing: [], headings };
}

function readRow(row: number, text: (key: Key) => string): { case: SheetCase | null; faults: SheetFault[] } {
  const faults: SheetFault[] = [];
  const fault = (key: Key, code: string, value = '') => {
    const column = caseColumns.find((one) => one.key === key)?.heading ?? null;
    faults.push({ row, column, code, params: { value } });
  };
  for (const { key, required } of caseColumns) if (required && text(key) === '') fault(key, 'import.missing');
  if ([...text('title')].length > 120) fault('title', 'import.invalid_value', text('title').slice(0, 20));
  if ([...text('description')].length > 4000)
    fault('description', 'import.invalid_value', text('description').slice(0, 20));
  if ([...text('place')].length > 200) fault('place', 'import.invalid_value', text('place').slice(0, 20));
  const source = coded(text('source'), sourceChannels, allSourceChannels);
  if (source === null && text('source') !== '') fault('source', 'import.unknown_value', text('source'));
  const priority = text('priority') === '' ? 'ordinary' : coded(text('priority'), priorities, allPriorities);
  if (priority === null) fault('priority', 'import.unknown_value', text('priority'));
  const point = readPoint(text, fault);
  const tags = text('tags')
    .split(/[、,，;；]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  if (tags.length > 20 || tags.some((tag) => [...tag].length > 40))
    fault('tags', 'import.invalid_value', text('tags').slice(0, 20));
  if (faults.length > 0 || source === null || priority === null) return { case: null, faults };
  const found: SheetCase = {
    row,
    point,
    source,
    priority,
    tags,
    title: text('title'),
    description: text('description'),
    classText: text('classCode'),
    placeText: text('place'),
    territoryName: text('territory'),
  };
  return { case: found, faults };
}

function readPoint(
  text: (key: Key) => string,
  fault: (key: Key, code: string, value?: string) => void,
): SheetCase['point'] {
  const [longitude, latitude, crs] = [text('longitude'), text('latitude'), text('crs')];
  if (longitude === '' && latitude === '') return null;
  const within = (key: 'longitude' | 'latitude', most: number) => {
    const value = Number(text(key));
    if (text(key) !== '' && Number.isFinite(value) && Math.abs(value) <= most) return;
    fault(key, 'import.invalid_value', text(key));
  };
  within('longitude', 180);
  within('latitude', 90);
  if (crs === '') fault('crs', 'place.coordinates_unlabelled');
  return { longitude: Number(longitude), latitude: Number(latitude), crs };
}

/** A code itself, or its word in either language. */
function coded<Code extends string>(
  text: string,
  vocabulary: Readonly<Record<Code, { readonly 'zh-CN': string; readonly en: string }>>,
  codes: readonly Code[],
): Code | null {
  return codes.find((code) => [code, vocabulary[code]['zh-CN'], vocabulary[code].en].includes(text)) ?? null;
}

function words(vocabulary: Readonly<Record<string, { readonly 'zh-CN': string }>>): string[] {
  return Object.values(vocabulary).map((word) => word['zh-CN']);
}

/** The first of five rows that names a title and a place. */
function headingRow(grid: Sheet['grid']): number {
  const found = grid.slice(0, 5).findIndex((row) => row.map(plainHeading).includes('标题'));
  return Math.max(0, found);
}

function plainHeading(cell: string): string {
  return cell.replace(/[\s*＊]/g, '');
}
