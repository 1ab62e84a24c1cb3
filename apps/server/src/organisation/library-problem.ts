import { type Problem, problem } from '../kernel/problem.ts';
import { allowedFailures, lockMinutes } from './limits.ts';

/** What the identity library refuses with, as one of our Problems; null for what we never expect it to say. */
export function problemOfLibrary(code: unknown): Problem | null {
  switch (code) {
    case 'INVALID_USERNAME_OR_PASSWORD':
    case 'INVALID_EMAIL_OR_PASSWORD':
    // An account name that nobody could have is answered like one that nobody has.
    case 'INVALID_USERNAME':
    case 'USERNAME_TOO_SHORT':
    case 'USERNAME_TOO_LONG':
    case 'PASSWORD_TOO_LONG':
      return problem('session.wrong_password', { allowed: allowedFailures, minutes: lockMinutes });
    case 'ACCOUNT_CLOSED':
      return problem('account.closed');
    case 'NO_POSITION':
      return problem('session.no_position');
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return problem('session.wrong_code');
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'UNAUTHORIZED':
      return problem('session.code_expired');
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return problem('account.locked', { minutes: lockMinutes });
    case 'INVALID_PASSWORD':
      return problem('password.wrong');
    case 'TOTP_ALREADY_ENABLED':
      return problem('second_factor.already_set');
    case 'TOTP_NOT_ENABLED':
    case 'TWO_FACTOR_NOT_ENABLED':
    case 'BACKUP_CODES_NOT_ENABLED':
      return problem('second_factor.not_set');
    default:
      return null;
  }
}
