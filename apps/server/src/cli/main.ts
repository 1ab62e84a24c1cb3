import { SettingError } from '../kernel/config.ts';
import { MigrationError } from '../kernel/migrate.ts';
import { DataFolderHeld } from '../adapters/data-folder-lock.ts';
import { verbs } from './verbs.ts';

/** `duban <verb>`: the same program as the server, from the shell. */
const [name, ...args] = process.argv.slice(2);
const verb = verbs.find((candidate) => candidate.name === name);

if (!verb) {
  const help = verbs.map(({ usage, summary }) => `  duban ${usage}\n      ${summary}`).join('\n');
  const asked = name === undefined || name === 'help' || name === '--help' || name === '-h';
  (asked ? console.log : console.error)(asked ? help : `没有这个命令 / no such verb: ${name}\n${help}`);
  process.exitCode = asked ? 0 : 2;
} else {
  try {
    const run = await verb.load();
    const { output, exitCode } = await run(args);
    if (output)
      (exitCode === 0 ? process.stdout : process.stderr).write(output.endsWith('\n') ? output : `${output}\n`);
    process.exitCode = exitCode;
  } catch (error) {
    process.exitCode = 1;
    if (isExplained(error)) console.error(error.message);
    else console.error(error);
  }
}

/** Failures whose sentence already says what to do; everything else is shown with its trace. */
function isExplained(error: unknown): error is Error {
  if (error instanceof SettingError || error instanceof MigrationError || error instanceof DataFolderHeld) return true;
  const { code } = error as NodeJS.ErrnoException;
  return (
    error instanceof Error && code !== undefined && /^(ERR_PARSE_ARGS_|ENOENT$|EACCES$|EISDIR$|ENOTDIR$)/.test(code)
  );
}
