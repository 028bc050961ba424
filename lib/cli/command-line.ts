import { parseArgs } from 'node:util';
import { AppError } from '#lib/domain/errors.ts';
import { nearestName } from '#lib/domain/stats/nearest-name.ts';

/** The options of a command: those that take a value, those that do not. */
export interface Options {
  readonly values: readonly string[];
  readonly flags?: readonly string[];
}

export interface Given {
  readonly files: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
}

const SHORT: Readonly<Record<string, string>> = { output: 'o', help: 'h' };

/**
 * Reads what follows a command.
 *
 * @throws AppError 'bad-input' with one sentence, and the nearest known option where one was mistyped
 */
export function readArguments(command: string, words: readonly string[], { values, flags = [] }: Options): Given {
  const known = [...values, ...flags, 'help'];
  const options = Object.fromEntries(
    known.map((name) => {
      const short = SHORT[name];
      return [
        name,
        {
          type: values.includes(name) ? ('string' as const) : ('boolean' as const),
          ...(short === undefined ? {} : { short }),
        },
      ];
    }),
  );
  const { tokens } = parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true });
  const found: { files: string[]; values: Record<string, string>; flags: Set<string> } = {
    files: [],
    values: {},
    flags: new Set(),
  };
  for (const token of tokens) {
    if (token.kind === 'positional') found.files.push(token.value);
    if (token.kind !== 'option') continue;
    if (!known.includes(token.name)) throw unknownOption(command, token.rawName, known);
    if (!values.includes(token.name)) {
      if (token.value !== undefined) throw new AppError('bad-input', `${token.rawName} takes no value.`);
      found.flags.add(token.name);
    } else if (token.value === undefined) {
      throw new AppError('bad-input', `${token.rawName} needs a value.`);
    } else if (token.name in found.values) {
      throw new AppError('bad-input', `${token.rawName} is given twice.`);
    } else {
      found.values[token.name] = token.value;
    }
  }
  return found;
}

/** @throws AppError 'bad-input' that lists the choices */
export function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  const near = nearestName(value, choices);
  const wayOut = near === undefined ? `Choose one of ${choices.join(', ')}.` : `Did you mean ${near}?`;
  throw new AppError('bad-input', `${name} cannot be ‘${value}’. ${wayOut}`);
}

function unknownOption(command: string, rawName: string, known: readonly string[]): AppError {
  const near = nearestName(rawName.replace(/^-+/, ''), known);
  const wayOut = near === undefined ? `See plumbline ${command} --help.` : `Did you mean --${near}?`;
  return new AppError('bad-input', `${command} has no option ${rawName}. ${wayOut}`);
}
