import { secretOf, textOf } from '#components/forms/form-values.ts';
import type { FormErrorEntry } from '#components/ui/form-errors.tsx';
import { itemIdFrom } from '#lib/domain/ids.ts';
import type { Criterion, DecisionContent, DecisionOption, DecisionPerson } from '#lib/domain/worksheets/decision.ts';

/** A row of a form. Its key is in the names of its boxes; its id is that of what it was filled from. */
export interface Row {
  readonly key: string;
  readonly id: string | null;
}

export interface FormRows {
  readonly options: readonly Row[];
  readonly criteria: readonly Row[];
}

/** Names of the boxes, which are their ids too. */
export const boxOf = {
  option: (key: string, part: 'title' | 'description' | 'pros' | 'neutral' | 'cons') => `option-${key}-${part}`,
  criterion: (key: string, part: 'name' | 'weight') => `criterion-${key}-${part}`,
  score: (option: string, criterion: string) => `score-${option}-${criterion}`,
};

export interface ReadForm {
  readonly content: DecisionContent;
  readonly errors: readonly FormErrorEntry[];
}

/** What a form says as the content of a decision, and what is wrong with it at which box. Rows left blank are none. */
export function contentFrom(data: FormData, rows: FormRows, given: DecisionContent | undefined): ReadForm {
  const errors: FormErrorEntry[] = [];
  const title = textOf(data, 'title');
  if (title.length < 3) errors.push({ field: 'title', message: 'Say in one line what is decided.' });
  const criteria = criteriaIn(data, rows.criteria, errors);
  const options = optionsIn(data, rows.options, criteria, errors);
  const chosen = options.find(({ key }) => key === textOf(data, 'chosen'));
  const people = (name: string) => peopleIn(textOf(data, name), given);
  return {
    errors,
    content: {
      title,
      context: longText(data, 'context'),
      drivers: linesOf(data, 'drivers'),
      criteria: criteria.map(({ criterion }) => criterion),
      options: options.map(({ option }) => option),
      chosen: chosen?.option.id ?? null,
      outcome: longText(data, 'outcome'),
      consequences: longText(data, 'consequences'),
      confirmation: longText(data, 'confirmation'),
      makers: people('makers'),
      consulted: people('consulted'),
      informed: people('informed'),
      date: textOf(data, 'date') || null,
      reviewBy: textOf(data, 'reviewBy') || null,
      reviewTrigger: textOf(data, 'reviewTrigger'),
      tags: partsOf(textOf(data, 'tags')),
      neededForApproval: data.has('neededForApproval'),
    },
  };
}

interface KeyedCriterion {
  readonly key: string;
  readonly criterion: Criterion;
}

function criteriaIn(data: FormData, rows: readonly Row[], errors: FormErrorEntry[]): KeyedCriterion[] {
  const taken = new Set(rows.flatMap(({ id }) => id ?? []));
  return rows.flatMap(({ key, id }) => {
    const name = textOf(data, boxOf.criterion(key, 'name'));
    const typed = textOf(data, boxOf.criterion(key, 'weight'));
    if (name === '' && typed === '') return [];
    if (name === '') errors.push({ field: boxOf.criterion(key, 'name'), message: 'Name the criterion.' });
    const weight = typed === '' ? 1 : Number(typed.replace(',', '.'));
    if (!(weight > 0 && weight <= 100)) {
      errors.push({ field: boxOf.criterion(key, 'weight'), message: 'A weight is a number above 0, at most 100.' });
    }
    return [{ key, criterion: { id: id ?? freeId(name, taken), name, weight } }];
  });
}

function optionsIn(
  data: FormData,
  rows: readonly Row[],
  criteria: readonly KeyedCriterion[],
  errors: FormErrorEntry[],
): { readonly key: string; readonly option: DecisionOption }[] {
  const taken = new Set(rows.flatMap(({ id }) => id ?? []));
  return rows.flatMap(({ key, id }) => {
    const title = textOf(data, boxOf.option(key, 'title'));
    const said = {
      description: longText(data, boxOf.option(key, 'description')),
      pros: linesOf(data, boxOf.option(key, 'pros')),
      neutral: linesOf(data, boxOf.option(key, 'neutral')),
      cons: linesOf(data, boxOf.option(key, 'cons')),
    };
    const scores = scoresIn(data, key, criteria, errors);
    const isBlank = Object.values(said).every(({ length }) => length === 0) && Object.keys(scores).length === 0;
    if (title === '') {
      if (isBlank) return [];
      errors.push({ field: boxOf.option(key, 'title'), message: 'Name the option.' });
    }
    return [{ key, option: { id: id ?? freeId(title, taken), title, ...said, scores } }];
  });
}

function scoresIn(
  data: FormData,
  option: string,
  criteria: readonly KeyedCriterion[],
  errors: FormErrorEntry[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    criteria.flatMap(({ key, criterion }): [string, number][] => {
      const field = boxOf.score(option, key);
      const typed = textOf(data, field);
      if (typed === '') return [];
      const score = Number(typed.replace(',', '.'));
      if (!(score >= 0 && score <= 5)) errors.push({ field, message: 'A score is a number from 0 to 5.' });
      return [[criterion.id, score]];
    }),
  );
}

/** An id that no other row has. */
function freeId(name: string, taken: Set<string>): string {
  const id = itemIdFrom(name, taken);
  taken.add(id);
  return id;
}

function longText(data: FormData, name: string): string {
  return secretOf(data, name).trim();
}

/** One a line. */
function linesOf(data: FormData, name: string): string[] {
  return secretOf(data, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function partsOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** By name; somebody who was named before keeps their account. */
function peopleIn(text: string, given: DecisionContent | undefined): DecisionPerson[] {
  const known = given === undefined ? [] : [...given.makers, ...given.consulted, ...given.informed];
  return partsOf(text).map((name) => known.find((person) => person.name === name) ?? { name, member: null });
}
