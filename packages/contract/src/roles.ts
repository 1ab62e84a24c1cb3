import type { Role } from '@duban/kit/actor';

/** Who may call an endpoint at all; what depends on the record's state is decided by the domain. */
export type Allow = 'public' | 'signed_in' | readonly Role[];
