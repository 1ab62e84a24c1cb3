import type { PersonRow } from '@duban/contract/people';
import type { Role } from '@duban/kit/actor';

/** What the address of the list of people holds. */
export type PeopleSearch = {
  unit?: string;
  role?: Role;
  state?: PersonRow['state'];
  text?: string;
};
