import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ingest } from './ingest.ts';

// Real documents are not part of the project. Where a folder with them lies beside it, they are read too.
const folder = fileURLToPath(new URL('../../../../shared/documents/', import.meta.url));
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
if (files.length === 0) process.stdout.write('left out: no folder ../shared/documents beside the project\n');

test('every real document beside the project goes through with an outline, twice the same, and stays as it is', async () => {
  for (const name of files) {
    const bytes = readFileSync(folder + name);
    const first = await ingest(bytes, name);
    if ('refused' in first) throw new Error(`${name}: ${first.code}`);
    expect(first.outline.length, name).toBeGreaterThan(0);
    expect(await ingest(bytes, name), name).toEqual(first);
    const again = await ingest(new TextEncoder().encode(first.text), name);
    if ('refused' in again) throw new Error(`${name}: ${again.code}`);
    expect(again.text, name).toBe(first.text);
  }
});
