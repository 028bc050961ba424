import { agreementRules } from './agreement-rules.ts';
import { annotationRules } from './annotation-rules.ts';
import { answerQualityRules } from './answer-quality-rules.ts';
import { artifactRules } from './artifact-rules.ts';
import { availabilityRules } from './availability-rules.ts';
import { batchingRules } from './batching-rules.ts';
import { businessRules } from './business-rules.ts';
import { capacityRules } from './capacity-rules.ts';
import { experimentSizeRules } from './experiment-size-rules.ts';
import { fanOutRules } from './fan-out-rules.ts';
import { featureRules } from './feature-rules.ts';
import { flowLatencyRules } from './flow-latency-rules.ts';
import { flowLoadRules } from './flow-load-rules.ts';
import { flowMessageRules } from './flow-message-rules.ts';
import { flowShapeRules } from './flow-shape-rules.ts';
import { flowTimeoutRules } from './flow-timeout-rules.ts';
import { forecastRules } from './forecast-rules.ts';
import { framingRules } from './framing-rules.ts';
import { freshnessRules } from './freshness-rules.ts';
import { generationRules } from './generation-rules.ts';
import { groupPresenceRules } from './group-presence-rules.ts';
import { imbalanceRules } from './imbalance-rules.ts';
import { labelCeilingRules } from './label-ceiling-rules.ts';
import { labelSourceRules } from './label-source-rules.ts';
import { labelTimeRules } from './label-time-rules.ts';
import { latencyMeasurementRules } from './latency-measurement-rules.ts';
import { latencyRules } from './latency-rules.ts';
import { loadRules } from './load-rules.ts';
import { metricChoiceRules } from './metric-choice-rules.ts';
import { metricTargetRules } from './metric-target-rules.ts';
import { monitoringRules } from './monitoring-rules.ts';
import { objectiveRules } from './objective-rules.ts';
import { objectiveWeightRules } from './objective-weight-rules.ts';
import { oversightRules } from './oversight-rules.ts';
import { plannedLoadRules } from './planned-load-rules.ts';
import { poolRules } from './pool-rules.ts';
import { referenceRules } from './reference-rules.ts';
import { reliabilityRules } from './reliability-rules.ts';
import { retrievalRules } from './retrieval-rules.ts';
import { riskRules } from './risk-rules.ts';
import { rolloutRules } from './rollout-rules.ts';
import type { RuleDefinition } from './rule.ts';
import { saidTwiceRules } from './said-twice-rules.ts';
import { samplingDrawRules } from './sampling-draw-rules.ts';
import { sliceRules } from './slice-rules.ts';
import { sourceStorageRules } from './source-storage-rules.ts';
import { sourceTermsRules } from './source-terms-rules.ts';
import { splitRules } from './split-rules.ts';
import { testReuseRules } from './test-reuse-rules.ts';
import { testSizeRules } from './test-size-rules.ts';
import { testUseRules } from './test-use-rules.ts';
import { textRules } from './text-rules.ts';
import { tokenRules } from './token-rules.ts';
import { versionRules } from './version-rules.ts';

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
  ...samplingDrawRules,
  ...groupPresenceRules,
  ...splitRules,
  ...testUseRules,
  ...testReuseRules,
  ...annotationRules,
  ...reliabilityRules,
  ...agreementRules,
  ...labelSourceRules,
  ...labelTimeRules,
  ...labelCeilingRules,
  ...experimentSizeRules,
  ...sliceRules,
  ...oversightRules,
  ...saidTwiceRules,
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
