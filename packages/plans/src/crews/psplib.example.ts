import type { CrewProject } from './project.ts';

/**
 * A project in PSPLIB's single-mode format, for tests. The format knows finish-to-start links without lags,
 * constant crews and nothing else: more than that is not written, so only projects like generated ones belong here.
 */
export function writePsplib({ activities, crews, links }: CrewProject): string {
  const stars = '*'.repeat(72);
  const number = new Map(activities.map(({ id }, at) => [id, at + 1]));
  const successors = activities.map(({ id }) =>
    links.filter(({ from }) => from === id).map(({ to }) => number.get(to)!),
  );
  const demandsOf = (at: number) => crews.map(({ id }) => activities[at]!.demands?.[id] ?? 0);
  return [
    stars,
    'projects                      :  1',
    `jobs (incl. supersource/sink ):  ${activities.length}`,
    `horizon                       :  ${activities.reduce((sum, { duration }) => sum + duration, 0)}`,
    'RESOURCES',
    `  - renewable                 :  ${crews.length}   R`,
    '  - nonrenewable              :  0   N',
    '  - doubly constrained        :  0   D',
    stars,
    'PRECEDENCE RELATIONS:',
    'jobnr.    #modes  #successors   successors',
    ...successors.map((of, at) => [at + 1, 1, of.length, ...of].join('  ')),
    stars,
    'REQUESTS/DURATIONS:',
    `jobnr. mode duration ${crews.map((_, crew) => ` R ${crew + 1}`).join('')}`,
    '-'.repeat(72),
    ...activities.map(({ duration }, at) => [at + 1, 1, duration, ...demandsOf(at)].join('  ')),
    stars,
    'RESOURCEAVAILABILITIES:',
    crews.map((_, crew) => `  R ${crew + 1}`).join(''),
    crews.map(({ capacity }) => capacity).join('  '),
    stars,
    '',
  ].join('\n');
}
