import { calendarModule } from './calendar/module.ts';
import type { Module } from './kernel/module.ts';
import { organisationModule } from './organisation/module.ts';

/** The server, slice by slice. */
export const modules: readonly Module[] = [calendarModule, organisationModule];
