import * as z from 'zod';
import type { Contract } from './calculator.ts';
import { anyNumber, numberFrom, probability } from './input-schemas.ts';

const costs = z.strictObject({
  tp: anyNumber().default(0),
  fp: anyNumber(),
  fn: anyNumber(),
  tn: anyNumber().default(0),
});

const input = z.strictObject({
  prevalence: probability(),
  sensitivity: probability().optional(),
  specificity: probability().optional(),
  precision: probability().optional(),
  measuredPrevalence: probability().optional(),
  costs: costs.optional(),
  volume: numberFrom(0).optional(),
  reviewCapacity: numberFrom(0).optional(),
});

const maybe = z.number().nullable();
const output = z.object({
  majorityAccuracy: z.number(),
  prAucBaseline: maybe,
  prAucMinimum: maybe,
  f1AllPositive: maybe,
  /** Given, or implied by sensitivity and precision at the prevalence where that was measured. */
  specificity: maybe,
  ppv: maybe,
  npv: maybe,
  precisionAtPrevalence: maybe,
  costThreshold: maybe,
  /** In the period that volume counts. */
  alerts: maybe,
  /** Alerts over review capacity. */
  reviewLoad: maybe,
  /** The recall that review capacity allows when every reviewed case is a positive. */
  recallAtCapacity: maybe,
  /** A case. */
  expectedCost: maybe,
  /** In the period that volume counts. */
  expectedCostOfVolume: maybe,
  assumptions: z.array(z.string()),
  notes: z.array(z.string()),
});

export type ImbalanceInput = z.infer<typeof input>;
export type ImbalanceOutput = z.infer<typeof output>;
export type ErrorCosts = z.infer<typeof costs>;

export const imbalanceContract = { input, output } satisfies Contract<ImbalanceInput, ImbalanceOutput>;
