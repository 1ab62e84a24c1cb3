import type { Call, Endpoint, Reply } from '@duban/contract/endpoint';
import type { CastMember } from './cast.ts';

/**
 * How the demo acts on a server without being part of it: every change is a command that a named person gives at a
 * moment of the past, with the same checks as over HTTP. The server gives the demo a desk; nothing here writes a row.
 */
export type Desk = {
  /** One transaction for a run of commands; all of them happen or none. */
  work<Result>(work: (session: DeskSession) => Promise<Result>): Promise<Result>;
};

export type Acting = {
  /** an account of the cast or the staff */
  readonly as: string;
  readonly at: Temporal.Instant;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
};

export type DeskSession = {
  call<E extends Endpoint<any, any, any, any>>(endpoint: E, input: Call<E>, acting: Acting): Promise<Reply<E>>;
  /** What the program does by the clock, done at that moment; jobs are named as in their module. */
  runJob(name: string, at: Temporal.Instant): Promise<void>;
  /** What the command line does before anybody can sign in. @returns the id of the district */
  foundDistrict(district: NewDistrict, at: Temporal.Instant): Promise<string>;
  /** Somebody with a password, made by the program itself; the unit is named by its id. @returns the person's id */
  installPerson(
    member: CastMember,
    unitId: string,
    districtId: string,
    password: string,
    at: Temporal.Instant,
  ): Promise<string>;
};

export type NewDistrict = { readonly name: string; readonly shortName: string; readonly code: string };

/** @param done out of `total` units of work; `what` names the step, for a progress bar */
export type Progress = (done: number, total: number, what: string) => void;
