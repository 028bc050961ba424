import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { comparisons } from '../worksheets/conditions.ts';
import type { Fields } from '../worksheets/definition.ts';
import type { DraftWorksheet } from '../worksheets/draft.ts';
import { parseFile } from '../worksheets/file.ts';
import { definitionKey, parentPath, parsePath } from '../worksheets/paths.ts';
import { readWorksheet } from '../worksheets/read-worksheet.ts';
import { sections } from '../worksheets/all-sections.ts';
import { rules } from './all-rules.ts';
import { defaultProfile, thresholds } from './profile.ts';
import { WorksheetReader } from './reader.ts';
import type { Outcome, Rule, RuleExamples } from './rule.ts';

type Drafted = DraftWorksheet['sections'];

const goodExample = parseFile(
  readFileSync(new URL('../../../examples/card-fraud/worksheet.yaml', import.meta.url), 'utf8'),
  'yaml',
).draft;

function outcomesOf(
  rule: Rule,
  drafted: Drafted,
  profile = defaultProfile,
  onRead?: (path: string) => void,
): readonly Outcome[] {
  const { evidence = [] } = rule.examples;
  const worksheet = readWorksheet({ format: 'plumbline/v1', title: 'Example', sections: drafted, evidence });
  const outcome = rule.check({ read: new WorksheetReader(worksheet, onRead), profile });
  return 'outcome' in outcome ? [outcome] : outcome;
}

const kindsOf = (outcomes: readonly Outcome[]): Set<string> => new Set(outcomes.map(({ outcome }) => outcome));
const fires = (rule: Rule, drafted: Drafted, profile = defaultProfile): boolean =>
  kindsOf(outcomesOf(rule, drafted, profile)).has('found');

/** The draft with one value replaced. */
function withValue(drafted: Drafted, path: string, value: Json): Drafted {
  const replace = (json: Json | undefined, parts: readonly string[]): Json => {
    const [part = '', ...rest] = parts;
    if (parts.length === 0) return value;
    if (isJsonArray(json)) {
      return json.map((item) => (isJsonObject(item) && item['id'] === part ? replace(item, rest) : item));
    }
    const object = isJsonObject(json) ? json : {};
    return { ...object, [part]: replace(object[part], rest) };
  };
  const replaced = replace(drafted, path.split('.'));
  if (!isJsonObject(replaced)) throw new Error('not a draft');
  return Object.fromEntries(
    Object.entries(replaced).filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1])),
  );
}

test('ids are unique, in order, and each rule explains itself', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const rule of rules) {
    expect(rule.id).toMatch(/^(BIZ|FRM|MET|OBJ|SRC|FLW|SMP|LBL|IMB|GEN|LAT|VER|OPS|RSK|XRF|TXT)-\d\d$/);
    expect(rule.principle).toMatch(/\.$/);
    expect(rule.source.length).toBeGreaterThan(3);
    expect(rule.title).not.toMatch(/\.$/);
  }
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const { examples } = rule;

  test('passes, fails and waits on its examples', () => {
    expect(kindsOf(outcomesOf(rule, examples.passing))).toContain('pass');
    expect(kindsOf(outcomesOf(rule, examples.passing))).not.toContain('found');
    expect(kindsOf(outcomesOf(rule, examples.passing))).not.toContain('waits');
    expect(kindsOf(outcomesOf(rule, examples.failing))).toContain('found');
    expect(kindsOf(outcomesOf(rule, examples.notEvaluable))).toContain('waits');
    expect(kindsOf(outcomesOf(rule, examples.notEvaluable))).not.toContain('found');
  });

  test('says in one sentence what it found, with ends that stand somewhere', () => {
    for (const outcome of outcomesOf(rule, examples.failing)) {
      if (outcome.outcome !== 'found') continue;
      expect(outcome.message).toMatch(/^[^\n]+[^.]\.$/);
      expect(outcome.message).not.toMatch(/NaN|undefined|null|Infinity|\[object|!/);
      expect(outcome.ends.length).toBeGreaterThan(0);
      for (const end of outcome.ends) expect(parsePath(end.path)).toBeDefined();
      for (const number of outcome.numbers ?? []) expect(Number.isFinite(number.value ?? 0)).toBe(true);
    }
  });

  test('reads what it declares, and declares what exists', () => {
    for (const path of rule.reads) expect(declaredKeys).toContain(path);
    for (const drafted of [examples.passing, examples.failing, examples.notEvaluable, goodExample.sections]) {
      outcomesOf(rule, drafted, defaultProfile, (path) => {
        expect(rule.reads).toContain(definitionKey(path));
      });
    }
    for (const drafted of [examples.failing, examples.notEvaluable]) {
      for (const path of pathsIn(outcomesOf(rule, drafted))) {
        const key = definitionKey(path) ?? 'nowhere';
        const known = [...rule.reads, ...decidersOf(rule)];
        expect(known).toContainEqual(expect.stringMatching(new RegExp(`^${key.replaceAll('.', '\\.')}(\\.|$)`)));
      }
    }
  });

  test('what it does not read changes nothing', () => {
    const read = new Set([...rule.reads, ...decidersOf(rule)]);
    for (const name of ['passing', 'failing', 'notEvaluable'] as const satisfies (keyof RuleExamples)[]) {
      const drafted = examples[name];
      expect(shapeOf(outcomesOf(rule, overlaid(drafted, read)))).toEqual(shapeOf(outcomesOf(rule, drafted)));
    }
  });
});

