import { labelViews } from './label-views.ts';
import { latencyViews } from './latency-views.ts';
import { sampleViews } from './sample-views.ts';
import type { CalculatorView } from './view.ts';

/** The page of each calculator, by its id. */
const views: Readonly<Record<string, CalculatorView>> = { ...sampleViews, ...labelViews, ...latencyViews };

export function viewOf(id: string): CalculatorView | undefined {
  return Object.hasOwn(views, id) ? views[id] : undefined;
}
