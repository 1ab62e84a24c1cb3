import { resolve } from 'node:path';
import { z } from 'zod';

/**
 * Every setting of the program, read from the environment in this one place. All are optional; what each means stands
 * in the README. An empty value counts as not set, as a line `DUBAN_PORT=` in a file of settings means it. An unusable
 * one stops the start with a sentence that names the setting.
 */
const Settings = z.object({
  DUBAN_PORT: z.coerce.number().int().min(0).max(65535).default(4100),
  DUBAN_HOST: z.string().default('127.0.0.1'),
  DUBAN_DATA: z.string().default('./.duban'),
  DUBAN_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DUBAN_FILES: z.string().optional(),
  DUBAN_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DUBAN_MODEL_ADDRESS: z.url({ protocol: /^https?$/ }).optional(),
  DUBAN_MODEL_NAME: z.string().max(200).optional(),
  DUBAN_MODEL_KEY: z.string().optional(),
  DUBAN_MODEL_TIMEOUT: z.coerce.number().int().min(1).max(600).default(60),
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
  /** null, unless an address is set: then documents may be sent there */
  readonly languageModel: ModelConfig | null;
};

export type ModelConfig = {
  readonly address: string;
  readonly name: string;
  readonly key: string | null;
  readonly timeoutSeconds: number;
};

/** A setting that cannot be used. The message names it; the program prints it and stops. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = Settings.safeParse(Object.fromEntries(set));
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
    filesFolder: filesFolderOf(settings.DUBAN_FILES ?? `${dataFolder}/files`),
    logLevel: settings.DUBAN_LOG,
    logFile: process.stdout.isTTY ? `${dataFolder}/duban.log` : null,
    databaseUrl: settings.DATABASE_URL ?? null,
    languageModel: modelOf(settings),
  };
}

/** An address would be taken for the name of a folder, and whoever meant a store would find nothing in it. */
function filesFolderOf(place: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(place))
    throw new SettingError(
      'DUBAN_FILES: name a folder of this machine; S3 and other addresses are not supported yet / 请填本机目录，暂不支持 S3 等地址',
    );
  return resolve(place);
}

/** Half a setting would leave somebody in doubt whether documents leave the machine: it stops the start. */
function modelOf(settings: z.output<typeof Settings>): ModelConfig | null {
  const { DUBAN_MODEL_ADDRESS: address, DUBAN_MODEL_NAME: name, DUBAN_MODEL_KEY: key = null } = settings;
  if (address === undefined) {
    if (name !== undefined || key !== null)
      throw new SettingError('DUBAN_MODEL_ADDRESS: missing, though the model has a name or a key / 缺少模型地址');
    return null;
  }
  if (name === undefined)
    throw new SettingError('DUBAN_MODEL_NAME: missing, though the model has an address / 缺少模型名称');
  const { username, password, search, hash } = new URL(address);
  if (username + password + search + hash !== '')
    throw new SettingError(
      'DUBAN_MODEL_ADDRESS: no account, question mark or # in it; a key goes to DUBAN_MODEL_KEY / 地址中不得带账号或参数',
    );
  return { address, name, key, timeoutSeconds: settings.DUBAN_MODEL_TIMEOUT };
}
