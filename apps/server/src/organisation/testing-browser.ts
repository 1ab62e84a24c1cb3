import { createClient } from '@duban/contract/client';
import { createSignIn } from '@duban/contract/sign-in';
import { randomUUID } from 'node:crypto';
import type { World } from '../testing/world.ts';

let addresses = 0;

/** A browser: keeps cookies, says where it is. Each stands at an address of its own. */
export function createBrowser(world: World, extra: Record<string, string> = {}) {
  addresses += 1;
  const address = `10.0.${addresses >> 8}.${addresses & 255}`;
  const jar = new Map<string, string>();
  const cookies: string[] = [];
  const doFetch: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    headers.set('origin', 'http://test');
    headers.set('host', 'test');
    headers.set('x-test-address', address);
    for (const [name, value] of Object.entries(extra)) headers.set(name, value);
    const reply = await world.fetchAs(null)(input, { ...init, headers });
    for (const line of reply.headers.getSetCookie()) {
      cookies.push(line);
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name!);
      else jar.set(name!, value!);
    }
    return reply;
  };
  const options = { origin: 'http://test', fetch: doFetch };
  return {
    address,
    ...createSignIn(options),
    ...createClient({ ...options, newKey: randomUUID }),
    fetch: doFetch,
    cookies,
    jar,
  };
}
