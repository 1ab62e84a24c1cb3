/** What a verb of the command line gives back; printing and exiting are the frame's business. */
export type CommandResult = { readonly output: string; readonly exitCode: number };

/** A verb of `duban`. `load` keeps what other verbs need out of this one's start-up time. */
export type Verb = {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly load: () => Promise<(args: readonly string[]) => Promise<CommandResult> | CommandResult>;
};

export const done = (output: string): CommandResult => ({ output, exitCode: 0 });
export const failed = (output: string, exitCode = 1): CommandResult => ({ output, exitCode });
