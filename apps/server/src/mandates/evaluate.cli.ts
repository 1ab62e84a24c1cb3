import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { type DocumentScore, evaluateDocument } from '@duban/mandates/evaluation/evaluate';
import { BadLabel, goldLabel } from '@duban/mandates/evaluation/gold';
import { measures, missList, scoreTable, totalOf } from '@duban/mandates/evaluation/score-table';
import { ratesOf, type Tally } from '@duban/mandates/evaluation/tally';
import { ingest } from '@duban/mandates/ingest';
import { languageTools } from '@duban/mandates/readers/language-tools';
import { readDocument } from '@duban/mandates/readers/read-document';

/**
 * `duban evaluate --gold DIR [--documents DIR] [--json] [--errors]` reads every document that a label in the folder
 * belongs to and says how much of the label came out. A document is looked for by the name in its label: in the folder
 * that is given, beside the label, and in `documents` beside or above it. Needs no database.
 *
 * @returns the exit code: 0 when every label was compared, 1 when a label or its document could not be read, 2 for
 *   wrong use
 */
export async function evaluateCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      gold: { type: 'string' },
      documents: { type: 'string' },
      json: { type: 'boolean', default: false },
      errors: { type: 'boolean', default: false },
    },
  });
  if (!values.gold) {
    process.stderr.write('usage: duban evaluate --gold DIR [--documents DIR] [--json] [--errors]\n');
    return 2;
  }
  const labels = await labelsIn(values.gold);
  if (labels === null) {
    process.stderr.write(`${values.gold}: 不是文件夹 / not a folder\n`);
    return 1;
  }
  const scores: DocumentScore[] = [];
  let failed = 0;
  for (const name of labels) {
    const score = await scoreOf(join(values.gold, name), values.documents);
    if (typeof score === 'string') {
      failed++;
      process.stderr.write(`${name}: ${score}\n`);
    } else scores.push(score);
  }
  if (labels.length === 0) process.stderr.write(`${values.gold}: 没有标注文件 / no labels (*.json)\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(asJson(scores), null, 2)}\n`);
  else {
    process.stdout.write(`${scoreTable(scores)}\n`);
    if (values.errors) process.stdout.write(`${scores.map(missList).join('\n')}\n`);
  }
  return failed === 0 && scores.length > 0 ? 0 : 1;
}

async function labelsIn(folder: string): Promise<string[] | null> {
  if (!(await stat(folder).catch(() => null))?.isDirectory()) return null;
  return (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
}

/** The score, or a sentence that says why there is none. */
async function scoreOf(file: string, documents: string | undefined): Promise<DocumentScore | string> {
  try {
    const label = goldLabel(JSON.parse(await readFile(file, 'utf8')));
    const bytes = await documentOf(label.document, file, documents);
    if (!bytes) return `找不到文件 ${label.document} / no document ${label.document}`;
    const name = basename(label.document);
    const reading = await readDocument(bytes, name);
    if ('refused' in reading) return `${label.document}: ${reading.code}`;
    const mandate = await ingest(bytes, name);
    if ('refused' in mandate) return `${label.document}: ${mandate.code}`;
    return evaluateDocument(label, reading.raw, mandate, languageTools.toSimplified);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof BadLabel) return error.message;
    throw error;
  }
}

async function documentOf(document: string, label: string, documents: string | undefined): Promise<Uint8Array | null> {
  const beside = parse(label).dir;
  const name = basename(document);
  const places = [
    ...(documents ? [join(documents, document), join(documents, name)] : []),
    join(beside, document),
    join(beside, 'documents', name),
    join(beside, '..', 'documents', name),
  ];
  for (const place of places) {
    if ((await stat(place).catch(() => null))?.isFile()) return readFile(place);
  }
  return null;
}

function asJson(scores: readonly DocumentScore[]): unknown {
  const rated = (tallies: Readonly<Record<string, Tally>>): unknown =>
    Object.fromEntries(measures.map(({ name }) => [name, { ...tallies[name]!, ...ratesOf(tallies[name]!) }]));
  return {
    documents: scores.map(({ document, tallies, misses, notInDocument }) => ({
      document,
      measures: rated(tallies),
      misses,
      notInDocument,
    })),
    total: rated(totalOf(scores)),
  };
}
