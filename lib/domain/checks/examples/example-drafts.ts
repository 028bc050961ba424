import type { JsonObject } from '../../json.ts';

/** Parts that the examples of rules are made of. */

/** Not known yet. */
export const open: JsonObject = { unknown: {} };

export function metrics(...items: readonly JsonObject[]): { readonly metrics: JsonObject } {
  return { metrics: { items } };
}

/** The primary metric of the model, with whatever matters to the example. */
export function primary(fields: JsonObject): JsonObject {
  return { id: 'm1', kind: 'model', role: 'primary', ...fields };
}

export const businessMetric: JsonObject = {
  id: 'loss',
  name: 'Fraud loss',
  kind: 'business',
  role: 'primary',
  direction: 'down',
};

export const costs: JsonObject = { tp: '-2', fp: '1', fn: '20', tn: '0' };
