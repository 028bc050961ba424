import { AppError } from '#lib/domain/errors.ts';
import type { Json } from '#lib/domain/json.ts';
import { diffDrafts, type Difference } from '#lib/domain/worksheets/diff.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { canonicalJson } from '#lib/domain/worksheets/hashes.ts';
import { placeName } from '#lib/domain/documents/place-name.ts';
import type { Worksheet } from '#lib/domain/worksheets/all-sections.ts';
import { oneOf, type Given } from './command-line.ts';
import { readableFile } from './render-command.ts';

export const diffOptions = { values: ['format'] };

/**
 * Compares two worksheet files field by field; items of lists are told apart by their ids, wherever they stand.
 *
 * @returns 0 where they say the same, 1 where they differ
 * @throws AppError 'bad-input' for a file that is not valid, with its place
 */
export function diff({ files, values }: Given, write: (text: string) => void): number {
  const [before, after, ...others] = files;
  if (before === undefined || after === undefined || others.length > 0) {
    throw new AppError('bad-input', 'diff needs two files: plumbline diff BEFORE AFTER.');
  }
  const format = oneOf('--format', values['format'] ?? 'text', ['text', 'json']);
  const [old, now] = [readableFile(before), readableFile(after)];
  const found = [...besideSections(old.draft, now.draft), ...diffDrafts(old.draft, now.draft)];
  if (format === 'json') write(`${JSON.stringify({ before, after, differences: found }, null, 2)}\n`);
  else write(found.map((difference) => textOf(difference, old.worksheet, now.worksheet)).join('\n'));
  return found.length === 0 ? 0 : 1;
}

const BESIDE = ['title', 'stage', 'profile', 'custom', 'appendix', 'waivers', 'evidence'] as const;

/** What differs outside the sections; decisions one by one, by their numbers. */
function besideSections(old: DraftWorksheet, now: DraftWorksheet): Difference[] {
  const parts = BESIDE.map((key) => [key, asJson(old[key]), asJson(now[key])] as const);
  const numbers = new Set([...(old.decisions ?? []), ...(now.decisions ?? [])].map(({ number }) => Number(number)));
  const decision = (of: DraftWorksheet, number: number) => of.decisions?.find((each) => each['number'] === number);
  const decisions = [...numbers]
    .toSorted((one, other) => one - other)
    .map((number) => [`decisions.${number}`, asJson(decision(old, number)), asJson(decision(now, number))] as const);
  return [...parts, ...decisions].flatMap(([path, before, after]): Difference[] =>
    canonicalJson(before) === canonicalJson(after)
      ? []
      : [{ path, kind: before === null ? 'added' : after === null ? 'removed' : 'changed', before, after }],
  );
}

function asJson(value: unknown): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a draft holds nothing but JSON, which its optional parts hide
  return (value ?? null) as Json;
}

/** The path and its name, what went and what came, each line with its sign. */
function textOf({ path, kind, before, after }: Difference, old: Worksheet, now: Worksheet): string {
  const name = placeName(kind === 'removed' ? old : now, path);
  const note = kind === 'reordered' ? ' (in another order)' : '';
  const head = name === '' || name === path ? path : `${path}  ${name}`;
  return [`${head}${note}`, ...signed('-', before), ...signed('+', after), ''].join('\n');
}

function signed(sign: string, value: Json): string[] {
  if (value === null) return [];
  const words = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return words
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `${sign} ${line}`);
}
