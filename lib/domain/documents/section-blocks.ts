import type { Section } from '#lib/domain/worksheets/definition.ts';
import { walk, type Entry } from '#lib/domain/worksheets/walk.ts';
import { answerAt } from '#lib/domain/worksheets/paths.ts';
import { derivedRows } from './derived-rows.ts';
import { derivedTable } from './derived-tables.ts';
import type { Block } from './document.ts';
import { fieldBlocks, notApplicableBlocks, type Place } from './field-blocks.ts';
import { artifactsPassages } from './passages/artifacts.ts';
import { businessPassages } from './passages/business.ts';
import { dataPassages } from './passages/data.ts';
import { dataflowPassages } from './passages/dataflow.ts';
import { framingPassages } from './passages/framing.ts';
import { imbalancePassages } from './passages/imbalance.ts';
import { labelsPassages } from './passages/labels.ts';
import { metricsPassages } from './passages/metrics.ts';
import { objectivesPassages } from './passages/objectives.ts';
import { operationsPassages } from './passages/operations.ts';
import { overviewPassages } from './passages/overview.ts';
import { riskPassages } from './passages/risk.ts';
import { samplingPassages } from './passages/sampling.ts';
import { servingPassages } from './passages/serving.ts';
import { PLACE_SEPARATOR, placeName } from './place-name.ts';
import { text } from './runs.ts';
import type { Passage, Writing } from './writing.ts';

const passages: Readonly<Record<string, readonly Passage[]>> = {
  overview: overviewPassages,
  business: businessPassages,
  framing: framingPassages,
  metrics: metricsPassages,
  objectives: objectivesPassages,
  data: dataPassages,
  dataflow: dataflowPassages,
  sampling: samplingPassages,
  labels: labelsPassages,
  imbalance: imbalancePassages,
  serving: servingPassages,
  artifacts: artifactsPassages,
  operations: operationsPassages,
  risk: riskPassages,
};

/** One section of the worksheet: sentences where several answers make one, everything else answer by answer. */
export function sectionBlocks(writing: Writing, section: Section): Block[] {
  const written = (passages[section.key] ?? []).flatMap(({ at, write }) => {
    const said = write(writing);
    return said === undefined ? [] : [{ at, ...said }];
  });
  const inner: Writing = { ...writing, used: new Set(written.flatMap((passage) => passage.used)) };
  const place: Place = { fields: section.fields, path: section.key, stage: section.stage };
  const groups = groupsOf(section);
  const blocks = groups.flatMap(({ title, keys }) => {
    const content = groupBlocks(inner, place, keys, written);
    return content.length === 0 || title === undefined || groups.length === 1
      ? content
      : [{ kind: 'heading' as const, depth: 1 as const, content: [text(title)] }, ...content];
  });
  return levelled([...blocks, ...notApplicableBlocks(notApplicable(writing, section))]);
}

/** Levels of headings are never skipped: items stand directly under a section that has no groups. */
function levelled(blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex((block) => block.kind === 'heading' && block.depth === 1);
  return blocks.map((block, index) =>
    block.kind === 'heading' && (first === -1 || index < first) ? { ...block, depth: 1 } : block,
  );
}

interface Group {
  readonly title: string | undefined;
  readonly keys: string[];
}

/** Neighbours under the same heading. */
function groupsOf(section: Section): readonly Group[] {
  const groups: Group[] = [];
  for (const [key, field] of Object.entries(section.fields)) {
    const last = groups.at(-1);
    if (last !== undefined && last.title === field.group) last.keys.push(key);
    else groups.push({ title: field.group, keys: [key] });
  }
  return groups;
}

interface Placed {
  readonly at: string;
  readonly blocks: readonly Block[];
}

function groupBlocks(writing: Writing, place: Place, keys: readonly string[], written: readonly Placed[]): Block[] {
  const all = writing.derived;
  const blocks: Block[] = [];
  let waiting: string[] = [];
  for (const key of keys) {
    const passage = written.filter(({ at }) => at === key).flatMap((found) => found.blocks);
    if (passage.length > 0) {
      blocks.push(...fieldBlocks(writing, place, waiting), ...passage);
      waiting = [];
    }
    waiting.push(key);
  }
  const rows = derivedRows(writing, all, place.path, keys);
  const derived: readonly Block[] = rows.length === 0 ? [] : [{ kind: 'definitions', rows }];
  const tables = keys.flatMap((key) => {
    const field = place.fields[key];
    return field?.kind === 'list' ? derivedTable(writing, all, field, `${place.path}.${key}`) : [];
  });
  return [...blocks, ...fieldBlocks(writing, place, waiting), ...tables, ...derived];
}

function notApplicable(writing: Writing, section: Section): { path: string; label: string; reason: string }[] {
  const { worksheet } = writing;
  const lines: { path: string; label: string; reason: string }[] = [];
  const visit = ({ path, applies }: Entry): 'descend' | 'skip' => {
    if (!applies) return 'skip';
    const answer = worksheet.states.get(path) ?? answerAt(worksheet, path);
    if (answer?.state !== 'not-applicable') return 'descend';
    const label = placeName(worksheet, path).split(PLACE_SEPARATOR).slice(1).join(PLACE_SEPARATOR);
    lines.push({ path, label, reason: answer.reason });
    return 'skip';
  };
  walk(worksheet, visit, [section]);
  return lines;
}
