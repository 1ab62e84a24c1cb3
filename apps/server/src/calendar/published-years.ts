import { stateCouncilDays } from '@duban/calendar/state-council-years';

/** The years that the program knows by itself, below everything a jurisdiction lays over them. */
export const publishedYears = stateCouncilDays();
