import { valueOf } from '#lib/domain/worksheets/answers.ts';
import type { ComponentItem } from '#lib/domain/worksheets/all-sections.ts';
import { fieldAtPath, stateAt } from '#lib/domain/worksheets/paths.ts';
import { dataflow } from '#lib/domain/worksheets/sections/dataflow.ts';
import { fieldApplies } from '#lib/domain/worksheets/walk.ts';
import type { Block, Inline, TableColumn } from '../document.ts';
import { fieldBlocks } from '../field-blocks.ts';
import { joined, paragraph, runs, text } from '../runs.ts';
import { itemName } from '../shown-answer.ts';
import type { Passage, Writing, Written } from '../writing.ts';
import { said } from '../writing.ts';

const COMPONENTS = 'dataflow.components';

/** 'An answer waits for: Payment gateway, Scoring service, Feature store.' */
function onlinePath(writing: Writing): Written | undefined {
  const names = writing.worksheet.dataflow.components
    .filter(({ onOnlinePath }) => valueOf(onOnlinePath) === true)
    .flatMap(({ id }) => said(writing, `${COMPONENTS}.${id}.name`) ?? []);
  if (names.length === 0) return undefined;
  const list = joined(
    names.map((name) => [name]),
    ', ',
  );
  return { blocks: [paragraph(runs('An answer waits for: ', list, '.'), COMPONENTS)], used: [] };
}

const percentiles = ['latency.mean', 'latency.p50', 'latency.p95', 'latency.p99', 'latency.p999'] as const;
const measures = [...percentiles, 'latencySampleN'] as const;

/** The components, with their times side by side: the slowest part is found by looking down a column. */
function componentsWithTimes(writing: Writing): Written | undefined {
  if (writing.profile === 'executive') return undefined;
  const timed = writing.worksheet.dataflow.components.filter((component) => hasTimes(writing, component));
  if (timed.length < 2) return undefined;
  const inTable = timed.flatMap(({ id }) => ['latency', 'latencySampleN'].map((key) => `${COMPONENTS}.${id}.${key}`));
  const place = { fields: dataflow.fields, path: dataflow.key, stage: dataflow.stage };
  const listed = fieldBlocks({ ...writing, used: new Set([...writing.used, ...inTable]) }, place, ['components']);
  return { blocks: [...listed, timeTable(writing, timed)], used: [COMPONENTS] };
}

/** Times that are all numbers; what is not known yet or not readable stays with its component. */
function hasTimes(writing: Writing, { id }: ComponentItem): boolean {
  const states = measures.map((key) => stateAt(writing.worksheet, `${COMPONENTS}.${id}.${key}`));
  const group = dataflow.fields.components.fields.latency;
  return (
    fieldApplies(writing.worksheet, `${COMPONENTS}.${id}.latency`, group) &&
    writing.worksheet.states.get(`${COMPONENTS}.${id}.latency`) === undefined &&
    percentiles.some((key) => said(writing, `${COMPONENTS}.${id}.${key}`) !== undefined) &&
    states.every((state) => state === 'answered' || state === 'blank')
  );
}

function timeTable(writing: Writing, components: readonly ComponentItem[]): Block {
  const shown = measures.filter((key) =>
    components.some(({ id }) => said(writing, `${COMPONENTS}.${id}.${key}`) !== undefined),
  );
  const columns: TableColumn[] = [
    { label: [text('Component')], align: 'start' },
    ...shown.map((key): TableColumn => {
      return { label: [text(fieldAtPath(`${COMPONENTS}.any.${key}`)?.label ?? key)], align: 'end' };
    }),
  ];
  const rows = components.map(({ id }) => ({
    path: `${COMPONENTS}.${id}`,
    cells: [
      [text(itemName(writing.worksheet, COMPONENTS, id) ?? `component ${id}`)],
      ...shown.map((key): readonly Inline[] => said(writing, `${COMPONENTS}.${id}.${key}`) ?? [text('–')]),
    ],
  }));
  return { kind: 'table', path: COMPONENTS, caption: 'Time that each takes by itself', columns, rows };
}

export const dataflowPassages: readonly Passage[] = [
  { at: 'components', write: onlinePath },
  { at: 'components', write: componentsWithTimes },
];
