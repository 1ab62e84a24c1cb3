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
  const held = await prepareLedger(bench, Math.min(SMALL, cases));
  const small = held <= 2 * SMALL ? await pageToPing(bench, held) : null;
  const full = await prepareLedger(bench, cases);
  if (small === null) tell(`the folder holds ${held} cases already: growth from ${SMALL} is not measured`);
  else if (full > held) figures.push(growth(small, held, await pageToPing(bench, full), full));
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
      boundFigure({
        name: `cases-list, ${which}, p99`,
        figure: figure.p99,
        limit: limit.p99,
        unit: 'ms',
        most: 20,
      }),
    );
  }
  return figures;
}

/**
 * Does a page take longer in a larger ledger? The two are measured minutes apart, so each is divided by what an empty
 * answer took in turns with it.
 */
function growth(small: Turn, smallCases: number, large: Turn, largeCases: number): Figure {
  return ratioFigure({
    name: `cases-list, growth from ${smallCases} to ${largeCases} cases`,
    figure: large.page.p50 / large.ping.p50,
    limit: small.page.p50 / small.ping.p50,
    unit: '× an empty answer',
    bound: 'most',
    target: 1.3,
  });
}

type Turn = { readonly page: Load; readonly ping: Load };

async function pageToPing(bench: Bench, cases: number): Promise<Turn> {
  const { site, seconds, tell } = bench;
  const pages = await pagesOf(bench, 'first page');
  tell(`cases-list, first page of ${cases} cases against an empty answer`);
  const caller = await site.callerAs(READER, CONNECTIONS);
  const { figure, limit } = await inTurns(
    3,
    () =>
      putLoad({
        connections: CONNECTIONS,
        seconds,
        call: async (at, turn) => void (await caller.send(listCases, pageAt(pages, at, turn).page)),
      }),
    () => putLoad({ connections: CONNECTIONS, seconds: 1, call: async () => void (await caller.ping()) }),
  );
  caller.close();
  return { page: figure, ping: limit };
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
