import { AppError } from '../errors.ts';
import { nearestName } from '../stats/nearest-name.ts';
import type { Calculator } from './calculator.ts';
import { imbalance } from './imbalance.ts';
import { proportionInterval } from './proportion-interval.ts';
import { rareGroup } from './rare-group.ts';
import { sampleSizeProportions } from './sample-size-proportions.ts';

/** The registry: pages, API, command line and evidence all read this list. */
export const calculators: readonly Calculator[] = [proportionInterval, imbalance, rareGroup, sampleSizeProportions];

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
