/** Limits of signing in. Documented in the security how-to; ASVS 4.0.3 V3.3.2 asks that they exist and are written down. */

/** A session ends for good, whatever is done in it. */
export const absoluteLimitHours = 12;
/** A session ends when nothing was done in it for so long. */
export const idleLimitMinutes = 120;
/** Failures in a row before an account is locked … */
export const allowedFailures = 5;
/** … and for how long. */
export const lockMinutes = 15;
/** How long a password lasts when the security administrator has set nothing (GB/T 22239-2019, 8.1.4.1: changed at times). */
export const defaultPasswordDays = 180;
