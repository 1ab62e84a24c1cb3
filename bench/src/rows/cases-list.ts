import { listCases } from '@duban/contract/case-lists';
import type { Call, Reply } from '@duban/contract/endpoint';
import { connectBare, Recorder, replay, type Statement } from '../bare.ts';
import type { Bench } from '../bench.ts';
import { boundFigure, type Figure, ratioFigure } from '../figure.ts';
import { prepareLedger, queryAll } from '../ledger/prepare-ledger.ts';
import { inTurns, type Load, putLoad } from '../load.ts';

const SMALL = 10_000;
const CONNECTIONS = 8;
const READER = 'luwenqiao';
type Page = Call<typeof listCases>;

/**
 * A page of the ledger as a dispatcher turns it: one unit, one state, by deadline, 25 rows; the first page and the
 * tenth, over many units and states. Taken on a small ledger first, then on the large one.
 */
export async function casesList(bench: Bench): Promise<Figure[]> {
  const { cases, seconds, tell, site } = bench;
  const figures: Figure[] = [];
  await prepareLedger(bench, Math.min(SMALL, cases));
  const small = await measurePages(bench, 'first page', Math.min(SMALL, cases));
  await prepareLedger(bench, cases);
  for (const which of ['first page', 'tenth page'] as const) {
    const pages = await pagesOf(bench, which);
    tell(`cases-list, ${which} of ${cases} cases`);
    const caller = await site.callerAs(READER, CONNECTIONS);
    const clients = await connectBare(site.databaseUrl, CONNECTIONS);
    const { figure, limit } = await inTurns(
      3,
      () =>
        putLoad({
          connections: CONNECTIONS,
          seconds,
          call: async (at, turn) => void (await caller.send(listCases, pageAt(pages, at, turn).page)),
        }),
      () =>
        putLoad({
          connections: CONNECTIONS,
          seconds,
          call: (at, turn) => replay(clients[at]!, pageAt(pages, at, turn).statements),
        }),
    );
    caller.close();
    await Promise.all(clients.map((client) => client.end()));
    figures.push(
      ratioFigure({
        name: `cases-list, ${which}`,
        figure: figure.perSecond,
        limit: limit.perSecond,
        unit: '/s',
        bound: 'least',
        target: 0.5,
      }),
      boundFigure({ name: `cases-list, ${which}, p99`, figure: figure.p99, unit: 'ms', most: 20 }),
    );
    if (which === 'first page') figures.push(growth(figure, small, cases));
  }
  return figures;
}

function growth(large: Load, small: Load, cases: number): Figure {
  return ratioFigure({
    name: `cases-list, p50 at ${cases} to p50 at ${Math.min(SMALL, cases)}`,
    figure: large.p50,
    limit: small.p50,
    unit: 'ms',
    bound: 'most',
    target: 1.3,
  });
}

async function measurePages(bench: Bench, which: 'first page', cases: number): Promise<Load> {
  const { site, seconds, tell } = bench;
  const pages = await pagesOf(bench, which);
  tell(`cases-list, ${which} of ${cases} cases`);
  const caller = await site.callerAs(READER, CONNECTIONS);
  const load = () =>
    putLoad({
      connections: CONNECTIONS,
      seconds,
      call: async (at, turn) => void (await caller.send(listCases, pageAt(pages, at, turn).page)),
    });
  await load();
  const measured = await load();
  caller.close();
  return measured;
}

type RecordedPage = { readonly page: Page; readonly statements: readonly Statement[] };

function pageAt(pages: readonly RecordedPage[], caller: number, turn: number): RecordedPage {
  return pages[(caller * 7 + turn) % pages.length]!;
}

/** Pages that are full: units and states of which there are enough cases, with the SQL that finds each. */
async function pagesOf({ site }: Bench, which: 'first page' | 'tenth page'): Promise<RecordedPage[]> {
  const enough = which === 'first page' ? 1 : 251;
  const choices = await queryAll<{ unitId: string; state: string }>(
    site.databaseUrl,
    `select handling_unit_id as "unitId", state from cases where handling_unit_id is not null
     group by 1, 2 having count(*) >= ${enough} order by count(*) desc, 1, 2 limit 40`,
  );
  if (choices.length === 0) throw new Error(`no unit has enough cases for a ${which}: raise --cases`);
  const recorder = new Recorder(site.databaseUrl);
  try {
    const pages: RecordedPage[] = [];
    for (const { unitId, state } of choices) {
      let page: Page = { unitId, unitSide: 'handling', state: [state as 'closed'], sort: 'deadline', limit: 25 };
      for (let turned = 1; which === 'tenth page' && turned < 10; turned++) {
        const { reply } = await recorder.record(READER, listCases, page);
        page = { ...page, after: (reply as Reply<typeof listCases>).next ?? undefined };
      }
      pages.push({ page, statements: (await recorder.record(READER, listCases, page)).statements });
    }
    return pages;
  } finally {
    await recorder.close();
  }
}
