import { parseArgs } from 'node:util';

/** What `npm run bench` was asked for. */
export type Wanted = {
  /** empty: every row */
  readonly names: readonly string[];
  readonly cases: number;
  /** seconds of load in one measurement */
  readonly seconds: number;
  readonly json: boolean;
  /** a data folder that is kept and used again; null: a new one that is removed */
  readonly folder: string | null;
  /** PSPLIB instances for the row `crews`; null: our own */
  readonly instances: string | null;
};

export const USAGE = `npm run bench -- [name …] [--cases N] [--seconds S] [--folder DIR] [--instances DIR] [--json]
  --cases      cases in the ledger for the rows that read it (1000000)
  --seconds    length of one measurement (4)
  --folder     keep the data there, and use what is there already
  --instances  PSPLIB files and best-known.csv for the row crews, instead of our own projects
  --json       one JSON document instead of the table`;

/** @throws Error with the usage for arguments that mean nothing */
export function readArguments(args: readonly string[], known: readonly string[]): Wanted {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      cases: { type: 'string', default: '1000000' },
      seconds: { type: 'string', default: '4' },
      folder: { type: 'string' },
      instances: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown) throw new Error(`no such row: ${unknown} (${known.join(', ')})\n${USAGE}`);
  return {
    names: positionals,
    cases: wholeNumber('cases', values.cases, 10_000_000),
    seconds: wholeNumber('seconds', values.seconds, 600),
    json: values.json,
    folder: values.folder ?? null,
    instances: values.instances ?? null,
  };
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) throw new Error(`--${name}: 1 to ${most}\n${USAGE}`);
  return value;
}
