import { resolve } from 'node:path';
import { z } from 'zod';

/**
 * Every setting of the program, read from the environment in this one place. All are optional; what each means stands
 * in the README. An unusable value stops the start with a sentence that names the setting.
 */
const Settings = z.object({
  DUBAN_PORT: z.coerce.number().int().min(0).max(65535).default(4100),
  DUBAN_HOST: z.string().min(1).default('127.0.0.1'),
  DUBAN_DATA: z.string().min(1).default('./.duban'),
  DUBAN_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DUBAN_FILES: z.string().min(1).optional(),
  DUBAN_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
});

export type Config = {
  readonly port: number;
  readonly host: string;
  /** absolute path of the data folder */
  readonly dataFolder: string;
  /** where browsers reach the server, when it stands behind a proxy; decides whether cookies are `Secure` */
  readonly origin: string | null;
  /** absolute path of the folder that holds attachments and source documents */
  readonly filesFolder: string;
  readonly logLevel: z.output<typeof Settings>['DUBAN_LOG'];
  /** null: standard output. A person at a terminal gets a file instead, so that the address stays in sight */
  readonly logFile: string | null;
  /** null: the embedded PostgreSQL in the data folder */
  readonly databaseUrl: string | null;
};

/** A setting that cannot be used. The message names it; the program prints it and stops. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = Settings.safeParse(environment);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new SettingError(`${String(issue?.path[0])}: ${issue?.message} / 设置无效`);
  }
  const settings = parsed.data;
  const dataFolder = resolve(settings.DUBAN_DATA);
  return {
    port: settings.DUBAN_PORT,
    host: settings.DUBAN_HOST,
    dataFolder,
    origin: settings.DUBAN_ORIGIN ?? null,
    filesFolder: resolve(settings.DUBAN_FILES ?? `${dataFolder}/files`),
    logLevel: settings.DUBAN_LOG,
    logFile: process.stdout.isTTY ? `${dataFolder}/duban.log` : null,
    databaseUrl: settings.DATABASE_URL ?? null,
  };
}
