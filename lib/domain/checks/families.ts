import { businessRules } from './business-rules.ts';
import { capacityRules } from './capacity-rules.ts';
import { flowLatencyRules } from './flow-latency-rules.ts';
import { flowLoadRules } from './flow-load-rules.ts';
import { flowMessageRules } from './flow-message-rules.ts';
import { flowShapeRules } from './flow-shape-rules.ts';
import { flowTimeoutRules } from './flow-timeout-rules.ts';
import { forecastRules } from './forecast-rules.ts';
import { framingRules } from './framing-rules.ts';
import { imbalanceRules } from './imbalance-rules.ts';
import { metricChoiceRules } from './metric-choice-rules.ts';
import { metricTargetRules } from './metric-target-rules.ts';
import { objectiveRules } from './objective-rules.ts';
import { objectiveWeightRules } from './objective-weight-rules.ts';
import { featureRules } from './feature-rules.ts';
import { freshnessRules } from './freshness-rules.ts';
import { sourceStorageRules } from './source-storage-rules.ts';
import { sourceTermsRules } from './source-terms-rules.ts';
import { testSizeRules } from './test-size-rules.ts';
import { referenceRules } from './reference-rules.ts';
import { textRules } from './text-rules.ts';
import type { RuleDefinition } from './rule.ts';

const FAMILIES = [
  'BIZ',
  'FRM',
  'MET',
  'OBJ',
  'SRC',
  'FLW',
  'SMP',
  'LBL',
  'IMB',
  'GEN',
  'LAT',
  'VER',
  'OPS',
  'RSK',
  'XRF',
  'TXT',
];

/** Every rule, by family and number. */
export const families: readonly RuleDefinition[] = [
  ...businessRules,
  ...framingRules,
  ...forecastRules,
  ...metricChoiceRules,
  ...metricTargetRules,
  ...testSizeRules,
  ...objectiveRules,
  ...objectiveWeightRules,
  ...sourceStorageRules,
  ...sourceTermsRules,
  ...freshnessRules,
  ...featureRules,
  ...flowLatencyRules,
  ...flowShapeRules,
  ...flowTimeoutRules,
  ...flowLoadRules,
  ...flowMessageRules,
  ...imbalanceRules,
  ...capacityRules,
  ...referenceRules,
  ...textRules,
].toSorted(byFamilyAndNumber);

function byFamilyAndNumber(a: RuleDefinition, b: RuleDefinition): number {
  const [familyA = '', numberA = ''] = a.id.split('-');
  const [familyB = '', numberB = ''] = b.id.split('-');
  return FAMILIES.indexOf(familyA) - FAMILIES.indexOf(familyB) || Number(numberA) - Number(numberB);
}
