import { isJsonArray, isJsonObject, own, type Json, type JsonObject } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import { quoted } from '#lib/domain/quantities/reading.ts';
import { stages } from './definition.ts';
import { IMAGE_NAME } from '#lib/domain/images/image-name.ts';
import { isStorable, unknownKey, type DraftProblem } from './draft-schema.ts';
import { imageKeys } from './file-images.ts';
import { isPlainDate } from './read-leaf.ts';

/** Keys of a file beside its sections' contents, in the order in which they are written. */
export const topLevelKeys: readonly string[] = [
  'format',
  'title',
  'stage',
  'template',
  'profile',
  'sections',
  'custom',
  'appendix',
  'decisions',
  'threads',
  'waivers',
  'evidence',
  'images',
];

export const waiverKeys = ['check', 'path', 'reason', 'by', 'expires', 'valueHash'];
export const evidenceKeys = ['id', 'calculator', 'input', 'sha256', 'result'];

/** Keys of a decision and of what is in it, in the order in which they are written. */
export const decisionKeys: readonly string[] = [
  'kind',
  'id',
  'number',
  'title',
  'name',
  'status',
  'date',
  'makers',
  'consulted',
  'informed',
  'reviewBy',
  'reviewTrigger',
  'tags',
  'neededForApproval',
  'context',
  'description',
  'drivers',
  'criteria',
  'weight',
  'options',
  'pros',
  'neutral',
  'cons',
  'scores',
  'chosen',
  'outcome',
  'consequences',
  'confirmation',
  'supersedes',
  'supersededBy',
  'links',
  'rule',
  'path',
  'label',
  'value',
  'valueHash',
];

/** Keys of a thread and of what is in it, in the order in which they are written. */
export const threadKeys: readonly string[] = [
  'number',
  'kind',
  'blocking',
  'anchor',
  'path',
  'label',
  'valueHash',
  'passage',
  'exact',
  'prefix',
  'suffix',
  'position',
  'start',
  'end',
  'comments',
  'by',
  'at',
  'text',
  'earlier',
  'until',
  'deleted',
  'resolved',
];

type Test = (value: Json) => string | null;

const shortText =
  (length: number): Test =>
  (value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= length
      ? null
      : `A text of at most ${length} characters is expected here.`;
const object: Test = (value) => (isJsonObject(value) ? null : 'Names with values are expected here.');
const objects: Test = (value) =>
  isJsonArray(value) && value.every(isJsonObject) ? null : 'A list of objects is expected here.';
const plainDate: Test = (value) => (isPlainDate(value) ? null : 'Write a date as 2027-01-15.');
const sha256: Test = (value) =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? null : 'A SHA-256 has 64 hexadecimal digits.';
const stage: Test = (value) =>
  stages.some((known) => known === value) ? null : `A stage is one of ${stages.join(', ')}.`;

const tests: Readonly<Record<string, Test>> = {
  title: shortText(limits.titleLength),
  stage,
  template: shortText(limits.lineLength),
  profile: object,
  sections: object,
  custom: object,
  appendix: shortText(limits.sectionCharacters),
  decisions: objects,
  threads: objects,
  waivers: objects,
  evidence: objects,
  images: objects,
};

const waiverTests: Readonly<Record<string, Test>> = {
  check: (value) =>
    typeof value === 'string' && /^[A-Z]{3}-\d{2,3}$/.test(value) ? null : 'A rule is written MET-06.',
  path: shortText(limits.lineLength),
  reason: shortText(limits.reasonLength),
  by: shortText(limits.lineLength),
};

const evidenceTests: Readonly<Record<string, Test>> = {
  id: (value) =>
    typeof value === 'string' && /^[a-z0-9-]{1,32}$/.test(value) ? null : 'An id is 1 to 32 of a–z, 0–9 and -.',
  calculator: shortText(limits.lineLength),
  input: object,
};

const imageTests: Readonly<Record<string, Test>> = {
  name: (value) =>
    typeof value === 'string' && IMAGE_NAME.test(value) ? null : 'The name of an image has 32 hexadecimal digits.',
  data: (value) => (typeof value === 'string' ? null : 'The data of an image is base64.'),
};

/** What is wrong with a file outside its sections. */
export function topLevelProblems(file: JsonObject): DraftProblem[] {
  const problems: DraftProblem[] =
    own(file, 'title') === undefined ? [{ path: 'title', message: 'A worksheet needs a title.' }] : [];
  for (const [key, value] of Object.entries(file)) {
    if (!topLevelKeys.includes(key)) problems.push(unknownKey('', key, topLevelKeys));
    const failed = tests[key]?.(value) ?? null;
    if (failed !== null) problems.push({ path: key, message: failed });
    if (key !== 'sections' && !isStorable(value)) {
      problems.push({ path: key, message: 'The text holds a character that cannot be stored.' });
    }
  }
  return [
    ...problems,
    ...records(file, 'waivers', waiverKeys, waiverTests, { expires: plainDate, valueHash: shortText(64) }),
    ...records(file, 'evidence', evidenceKeys, evidenceTests, { sha256, result: object }),
    ...records(file, 'images', imageKeys, imageTests),
    ...sameIds(file),
  ];
}

function records(
  file: JsonObject,
  key: string,
  known: readonly string[],
  needed: Readonly<Record<string, Test>>,
  optional: Readonly<Record<string, Test>> = {},
): DraftProblem[] {
  return objectsAt(file, key).flatMap((record) => [
    ...Object.keys(record).flatMap((name) => (known.includes(name) ? [] : [unknownKey(key, name, known)])),
    ...Object.entries({ ...needed, ...optional }).flatMap(([name, test]) => {
      const value = own(record, name);
      if (value === undefined && !Object.hasOwn(needed, name)) return [];
      const failed = value === undefined ? `${quoted(name)} is needed.` : test(value);
      return failed === null ? [] : [{ path: `${key}.${name}`, message: failed }];
    }),
  ]);
}

function sameIds(file: JsonObject): DraftProblem[] {
  const ids = objectsAt(file, 'evidence').map((evidence) => own(evidence, 'id'));
  const twice = ids.find((id, index) => id !== undefined && ids.indexOf(id) !== index);
  return twice === undefined
    ? []
    : [{ path: 'evidence', message: `Two pieces of evidence have the id ${quoted(JSON.stringify(twice))}.` }];
}

function objectsAt(file: JsonObject, key: string): JsonObject[] {
  const value = own(file, key);
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}
