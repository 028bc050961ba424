import { ageBeforeUpdate } from '../../worksheets/source-arithmetic.ts';
import {
  everyFeature,
  everySource,
  featuresBySource,
  sourcesById,
  type FeatureReader,
  type SourceReader,
} from '../readings/data-reading.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import { quotedName } from '../words/item-name.ts';
import { isOpen } from '../readings/open-answers.ts';
import type { Read } from '../reader.ts';
import { contradiction, given, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const LEAKAGE =
  'S. Kapoor and A. Narayanan, Leakage and the reproducibility crisis in machine-learning-based science (2023)';

/** Whether data is there in time: neither from the future nor older than it may be. */
export const freshnessRules: readonly RuleDefinition[] = [
  {
    id: 'FRM-04',
    version: 1,
    title: 'Known when predicting',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: ['data.features', 'data.features.availableAt'],
    bounds: [],
    principle: 'What becomes known after the prediction is there in the history, and missing when it counts.',
    source: `${LEAKAGE}, L2; Google, Rules of Machine Learning, rule 29`,
    check: (subject) =>
      everyFeature(subject, (feature) => {
        const known = feature.at('availableAt');
        return given([known], (at) =>
          at <= 0
            ? pass
            : contradiction({
                ends: [known],
                message: `${quotedName(subject, feature)} becomes known ${duration(at)} after the prediction that is to use it.`,
                numbers: [durationUsed('Known after the prediction by', at, known)],
                formula: 'known at ≤ 0, counted from the prediction',
              }),
        );
      }),
  },
  {
    id: 'SRC-03',
    version: 1,
    title: 'As fresh as it has to be',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'data.sources',
      'data.sources.usedFor',
      'data.sources.updateCadence',
      'data.sources.publishDelay',
      'data.sources.freshnessProvided',
      'data.sources.freshnessNeeded',
      'data.features.source',
      'data.features.availableAt',
      'data.features.freshnessNeeded',
    ],
    bounds: [],
    principle: 'Just before an update can be read, what is there is one interval and the delay old.',
    source: 'Google, Rules of Machine Learning, rule 8',
    check(subject) {
      const features = featuresBySource(subject);
      return everySource(subject, (source) => freshEnough(subject, source, features.get(source.id) ?? []));
    },
  },
  {
    id: 'SRC-15',
    version: 1,
    title: 'Known no sooner than it is published',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'data.sources.publishDelay',
      'data.features',
      'data.features.source',
      'data.features.availableAt',
      'data.features.freshnessNeeded',
    ],
    bounds: [],
    principle: 'Data that can be read after a delay is at least that old whenever it is known.',
    source: `${LEAKAGE}, L2`,
    check(subject) {
      const sources = sourcesById(subject);
      return everyFeature(subject, (feature) => {
        const reference = feature.at('source');
        const source = sources.get(reference.value ?? '');
        if (source !== undefined) return knownAfterPublished(subject, feature, source);
        return isOpen(reference) ? waits(reference) : notApplicable;
      });
    },
  },
];

interface Age {
  readonly ms: number;
  readonly ends: readonly Read[];
}

/** The oldest that the source is when it is used, by whichever statement makes it older; else the reads it waits for. */
function oldestWhenUsed(source: SourceReader): Age | readonly Read[] {
  const provided = source.at('freshnessProvided');
  const [interval, delay] = [source.at('updateCadence'), source.at('publishDelay')];
  const ages: Age[] = [];
  if (interval.value !== undefined && delay.value !== undefined) {
    ages.push({ ms: ageBeforeUpdate(interval.value, delay.value), ends: [interval, delay] });
  }
  if (provided.value !== undefined) ages.push({ ms: provided.value, ends: [provided] });
  return ages.toSorted((a, b) => b.ms - a.ms)[0] ?? [interval, delay].filter(isOpen);
}

function freshEnough(subject: Subject, source: SourceReader, features: readonly FeatureReader[]): Outcome {
  const [uses, own] = [source.at('usedFor'), source.at('freshnessNeeded')];
  if (features.length === 0) {
    if (isOpen(uses)) return waits(uses);
    if (!(uses.value?.includes('serve-feature') ?? false)) return notApplicable;
  }
  const needs = features
    .filter((feature) => youngestWhenUsed(feature, source) === undefined)
    .map((feature) => feature.at('freshnessNeeded'));
  const stated = [own, ...needs].filter(({ value }) => value !== undefined);
  if (stated.length === 0) return isOpen(own) ? waits(own) : notApplicable;
  const age = oldestWhenUsed(source);
  if (!('ms' in age)) return age.length > 0 ? waits(...age) : notApplicable;
  const [tightest, ...others] = stated
    .filter(({ value }) => age.ms > (value ?? 0))
    .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  if (tightest === undefined) return pass;
  const most = tightest.value ?? 0;
  return contradiction({
    ends: [...age.ends, tightest, ...others],
    message: `${quotedName(subject, source)} can be ${duration(age.ms)} old when it is used, and may be ${shownValue(subject.read.worksheet, tightest)} at most.`,
    numbers: [durationUsed('Oldest it can be', age.ms), durationUsed('Oldest it may be', most, tightest)],
    formula: 'time between updates + delay until it can be read ≤ oldest it may be',
  });
}

/** How old the newest data in a feature is at the prediction, in ms, where even that is older than it may be. */
function youngestWhenUsed(feature: FeatureReader, source: SourceReader): number | undefined {
  const known = feature.at('availableAt').value;
  const delay = source.at('publishDelay').value;
  const most = feature.at('freshnessNeeded').value;
  if (known === undefined || known > 0 || delay === undefined || most === undefined) return undefined;
  return delay - known > most ? delay - known : undefined;
}

function knownAfterPublished(subject: Subject, feature: FeatureReader, source: SourceReader): Outcome {
  const reads = [feature.at('availableAt'), source.at('publishDelay'), feature.at('freshnessNeeded')] as const;
  return given(reads, (at, delay, most) => {
    // What is known after the prediction is found by another rule.
    if (at > 0) return notApplicable;
    const youngest = youngestWhenUsed(feature, source);
    if (youngest === undefined) return pass;
    const when = at === 0 ? 'at the prediction' : `${duration(-at)} before the prediction`;
    return contradiction({
      ends: reads,
      message: `${quotedName(subject, feature)} is known ${when} from data that is ${duration(delay)} old when it can be read, so it is at least ${duration(youngest)} old and may be ${duration(most)} at most.`,
      numbers: [durationUsed('Least age at the prediction', youngest)],
      formula: 'delay until it can be read − known at ≤ oldest it may be',
    });
  });
}
