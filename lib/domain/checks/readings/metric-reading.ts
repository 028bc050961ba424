import { positiveShare } from '../../worksheets/positive-share.ts';
import type { MetricItem } from '../../worksheets/all-sections.ts';
import { answerAt } from '../../worksheets/paths.ts';
import type { metricFormulas } from '../../worksheets/sections/metric-options.ts';
import type { Read, Reader } from '../reader.ts';
import { notApplicable, waits } from '../rule.ts';
import { nameAt, shownValue } from '../words/shown-value.ts';
import type { Outcome, Subject } from '../rule.ts';

/** What several rules ask of the metrics and of the share of positives. */

export type MetricReader = Reader<MetricItem>;
export type Formula = keyof typeof metricFormulas;

export function metricItems({ read }: Subject): readonly MetricReader[] {
  return read.section('metrics').items('items');
}

export function metricList({ read }: Subject): Read {
  return read.section('metrics').whole('items');
}

export function primaryModelMetrics(subject: Subject): readonly MetricReader[] {
  return metricItems(subject).filter(
    (metric) => metric.at('kind').value === 'model' && metric.at('role').value === 'primary',
  );
}

export function hasFormula(metric: MetricReader, ...formulas: readonly Formula[]): boolean {
  const { value } = metric.at('formula');
  return value !== undefined && formulas.includes(value);
}

/** Metrics of the model with one of these formulas: that of a fairness metric is a gap or a ratio between groups. */
export function metricsWith(subject: Subject, ...formulas: readonly Formula[]): readonly MetricReader[] {
  return metricItems(subject).filter((metric) => isOfModel(metric) && hasFormula(metric, ...formulas));
}

export function isOfModel(metric: MetricReader): boolean {
  return metric.at('kind').value === 'model';
}

/** Judges every metric; waits while there is none. */
export function everyMetric(
  subject: Subject,
  judge: (metric: MetricReader) => readonly Outcome[],
): Outcome | Outcome[] {
  const metrics = metricItems(subject);
  return metrics.length === 0 ? waits(metricList(subject)) : metrics.flatMap(judge);
}

/** For a rule about metrics with a certain formula, where none has it: waits while one could still turn out to. */
export function noneSuch(subject: Subject): Outcome {
  const metrics = metricItems(subject);
  if (metrics.length === 0) return waits(metricList(subject));
  const open = metrics
    .filter((metric) => metric.at('kind').value !== 'fairness')
    .map((metric) => metric.at('formula'))
    .filter((formula) => formula.value === undefined && formula.state !== 'not-applicable');
  return open.length > 0 ? waits(...open) : notApplicable;
}

/** What a person calls it. Only for words: a name decides nothing. */
export function metricName({ read }: Subject, metric: MetricReader): string {
  const path = `${metric.path}.formula`;
  const formula = shownValue(read.worksheet, { path, answer: answerAt(read.worksheet, path) ?? { state: 'blank' } });
  return nameAt(read.worksheet, metric.path) ?? (formula === '' ? `Metric ‘${metric.id}’` : formula);
}

/** The share of positives in production, from the answer that derived numbers take it from. */
export function productionPrevalence({ read }: Subject): Read<number> {
  const [path] = positiveShare(read.worksheet);
  const share = read
    .section('framing')
    .items('classes')
    .map((item) => item.at('expectedShare'))
    .find((expected) => expected.path === path);
  return share ?? read.section('imbalance').at('prevalenceProduction');
}

/** The same for a yes-or-no answer: several classes have a share each, and nothing follows from a single one. */
export function yesNoPrevalence(subject: Subject): Read<number> {
  return unlessSeveralClasses(subject, productionPrevalence(subject));
}

function unlessSeveralClasses({ read }: Subject, share: Read<number>): Read<number> {
  const task = read.section('framing').at('taskType').value;
  if (task !== 'multiclass' && task !== 'multilabel') return share;
  return { ...share, state: 'not-applicable', value: undefined };
}

export function isMeasuredOffline(metric: MetricReader): boolean {
  const where = metric.at('measuredWhere').value;
  return where === 'offline-test' || where === 'offline-backtest';
}

/** The share of positives of a yes-or-no answer where a metric is measured: that of the test set for an offline one, if it is another. */
export function prevalenceMeasuredAt(subject: Subject, metric: MetricReader): Read<number> {
  const test = subject.read.section('imbalance').at('prevalenceTest');
  const share = isMeasuredOffline(metric) && test.value !== undefined ? test : productionPrevalence(subject);
  return unlessSeveralClasses(subject, share);
}

/** Fields that the functions above look at. */
export const PREVALENCE_READS = [
  'imbalance.prevalenceProduction',
  'framing.classes.isPositive',
  'framing.classes.expectedShare',
] as const;
export const YES_NO_PREVALENCE_READS = [...PREVALENCE_READS, 'framing.taskType'] as const;
export const MEASURED_PREVALENCE_READS = [
  ...YES_NO_PREVALENCE_READS,
  'metrics.items.measuredWhere',
  'imbalance.prevalenceTest',
] as const;

/** Whether two numbers differ by at most a part of the larger one. */
export function isWithin(part: number, one: number, other: number): boolean {
  return Math.abs(one - other) <= part * Math.max(Math.abs(one), Math.abs(other)) * (1 + 1e-12);
}
