import type { lossFunctions, taskTypes } from '../../worksheets/sections/framing-options.ts';
import type { Formula } from './metric-reading.ts';

export type Task = keyof typeof taskTypes;
export type Loss = keyof typeof lossFunctions;

const CLASSES: readonly Task[] = ['binary', 'multiclass', 'multilabel'];
const NUMBERS: readonly Task[] = ['regression', 'quantile-regression', 'count', 'forecasting'];
const ORDERS: readonly Task[] = ['ranking', 'recommendation'];
const TEXTS: readonly Task[] = ['generation', 'extraction'];
const PAIRED: readonly Task[] = [...CLASSES, 'anomaly', 'extraction'];
/** Texts are often made from what was retrieved, and the retrieval is measured too. */
const RETRIEVED: readonly Task[] = [...ORDERS, ...CLASSES, ...TEXTS, 'anomaly'];

/** Tasks that each loss can train. Another loss ('custom') is not judged. */
export const tasksOfLoss: Readonly<Record<Exclude<Loss, 'custom'>, readonly Task[]>> = {
  'log-loss': [...CLASSES, ...ORDERS, ...TEXTS, 'anomaly', 'survival'],
  focal: [...CLASSES, 'anomaly', 'extraction'],
  hinge: [...CLASSES, ...ORDERS, 'anomaly'],
  'squared-error': ['regression', 'count', 'forecasting', ...ORDERS, 'anomaly', 'generation'],
  'absolute-error': ['regression', 'quantile-regression', 'count', 'forecasting'],
  huber: ['regression', 'count', 'forecasting'],
  pinball: NUMBERS,
  poisson: ['count', 'regression', 'forecasting'],
  gamma: ['regression', 'forecasting'],
  tweedie: ['regression', 'count', 'forecasting'],
  crps: [...NUMBERS, 'survival'],
  'pairwise-ranking': ORDERS,
  'listwise-ranking': ORDERS,
  contrastive: [...CLASSES, ...ORDERS, 'clustering', 'anomaly'],
  'partial-likelihood': ['survival'],
  'survival-likelihood': ['survival'],
  reconstruction: ['anomaly', 'clustering', 'generation', 'recommendation'],
  'within-cluster': ['clustering'],
  'next-token': [...TEXTS, ...CLASSES],
  preference: ['generation', ...ORDERS],
};

/** Tasks that each metric can judge. A metric of one's own ('custom') is not judged. */
export const tasksOfFormula: Readonly<Record<Exclude<Formula, 'custom'>, readonly Task[]>> = {
  accuracy: PAIRED,
  'balanced-accuracy': PAIRED,
  precision: PAIRED,
  recall: PAIRED,
  'f-beta': PAIRED,
  fpr: PAIRED,
  'roc-auc': [...CLASSES, ...ORDERS, 'anomaly', 'survival'],
  'pr-auc': [...CLASSES, ...ORDERS, 'anomaly'],
  'log-loss': [...CLASSES, 'anomaly', 'generation', ...ORDERS],
  brier: [...CLASSES, 'anomaly', 'survival', ...ORDERS],
  ece: [...CLASSES, 'anomaly', ...ORDERS, ...TEXTS],
  mcc: PAIRED,
  'cohen-kappa': PAIRED,
  'expected-cost': [...PAIRED, ...NUMBERS, ...ORDERS],
  'precision-at-k': RETRIEVED,
  'recall-at-k': RETRIEVED,
  'ndcg-at-k': [...ORDERS, ...TEXTS],
  mrr: [...ORDERS, ...TEXTS],
  map: [...ORDERS, ...TEXTS],
  mae: [...NUMBERS, 'recommendation'],
  rmse: [...NUMBERS, 'recommendation'],
  mape: NUMBERS,
  smape: NUMBERS,
  mase: ['forecasting'],
  wape: NUMBERS,
  r2: ['regression', 'count', 'forecasting'],
  pinball: NUMBERS,
  'pinball-coverage': NUMBERS,
  'poisson-deviance': ['count', 'regression', 'forecasting'],
  tweedie: ['regression', 'count', 'forecasting'],
  crps: [...NUMBERS, 'survival'],
  'concordance-index': ['survival', 'binary', 'regression'],
  'auuc-qini': ['binary', 'regression', 'ranking'],
  coverage: [...ORDERS, ...TEXTS, ...CLASSES, ...NUMBERS, 'anomaly'],
  diversity: [...ORDERS, 'generation'],
  novelty: ORDERS,
  groundedness: TEXTS,
  'answer-correctness': TEXTS,
  'exact-match': TEXTS,
  'win-rate': ['generation', ...ORDERS],
  'pass-at-k': ['generation'],
  'refusal-rate': TEXTS,
  'toxicity-rate': TEXTS,
};

export type Functional = 'mean' | 'median' | 'quantile';

/** What a model that minimises the loss predicts (Gneiting 2011). Losses that elicit something else are left out. */
export const functionalOfLoss: Partial<Readonly<Record<Loss, Functional>>> = {
  'squared-error': 'mean',
  poisson: 'mean',
  gamma: 'mean',
  tweedie: 'mean',
  'absolute-error': 'median',
  pinball: 'quantile',
};

/** What a metric is best for. */
export const functionalOfFormula: Partial<Readonly<Record<Formula, Functional>>> = {
  rmse: 'mean',
  r2: 'mean',
  'poisson-deviance': 'mean',
  tweedie: 'mean',
  mae: 'median',
  wape: 'median',
  mase: 'median',
  pinball: 'quantile',
  'pinball-coverage': 'quantile',
};

/** Metrics that are shares of cases, and so lie between 0 and 1. */
export const shareFormulas: readonly Formula[] = [
  'accuracy',
  'balanced-accuracy',
  'precision',
  'recall',
  'f-beta',
  'fpr',
  'roc-auc',
  'pr-auc',
  'brier',
  'ece',
  'precision-at-k',
  'recall-at-k',
  'ndcg-at-k',
  'mrr',
  'map',
  'pinball-coverage',
  'concordance-index',
  'groundedness',
  'answer-correctness',
  'exact-match',
  'win-rate',
  'pass-at-k',
  'refusal-rate',
  'toxicity-rate',
];

export function isClassification(task: Task): boolean {
  return CLASSES.includes(task);
}

export function isNumeric(task: Task): boolean {
  return NUMBERS.includes(task);
}
