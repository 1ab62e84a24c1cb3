import { refuse, type Refusal } from '@duban/kit/refusal';
import { GREATEST_SIZE } from './limits.ts';
import type { CrewActivity, CrewLink, CrewProject } from './project.ts';

/**
 * Reads the single-mode format `.sm` of PSPLIB (Kolisch & Sprecher 1997, EJOR 96:205-216): sections divided by lines of
 * asterisks, each under its own heading. The jobs keep their numbers as ids, source and sink included; the resources
 * become crews `R 1`, `R 2` …. Only renewable resources and one mode exist in it; anything else is refused.
 *
 * @returns a refusal `crew_schedule.unreadable` with the line (from 1) and what was wanted there
 */
export function parsePsplib(text: string): CrewProject | Refusal {
  try {
    return read(new Lines(text));
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal;
    throw error;
  }
}

class Unreadable extends Error {
  readonly refusal: Refusal;
  constructor(line: number, wanted: string, found: string) {
    super(wanted);
    this.refusal = refuse('crew_schedule.unreadable', { line, wanted, found: found.trim().slice(0, 60) });
  }
}

/** The lines of the file with a place in them. Whatever is refused names the line it was found in. */
class Lines {
  readonly #lines: readonly string[];
  #next = 0;

  constructor(text: string) {
    this.#lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  }

  /** @throws Unreadable when the file ends before */
  skipTo(heading: RegExp, wanted: string): string {
    while (this.#next < this.#lines.length) {
      const line = this.#lines[this.#next++]!;
      if (heading.test(line)) return line;
    }
    throw new Unreadable(this.#lines.length, wanted, '');
  }

  line(wanted: string): string {
    const line = this.#lines[this.#next];
    if (line === undefined) throw new Unreadable(this.#lines.length, wanted, '');
    this.#next++;
    return line;
  }

  numbers(wanted: string): number[] {
    const words = this.line(wanted).trim().split(/\s+/);
    if (!words.every((word) => /^\d{1,9}$/.test(word))) throw this.wrong(wanted);
    return words.map(Number);
  }

  /** about the line that was read last */
  wrong(wanted: string): Unreadable {
    return new Unreadable(this.#next, wanted, this.#lines[this.#next - 1] ?? '');
  }
}

function read(lines: Lines): CrewProject {
  const jobs = count(lines, /^\s*jobs\b/i, 'jobs (incl. supersource/sink ): N');
  if (jobs < 1 || jobs > GREATEST_SIZE) throw lines.wrong(`1–${GREATEST_SIZE} jobs`);
  const crews = count(lines, /renewable/i, '- renewable : N');
  for (const kind of ['nonrenewable', 'doubly constrained']) {
    if (count(lines, new RegExp(kind, 'i'), `- ${kind} : 0`) !== 0) throw lines.wrong(`- ${kind} : 0`);
  }
  lines.skipTo(/^\s*PRECEDENCE RELATIONS/i, 'PRECEDENCE RELATIONS:');
  lines.line('jobnr. #modes #successors successors');
  const links = Array.from({ length: jobs }, (_, at) => successorsOf(lines, at + 1, jobs)).flat();
  lines.skipTo(/^\s*REQUESTS\/DURATIONS/i, 'REQUESTS/DURATIONS:');
  lines.line('jobnr. mode duration R 1 …');
  lines.line('--------');
  const activities = Array.from({ length: jobs }, (_, at) => activityOf(lines, at + 1, crews));
  lines.skipTo(/^\s*RESOURCE ?AVAILABILITIES/i, 'RESOURCEAVAILABILITIES:');
  lines.line('R 1 R 2 …');
  const wanted = `${crews} × capacity`;
  const capacities = crews === 0 ? [] : lines.numbers(wanted);
  if (capacities.length !== crews) throw lines.wrong(wanted);
  return { activities, crews: capacities.map((capacity, crew) => ({ id: crewId(crew), capacity })), links };
}

function count(lines: Lines, heading: RegExp, wanted: string): number {
  const found = /:\s*(\d{1,9})\b/.exec(lines.skipTo(heading, wanted));
  if (found === null) throw lines.wrong(wanted);
  return Number(found[1]);
}

function successorsOf(lines: Lines, job: number, jobs: number): CrewLink[] {
  const wanted = `${job} 1 #successors successors…`;
  const [number, modes, announced, ...successors] = lines.numbers(wanted);
  if (number !== job) throw lines.wrong(wanted);
  if (modes !== 1) throw lines.wrong(`job ${job}: 1 mode`);
  if (announced !== successors.length) throw lines.wrong(`job ${job}: ${announced ?? 0} successors`);
  if (successors.some((to) => to < 1 || to > jobs)) throw lines.wrong(`job ${job}: successors 1–${jobs}`);
  return successors.map((to) => ({ from: String(job), to: String(to) }));
}

function activityOf(lines: Lines, job: number, crews: number): CrewActivity {
  const wanted = `${job} 1 duration + ${crews} × demand`;
  const [number, mode, duration, ...amounts] = lines.numbers(wanted);
  if (number !== job || mode !== 1 || duration === undefined || amounts.length !== crews) throw lines.wrong(wanted);
  const demands = Object.fromEntries(amounts.flatMap((amount, crew) => (amount > 0 ? [[crewId(crew), amount]] : [])));
  return { id: String(job), duration, demands };
}

const crewId = (crew: number) => `R ${crew + 1}`;
