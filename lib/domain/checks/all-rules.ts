import { agreementExamples } from './agreement-examples.ts';
import { artifactExamples } from './artifact-examples.ts';
import { betweenExamples } from './between-examples.ts';
import { businessExamples } from './business-examples.ts';
import { families } from './families.ts';
import { featureExamples } from './feature-examples.ts';
import { flowExamples } from './flow-examples.ts';
import { framingExamples } from './framing-examples.ts';
import { generationExamples } from './generation-examples.ts';
import { imbalanceExamples } from './imbalance-examples.ts';
import { labelExamples } from './label-examples.ts';
import { latencyExamples } from './latency-examples.ts';
import { loadExamples } from './load-examples.ts';
import { metricChoiceExamples } from './metric-choice-examples.ts';
import { metricTargetExamples } from './metric-target-examples.ts';
import { objectiveExamples } from './objective-examples.ts';
import { operationsExamples } from './operations-examples.ts';
import { referenceExamples } from './reference-examples.ts';
import { riskExamples } from './risk-examples.ts';
import type { Rule } from './rule.ts';
import { samplingExamples } from './sampling-examples.ts';
import { sourceExamples } from './source-examples.ts';
import { splitExamples } from './split-examples.ts';
import { testUseExamples } from './test-use-examples.ts';
import { textExamples } from './text-examples.ts';

const examples = {
  ...businessExamples,
  ...framingExamples,
  ...metricChoiceExamples,
  ...metricTargetExamples,
  ...objectiveExamples,
  ...sourceExamples,
  ...featureExamples,
  ...flowExamples,
  ...samplingExamples,
  ...splitExamples,
  ...testUseExamples,
  ...agreementExamples,
  ...labelExamples,
  ...betweenExamples,
  ...imbalanceExamples,
  ...generationExamples,
  ...latencyExamples,
  ...loadExamples,
  ...artifactExamples,
  ...operationsExamples,
  ...riskExamples,
  ...referenceExamples,
  ...textExamples,
};

/** Every rule with its examples: for pages, the list of the command line and tests. Checking needs only `families`. */
export const rules: readonly Rule[] = families.map((rule) => {
  const own = examples[rule.id];
  if (own === undefined) throw new RangeError(`Rule ${rule.id} has no examples`);
  return { ...rule, examples: own };
});
