import { COMMANDS } from './commands';
import type { Streams } from './commands/command';
import { EXIT, type ExitCode } from './exitCode';
import { Output } from './output';
import { programHelp } from './programHelp';
import { UsageError } from './usageError';
import { packageVersion } from './version';
import { visible } from './visible';

/** Carries out a command line, given without the program's own name. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  const streams = { out: new Output(process.stdout), err: new Output(process.stderr) };
  let code: ExitCode;
  try {
    code = await dispatch(args, streams);
  } catch (error) {
    code = EXIT.unusable;
    const lines = sentenceOf(error).split('\n');
    await streams.err.write(`flowlog: ${lines.map(visible).join('\n')}\n`);
  }
  await streams.out.flush();
  if (streams.out.failure) {
    code = EXIT.unusable;
    await streams.err.write(`flowlog: cannot write: ${visible(streams.out.failure.message)}\n`);
  }
  await streams.err.flush();
  return code;
}

async function dispatch(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const [first, ...rest] = args;
  if (first === undefined) {
    await streams.err.write(programHelp(COMMANDS));
    return EXIT.unusable;
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    const asked = COMMANDS.find(({ name }) => name === rest[0]);
    if (asked) return asked.run(['--help'], streams);
    await streams.out.write(programHelp(COMMANDS));
    return EXIT.clean;
  }
  if (first === '--version' || first === '-v') {
    await streams.out.write(`${packageVersion()}\n`);
    return EXIT.clean;
  }
  const command = COMMANDS.find(({ name }) => name === first);
  if (command) return command.run(rest, streams);
  const names = COMMANDS.map(({ name }) => name).join(', ');
  throw new UsageError(
    first.startsWith('-')
      ? `there is no option "${first}" before a command.`
      : `there is no command "${first}". There is: ${names}.`,
  );
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof UsageError)) {
    return `unexpected failure: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  const more = error.command === undefined ? '' : ` ${error.command}`;
  return `${error.message} See "flowlog${more} --help".`;
}
