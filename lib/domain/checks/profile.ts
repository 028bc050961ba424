import { own, type JsonObject } from '../json.ts';
import { nearestName } from '../stats/nearest-name.ts';

/** The bounds of rules that a workspace can move, with the values that hold where it does not. Shares are fractions. */
export const defaultProfile = {
  'FRM-08.classes': 50,
  'FRM-08.examples': 50,
  'FRM-09.stakes': 100,
  'MET-01.rare': 0.05,
  'MET-04.gain': 0.05,
  'MET-06.rare': 0.01,
  'MET-11.half-width': 0.5,
  'MET-13.shift': 0.1,
  'MET-21.disagreement': 0.1,
  'IMB-01.rare': 0.05,
  'IMB-02.distance': 0.1,
  'IMB-04.shift': 0.1,
  'IMB-06.examples': 100,
  'GEN-03.items': 100,
  'GEN-03.agreement': 0.6,
  'LAT-07.utilisation': 0.7,
  'LAT-07.workers': 4,
  'LAT-17.availability': 0.999,
  'RSK-02.weight': 12,
  'XRF-02.difference': 0.01,
};

export type ThresholdKey = keyof typeof defaultProfile;

/** Every bound that a worksheet was checked with. */
export type Profile = Readonly<Record<ThresholdKey, number>>;

export interface Threshold {
  readonly max: number;
  readonly meaning: string;
}

const share = (meaning: string): Threshold => ({ max: 1, meaning });
const count = (meaning: string): Threshold => ({ max: 1_000_000, meaning });

/** What each bound means and how far it can be moved from 0 on. */
export const thresholds: Readonly<Record<ThresholdKey, Threshold>> = {
  'FRM-08.classes': count('More classes than this are many'),
  'FRM-08.examples': count('A class with fewer examples than this is thin'),
  'FRM-09.stakes': count('A mistake that costs so many times what a hit is worth is high-stake'),
  'MET-01.rare': share('A minority of at most this share makes accuracy empty'),
  'MET-04.gain': share('A PR AUC that covers at most this part of the way from chance to 1 is near random'),
  'MET-06.rare': share('Below this share ROC AUC alone hides false alarms'),
  'MET-11.half-width': share('The half-width may be at most this part of the difference to be shown'),
  'MET-13.shift': share('Shares of positives that differ by more than this part of the larger are different'),
  'MET-21.disagreement': share('Stated and implied precision may differ by this part of the larger'),
  'IMB-01.rare': share('Up to this share the costs of errors are needed'),
  'IMB-02.distance': share('The threshold may lie this part away from the cost-optimal one'),
  'IMB-04.shift': share('Shares of positives that differ by more than this part of the larger are different'),
  'IMB-06.examples': count('Fewer minority examples than this are too few to train on'),
  'GEN-03.items': count('A judge that was checked against people on fewer answers than this is not known'),
  'GEN-03.agreement': share('A judge that agrees with people less than this is not good enough'),
  'LAT-07.utilisation': share('Few workers that are busier than this at the peak make requests wait long'),
  'LAT-07.workers': count('Up to so many workers are few'),
  'RSK-02.weight': count('A failure whose severity times likelihood is at least this needs an answer'),
  'LAT-17.availability': share('From this availability objective on a single replica is too few'),
  'XRF-02.difference': share('Two statements of the same quantity may differ by this part of the larger'),
};

function isThresholdKey(key: string): key is ThresholdKey {
  return Object.hasOwn(defaultProfile, key);
}

/** The bounds of a workspace or file: its own where they are known and in range, the defaults for the others. */
export function readProfile(changes: JsonObject | undefined): Profile {
  const profile: Record<ThresholdKey, number> = { ...defaultProfile };
  for (const key of Object.keys(changes ?? {})) {
    const changed = own(changes ?? {}, key);
    if (isThresholdKey(key) && isInRange(changed, key)) profile[key] = changed;
  }
  return profile;
}

/** One sentence for every bound of a file that is not known or out of range, and so does not count. */
export function profileProblems(changes: JsonObject | undefined): { key: string; problem: string }[] {
  return Object.entries(changes ?? {}).flatMap(([key, changed]) => {
    if (isThresholdKey(key)) {
      return isInRange(changed, key)
        ? []
        : [{ key, problem: `${key} must be a number from 0 to ${thresholds[key].max}.` }];
    }
    const nearest = nearestName(key, Object.keys(defaultProfile));
    const wayOut = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
    return [{ key, problem: `${key} is not a bound of any rule.${wayOut}` }];
  });
}

function isInRange(value: unknown, key: ThresholdKey): value is number {
  return typeof value === 'number' && value >= 0 && value <= thresholds[key].max;
}
