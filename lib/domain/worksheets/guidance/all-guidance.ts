import { definitionKey } from '#lib/domain/worksheets/paths.ts';
import { artifactsGuidance } from './artifacts.ts';
import { businessGuidance } from './business.ts';
import { dataGuidance } from './data.ts';
import { dataflowGuidance } from './dataflow.ts';
import type { FieldGuidance, SectionGuidance } from './field-guidance.ts';
import { framingGuidance } from './framing.ts';
import { imbalanceGuidance } from './imbalance.ts';
import { labelsGuidance } from './labels.ts';
import { metricsGuidance } from './metrics.ts';
import { objectivesGuidance } from './objectives.ts';
import { operationsGuidance } from './operations.ts';
import { overviewGuidance } from './overview.ts';
import { riskGuidance } from './risk.ts';
import { samplingGuidance } from './sampling.ts';
import { servingGuidance } from './serving.ts';

/** All guidance at once, for servers and the command line; a browser asks for one section at a time. */
const bySection: Readonly<Record<string, SectionGuidance>> = {
  overview: overviewGuidance,
  business: businessGuidance,
  framing: framingGuidance,
  metrics: metricsGuidance,
  objectives: objectivesGuidance,
  data: dataGuidance,
  dataflow: dataflowGuidance,
  sampling: samplingGuidance,
  labels: labelsGuidance,
  imbalance: imbalanceGuidance,
  serving: servingGuidance,
  artifacts: artifactsGuidance,
  operations: operationsGuidance,
  risk: riskGuidance,
};

/** The guidance of one section, by the path of the field within it. */
export function sectionGuidance(section: string): SectionGuidance {
  return Object.hasOwn(bySection, section) ? (bySection[section] ?? {}) : {};
}

/** The guidance of the field at a path, whichever item of a list it is in. */
export function guidanceAt(path: string): FieldGuidance | undefined {
  const key = definitionKey(path);
  if (key === undefined) return undefined;
  const [section = '', ...within] = key.split('.');
  const guidance = sectionGuidance(section);
  const field = within.join('.');
  return Object.hasOwn(guidance, field) ? guidance[field] : undefined;
}
