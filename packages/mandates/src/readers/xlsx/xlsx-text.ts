import { type Refusal, refuse } from '@duban/kit/refusal';
import type { Parts } from '../zip.ts';
import { readXml } from '../xml.ts';
import { NumberFormats } from './number-formats.ts';
import { Sheet } from './sheet.ts';

/** The parts of a workbook that its text is made of. */
export const isXlsxPart = (name: string): boolean =>
  /^(_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i.test(
    name,
  );

type Workbook = { readonly sheets: { name: string; relation: string }[]; from1904: boolean };

/**
 * The text of a workbook: of every sheet that is shown its rows as lines, cells parted by tabs. Formulas count as what
 * they last came to; nothing is computed.
 */
export function xlsxText(parts: Parts): string | Refusal {
  const workbook = readWorkbook(parts);
  if ('refused' in workbook) return workbook;
  const strings = readStrings(parts);
  if ('refused' in strings) return strings;
  const formats = new NumberFormats();
  const styles = parts.get('xl/styles.xml');
  const fault = styles ? formats.read(styles) : null;
  if (fault) return fault;
  const valueOf = (type: string, format: number, value: string): string => {
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? '是' : '否';
    if (type === 'e') return '';
    if (type === 'd') return value.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2}).*$/, '$1年$2月$3日');
    return type === 'n' ? formats.show(value, format, workbook.from1904) : value;
  };
  const shown: { name: string; lines: string[] }[] = [];
  for (const { name, part } of sheetsOf(workbook, parts)) {
    const sheet = new Sheet(valueOf);
    const broken = readXml(part, sheet);
    if (broken) return broken;
    if (sheet.isTooLarge) return refuse('document.too_large', { limit: '40 万个单元格' });
    const lines = sheet.lines();
    if (lines.length > 0) shown.push({ name, lines });
  }
  return shown.flatMap(({ name, lines }) => (isTitle(name, lines) ? [name, ...lines] : lines)).join('\n');
}

/** The name of a sheet says something where nothing else stands above its table. */
const isTitle = (name: string, lines: readonly string[]): boolean =>
  lines[0]!.includes('\t') && !/^(sheet|工作表|表)\s*\d*$/i.test(name);

function readWorkbook(parts: Parts): Workbook | Refusal {
  const part = parts.get('xl/workbook.xml');
  if (!part) return refuse('document.damaged');
  const workbook: Workbook = { sheets: [], from1904: false };
  const fault = readXml(part, {
    open: ({ name, attribute }) => {
      if (name === 'workbookPr') workbook.from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name === 'sheet' && !/hidden/i.test(attribute('state') ?? ''))
        workbook.sheets.push({ name: attribute('name') ?? '', relation: attribute('id') ?? '' });
    },
  });
  return fault ?? workbook;
}

function sheetsOf(workbook: Workbook, parts: Parts): { name: string; part: Buffer }[] {
  const targets = new Map<string, string>();
  const relations = parts.get('xl/_rels/workbook.xml.rels');
  if (relations) {
    readXml(relations, {
      open: ({ name, attribute }) => {
        if (name === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '');
      },
    });
  }
  return workbook.sheets.flatMap(({ name, relation }, i) => {
    const target = (targets.get(relation) ?? `worksheets/sheet${i + 1}.xml`).replace(/^\/?(xl\/)?/, 'xl/');
    const part = parts.get(target);
    return part ? [{ name, part }] : [];
  });
}

/** The texts that cells share, without the readings that stand above characters. */
function readStrings(parts: Parts): readonly string[] | Refusal {
  const part = parts.get('xl/sharedStrings.xml');
  if (!part) return [];
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  const fault = readXml(part, {
    open: ({ name }) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') strings.push(text);
    },
  });
  return fault ?? strings;
}
