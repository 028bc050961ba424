import type { Json, JsonObject } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import { sections } from './all-sections.ts';
import { decisionRecordSchema } from './decision-schema.ts';
import { inWords } from './conditions.ts';
import { isQuantity, stages, type Field, type Fields, type LeafField, type QuantityKind } from './definition.ts';
import { FORMAT } from './draft.ts';
import { sectionGuidance } from './guidance/all-guidance.ts';
import type { SectionGuidance } from './guidance/field-guidance.ts';
import { threadRecordSchema } from './thread-schema.ts';

/**
 * The file format as JSON Schema, draft 2020-12, so that editors complete keys and answers and explain them. It
 * describes what `writeFile` writes; the reader takes a little more (a plain line for an item, 'yes' for true).
 */
export function jsonSchema(): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:plumbline:worksheet:v1',
    title: 'Plumbline worksheet',
    type: 'object',
    required: ['format', 'title'],
    additionalProperties: false,
    properties: {
      format: { const: FORMAT },
      title: { type: 'string', minLength: 1, maxLength: limits.titleLength },
      stage: { enum: [...stages], description: 'The stage that the file claims. Without one it is checked in full.' },
      template: { type: 'string' },
      profile: { type: 'object', description: 'Bounds of checks that a workspace changed.' },
      sections: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(sections.map((section) => [section.key, sectionSchema(section.key)])),
      },
      custom: { type: 'object' },
      appendix: { type: 'string' },
      decisions: { type: 'array', items: decision },
      threads: { type: 'array', items: thread },
      waivers: { type: 'array', items: waiver },
      evidence: { type: 'array', items: evidence },
      images: {
        type: 'array',
        items: image,
        description: 'Images that the texts name, as far as the file carries them.',
      },
    },
    $defs: definitions,
  };
}

/** From what reads them: one definition of each record. */
const decision = decisionRecordSchema();
const thread = threadRecordSchema();

const itemId: JsonObject = { type: 'string', pattern: '^[a-z0-9-]{1,32}$' };

const waiver: JsonObject = {
  type: 'object',
  required: ['check', 'path', 'reason', 'by'],
  additionalProperties: false,
  properties: {
    check: { type: 'string', pattern: '^[A-Z]{3}-\\d{2,3}$' },
    path: { type: 'string' },
    reason: { type: 'string' },
    by: { type: 'string' },
    expires: { $ref: '#/$defs/date' },
    valueHash: { type: 'string' },
  },
};

const evidence: JsonObject = {
  type: 'object',
  required: ['id', 'calculator', 'input'],
  additionalProperties: false,
  properties: {
    id: { $ref: '#/$defs/itemId' },
    calculator: { type: 'string' },
    input: { type: 'object' },
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    result: { type: 'object' },
  },
};

const image: JsonObject = {
  type: 'object',
  required: ['name', 'data'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', pattern: '^[0-9a-f]{32}$' },
    data: { type: 'string', contentEncoding: 'base64' },
  },
};

const definitions: JsonObject = {
  itemId,
  date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  unknown: {
    title: 'Not known yet',
    type: 'object',
    required: ['unknown'],
    additionalProperties: false,
    properties: {
      unknown: {
        type: 'object',
        additionalProperties: false,
        properties: {
          who: { type: 'string', maxLength: limits.reasonLength, description: 'Who finds out.' },
          by: { $ref: '#/$defs/date', description: 'By when.' },
        },
      },
    },
  },
  notApplicable: {
    title: 'Does not apply',
    type: 'object',
    required: ['notApplicable'],
    additionalProperties: false,
    properties: { notApplicable: { type: 'string', maxLength: limits.reasonLength, description: 'Why.' } },
  },
  unreadable: {
    title: 'Kept as typed',
    type: 'object',
    required: ['unreadable'],
    additionalProperties: false,
    properties: { unreadable: { type: 'string' } },
  },
  quantity: {
    title: 'As typed',
    description: 'A number with its unit. A guess starts with ~.',
    type: 'string',
    maxLength: limits.quantityLength,
  },
};

