import { AppError } from '../errors.ts';
import { nearestName } from '../stats/nearest-name.ts';
import { availabilityContract } from './availability-contract.ts';
import { availability } from './availability.ts';
import type { Calculation, Calculator, Contract } from './calculator.ts';
import { fanOutContract } from './fan-out-contract.ts';
import { fanOut } from './fan-out.ts';
import { imbalanceContract } from './imbalance-contract.ts';
import { imbalance } from './imbalance.ts';
import { labelAgreementContract } from './label-agreement-contract.ts';
import { labelAgreement } from './label-agreement.ts';
import { labelNoiseContract } from './label-noise-contract.ts';
import { labelNoise } from './label-noise.ts';
import { latencyBudgetContract } from './latency-budget-contract.ts';
import { latencyBudget } from './latency-budget.ts';
import { percentilesContract } from './percentiles-contract.ts';
import { percentiles } from './percentiles.ts';
import { proportionIntervalContract } from './proportion-interval-contract.ts';
import { proportionInterval } from './proportion-interval.ts';
import { queueContract } from './queue-contract.ts';
import { queue } from './queue.ts';
import { rareGroupContract } from './rare-group-contract.ts';
import { rareGroup } from './rare-group.ts';
import { sampleSizeProportionsContract } from './sample-size-proportions-contract.ts';
import { sampleSizeProportions } from './sample-size-proportions.ts';

/** The registry: pages, API, command line and evidence all read this list. */
export const calculators: readonly Calculator[] = [
  withContract(proportionInterval, proportionIntervalContract),
  withContract(imbalance, imbalanceContract),
  withContract(rareGroup, rareGroupContract),
  withContract(sampleSizeProportions, sampleSizeProportionsContract),
  withContract(labelAgreement, labelAgreementContract),
  withContract(labelNoise, labelNoiseContract),
  withContract(queue, queueContract),
  withContract(fanOut, fanOutContract),
  withContract(availability, availabilityContract),
  withContract(percentiles, percentilesContract),
  withContract(latencyBudget, latencyBudgetContract),
];

function withContract<Input, Output>(
  calculation: Calculation<Input, Output>,
  contract: Contract<Input, Output>,
): Calculator<Input, Output> {
  return { ...calculation, ...contract };
}

/** @throws AppError 'not-found' that names the nearest calculator */
export function calculatorById(id: string): Calculator {
  const found = calculators.find((calculator) => calculator.id === id);
  if (found !== undefined) return found;
  const ids = calculators.map((calculator) => calculator.id);
  const suggestion = nearestName(id, ids);
  const wayOut = suggestion === undefined ? `There are ${ids.join(', ')}.` : `Did you mean ${suggestion}?`;
  throw new AppError('not-found', `There is no calculator ‘${id}’. ${wayOut}`, {
    path: 'id',
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}
