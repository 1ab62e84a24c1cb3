import type { CrewProject, CrewSchedule } from '@duban/plans/crews/project';
import { scheduleCrews } from '@duban/plans/crews/schedule';
import bestKnown from '../crews/best-known.json' with { type: 'json' };
import { instancesIn } from '../crews/instance-folder.ts';
import { type Instance, ownInstances } from '../crews/instances.ts';
import type { Bench } from '../bench.ts';
import { boundFigure, type Figure } from '../figure.ts';

/** Of the thread's own time on a processor, so that a busy machine does not count as a slow method. */
const SECONDS = 2;
const SEED = 1;

/** Mean deviation from the best known makespan that is still good, in per cent. */
const targets: Readonly<Record<number, number>> = { 30: 0.1, 60: 1.5, 120: 4 };

/**
 * Schedules with limited crews, each searched for two seconds of one core, against the best makespan that is known for
 * it: of PSPLIB's instances with `--instances DIR`, and otherwise of our own, where the best known is proved shortest or
 * what a search of thirty seconds found.
 */
export async function crews({ tell, instances }: Pick<Bench, 'tell' | 'instances'>): Promise<Figure[]> {
  const all = instances === null ? ownInstances(bestKnown) : instancesIn(instances);
  const sizes = Map.groupBy(all, ({ project }) => project.activities.length - 2);
  return [...sizes]
    .toSorted(([a], [b]) => a - b)
    .map(([size, of]) => {
      const proved = of.filter((instance) => instance.proved).length;
      const whose = instances === null ? 'of our own' : `in ${instances}`;
      tell(`crews: ${of.length} projects of ${size} activities ${whose}, ${proved} with a proved best`);
      const searched = of.map((instance) => measure(instance));
      const met = searched.filter(({ deviation }) => deviation <= 0).length;
      const optimal = searched.filter(({ found }) => found.optimal).length;
      tell(`crews: ${met} of ${of.length} reach the best known, ${optimal} proved shortest`);
      const mean = (100 * searched.reduce((sum, { deviation }) => sum + deviation, 0)) / of.length;
      return boundFigure({
        name: `crews, ${of.length} × ${size} activities, above best known`,
        figure: mean,
        unit: '%',
        most: targets[size] ?? 4,
      });
    });
}

function measure({ name, project, bestKnown: best }: Instance): { found: CrewSchedule; deviation: number } {
  if (best === null) throw new Error(`no best known makespan for ${name}`);
  const found = searchFor(project, SECONDS, SEED);
  return { found, deviation: found.makespan / best - 1 };
}

export function searchFor(project: CrewProject, seconds: number, seed: number): CrewSchedule {
  const began = process.threadCpuUsage();
  const found = scheduleCrews(project, {
    seed,
    mayGoOn() {
      const { user, system } = process.threadCpuUsage(began);
      return user + system < seconds * 1e6;
    },
  });
  if ('refused' in found) throw new Error(found.code);
  return found;
}
