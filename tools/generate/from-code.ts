import { caseStateDocument } from '@duban/cases/state-diagram';
import pino from 'pino';
import { modules } from '../../apps/server/src/modules.ts';
import { permissionsTable } from './permissions.ts';
import { createServer } from '../../apps/server/src/kernel/server.ts';

/** Files that follow from the code alone: the OpenAPI description and the state diagrams. */
export async function generatedFromCode(): Promise<Map<string, string>> {
  return new Map([
    ['apps/server/generated/openapi.json', await openApi()],
    ['docs/permissions.md', permissionsTable()],
    ['docs/states/case.md', caseStateDocument()],
  ]);
}

async function openApi(): Promise<string> {
  const unused = () => Promise.reject(new Error('not served here'));
  const app = await createServer({
    modules,
    perform: unused,
    authenticate: unused,
    authHandler: unused,
    isReady: unused,
    log: pino({ level: 'silent' }),
    consoleFolder: null,
    origin: null,
  });
  await app.ready();
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`;
  await app.close();
  return text;
}
