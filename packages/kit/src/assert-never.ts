/** Closes a `switch` over a union: a member that was forgotten is a type error, and at run time an exception. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
