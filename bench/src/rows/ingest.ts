import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ingest } from '@duban/mandates/ingest';
import { readDocument } from '@duban/mandates/readers/read-document';
import type { Bench } from '../bench.ts';
import { type Figure, leastFigure, ratioFigure, toldFigure } from '../figure.ts';
import { median } from '../load.ts';

const CHARACTERS = 8_000;
const ROUNDS = 60;
const DOCUMENTS = 1_000;
const FIRST = 100;

/**
 * A speech of 8,000 characters from its bytes to its directives, in the process's own time on its processors, so that a
 * busy machine does not count as slow rules; beside it what any reader has to do with the same bytes. Then the memory
 * that stays after 100 and after 1,000 documents of all formats, and how long the formats take that are not text.
 */
export async function ingestRow({ tell }: Pick<Bench, 'tell'>): Promise<Figure[]> {
  tell(`a speech of ${CHARACTERS} characters, bytes to directives`);
  const bytes = speech();
  const megabytes = bytes.length / 1e6;
  const whole: number[] = [];
  const bare: number[] = [];
  for (let round = -20; round < ROUNDS; round++) {
    const took = await processorSeconds(() => ingest(bytes, '讲话.txt'));
    const least = await processorSeconds(() => barePass(bytes));
    if (round < 0) continue;
    whole.push(took);
    bare.push(least);
  }
  const figures = [
    leastFigure({
      name: `ingest, a speech of ${CHARACTERS} characters`,
      figure: megabytes / median(whole),
      limit: megabytes / median(bare),
      unit: 'MB/s',
      least: 1,
    }),
    await memory(tell),
  ];
  for (const [format, name] of formats) figures.push(await reading(format, name));
  return figures;
}

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../packages/mandates/src/readers/fixtures/${name}`, import.meta.url)));

const formats = [
  ['PDF of 4 pages', 'notice.chromium.pdf'],
  ['DOC', 'plan.libreoffice.doc'],
  ['DOCX', 'plan.libreoffice.docx'],
  ['XLSX', 'tasks.libreoffice.xlsx'],
] as const;

/** Texts of the demo district, one after the other. */
function speech(): Uint8Array {
  const names = [
    '01-creation-push-meeting',
    '02-secretary-construction-meeting',
    '03-cppcc-inspection-talk',
    '04-cppcc-consultation-talk',
    '05-renovation-work-plan',
  ];
  const texts = names.map((name) =>
    readFileSync(new URL(`../../../demo/documents/sources/${name}.txt`, import.meta.url), 'utf8')
      .replaceAll(/^#+ /gm, '')
      .replaceAll(/\{[^}]*\}/g, '2026年4月30日'),
  );
  return new TextEncoder().encode([...texts, ...texts].join('\n').slice(0, CHARACTERS));
}

/** The least that any reading does: decode, cut into sentences, look for numbers and for who is told. */
function barePass(bytes: Uint8Array): number {
  let found = 0;
  for (const sentence of new TextDecoder().decode(bytes).split(/[。！？；\n]/)) {
    found += sentence.match(/\d+(?:\.\d+)?[\u4e00-\u9fff%]/g)?.length ?? 0;
    if (/[\u4e00-\u9fff]{2,12}(?:局|办|委|街道)(?:要|必须|负责)/.test(sentence)) found++;
  }
  return found;
}

async function processorSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function memory(tell: Bench['tell']): Promise<Figure> {
  tell(`memory over ${DOCUMENTS} documents`);
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const text = new TextDecoder().decode(speech()).slice(0, 2_000);
  const others = formats.map(([, name]) => [name, fixture(name)] as const);
  let first = 0;
  for (let number = 1; number <= DOCUMENTS; number++) {
    const [name, bytes] = number % 20 === 0 ? others[(number / 20) % others.length]! : ['讲话.txt', null];
    await ingest(
      bytes ?? new TextEncoder().encode(`第${number}号\n${text.replaceAll('4月', `${number % 12}月`)}`),
      name,
    );
    if (number === FIRST || number === DOCUMENTS) {
      collect();
      const held = process.memoryUsage().heapUsed / 1e6;
      if (number === DOCUMENTS) {
        return ratioFigure({
          name: `ingest, memory after ${DOCUMENTS} documents`,
          figure: held,
          limit: first,
          unit: 'MB',
          bound: 'most',
          target: 1.1,
        });
      }
      first = held;
    }
  }
  throw new Error('unreachable');
}

async function reading(format: string, name: string): Promise<Figure> {
  const bytes = fixture(name);
  const took: number[] = [];
  for (let round = -3; round < 15; round++) {
    const seconds = await processorSeconds(() => readDocument(bytes, name));
    if (round >= 0) took.push(seconds * 1000);
  }
  return toldFigure({ name: `ingest, reading a ${format}`, figure: median(took), unit: 'ms' });
}
