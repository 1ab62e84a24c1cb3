import { calendarModule } from './calendar/module.ts';
import { campaignsModule } from './campaigns/module.ts';
import { casesModule } from './cases/module.ts';
import type { Module } from './kernel/module.ts';
import { upkeepModule } from './kernel/upkeep.ts';
import { mandatesModule } from './mandates/module.ts';
import { organisationModule } from './organisation/module.ts';
import { promisesModule } from './promises/module.ts';
import { rankingsModule } from './rankings/module.ts';
import { targetsModule } from './targets/module.ts';

/** The server, slice by slice. */
export const modules: readonly Module[] = [
  upkeepModule,
  calendarModule,
  campaignsModule,
  casesModule,
  mandatesModule,
  organisationModule,
  promisesModule,
  rankingsModule,
  targetsModule,
];
