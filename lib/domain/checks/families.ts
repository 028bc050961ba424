import { businessRules } from './business-rules.ts';
import { capacityRules } from './capacity-rules.ts';
import { forecastRules } from './forecast-rules.ts';
import { framingRules } from './framing-rules.ts';
import { artifactRules } from './artifact-rules.ts';
import { availabilityRules } from './availability-rules.ts';
import { batchingRules } from './batching-rules.ts';
import { fanOutRules } from './fan-out-rules.ts';
import { latencyMeasurementRules } from './latency-measurement-rules.ts';
import { latencyRules } from './latency-rules.ts';
import { loadRules } from './load-rules.ts';
import { plannedLoadRules } from './planned-load-rules.ts';
import { monitoringRules } from './monitoring-rules.ts';
import { riskRules } from './risk-rules.ts';
import { rolloutRules } from './rollout-rules.ts';
import { answerQualityRules } from './answer-quality-rules.ts';
import { generationRules } from './generation-rules.ts';
import { retrievalRules } from './retrieval-rules.ts';
import { tokenRules } from './token-rules.ts';
import { poolRules } from './pool-rules.ts';
import { versionRules } from './version-rules.ts';
import { imbalanceRules } from './imbalance-rules.ts';
import { metricChoiceRules } from './metric-choice-rules.ts';
import { metricTargetRules } from './metric-target-rules.ts';
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
  ...imbalanceRules,
  ...capacityRules,
  ...generationRules,
  ...answerQualityRules,
  ...retrievalRules,
  ...tokenRules,
  ...latencyRules,
  ...fanOutRules,
  ...latencyMeasurementRules,
  ...batchingRules,
  ...loadRules,
  ...plannedLoadRules,
  ...poolRules,
  ...availabilityRules,
  ...artifactRules,
  ...versionRules,
  ...monitoringRules,
  ...rolloutRules,
  ...riskRules,
  ...referenceRules,
  ...textRules,
].toSorted(byFamilyAndNumber);

function byFamilyAndNumber(a: RuleDefinition, b: RuleDefinition): number {
  const [familyA = '', numberA = ''] = a.id.split('-');
  const [familyB = '', numberB = ''] = b.id.split('-');
  return FAMILIES.indexOf(familyA) - FAMILIES.indexOf(familyB) || Number(numberA) - Number(numberB);
}