const otherAnswers: Json[] = ['unknown', 'notApplicable', 'unreadable'].map((name) => ({ $ref: `#/$defs/${name}` }));

function sectionSchema(key: string): JsonObject {
  const section = sections.find((candidate) => candidate.key === key);
  if (section === undefined) return {};
  return {
    title: section.title,
    description: section.intro,
    ...fieldsSchema(section.fields, '', sectionGuidance(key)),
  };
}

function fieldsSchema(fields: Fields, at: string, guidance: SectionGuidance, more: JsonObject = {}): JsonObject {
  const properties = Object.entries(fields).map(([key, field]): [string, Json] => {
    const path = at === '' ? key : `${at}.${key}`;
    return [key, { title: field.label, ...described(field, guidance[path]), ...fieldSchema(field, path, guidance) }];
  });
  return { type: 'object', additionalProperties: false, properties: { ...more, ...Object.fromEntries(properties) } };
}

function described(field: Field, guidance: SectionGuidance[string] | undefined): JsonObject {
  const condition = field.appliesWhen === undefined ? '' : ` Applies when ${inWords(field.appliesWhen)}.`;
  if (guidance === undefined) return condition === '' ? {} : { description: condition.trim() };
  const { why, how, good } = guidance;
  return { description: `${why} ${how}${condition}`, examples: [good] };
}

function fieldSchema(field: Field, path: string, guidance: SectionGuidance): JsonObject {
  if (field.kind === 'group') return { anyOf: [fieldsSchema(field.fields, path, guidance), ...otherAnswers] };
  if (field.kind !== 'list') return { anyOf: [...leafSchemas(field), ...otherAnswers] };
  const items = { ...fieldsSchema(field.fields, path, guidance, { id: { $ref: '#/$defs/itemId' } }), required: ['id'] };
  return { anyOf: [{ type: 'array', maxItems: limits.listItems, items }, ...otherAnswers] };
}

function leafSchemas(field: LeafField): Json[] {
  if (isQuantity(field)) return quantitySchemas(field);
  switch (field.kind) {
    case 'text':
    case 'markdown':
      return [{ type: 'string', maxLength: field.maxLength }];
    case 'choice':
      return [choiceSchema(field.options)];
    case 'choices':
      return [{ type: 'array', uniqueItems: true, items: choiceSchema(field.options) }];
    case 'yes-no':
      return [{ type: 'boolean' }];
    case 'date':
      return [{ $ref: '#/$defs/date' }];
    case 'reference':
      return [{ $ref: '#/$defs/itemId', description: `Id of a ${field.target}.` }];
    case 'person':
      return [{ type: 'string', maxLength: limits.lineLength }];
    case 'link':
      return [{ type: 'string', maxLength: limits.linkLength, pattern: '^(https?://|mailto:)' }];
  }
}

/** One `const` an answer, so that editors show the words beside the key. */
function choiceSchema(options: Readonly<Record<string, string>>): JsonObject {
  return { oneOf: Object.entries(options).map(([key, title]) => ({ const: key, title })) };
}

function quantitySchemas(field: QuantityKind): Json[] {
  const typed: JsonObject = { $ref: '#/$defs/quantity' };
  const measured: JsonObject = {
    title: 'Measured',
    type: 'object',
    required: ['value', 'evidence'],
    additionalProperties: false,
    properties: {
      value: takesBareNumber(field) ? { anyOf: [typed, { type: 'number' }] } : typed,
      evidence: { type: 'string', description: 'Id of the evidence below.' },
    },
  };
  return takesBareNumber(field) ? [typed, { type: 'number' }, measured] : [typed, measured];
}

/** Percentages, durations, rates and sizes carry their unit. */
function takesBareNumber(field: QuantityKind): boolean {
  if (field.kind === 'quantity') return field.dimension === 'measure';
  return field.kind !== 'percentage' && field.kind !== 'duration';
}
