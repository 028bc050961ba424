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
  'OBJ-01.training': 0.1,
  'SRC-01.columns': 0.3,
  'SRC-01.small': 1,
  'SRC-01.large': 100,
  'FLW-01.share': 0.5,
  'FLW-01.strict': 200,
  'FLW-03.services': 5,
  'FLW-03.connections': 2,
  'FLW-05.consumers': 3,
  'FLW-13.tries': 4,
  'SMP-02.miss': 0.05,
  'SMP-03.certainty': 0.95,
  'SMP-06.effective': 0.1,
  'SMP-15.optimism': 0.5,
  'SMP-17.variance': 0.2,
  'LBL-02.floor': 0.667,
  'LBL-02.reliable': 0.8,
  'LBL-05.agreement': 0.9,
  'LBL-05.kappa': 0.4,
  'LBL-06.items': 50,
  'LBL-06.half-width': 0.1,
  'LBL-09.ratio': 2,
  'LBL-13.items': 100,
  'LBL-15.disagreement': 0.1,
  'LBL-16.difference': 0.005,
  'LBL-17.shortfall': 0.05,
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
  'OBJ-01.training': share('Training may take this part of the time between two changes of a weight'),
  'SRC-01.columns': share('A read of at most this part of the columns is one of a few columns'),
  'SRC-01.small': count('Below this many gigabytes it costs little to read all columns'),
  'SRC-01.large': count('From this many gigabytes on it is an error to read all columns for a few'),
  'FLW-01.share': share('A database may take this part of the latency objective'),
  'FLW-01.strict': count('Up to this many milliseconds the time of a database has to be stated'),
  'FLW-03.services': count('Fewer services than this make no web'),
  'FLW-03.connections': count('Services may wait for one another over so many connections for each of them'),
  'FLW-05.consumers': count('From this many receivers on data is better published'),
  'FLW-13.tries': count('One request may become so many tries at the end of a chain of calls'),
  'SMP-02.miss': share('A critical group may be missed with a chance below this'),
  'SMP-03.certainty': share('A test holds enough of a critical group with at least this chance'),
  'SMP-06.effective': share('Weights leave at least this part of the cases effective'),
  'SMP-15.optimism': share('Looking often may add this part of the difference between target and baseline'),
  'SMP-17.variance': share('Another allocation may save this part of the variance'),
  'LBL-02.floor': share('Labels whose alpha or kappa is below this are not relied on'),
  'LBL-02.reliable': share('Labels whose alpha or kappa is at least this are relied on'),
  'LBL-05.agreement': share('From this share of equal labels on, agreement is high'),
  'LBL-05.kappa': share('Below this an alpha or kappa is low'),
  'LBL-06.items': count('Agreement on fewer items than this is too uncertain'),
  'LBL-06.half-width': share('Agreement may be known to plus or minus this'),
  'LBL-09.ratio': count('Annotators may differ so many times in how often they are wrong'),
  'LBL-13.items': count('People check a machine that labels on at least so many items'),
  'LBL-15.disagreement': share('With more disagreement than this it matters what becomes of it'),
  'LBL-16.difference': share('A stated agreement may differ from the recomputed one by this'),
  'LBL-17.shortfall': share('A judge may agree with people this much less than they with each other'),
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
