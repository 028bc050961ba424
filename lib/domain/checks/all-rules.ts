import { agreementExamples } from './examples/agreement-examples.ts';
import { artifactExamples } from './examples/artifact-examples.ts';
import { betweenExamples } from './examples/between-examples.ts';
import { businessExamples } from './examples/business-examples.ts';
import { families } from './families.ts';
import { featureExamples } from './examples/feature-examples.ts';
import { flowExamples } from './examples/flow-examples.ts';
import { framingExamples } from './examples/framing-examples.ts';
import { generationExamples } from './examples/generation-examples.ts';
import { imbalanceExamples } from './examples/imbalance-examples.ts';
import { labelExamples } from './examples/label-examples.ts';
import { latencyExamples } from './examples/latency-examples.ts';
import { loadExamples } from './examples/load-examples.ts';
import { metricChoiceExamples } from './examples/metric-choice-examples.ts';
import { metricTargetExamples } from './examples/metric-target-examples.ts';
import { objectiveExamples } from './examples/objective-examples.ts';
import { operationsExamples } from './examples/operations-examples.ts';
import { referenceExamples } from './examples/reference-examples.ts';
import { riskExamples } from './examples/risk-examples.ts';
import type { Rule } from './rule.ts';
import { samplingExamples } from './examples/sampling-examples.ts';
import { sourceExamples } from './examples/source-examples.ts';
import { splitExamples } from './examples/split-examples.ts';
import { testUseExamples } from './examples/test-use-examples.ts';
import { textExamples } from './examples/text-examples.ts';

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
