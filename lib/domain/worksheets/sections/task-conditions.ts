import { unless, when, whenAll, whenAny } from '#lib/domain/worksheets/conditions.ts';

/** Tasks that answer with classes. */
export const classificationTask = when('framing.taskType', 'binary', 'multiclass', 'multilabel');

/** The same, and tasks that tell the rare from the rest. */
export const taskWithRareCases = when('framing.taskType', 'binary', 'multiclass', 'multilabel', 'anomaly');

/** Tasks that answer with a number. */
export const numericTask = when('framing.taskType', 'regression', 'quantile-regression', 'count', 'forecasting');

/**
 * Tasks whose answers a language model writes. Facts can also be taken from texts by a model that was trained for it;
 * until somebody says so, an extraction counts as one that is prompted.
 */
export const languageModelTask = whenAny(
  when('framing.taskType', 'generation'),
  whenAll(
    when('framing.taskType', 'extraction'),
    unless('framing.learningMode', 'supervised', 'weak', 'self', 'unsupervised', 'rl'),
  ),
);
