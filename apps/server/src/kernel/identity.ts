import type { Authenticate } from './mount.ts';

/** What the server needs from the slice that knows people: who sent a request, and the sign-in endpoints themselves. */
export type Identity = {
  readonly authenticate: Authenticate;
  /** serves `/api/auth/*` */
  readonly handle: (request: Request) => Promise<Response>;
};
