import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/**
 * Files kept by what they contain: the SHA-256 is the name, so the same picture is kept once, a file never changes, and
 * any change behind the program's back shows. A file is complete on disk before anything refers to it; one that nothing
 * came to refer to is only a waste of space.
 */
export type ContentStore = {
  /** @returns the SHA-256 of the bytes */
  put(bytes: Uint8Array): Promise<Buffer>;
  /** @returns null when the file is not there, whoever took it away */
  read(sha256: Uint8Array): Promise<Readable | null>;
  /** is the file there, and still what its name says? */
  isWhole(sha256: Uint8Array): Promise<boolean>;
};

export function contentStoreIn(folder: string): ContentStore {
  const pathOf = (name: string) => join(folder, name.slice(0, 2), name);
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest();
      const path = pathOf(sha256.toString('hex'));
      if (await exists(path)) return sha256;
      await mkdir(join(path, '..'), { recursive: true });
      const draft = `${path}.${randomUUID()}.draft`;
      const file = await open(draft, 'wx', 0o640);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
      return sha256;
    },
    async read(sha256) {
      const path = pathOf(Buffer.from(sha256).toString('hex'));
      return (await exists(path)) ? createReadStream(path) : null;
    },
    async isWhole(sha256) {
      const path = pathOf(Buffer.from(sha256).toString('hex'));
      if (!(await exists(path))) return false;
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
      return hash.digest().equals(sha256);
    },
  };
}

let current: ContentStore | null = null;

/** Set once at the start, from the settings. */
export function useContentStore(store: ContentStore): void {
  current = store;
}

/** @throws Error when the program was started without one */
export function contentStore(): ContentStore {
  if (!current) throw new Error('no content store: call useContentStore at the start');
  return current;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}
