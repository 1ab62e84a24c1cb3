import { type Client, createClient } from '@duban/contract/client';
import { type CastAccount, demoPassword } from '@duban/demo/cast';
import chromium from '@sparticuz/chromium';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium as playwright, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { browserProgram } from './browser-program.ts';
import { copyFolder, makeFolder, removeFolder, type StartedServer, startServer } from './server.ts';

/**
 * One test file's own server and browser. Pages are driven as a person would: by role and label, never by class names
 * or positions; the interface language is chosen per context.
 */
export type Stage = {
  readonly origin: string;
  /** a fresh browser context that is signed in */
  signedIn(account: CastAccount, of?: ContextOptions): Promise<Page>;
  /** a fresh browser context that is not */
  visitor(of?: ContextOptions): Promise<Page>;
  /** the typed client over HTTP, signed in */
  client(account: CastAccount): Promise<Client>;
};

export type ContextOptions = { readonly viewport?: 'desktop' | 'phone'; readonly locale?: 'zh-CN' | 'en' };

export const viewports = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

/**
 * Call it at the top of a test file.
 *
 * @param settings of the server, asked for just before it starts
 */
export function stage(settings: () => Promise<Readonly<Record<string, string>>> = async () => ({})): Stage {
  let folder: string;
  let server: StartedServer;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    folder = makeFolder();
    const data = join(folder, 'data');
    copyFolder(inject('templateFolder'), data);
    server = await startServer(data, await settings());
    browser = await playwright.launch({
      executablePath: await browserProgram(),
      args: [...chromium.args.filter((flag) => !unwanted.includes(flag)), '--no-sandbox'],
      headless: true,
    });
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser?.close();
    await server?.stop();
    removeFolder(folder);
  });

  const visitor = async ({ viewport = 'desktop', locale = 'zh-CN' }: ContextOptions = {}): Promise<Page> => {
    const phone = viewport === 'phone';
    const context = await browser.newContext({
      baseURL: server.origin,
      viewport: viewports[viewport],
      locale,
      timezoneId: 'Asia/Shanghai',
      isMobile: phone,
      hasTouch: phone,
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return page;
  };

  return {
    get origin() {
      return server.origin;
    },
    visitor,
    async signedIn(account, of) {
      const page = await visitor(of);
      await page.context().addCookies(cookiesOf(await signIn(server.origin, account), server.origin));
      return page;
    },
    async client(account) {
      const cookies = await signIn(server.origin, account);
      const cookie = cookies.map(([name, value]) => `${name}=${value}`).join('; ');
      return createClient({ origin: server.origin, headers: () => ({ cookie, origin: server.origin }) });
    },
  };
}

/** Made for functions in a cloud: they would end the browser with its first context, and weaken what is tested. */
const unwanted = ['--single-process', '--no-zygote', '--disable-web-security', '--allow-running-insecure-content'];

type Cookie = readonly [name: string, value: string];

/** Signs in over HTTP, as the page does; the page itself is tested by the journeys that begin on it. */
async function signIn(origin: string, account: string): Promise<Cookie[]> {
  const response = await fetch(`${origin}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ username: account, password: demoPassword }),
  });
  if (!response.ok) throw new Error(`${account} could not sign in: ${response.status} ${await response.text()}`);
  return response.headers.getSetCookie().map((line) => {
    const [pair] = line.split(';');
    const at = pair!.indexOf('=');
    return [pair!.slice(0, at), pair!.slice(at + 1)] as const;
  });
}

const cookiesOf = (cookies: readonly Cookie[], url: string): { name: string; value: string; url: string }[] =>
  cookies.map(([name, value]) => ({ name, value, url }));
