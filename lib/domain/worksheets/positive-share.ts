import type { Worksheet } from './all-sections.ts';
import type { Input } from './derivation.ts';

/** The share of positives: as measured in production; else the expected share of the positive class. */
export function positiveShare({ framing, imbalance }: Worksheet): Input {
  const production: Input = ['imbalance.prevalenceProduction', imbalance.prevalenceProduction];
  const positive = framing.classes.find(({ isPositive }) => isPositive.state === 'answered' && isPositive.value);
  const share: Input | undefined =
    positive === undefined ? undefined : [`framing.classes.${positive.id}.expectedShare`, positive.expectedShare];
  return production[1].state === 'answered' || share?.[1].state !== 'answered' ? production : share;
}
