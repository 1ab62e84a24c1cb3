import { getRanking } from '@duban/contract/rankings';
import type { Call } from '@duban/contract/endpoint';
import { connectBare, Recorder, replay, type Statement } from '../bare.ts';
import type { Bench } from '../bench.ts';
import { boundFigure, type Figure, ratioFigure } from '../figure.ts';
import { DEPARTMENTS, prepareLedger, queryAll } from '../ledger/prepare-ledger.ts';
import { inTurns, putLoad } from '../load.ts';

/** A week's ranking of all departments as its page asks for it, one reader at a time, over many weeks. */
export async function ranking(bench: Bench): Promise<Figure[]> {
  const { site, cases, seconds, tell } = bench;
  await prepareLedger(bench, cases);
  const weeks = await queryAll<{ first: string }>(
    site.databaseUrl,
    `select to_char(date_trunc('week', finish_by at time zone 'Asia/Shanghai'), 'YYYY-MM-DD') as first from cases
     where finish_by < now() group by 1 order by count(*) desc limit 20`,
  );
  if (weeks.length === 0) throw new Error('no case fell due: raise --cases');
  const recorder = new Recorder(site.databaseUrl);
  const asked: { input: Call<typeof getRanking>; statements: readonly Statement[] }[] = [];
  for (const { first } of weeks) {
    const input = { period: `week:${first}`, group: 'departments' as const };
    asked.push({ input, statements: (await recorder.record(READER, getRanking, input)).statements });
  }
  await recorder.close();
  tell(`ranking of ${DEPARTMENTS} departments, ${cases} cases`);
  const caller = await site.callerAs(READER, 1);
  const [client] = await connectBare(site.databaseUrl, 1);
  const one = (turn: number) => asked[turn % asked.length]!;
  const { figure, limit } = await inTurns(
    3,
    () =>
      putLoad({
        connections: 1,
        seconds,
        call: async (_, turn) => void (await caller.send(getRanking, one(turn).input)),
      }),
    () => putLoad({ connections: 1, seconds, call: (_, turn) => replay(client!, one(turn).statements) }),
  );
  caller.close();
  await client!.end();
  return [
    ratioFigure({
      name: `ranking of ${DEPARTMENTS} units, a week`,
      figure: figure.p50,
      limit: limit.p50,
      unit: 'ms',
      bound: 'most',
      target: 1.3,
    }),
    boundFigure({
      name: `ranking of ${DEPARTMENTS} units, a week, p99`,
      figure: figure.p99,
      limit: limit.p99,
      unit: 'ms',
      most: 300,
    }),
  ];
}

const READER = 'nieshuchen';
