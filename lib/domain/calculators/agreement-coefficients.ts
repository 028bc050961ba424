import type { AgreementWeights } from '../stats/agreement-weights.ts';
import { type Agreement, type ChanceModel, chanceCorrectedAgreement } from '../stats/chance-corrected-agreement.ts';
import { cohenKappa, type CrossCell } from '../stats/cohen-kappa.ts';
import { normalQuantile } from '../stats/normal-quantile.ts';
import type { RatingProfile } from '../stats/rating-profile.ts';
import { studentCriticalValue } from '../stats/student-critical-value.ts';
import type { AnnotatorPair } from './annotator-pairs.ts';
import type { CodedRatings } from './coded-ratings.ts';
import type { AgreementCoefficient, LabelAgreementInput, LabelAgreementOutput } from './label-agreement-contract.ts';

/** Beyond so many categories these coefficients say nothing: the labels are measurements then. */
const MOST_CATEGORIES = 1000;

type Coefficients = Pick<
  LabelAgreementOutput,
  | 'percentAgreement'
  | 'fleissKappa'
  | 'scottPi'
  | 'cohenKappa'
  | 'weightedKappa'
  | 'gwetAc1'
  | 'gwetAc2'
  | 'brennanPrediger'
  | 'standardErrors'
  | 'intervals'
>;

/** An agreement and how many standard errors its interval reaches. */
interface Measured {
  readonly agreement: Agreement | null;
  readonly reach: number | null;
}

const NOT_MEASURED: Measured = { agreement: null, reach: null };

/** Every coefficient but alpha, with standard errors and intervals; what is not defined says so in the notes. */
export function agreementCoefficients(
  given: LabelAgreementInput,
  coded: CodedRatings,
  pairs: readonly AnnotatorPair[],
  notes: string[],
): Coefficients {
  const { profiles } = coded;
  const q = coded.categories.names.length;
  const tooMany = q > MOST_CATEGORIES;
  if (tooMany) {
    notes.push(
      `Only alpha and the share of equal labels are defined for ${q} categories: the others are for up to ${MOST_CATEGORIES}.`,
    );
  }
  const reach = coded.items < 2 ? null : studentCriticalValue(given.confidence, coded.items - 1);
  const inOrder = given.scale !== 'nominal' && q > 1;
  if (!inOrder && !tooMany) {
    notes.push('Weighted coefficients are not defined: they need categories in an order, so a scale beyond nominal.');
  }
  const among = (weights: AgreementWeights, chance: ChanceModel): Measured =>
    tooMany || (weights !== 'identity' && !inOrder)
      ? NOT_MEASURED
      : { agreement: chanceCorrectedAgreement(profiles, q, weights, chance), reach };

  const table = coded.annotators?.length === 2 && !tooMany ? pairs[0]?.table : undefined;
  if (coded.annotators !== null && coded.annotators.length !== 2) {
    notes.push('cohenKappa, scottPi and weightedKappa are not defined: they are for two annotators; see pairwise.');
  }
  const z = -normalQuantile((1 - given.confidence) / 2);
  const between = (weights: AgreementWeights): Measured =>
    table === undefined || (weights !== 'identity' && !inOrder)
      ? NOT_MEASURED
      : { agreement: cohenKappa(table, q, weights), reach: z };
  const brennanPrediger = among('identity', 'brennan-prediger');
  const measured: Record<AgreementCoefficient, Measured> = {
    percentAgreement: { agreement: equalLabels(profiles, q), reach },
    fleissKappa: among('identity', 'fleiss'),
    scottPi:
      table === undefined
        ? NOT_MEASURED
        : { agreement: chanceCorrectedAgreement(profilesOf(table), q, 'identity', 'fleiss'), reach },
    cohenKappa: between('identity'),
    weightedKappaLinear: between('linear'),
    weightedKappaQuadratic: between('quadratic'),
    gwetAc1: among('identity', 'gwet'),
    gwetAc2Linear: among('linear', 'gwet'),
    gwetAc2Quadratic: among('quadratic', 'gwet'),
    brennanPrediger,
  };
  noteChanceOfOne(measured, notes);
  const valueOf = (key: AgreementCoefficient): number | null => measured[key].agreement?.value ?? null;
  return {
    percentAgreement: valueOf('percentAgreement') ?? 0,
    fleissKappa: valueOf('fleissKappa'),
    scottPi: valueOf('scottPi'),
    cohenKappa: valueOf('cohenKappa'),
    weightedKappa: { linear: valueOf('weightedKappaLinear'), quadratic: valueOf('weightedKappaQuadratic') },
    gwetAc1: valueOf('gwetAc1'),
    gwetAc2: { linear: valueOf('gwetAc2Linear'), quadratic: valueOf('gwetAc2Quadratic') },
    brennanPrediger: valueOf('brennanPrediger'),
    standardErrors: mapped(measured, ({ agreement }) => agreement?.standardError ?? null),
    intervals: mapped(measured, (each) => intervalOf(each)),
  };
}

/** The share of equal pairs is what Brennan and Prediger's coefficient makes of it before chance is taken off. */
function equalLabels(profiles: readonly RatingProfile[], q: number): Agreement {
  const { observed, standardError } = chanceCorrectedAgreement(
    profiles,
    Math.max(2, q),
    'identity',
    'brennan-prediger',
  );
  const share = 1 - 1 / Math.max(2, q);
  return {
    observed,
    expected: 0,
    value: observed,
    standardError: standardError === null ? null : standardError * share,
  };
}

/** Two annotators as profiles, by the items that both have rated. */
function profilesOf(table: readonly CrossCell[]): RatingProfile[] {
  return table.map(({ first, second, items }) => ({
    items,
    cells:
      first === second
        ? [{ category: first, count: 2 }]
        : [
            { category: first, count: 1 },
            { category: second, count: 1 },
          ],
  }));
}

function noteChanceOfOne(measured: Record<AgreementCoefficient, Measured>, notes: string[]): void {
  const names = Object.entries(measured).flatMap(([name, { agreement }]) =>
    agreement !== null && agreement.value === null ? [name] : [],
  );
  if (names.length === 0) return;
  const are = names.length === 1 ? 'is' : 'are';
  notes.push(`${names.join(', ')} ${are} not defined: every label is the same, so that chance alone would agree.`);
}

/** Coefficients reach from −1 at least to 1 at most, and an interval that leaves that range is cut off there. */
function intervalOf({ agreement, reach }: Measured): [number, number] | null {
  if (agreement === null || agreement.value === null || agreement.standardError === null || reach === null) return null;
  const half = reach * agreement.standardError;
  const least = agreement.expected === 0 ? 0 : -1;
  return [Math.max(least, agreement.value - half), Math.min(1, agreement.value + half)];
}

function mapped<To>(
  measured: Record<AgreementCoefficient, Measured>,
  change: (each: Measured) => To,
): Record<AgreementCoefficient, To> {
  return {
    percentAgreement: change(measured.percentAgreement),
    fleissKappa: change(measured.fleissKappa),
    scottPi: change(measured.scottPi),
    cohenKappa: change(measured.cohenKappa),
    weightedKappaLinear: change(measured.weightedKappaLinear),
    weightedKappaQuadratic: change(measured.weightedKappaQuadratic),
    gwetAc1: change(measured.gwetAc1),
    gwetAc2Linear: change(measured.gwetAc2Linear),
    gwetAc2Quadratic: change(measured.gwetAc2Quadratic),
    brennanPrediger: change(measured.brennanPrediger),
  };
}
