import { createHash, randomBytes } from 'node:crypto';
import { copyText, type Template } from './templates.ts';

/**
 * A case like a template, whole weeks earlier, in other departments: a row and a history that agree with each other,
 * the history with its own hash chain.
 */
export type Clone = { readonly row: string; readonly history: readonly string[] };

export type CloneOf = {
  readonly template: Template;
  readonly jurisdictionId: string;
  readonly number: string;
  readonly weeksBack: number;
  /** departments that occur in the template, each with the one that takes its place */
  readonly departments: ReadonlyMap<string, string>;
};

const WEEK = 7n * 24n * 3600n * 1_000_000n;

export function cloneCase({ template, jurisdictionId, number, weeksBack, departments }: CloneOf): Clone {
  const days = weeksBack * 7;
  const firstAt = template.history[0]!.microseconds - BigInt(weeksBack) * WEEK;
  const id = timeOrderedId(Number(firstAt / 1000n));
  const change = (text: string): string => {
    const moved = days === 0 ? text : text.replace(DATE, (date) => shiftedDate(date, days));
    let changed = moved.replaceAll(template.id, id).replaceAll(template.number, number);
    for (const [from, to] of departments) changed = changed.replaceAll(from, to);
    return changed;
  };
  let previous: Buffer<ArrayBufferLike> = Buffer.alloc(32);
  const history = template.history.map(({ sequence, type, data, actorId, unitId, at, microseconds }) => {
    const unit = unitId && (departments.get(unitId) ?? unitId);
    const fact = {
      data: change(data),
      at: change(at),
      microseconds: microseconds - BigInt(weeksBack) * WEEK,
    };
    const hashed = `["${jurisdictionId}", "case", "${id}", ${sequence}, "${type}", ${fact.data}, ${quoted(actorId)}, ${quoted(unit)}, ${fact.microseconds}]`;
    const hash = createHash('sha256').update(previous).update(hashed).digest();
    const line = [jurisdictionId, 'case', id, String(sequence), type, fact.data, actorId, unit, fact.at];
    const hashes = [previous, hash].map((bytes) => `\\\\x${bytes.toString('hex')}`);
    previous = hash;
    return `${[...line.map(copyText), ...hashes].join('\t')}\n`;
  });
  return { row: `${change(template.row)}\n`, history };
}

const quoted = (id: string | null) => (id === null ? 'null' : `"${id}"`);

/** A date by itself or at the head of an instant; in an id such digits stand between other hexadecimal ones. */
const DATE = /(?<![\da-f-])20\d\d-[01]\d-[0-3]\d(?=[T "\\\t,}]|$)/g;

const shifted = new Map<string, string>();

function shiftedDate(date: string, daysBack: number): string {
  const key = `${date} ${daysBack}`;
  const known = shifted.get(key);
  if (known) return known;
  const moved = Temporal.PlainDate.from(date).subtract({ days: daysBack }).toString();
  shifted.set(key, moved);
  return moved;
}

/** UUIDv7 of a moment. @param milliseconds since 1970 */
function timeOrderedId(milliseconds: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
