import { reportCase } from '@duban/contract/cases';
import type { Call, Reply } from '@duban/contract/endpoint';
import { isInside, type Point } from '@duban/kit/point';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { connectBare, Recorder, replay, type Statement, substituted } from '../bare.ts';
import { type Figure, ratioFigure } from '../figure.ts';
import { inTurns, putLoad } from '../load.ts';
import type { Bench } from '../bench.ts';

/**
 * Reporting a case over HTTP: signed in, validated, under an idempotency key, with event and jobs; against the same
 * transaction from a bare client. Every case lies somewhere else in the district, as cases do: at one and the same
 * place they would all be offered as duplicates of each other.
 */
export async function casesWrite({ site, seconds, tell }: Bench): Promise<Figure[]> {
  const ground = await groundOf(site.databaseUrl);
  const recorder = new Recorder(site.databaseUrl);
  const samples: Sample[] = [];
  for (const classCode of ground.classCodes)
    samples.push(await sampleOf(recorder, reportAt(ground.place(), classCode)));
  await recorder.close();
  let made = 0;
  const another = () => {
    made += 1;
    const { statements, id, number, key, place } = samples[made % samples.length]!;
    const point = ground.place();
    return substituted(statements, [
      [id, randomUUID()],
      [number, `bench-${process.pid}-${made}`],
      [key, randomUUID()],
      [place.longitude, point.longitude],
      [place.latitude, point.latitude],
    ]);
  };
  const figures: Figure[] = [];
  for (const connections of [8, 32]) {
    tell(`cases-write, ${connections} connections`);
    const caller = await site.callerAs(REPORTER, connections);
    const clients = await connectBare(site.databaseUrl, connections);
    const { figure, limit } = await inTurns(
      3,
      () =>
        putLoad({
          connections,
          seconds,
          call: async (_, turn) => {
            const classCode = ground.classCodes[turn % ground.classCodes.length]!;
            await caller.send(reportCase, reportAt(ground.place(), classCode));
          },
        }),
      () => putLoad({ connections, seconds, call: (at) => replay(clients[at]!, another()) }),
    );
    caller.close();
    await Promise.all(clients.map((client) => client.end()));
    figures.push(
      ratioFigure({
        name: `cases-write, ${connections} connections`,
        figure: figure.perSecond,
        limit: limit.perSecond,
        unit: '/s',
        bound: 'least',
        target: 0.7,
      }),
    );
  }
  return figures;
}

const REPORTER = 'luwenqiao';
type Report = Call<typeof reportCase>;

/** One recorded transaction, with everything in it that the next one must not repeat. */
type Sample = {
  readonly statements: readonly Statement[];
  readonly id: string;
  readonly number: string;
  readonly key: string;
  readonly place: Point;
};

async function sampleOf(recorder: Recorder, report: Report): Promise<Sample> {
  const { statements, reply } = await recorder.record(REPORTER, reportCase, report);
  const { id, number } = reply as Reply<typeof reportCase>;
  return { statements, id, number, key: keyIn(statements), place: pointOf(report) };
}

function reportAt(point: Point, classCode: string): Report {
  return {
    title: '人行道破损积水',
    description: '人行道地砖破损约两平方米，雨后积水，影响通行。',
    classCode,
    place: { text: '临河路与青石街路口东侧', geometry: { type: 'point', crs: 'CGCS2000', ...point } },
    sourceChannel: 'patrol',
  };
}

function pointOf({ place }: Report): Point {
  if (place.geometry?.type !== 'point') throw new Error('the sample has a point');
  return place.geometry;
}

/** The idempotency key is the second value of the statement that keeps the reply. */
function keyIn(statements: readonly Statement[]): string {
  const kept = statements.find(({ text }) => /insert into .?idempotency_keys/.test(text));
  const key = kept?.values.find((value) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value));
  if (typeof key !== 'string') throw new Error('the recorded transaction keeps no idempotency key');
  return key;
}

/** Somewhere to put cases: a new point of the district at every call, and the classes that may be reported. */
async function groundOf(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const areas = await client.query<{ ring: [number, number][] }>(
    `select a.ring from areas a join units u on u.id = a.unit_id where u.kind = 'community' order by u.id`,
  );
  const classes = await client.query<{ class_code: string }>(
    'select distinct class_code from standards order by 1 limit 12',
  );
  await client.end();
  const rings = areas.rows.map(({ ring }) => ring.map(([longitude, latitude]) => ({ longitude, latitude })));
  const classCodes = classes.rows.map(({ class_code }) => class_code);
  return {
    classCodes,
    place(): Point {
      for (;;) {
        const ring = rings[Math.floor(Math.random() * rings.length)]!;
        const [west, east] = extent(ring.map(({ longitude }) => longitude));
        const [south, north] = extent(ring.map(({ latitude }) => latitude));
        const point = { longitude: between(west, east), latitude: between(south, north) };
        if (isInside(point, ring)) return point;
      }
    },
  };
}

const extent = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
const between = (from: number, to: number) => Number((from + Math.random() * (to - from)).toFixed(6));
