import { filledCells } from './filled-cells.ts';
import type { TableInput, TableRow } from './table-input.ts';

const DISTRIBUTION = new Set(['p50', 'p99', 'mean', 'sd', 'kind']);

/** The steps of a request as rows of a table: one column a key, the keys of the distribution among them. */
export const latencyTable: TableInput = {
  key: 'stages',
  columns: [
    { name: 'name', kind: 'text' },
    { name: 'p50', kind: 'number', optional: true },
    { name: 'p99', kind: 'number', optional: true },
    { name: 'mean', kind: 'number', optional: true },
    { name: 'sd', kind: 'number', optional: true },
    { name: 'kind', kind: 'text', optional: true },
    { name: 'group', kind: 'text', optional: true },
    { name: 'fanout', kind: 'number', optional: true },
    { name: 'retries', kind: 'number', optional: true },
    { name: 'timeoutMs', kind: 'number', optional: true },
    { name: 'after', kind: 'text', optional: true },
  ],
  gather: (rows) => rows.map(stageOf),
  scatter: (stages) => (Array.isArray(stages) ? stages.flatMap((stage: unknown) => rowOf(stage) ?? []) : []),
};

function stageOf(row: TableRow): Record<string, unknown> {
  const filled = Object.entries(filledCells(row));
  const stage: Record<string, unknown> = Object.fromEntries(filled.filter(([key]) => !DISTRIBUTION.has(key)));
  stage['distribution'] = Object.fromEntries(filled.filter(([key]) => DISTRIBUTION.has(key)));
  // Names of several stages, as people write them: Features + Model.
  if (typeof row['after'] === 'string') stage['after'] = row['after'].split('+').map((name) => name.trim());
  return stage;
}

/** What a column says when it is left out. */
const USUAL: Readonly<Record<string, unknown>> = { fanout: 1, retries: 0 };

/** Measured values and points are no cells, so a stage that has them is no row. */
function rowOf(stage: unknown): object | null {
  if (typeof stage !== 'object' || stage === null || !('distribution' in stage)) return null;
  const { distribution, ...rest } = stage;
  if (typeof distribution !== 'object' || distribution === null) return null;
  if ('values' in distribution || 'points' in distribution) return null;
  const told = Object.entries(rest).filter(([key, value]) => value !== USUAL[key]);
  const after = 'after' in rest && Array.isArray(rest.after) ? { after: rest.after.join(' + ') } : {};
  return { ...Object.fromEntries(told), ...distribution, ...after };
}
