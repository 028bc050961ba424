import { MINUS } from '../../quantities/format-number.ts';
import { withUnitsJoined } from '../../quantities/units-joined.ts';
import { splitGuess } from '../../quantities/reading.ts';
import type { Worksheet } from '../../worksheets/all-sections.ts';
import { isQuantity, type ChoicesField, type Field } from '../../worksheets/definition.ts';
import { answerAt, fieldAtPath, itemIdsAt, parentPath, parsePath } from '../../worksheets/paths.ts';
import { referenceTargets } from '../../worksheets/reference-targets.ts';
import type { Read } from '../reader.ts';

const LONGEST = 80;

/** An answer as people read it: '0.2 %' for '~0.2%', the words of a choice, the beginning of a long text. */
export function shownValue(worksheet: Worksheet, read: Pick<Read, 'path' | 'answer'>): string {
  const { answer } = read;
  const field = fieldAtPath(read.path);
  if (field?.kind === 'list') return shownList(itemIdsAt(worksheet, read.path).length);
  if (answer.state !== 'answered') return '';
  if (field === undefined) return shorten(answer.typed);
  if (isQuantity(field)) return typeset(splitGuess(answer.typed.trim()).rest.trim());
  if (field.kind === 'choice') return field.options[answer.typed] ?? answer.typed;
  if (field.kind === 'choices') return wordsOf(field, answer.value);
  if (field.kind === 'yes-no') return answer.value === true ? 'Yes' : 'No';
  if (field.kind !== 'reference') return shorten(answer.typed);
  return `‘${nameAt(worksheet, `${referenceTargets[field.target].list}.${answer.typed}`) ?? answer.typed}’`;
}

function shownList(count: number): string {
  return count === 0 ? '' : `${count} listed`;
}

function wordsOf({ options }: ChoicesField, value: unknown): string {
  const keys = Array.isArray(value) ? value.filter((key): key is string => typeof key === 'string') : [];
  return keys.map((key) => options[key] ?? key).join(', ');
}

/** 'Precision · Target': the item where there is one, and the label of the field. */
export function labelAt(worksheet: Worksheet, path: string): string {
  const label = fieldAtPath(path)?.label ?? path;
  const item = nearestNameAt(worksheet, parentPath(path));
  return item === undefined ? label : `${item} · ${label}`;
}

/** The name of the item at the path, or of the nearest one around it that has a name. */
function nearestNameAt(worksheet: Worksheet, path: string): string | undefined {
  if (path === '') return undefined;
  return nameAt(worksheet, path) ?? nearestNameAt(worksheet, parentPath(path));
}

/** What an item calls itself; undefined while it has no name. */
export function nameAt(worksheet: Worksheet, itemPath: string): string | undefined {
  const known = names.get(worksheet) ?? new Map<string, string | undefined>();
  names.set(worksheet, known);
  if (!known.has(itemPath)) known.set(itemPath, readName(worksheet, itemPath));
  return known.get(itemPath);
}

/** Nearly every finding names items, and the same ones: a name is looked up once for as long as the worksheet is kept. */
const names = new WeakMap<Worksheet, Map<string, string | undefined>>();

function readName(worksheet: Worksheet, itemPath: string): string | undefined {
  const place = parsePath(itemPath);
  if (place?.kind !== 'item') return undefined;
  const nameField: Field | undefined = place.list.fields[place.list.nameField];
  const answer = answerAt(worksheet, `${itemPath}.${place.list.nameField}`);
  if (answer?.state !== 'answered' || nameField?.kind === 'reference') return undefined;
  return shorten(answer.typed);
}

/** A true minus, and no break between number and unit. */
function typeset(text: string): string {
  return withUnitsJoined(text.replace(/^-/, MINUS));
}

function shorten(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  // A character takes one or two of the units that a length counts.
  if (line.length <= LONGEST) return line;
  const characters = Array.from(line);
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
