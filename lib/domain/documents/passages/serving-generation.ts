import { valueOf } from '#lib/domain/worksheets/answers.ts';
import { fieldAtPath, stateAt } from '#lib/domain/worksheets/paths.ts';
import type { Block, TableRow } from '../document.ts';
import { cell } from '../item-tables.ts';
import { ownWords } from '../phrases.ts';
import { paragraph, runs, text } from '../runs.ts';
import type { Passage, Writing, Written } from '../writing.ts';
import { isAsked, said, usedOfGroup } from '../writing.ts';

const GENERATION = 'serving.generation';

/** A sentence about the model, and a table of what a request takes. */
function generation(writing: Writing): Written | undefined {
  if (!isAsked(writing, GENERATION)) return undefined;
  const parts = [model(writing), tokens(writing)].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  const used = parts.flatMap((part) => part.used);
  return {
    blocks: parts.flatMap((part) => part.blocks),
    used: usedOfGroup(writing, GENERATION, 'design', used),
  };
}

/**
 * 'The answers are written by assist-large-2026-09-12, which runs at Example AI; its version is pinned. assist-small
 * stands in for it.'
 */
function model(writing: Writing): Written | undefined {
  const at = (key: string) => `${GENERATION}.${key}`;
  const { hosting, modelPinned } = writing.worksheet.serving.generation;
  const name = said(writing, at('modelId'));
  const where = valueOf(hosting);
  if (name === undefined || where === undefined) return undefined;
  const provider = said(writing, at('provider'));
  const pinned = valueOf(modelPinned);
  const standIn = said(writing, at('fallbackModel'));
  const pinnedWords = pinned === true ? 'its version is pinned' : 'its version is not pinned';
  const words = runs(
    'The answers are written by ',
    name,
    ', which runs ',
    where === 'own'
      ? ownWords(at('hosting'), 'on machines of ours')
      : runs('at ', provider ?? ownWords(at('hosting'), 'a provider')),
    pinned === undefined ? '.' : runs('; ', ownWords(at('modelPinned'), pinnedWords), '.'),
    standIn === undefined ? '' : runs(' ', standIn, ' stands in for it.'),
  );
  const used = [
    'modelId',
    'hosting',
    ...(provider === undefined ? [] : ['provider']),
    ...(pinned === undefined ? [] : ['modelPinned']),
    ...(standIn === undefined ? [] : ['fallbackModel']),
  ];
  return { blocks: [paragraph(words, GENERATION)], used: used.map(at) };
}

const perRequest = [
  ['Input', 'inputTokens'],
  ['Output', 'outputTokens'],
  ['First token after', 'timeToFirstToken'],
  ['Each further token', 'timePerOutputToken'],
] as const;

function tokens(writing: Writing): Written | undefined {
  const asked = perRequest.map(([label, key]) => ({
    label,
    paths: [`${GENERATION}.${key}P50`, `${GENERATION}.${key}P99`],
  }));
  const answered = asked.filter(({ paths }) => paths.some((path) => stateAt(writing.worksheet, path) !== 'blank'));
  if (answered.length < 2) return undefined;
  const rows = answered.map(({ label, paths }): TableRow => ({
    cells: [[text(label)], ...paths.map((path) => cell(writing, path, fieldAtPath(path), 'design'))],
  }));
  const table: Block = {
    kind: 'table',
    path: GENERATION,
    caption: 'What a request takes',
    columns: [
      { label: [text('Of a request')], align: 'start' },
      { label: [text('p50')], align: 'end' },
      { label: [text('p99')], align: 'end' },
    ],
    rows,
  };
  return { blocks: [table], used: answered.flatMap(({ paths }) => paths) };
}

const RETRIEVAL = 'serving.retrieval';

/** 'For each request 8 passages are looked up in Help pages; for 92 % of questions the answer is among them.' */
function retrieval(writing: Writing): Written | undefined {
  const at = (key: string) => `${RETRIEVAL}.${key}`;
  const passages = said(writing, at('k'));
  const corpus = said(writing, at('corpus'));
  if (passages === undefined || corpus === undefined) return undefined;
  const recall = said(writing, at('recallAtK'));
  const refresh = said(writing, at('indexRefresh'));
  const words = runs(
    'For each request ',
    passages,
    ' are looked up in ',
    corpus,
    recall === undefined ? '.' : runs('; for ', recall, ' of questions the answer is among them.'),
    refresh === undefined ? '' : runs(' The index is rebuilt every ', refresh, '.'),
  );
  const used = [
    'used',
    'k',
    'corpus',
    ...(recall === undefined ? [] : ['recallAtK']),
    ...(refresh === undefined ? [] : ['indexRefresh']),
  ];
  return {
    blocks: [paragraph(words, RETRIEVAL)],
    used: usedOfGroup(writing, RETRIEVAL, 'design', used.map(at)),
  };
}

const JUDGE = 'serving.judge';

/** 'Answers are judged by judge-2026-08, a model of another family; on 300 answers it agreed with people at 0.71.' */
function judge(writing: Writing): Written | undefined {
  const at = (key: string) => `${JUDGE}.${key}`;
  const name = said(writing, at('model'));
  if (name === undefined) return undefined;
  const isSameFamily = valueOf(writing.worksheet.serving.judge.sameFamilyAsSystem);
  const family = isSameFamily === true ? 'of the same family as the system' : 'of another family than the system';
  const validated = said(writing, at('validatedOnN'));
  const agreement = said(writing, at('agreementWithHuman'));
  const isValidated = validated !== undefined && agreement !== undefined;
  const words = runs(
    'Answers are judged by ',
    name,
    isSameFamily === undefined ? ', a model' : runs(', a model ', ownWords(at('sameFamilyAsSystem'), family)),
    isValidated ? runs('; on ', validated, ' it agreed with people at ', agreement, '.') : '.',
  );
  const used = [
    'kind',
    'model',
    ...(isSameFamily === undefined ? [] : ['sameFamilyAsSystem']),
    ...(isValidated ? ['validatedOnN', 'agreementWithHuman'] : []),
  ];
  return { blocks: [paragraph(words, JUDGE)], used: usedOfGroup(writing, JUDGE, 'design', used.map(at)) };
}

export const servingGenerationPassages: readonly Passage[] = [
  { at: 'generation', write: generation },
  { at: 'retrieval', write: retrieval },
  { at: 'judge', write: judge },
];
