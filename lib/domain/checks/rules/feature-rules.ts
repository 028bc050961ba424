import {
  everyFeature,
  everySource,
  featuresBySource,
  sourcesById,
  type FeatureReader,
  type SourceReader,
} from '../readings/data-reading.ts';
import { quotedName, quotedNames } from '../words/item-name.ts';
import { isOpen } from '../readings/open-answers.ts';
import { contradiction, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';

const LEAKAGE =
  'S. Kapoor and A. Narayanan, Leakage and the reproducibility crisis in machine-learning-based science (2023)';

/** Whether features are the same thing in training and when predicting. */
export const featureRules: readonly RuleDefinition[] = [
  {
    id: 'SRC-04',
    version: 1,
    title: 'Features that exist when predicting',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'data.sources',
      'data.sources.usedFor',
      'data.sources.availableAtServing',
      'data.features.source',
      'data.features.computed',
      'data.features.availableAt',
    ],
    bounds: [],
    principle: 'A feature that is there in training only teaches the model to rely on what it will not have.',
    source: `Google, Rules of Machine Learning, rule 29; ${LEAKAGE}`,
    check(subject) {
      const features = featuresBySource(subject);
      return everySource(subject, (source) => thereWhenServing(subject, source, features.get(source.id) ?? []));
    },
  },
  {
    id: 'SRC-05',
    version: 1,
    title: 'Every feature has a source',
    severity: 'error',
    kind: 'gap',
    stage: 'design',
    reads: ['data.sources', 'data.features', 'data.features.source'],
    bounds: [],
    principle: 'Whether a feature is fresh, lawful and there in time follows from where it comes from.',
    source: 'Public checklists for reviews of ML system designs',
    check(subject) {
      const sources = sourcesById(subject);
      return everyFeature(subject, (feature) => {
        const source = feature.at('source');
        // One that names a source that is not there is a broken reference, and found as such.
        if (source.value !== undefined) return sources.has(source.value) ? pass : notApplicable;
        return needed([source], {
          message: `${quotedName(subject, feature)} has no source, so nothing tells whether it is there in time.`,
        });
      });
    },
  },
  {
    id: 'SRC-13',
    version: 1,
    title: 'Joined as it was at that moment',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'data.sources',
      'data.sources.usedFor',
      'data.sources.pointInTimeCorrect',
      'framing.timeDependent',
      'operations.logging.featuresLoggedAtServing',
    ],
    bounds: [],
    principle: 'Past cases joined with today’s values are trained on what was not known then.',
    source: LEAKAGE,
    check: (subject) => everySource(subject, (source) => joinedInTime(subject, source)),
  },
  {
    id: 'SRC-14',
    version: 1,
    title: 'One code for training and serving',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['data.features', 'data.features.computed', 'data.features.sameCode'],
    bounds: [],
    principle: 'Two codes for one feature drift apart, and the model meets values it was not trained on.',
    source: 'Google, Rules of Machine Learning, rule 32',
    check: twoCodes,
  },
];

/** One finding for a source, whatever comes from it: the cause is one. */
function thereWhenServing(subject: Subject, source: SourceReader, features: readonly FeatureReader[]): Outcome {
  const [there, uses] = [source.at('availableAtServing'), source.at('usedFor')];
  return given([there], (isThere) => {
    if (isThere) return pass;
    const late = features.filter((feature) => !isComputedAhead(feature));
    const name = quotedName(subject, source);
    if (late.length > 0) {
      return contradiction({
        ends: [there, ...late.map((feature) => feature.at('source'))],
        message: `${name} is not there at the moment of prediction, and ${quotedNames(subject, late)} ${late.length === 1 ? 'comes' : 'come'} from it.`,
      });
    }
    if (features.length > 0) return pass;
    return given([uses], (usedFor) =>
      usedFor.includes('serve-feature')
        ? contradiction({
            ends: [there, uses],
            message: `${name} is to give features at prediction time, and is not there then.`,
          })
        : pass,
    );
  });
}

/** What a batch job computed before is there although its source is not. */
function isComputedAhead(feature: FeatureReader): boolean {
  const known = feature.at('availableAt').value;
  return feature.at('computed').value === 'batch' && known !== undefined && known <= 0;
}

function joinedInTime(subject: Subject, source: SourceReader): Outcome {
  const { read } = subject;
  const [uses, correct] = [source.at('usedFor'), source.at('pointInTimeCorrect')];
  const dependent = read.section('framing').at('timeDependent');
  const logged = read.section('operations').group('logging').at('featuresLoggedAtServing');
  return given([uses, dependent], (usedFor, changes) => {
    if (!usedFor.includes('train') || !changes) return notApplicable;
    return given([correct], (asItWas) => {
      // Features that were kept as they were served need no join.
      if (asItWas || logged.value === true) return pass;
      return contradiction({
        ends: [correct, dependent],
        message: `${quotedName(subject, source)} cannot be read as it was at a past moment, so joins with past cases see the future.`,
      });
    });
  });
}

/** One finding for all of them. Features computed when asked for are watched for skew instead. */
function twoCodes(subject: Subject): Outcome | Outcome[] {
  const twice: FeatureReader[] = [];
  const judged = everyFeature(subject, (feature) =>
    given([feature.at('sameCode')], (isSame) => {
      if (isSame) return pass;
      const computed = feature.at('computed');
      if (isOpen(computed)) return waits(computed);
      if (computed.value === 'batch' || computed.value === 'streaming') twice.push(feature);
      return notApplicable;
    }),
  );
  if (twice.length === 0) return judged;
  const found = contradiction({
    ends: twice.map((feature) => feature.at('sameCode')),
    message: `Training and serving compute ${quotedNames(subject, twice)} with different code, which drifts apart.`,
  });
  return [found, ...('outcome' in judged ? [judged] : judged)];
}
