import { agreementRules } from './rules/agreement-rules.ts';
import { annotationRules } from './rules/annotation-rules.ts';
import { answerQualityRules } from './rules/answer-quality-rules.ts';
import { artifactRules } from './rules/artifact-rules.ts';
import { answerTimeRules } from './rules/answer-time-rules.ts';
import { availabilityRules } from './rules/availability-rules.ts';
import { batchingRules } from './rules/batching-rules.ts';
import { businessRules } from './rules/business-rules.ts';
import { capacityRules } from './rules/capacity-rules.ts';
import { experimentSizeRules } from './rules/experiment-size-rules.ts';
import { fanOutRules } from './rules/fan-out-rules.ts';
import { featureRules } from './rules/feature-rules.ts';
import { flowLatencyRules } from './rules/flow-latency-rules.ts';
import { flowLoadRules } from './rules/flow-load-rules.ts';
import { flowMessageRules } from './rules/flow-message-rules.ts';
import { flowShapeRules } from './rules/flow-shape-rules.ts';
import { flowTimeoutRules } from './rules/flow-timeout-rules.ts';
import { forecastRules } from './rules/forecast-rules.ts';
import { framingRules } from './rules/framing-rules.ts';
import { freshnessRules } from './rules/freshness-rules.ts';
import { generationRules } from './rules/generation-rules.ts';
import { groupPresenceRules } from './rules/group-presence-rules.ts';
import { imbalanceRules } from './rules/imbalance-rules.ts';
import { labelCeilingRules } from './rules/label-ceiling-rules.ts';
import { labelSourceRules } from './rules/label-source-rules.ts';
import { labelTimeRules } from './rules/label-time-rules.ts';
import { latencyMeasurementRules } from './rules/latency-measurement-rules.ts';
import { latencyRules } from './rules/latency-rules.ts';
import { loadRules } from './rules/load-rules.ts';
import { metricChoiceRules } from './rules/metric-choice-rules.ts';
import { metricTargetRules } from './rules/metric-target-rules.ts';
import { monitoringRules } from './rules/monitoring-rules.ts';
import { objectiveRules } from './rules/objective-rules.ts';
import { objectiveWeightRules } from './rules/objective-weight-rules.ts';
import { oversightRules } from './rules/oversight-rules.ts';
import { plannedLoadRules } from './rules/planned-load-rules.ts';
import { poolRules } from './rules/pool-rules.ts';
import { referenceRules } from './rules/reference-rules.ts';
import { reliabilityRules } from './rules/reliability-rules.ts';
import { retrievalRules } from './rules/retrieval-rules.ts';
import { riskRules } from './rules/risk-rules.ts';
import { rolloutRules } from './rules/rollout-rules.ts';
import type { RuleDefinition } from './rule.ts';
import { saidTwiceRules } from './rules/said-twice-rules.ts';
import { samplingDrawRules } from './rules/sampling-draw-rules.ts';
import { sliceRules } from './rules/slice-rules.ts';
import { sourceStorageRules } from './rules/source-storage-rules.ts';
import { sourceTermsRules } from './rules/source-terms-rules.ts';
import { splitRules } from './rules/split-rules.ts';
import { testReuseRules } from './rules/test-reuse-rules.ts';
import { testSizeRules } from './rules/test-size-rules.ts';
import { testUseRules } from './rules/test-use-rules.ts';
import { textRules } from './rules/text-rules.ts';
import { tokenRules } from './rules/token-rules.ts';
import { versionRules } from './rules/version-rules.ts';

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
  ...answerTimeRules,
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
