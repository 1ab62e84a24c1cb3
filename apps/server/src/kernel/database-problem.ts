import type { ProblemCode } from '@duban/contract/problems';
import { type Problem, problem } from './problem.ts';

/**
 * What PostgreSQL refuses becomes a Problem here and nowhere else: by constraint name where a slice has registered a
 * sentence for it, otherwise by SQLSTATE. Anything else is a defect and stays an exception.
 */
type DatabaseError = { readonly code: string; readonly constraint?: string; readonly detail?: string };

export type ConstraintProblems = Readonly<Record<string, ProblemCode>>;

export function databaseProblem(error: unknown, byConstraint: ConstraintProblems): Problem | null {
  if (!isDatabaseError(error)) return null;
  const constraint = error.constraint ?? '';
  // Two commands appended to one record at once: the later one decided on a state that is gone.
  if (constraint === 'history_pkey') return problem('record.stale');
  const registered = byConstraint[constraint];
  if (registered) return problem(registered);
  switch (error.code) {
    case '23505':
      return problem('record.duplicate', { field: constraint });
    case '23503':
    case '23514':
    case '23P01':
      return problem('record.refused', { constraint });
    case '40001':
    case '40P01':
    case '55P03':
      return problem('record.stale');
    // Values that no column can hold: a number or a day out of range, a NUL character.
    case '22003':
    case '22008':
      return problem('request.out_of_range');
    case '22021':
    case '22P05':
      return problem('request.invalid', { detail: 'U+0000' });
    default:
      return null;
  }
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)
  );
}
