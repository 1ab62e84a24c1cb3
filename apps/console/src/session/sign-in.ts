import { createSignIn } from '@duban/contract/sign-in';
import { headers, watchedFetch } from '../data/client.ts';

/** Signing in and out, the second factor; refusals are Problems like everywhere else. */
export const signIn = createSignIn({ fetch: watchedFetch, headers });
