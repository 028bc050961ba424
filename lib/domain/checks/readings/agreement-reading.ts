import type { AgreementItem } from '../../worksheets/all-sections.ts';
import { agreementCoefficients } from '../../worksheets/sections/label-options.ts';
import { isOpen } from './open-answers.ts';
import type { Reader } from '../reader.ts';
import { notApplicable, waits } from '../rule.ts';
import type { Outcome, Subject } from '../rule.ts';
import { unlisted } from './sampling-reading.ts';

/** What several rules ask of the agreement that was measured. */

export type AgreementReader = Reader<AgreementItem>;
export type Coefficient = keyof typeof agreementCoefficients;

/** Those for which agreement is counted from what the labels taken together would give by chance. */
export const CHANCE_CORRECTED: readonly Coefficient[] = ['cohen', 'weighted-kappa', 'scott', 'fleiss', 'krippendorff'];

export function agreementItems({ read }: Subject): readonly AgreementReader[] {
  return read.section('labels').items('agreement');
}

export function agreementBy(subject: Subject, ...coefficients: readonly Coefficient[]): readonly AgreementReader[] {
  return agreementItems(subject).filter((item) => {
    const { value } = item.at('coefficient');
    return value !== undefined && coefficients.includes(value);
  });
}

/** For a rule about certain coefficients, where there is none: waits while one could still turn out to be. */
export function noSuchCoefficient(subject: Subject): Outcome {
  const items = agreementItems(subject);
  if (items.length === 0) return unlisted(subject.read.section('labels').whole('agreement'));
  const open = items.map((item) => item.at('coefficient')).filter(isOpen);
  return open.length > 0 ? waits(...open) : notApplicable;
}

export function coefficientName(item: AgreementReader): string {
  const { value } = item.at('coefficient');
  return value === undefined ? 'The coefficient' : agreementCoefficients[value];
}

/** A share of equal labels with a coefficient of the same labels. */
export interface AgreementPair {
  readonly percent: AgreementReader;
  readonly corrected: AgreementReader;
}

export function pairsWithPercent(subject: Subject): readonly AgreementPair[] {
  return agreementBy(subject, 'percent').flatMap((percent) =>
    agreementBy(subject, ...CHANCE_CORRECTED)
      .filter((corrected) => corrected.at('dataset').value === percent.at('dataset').value)
      .map((corrected) => ({ percent, corrected })),
  );
}

/** High agreement with a low coefficient, as there is where nearly all labels are the same. */
export function isPrevalenceParadox({ profile }: Subject, { percent, corrected }: AgreementPair): boolean {
  const [equal, beyondChance] = [percent.at('value').value, corrected.at('value').value];
  if (equal === undefined || beyondChance === undefined) return false;
  return equal >= profile['LBL-05.agreement'] && beyondChance < profile['LBL-05.kappa'];
}

/** Fields that the functions above look at. */
export const AGREEMENT_READS = ['labels.agreement', 'labels.agreement.coefficient', 'labels.agreement.value'] as const;
export const PAIR_READS = [...AGREEMENT_READS, 'labels.agreement.dataset'] as const;
