import { drawWaterfall } from '#lib/domain/charts/waterfall.ts';
import { formatDuration } from '#lib/domain/quantities/duration.ts';
import type { ComponentItem } from '#lib/domain/worksheets/all-sections.ts';
import { valueOf } from '#lib/domain/worksheets/answers.ts';
import type { FigureBlock } from '../document.ts';
import { itemName } from '../shown-answer.ts';
import type { Writing } from '../writing.ts';

/** Percentiles that both an objective and a component can speak of, by their keys in each. */
const percentiles = {
  p50: { of: 'p50', name: 'median' },
  p95: { of: 'p95', name: '95th percentile' },
  p99: { of: 'p99', name: '99th percentile' },
  'p99-9': { of: 'p999', name: '99.9th percentile' },
} as const;

type Known = keyof typeof percentiles;

/**
 * What the components on the path of an answer take, beside the limit of the first objective that at least two of them
 * can be compared with.
 */
export function latencyFigure({ worksheet }: Writing): readonly FigureBlock[] {
  const onPath = worksheet.dataflow.components.filter(({ onOnlinePath }) => valueOf(onOnlinePath) === true);
  for (const { percentile, ms } of worksheet.serving.slo) {
    const [key, limit] = [valueOf(percentile), valueOf(ms)];
    if (key === undefined || !isKnown(key) || limit === undefined) continue;
    const { of, name } = percentiles[key];
    const bars = onPath.flatMap((component) => {
      const takes = valueOf(component.latency[of]);
      return takes === undefined ? [] : [{ label: nameOf(worksheet, component), takes }];
    });
    if (bars.length >= 2) return [figureOf(bars, { limit, name })];
  }
  return [];
}

function isKnown(key: string): key is Known {
  return Object.hasOwn(percentiles, key);
}

function nameOf(worksheet: Writing['worksheet'], { id }: ComponentItem): string {
  return itemName(worksheet, 'dataflow.components', id) ?? id;
}

interface Bar {
  readonly label: string;
  readonly takes: number;
}

function figureOf(
  bars: readonly Bar[],
  { limit, name }: { readonly limit: number; readonly name: string },
): FigureBlock {
  const shown = (ms: number) => formatDuration(ms, 'sentence');
  const numbers = bars.map(({ label, takes }) => `${label} ${shown(takes)}`).join(', ');
  return {
    kind: 'figure',
    path: 'dataflow.components',
    number: 0,
    caption: `What each component on the path takes by itself at the ${name}; percentiles of parts do not add up to that of the whole.`,
    numbers: `${numbers}; limit ${shown(limit)}.`,
    drawing: drawWaterfall(
      {
        rows: bars.map(({ label, takes }) => ({ label, spans: [{ start: 0, length: takes }] })),
        limit: { at: limit, label: `limit ${shown(limit)}` },
      },
      shown,
    ),
  };
}
