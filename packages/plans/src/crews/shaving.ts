import type { Windows } from './time-windows.ts';

/**
 * Proof by trying the borders of windows (shaving: Carlier & Pinson 1994, EJOR 78:146-161; Martin & Shmoys 1996): if an
 * activity cannot start in the first part of its window, that part is cut off, and the same from behind; a window that
 * is cut off altogether refutes the makespan. Parts are halved until nothing gives way.
 *
 * @param windows narrowed for `makespan` already
 * @param goesOn asked before every attempt; when it says no, nothing is proved
 */
export function shaved(windows: Windows, makespan: number, goesOn: () => boolean): boolean {
  const { earliest, latest } = windows;
  const before = { earliest: earliest.slice(), latest: latest.slice() };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let cut = false;
    for (let activity = 0; activity < earliest.length; activity++) {
      for (const front of [true, false]) {
        let width = (latest[activity]! - earliest[activity]!) >> 1;
        while (width >= 1) {
          if (!goesOn()) return false;
          before.earliest.set(earliest);
          before.latest.set(latest);
          if (front) latest[activity] = earliest[activity]! + width - 1;
          else earliest[activity] = latest[activity]! - width + 1;
          const impossible = windows.refuted(makespan);
          earliest.set(before.earliest);
          latest.set(before.latest);
          if (!impossible) {
            width >>= 1;
            continue;
          }
          cut = true;
          if (front) earliest[activity]! += width;
          else latest[activity]! -= width;
          if (windows.refuted(makespan)) return true;
          width = Math.min(width, (latest[activity]! - earliest[activity]!) >> 1);
        }
      }
    }
    if (!cut) return false;
  }
  return false;
}

const MOST_ROUNDS = 5;
