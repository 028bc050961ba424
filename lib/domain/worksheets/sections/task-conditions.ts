import { when } from '#lib/domain/worksheets/conditions.ts';

/** Tasks that answer with classes. */
export const classificationTask = when('framing.taskType', 'binary', 'multiclass', 'multilabel');

/** The same, and tasks that tell the rare from the rest. */
export const taskWithRareCases = when('framing.taskType', 'binary', 'multiclass', 'multilabel', 'anomaly');

/** Tasks that answer with a number. */
export const numericTask = when('framing.taskType', 'regression', 'quantile-regression', 'count', 'forecasting');
