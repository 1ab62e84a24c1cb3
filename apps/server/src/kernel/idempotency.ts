import { createHash } from 'node:crypto';
import type { Tx } from './database.ts';
import { problem } from './problem.ts';

/** A command as the caller named it: who, under which key, doing what. */
export type CommandKey = {
  readonly caller: string;
  readonly key: string;
  readonly endpoint: string;
  readonly requestHash: Buffer;
};

export function commandKey(
  caller: string,
  key: string,
  endpoint: string,
  input: unknown,
  file?: Uint8Array,
): CommandKey {
  const hash = createHash('sha256').update(endpoint).update('\0').update(JSON.stringify(input));
  if (file) hash.update('\0').update(file);
  return { caller, key, endpoint, requestHash: hash.digest() };
}

/** The reply that this key already led to, or null. Another request under the same key is refused. */
export async function recordedReply(tx: Tx, command: CommandKey): Promise<{ reply: unknown } | null> {
  const row = await tx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'reply'])
    .where('caller', '=', command.caller)
    .where('key', '=', command.key)
    .executeTakeFirst();
  if (!row) return null;
  if (!command.requestHash.equals(row.request_hash)) throw problem('request.key_reused');
  return { reply: row.reply ?? undefined };
}

/**
 * Records the reply under its key. When two requests with the same key run at once, the second fails here on the
 * primary key at the latest, its transaction is undone, and it is answered with the first one's reply.
 */
export async function recordReply(tx: Tx, command: CommandKey, reply: unknown): Promise<void> {
  await tx
    .insertInto('idempotency_keys')
    .values({
      caller: command.caller,
      key: command.key,
      endpoint: command.endpoint,
      request_hash: command.requestHash,
      reply: reply === undefined ? null : JSON.stringify(reply),
    })
    .execute();
}
