import { listCases } from '@duban/contract/case-lists';
import { connectBare, Recorder, replay, type Statement } from '../bare.ts';
import type { Bench } from '../bench.ts';
import { boundFigure, type Figure } from '../figure.ts';
import { prepareLedger, queryAll } from '../ledger/prepare-ledger.ts';
import { inTurns, putLoad } from '../load.ts';

const CONNECTIONS = 4;
const READER = 'luwenqiao';

/**
 * Words as people type them: pieces of titles and places (common ones), whole titles (rarer), numbers (one case), and
 * what nobody wrote. Each kind is told by itself, because a mean would hide the slow one.
 */
export async function casesSearch(bench: Bench): Promise<Figure[]> {
  const { site, cases, seconds, tell } = bench;
  await prepareLedger(bench, cases);
  const samples = await queryAll<{ title: string; place: string; number: string }>(
    site.databaseUrl,
    'select title, place_text as place, number from cases order by md5(id::text) limit 200',
  );
  const kinds: Readonly<Record<string, readonly string[]>> = {
    'words of a title': samples.map(({ title }) => title.slice(0, 4)),
    'a title and a place': samples.map(({ title, place }) => `${title.slice(0, 6)} ${place.slice(0, 4)}`.trim()),
    'a number': samples.map(({ number }) => number),
    'nothing that is there': samples.map((_, at) => `麒麟${at}貔貅`),
  };
  const figures: Figure[] = [];
  const caller = await site.callerAs(READER, CONNECTIONS);
  const clients = await connectBare(site.databaseUrl, CONNECTIONS);
  for (const [kind, texts] of Object.entries(kinds)) {
    tell(`cases-search, ${kind}`);
    const call = async (at: number, turn: number) =>
      void (await caller.send(listCases, { text: texts[(at * 31 + turn) % texts.length], limit: 25 }));
    const asked = await recordedSearches(site.databaseUrl, texts);
    const { figure, limit } = await inTurns(
      2,
      () => putLoad({ connections: CONNECTIONS, seconds, call }),
      () =>
        putLoad({
          connections: CONNECTIONS,
          seconds,
          call: (at, turn) => replay(clients[at]!, asked[(at * 31 + turn) % asked.length]!),
        }),
    );
    figures.push(
      boundFigure({
        name: `cases-search, ${kind}, p99`,
        figure: figure.p99,
        limit: limit.p99,
        unit: 'ms',
        most: 100,
      }),
    );
  }
  caller.close();
  await Promise.all(clients.map((client) => client.end()));
  return figures;
}

/** The SQL of some of the searches, for the bare client. */
async function recordedSearches(databaseUrl: string, texts: readonly string[]): Promise<(readonly Statement[])[]> {
  const recorder = new Recorder(databaseUrl);
  const asked: (readonly Statement[])[] = [];
  for (const text of texts.slice(0, 30)) {
    asked.push((await recorder.record(READER, listCases, { text, limit: 25 })).statements);
  }
  await recorder.close();
  return asked;
}
