import type { Figure } from './figure.ts';
import type { Site } from './site.ts';

/** What every row has at hand. */
export type Bench = {
  readonly site: Site;
  /** cases that the ledger shall hold for the rows that read it */
  readonly cases: number;
  readonly seconds: number;
  /** a folder of PSPLIB instances; null: our own */
  readonly instances: string | null;
  /** says on standard error what is being done */
  tell(what: string): void;
};

export type Row = (bench: Bench) => Promise<readonly Figure[]>;

/** A row that measures functions alone and needs no server. */
export type PureRow = (bench: Omit<Bench, 'site'>) => Promise<readonly Figure[]>;
