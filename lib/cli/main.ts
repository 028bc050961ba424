import { nearestName } from '#lib/domain/stats/nearest-name.ts';
import { AppError, isAppError } from '#lib/domain/errors.ts';
import { calculate, calculateOptions } from './calculate-command.ts';
import { check, checkOptions } from './check-command.ts';
import { readArguments, type Given, type Options } from './command-line.ts';
import { decisions, decisionsOptions } from './decisions-command.ts';
import { diff, diffOptions } from './diff-command.ts';
import { HELP } from './help-text.ts';
import { init, initOptions } from './init-command.ts';
import { render, renderOptions } from './render-command.ts';
import { programVersion } from './version.ts';

interface Command {
  readonly options: Options;
  readonly run: (given: Given) => number | Promise<number>;
}

const write = (bytes: string | Uint8Array): void => void process.stdout.write(bytes);

const commands: Readonly<Record<string, Command>> = {
  check: { options: checkOptions, run: (given) => check(given, write) },
  render: { options: renderOptions, run: (given) => render(given, write) },
  init: { options: initOptions, run: (given) => init(given, write) },
  diff: { options: diffOptions, run: (given) => diff(given, write) },
  decisions: { options: decisionsOptions, run: (given) => decisions(given, write) },
  calc: { options: calculateOptions, run: (given) => calculate(given, write) },
  schema: { options: { values: [] }, run: printSchema },
};

/** @returns the exit code: 0, 1 with findings that are errors or files that differ, 2 when something cannot be read or is not valid */
async function main([name, ...words]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    write(HELP);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    write(`${programVersion()}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw unknownCommand(name);
  const given = readArguments(name, words, command.options);
  if (given.flags.has('help')) {
    write(HELP);
    return 0;
  }
  return command.run(given);
}

async function printSchema({ files }: Given): Promise<number> {
  if (files.length > 0) throw new AppError('bad-input', 'schema takes no file.');
  const { jsonSchema } = await import('#lib/domain/worksheets/json-schema.ts');
  write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return 0;
}

function unknownCommand(name: string): AppError {
  const near = nearestName(name, Object.keys(commands));
  const wayOut = near === undefined ? 'See plumbline --help.' : `Did you mean ${near}?`;
  return new AppError('bad-input', `There is no command ‘${name}’. ${wayOut}`);
}

// A reader that has seen enough, such as head, closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exitCode = error.code === 'EPIPE' ? (process.exitCode ?? 0) : 2;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const sentence = isAppError(error)
    ? error.message
    : `Unexpected failure: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  process.stderr.write(`plumbline: ${sentence}\n`);
  process.exitCode = 2;
}
