import { type Random, randomFrom } from '../crews/random.ts';

/** What was done between two readings. @property days working days, at least 1 @property gained may be negative */
export type Stretch = { readonly days: number; readonly gained: number };

export type Simulation = {
  readonly stretches: readonly Stretch[];
  /** what is still to be done, 0 or more */
  readonly rest: number;
  /** working days until the date; negative when it is past */
  readonly workingDays: number;
  /** working days at which the gain is noted, ascending */
  readonly curveAt: readonly number[];
  readonly seed: number;
  readonly weighings: number;
  readonly futuresEach: number;
};

export type SimulatedFutures = {
  /** by weighing, the share of futures finished in time */
  readonly shares: Float64Array;
  /** by future, working days until everything is done; infinite when it is not in sight */
  readonly finishes: Float64Array;
  /** by day of the curve, what each future has gained */
  readonly curves: readonly Float64Array[];
};

/** Ten years: who is not done by then is not in sight of it. */
const HORIZON_DAYS = 2500;

export function simulate(of: Simulation): SimulatedFutures {
  const { weighings, futuresEach, workingDays, curveAt, stretches } = of;
  const random = randomFrom(of.seed);
  const shares = new Float64Array(weighings);
  const finishes = new Float64Array(weighings * futuresEach);
  const curves = curveAt.map(() => new Float64Array(weighings * futuresEach));
  // Who never gained anything is not followed for ten years to learn that nothing comes of it.
  const horizon = stretches.some(({ gained }) => gained > 0) ? HORIZON_DAYS : (curveAt.at(-1) ?? 0);
  const bounded = { ...of, horizon };
  for (let weighing = 0; weighing < weighings; weighing++) {
    const upTo = randomWeights(stretches.length, random);
    let inTime = 0;
    for (let each = 0; each < futuresEach; each++) {
      const future = weighing * futuresEach + each;
      const days = oneFuture(bounded, upTo, random, curves, future);
      finishes[future] = days;
      if (days <= workingDays) inTime++;
    }
    shares[weighing] = inTime / futuresEach;
  }
  return { shares, finishes, curves };
}

/** Weights that add up to 1, all splits equally likely (gaps of the Dirichlet distribution), summed up for drawing. */
function randomWeights(count: number, random: Random): Float64Array {
  const upTo = new Float64Array(count);
  let sum = 0;
  for (let at = 0; at < count; at++) upTo[at] = sum += -Math.log(1 - random.share());
  for (let at = 0; at < count; at++) upTo[at]! /= sum;
  return upTo;
}

/** @returns working days until the rest is done, in fractions of a stretch */
function oneFuture(
  { stretches, rest, curveAt, horizon }: Simulation & { readonly horizon: number },
  upTo: Float64Array,
  random: Random,
  curves: readonly Float64Array[],
  future: number,
): number {
  let days = 0;
  let gained = 0;
  let noted = 0;
  let finish = rest === 0 ? 0 : Number.POSITIVE_INFINITY;
  while (days < horizon && (finish === Number.POSITIVE_INFINITY || noted < curves.length)) {
    const stretch = stretches[drawn(upTo, random)]!;
    if (finish === Number.POSITIVE_INFINITY && gained + stretch.gained >= rest) {
      finish = days + (stretch.days * (rest - gained)) / stretch.gained;
    }
    for (; noted < curves.length && curveAt[noted]! <= days + stretch.days; noted++) {
      const share = (curveAt[noted]! - days) / stretch.days;
      curves[noted]![future] = Math.min(rest, gained + stretch.gained * share);
    }
    days += stretch.days;
    gained = Math.min(rest, gained + stretch.gained);
  }
  for (; noted < curves.length; noted++) curves[noted]![future] = gained;
  return finish <= HORIZON_DAYS ? finish : Number.POSITIVE_INFINITY;
}

function drawn(upTo: Float64Array, random: Random): number {
  const share = random.share();
  for (let at = 0; at < upTo.length; at++) if (share < upTo[at]!) return at;
  return upTo.length - 1;
}