test.each(
  rules.flatMap((rule) => (rule.examples.edge === undefined ? [] : [[rule.id, rule, rule.examples.edge] as const])),
)('%s turns at its bound', (_, rule, { path, passes, fails }) => {
  expect(fires(rule, withValue(rule.examples.failing, path, fails))).toBe(true);
  expect(fires(rule, withValue(rule.examples.failing, path, passes))).toBe(false);
});

test.each(rules.flatMap((rule) => rule.bounds.map((bound) => [bound, rule] as const)))(
  '%s can be moved',
  (bound, rule) => {
    const judged = [0, thresholds[bound].max].map((value) => kindsAt(rule, { ...defaultProfile, [bound]: value }));
    expect(judged[0]).not.toBe(judged[1]);
  },
);

test('nothing fires on the good example, and a blank worksheet has gaps only', () => {
  for (const rule of rules) {
    expect(outcomesOf(rule, goodExample.sections).some(isMistake) ? rule.id : 'nothing fires').toBe('nothing fires');
    const blank = outcomesOf(rule, {});
    expect(kindsOf(blank)).not.toContain('pass');
    for (const outcome of blank) if (outcome.outcome === 'found') expect(outcome.kind).toBe('gap');
  }
});

/** What is missing in a section that the example leaves blank is missing. */
function isMistake(outcome: Outcome): boolean {
  if (outcome.outcome !== 'found') return false;
  const begun = outcome.ends.some(({ path }) => Object.hasOwn(goodExample.sections, path.split('.')[0] ?? ''));
  return outcome.kind === 'contradiction' || begun;
}

const declaredKeys: readonly string[] = sections.flatMap(({ key, fields }) => keysBelow(fields, key));

function keysBelow(fields: Fields, at: string): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const key = `${at}.${name}`;
    return [key, ...(field.kind === 'list' || field.kind === 'group' ? keysBelow(field.fields, key) : [])];
  });
}

/** Answers that decide whether what the rule reads is asked at all. */
function decidersOf(rule: Rule): string[] {
  const found = new Set<string>();
  const visit = (fields: Fields, at: string): void => {
    for (const [name, field] of Object.entries(fields)) {
      const key = `${at}.${name}`;
      const matters = rule.reads.some((path) => path === key || path.startsWith(`${key}.`));
      if (matters && field.appliesWhen !== undefined) {
        for (const { path } of comparisons(field.appliesWhen)) found.add(path.replace(/^\./, at).replace('/', '.'));
      }
      if (field.kind === 'list' || field.kind === 'group') visit(field.fields, key);
    }
  };
  for (const section of sections) {
    if (section.appliesWhen !== undefined && rule.reads.some((path) => path.startsWith(`${section.key}.`))) {
      for (const { path } of comparisons(section.appliesWhen)) found.add(path);
    }
    visit(section.fields, section.key);
  }
  return [...found];
}

/** The draft with everything that the rule does not read taken from the good example. */
function overlaid(drafted: Drafted, read: ReadonlySet<string>): Drafted {
  const isBelow = (key: string): boolean => [...read].some((path) => path.startsWith(`${key}.`));
  const isRead = (key: string): boolean => read.has(key) || isBelow(key);
  const merge = (mine: Json | undefined, theirs: Json | undefined, key: string): Json | undefined => {
    if (isJsonArray(mine) && isJsonArray(theirs) && isRead(key)) {
      const donor = theirs.find(isJsonObject);
      return mine.map((item) => (isJsonObject(item) ? mergeObject(item, donor ?? {}, key) : item));
    }
    if (
      isJsonObject(theirs) &&
      (isJsonObject(mine) || mine === undefined) &&
      (isBelow(key) || parentPath(key) === '')
    ) {
      return mine !== undefined && 'unknown' in mine ? mine : mergeObject(mine ?? {}, theirs, key);
    }
    return isRead(key) ? mine : (theirs ?? mine);
  };
  const mergeObject = (mine: JsonObject, theirs: JsonObject, at: string): JsonObject => {
    const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
    const members = [...keys].map(
      (key) =>
        [key, key === 'id' ? mine[key] : merge(mine[key], theirs[key], at === '' ? key : `${at}.${key}`)] as const,
    );
    return Object.fromEntries(members.filter((member): member is [string, Json] => member[1] !== undefined));
  };
  const merged = mergeObject(drafted, goodExample.sections, '');
  return Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1])),
  );
}

/** What was decided, without the words: names of items are in them. */
function shapeOf(outcomes: readonly Outcome[]): unknown {
  return outcomes.map((outcome) =>
    outcome.outcome === 'found' ? [outcome.outcome, outcome.kind, outcome.ends.map(({ path }) => path)] : outcome,
  );
}

function pathsIn(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.outcome === 'waits') return [...outcome.missing];
    return outcome.outcome === 'found' ? outcome.ends.map(({ path }) => path) : [];
  });
}

function kindsAt(rule: Rule, profile: typeof defaultProfile): string {
  const all = [rule.examples.passing, rule.examples.failing].map((drafted) =>
    outcomesOf(rule, drafted, profile).map((outcome) =>
      outcome.outcome === 'found' ? `${outcome.outcome} ${outcome.severity}` : outcome.outcome,
    ),
  );
  return JSON.stringify(all);
}
