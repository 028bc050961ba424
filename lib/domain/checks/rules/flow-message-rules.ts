import { storedBeyond } from '../readings/stored-events.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import { connections, everyConnection, noConnections, type ConnectionReader } from '../readings/flow-reading.ts';
import { quotedName, quotedNames } from '../words/item-name.ts';
import { isOpen } from '../readings/open-answers.ts';
import { contradiction, given, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

/** What is made of messages when they come twice, too late or in another shape. */
export const flowMessageRules: readonly RuleDefinition[] = [
  {
    id: 'FLW-09',
    version: 1,
    title: 'Twice does no harm',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'dataflow.edges',
      'dataflow.edges.mode',
      'dataflow.edges.delivery',
      'dataflow.edges.retries',
      'dataflow.edges.idempotent',
    ],
    bounds: [],
    principle: 'What is delivered at least once, or tried again, will come twice, and must not count twice.',
    source: 'M. Kleppmann, Designing Data-Intensive Applications (2017), chapter 11',
    check: (subject) => everyConnection(subject, (connection) => twiceWithoutHarm(subject, connection)),
  },
  {
    id: 'FLW-10',
    version: 1,
    title: 'Events outlast the wait for their labels',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'dataflow.components.kind',
      'dataflow.edges',
      'dataflow.edges.from',
      'dataflow.edges.to',
      'dataflow.edges.mode',
      'dataflow.edges.sync',
      'dataflow.edges.retention',
      'labels.labelDelay',
      'operations.replayNeeded',
    ],
    bounds: [],
    principle: 'An event that is gone before its label comes cannot be learned from.',
    source: 'C. Huyen, Designing Machine Learning Systems (2022), chapter 3',
    check(subject) {
      const stored = storedBeyond(subject);
      return everyConnection(subject, (connection) => keptForLabels(subject, connection, stored));
    },
  },
  {
    id: 'FLW-11',
    version: 1,
    title: 'Features logged as they were served',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'launch',
    reads: [
      'operations.logging.featuresLoggedAtServing',
      'serving.predictionMode',
      'framing.learningMode',
      'framing.modality',
      'data.sources.usedFor',
      'data.sources.pointInTimeCorrect',
    ],
    bounds: [],
    principle: 'Only what was logged when it was served shows what the model saw.',
    source: 'Google, Rules of Machine Learning, rule 29',
    check: loggedAsServed,
  },
  {
    id: 'FLW-12',
    version: 1,
    title: 'Schemas are versioned',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['dataflow.edges', 'dataflow.edges.mode', 'dataflow.edges.schemaVersioned'],
    bounds: [],
    principle: 'A field that changes its meaning without a new version breaks its readers in silence.',
    source: 'E. Breck et al., The ML test score (2017), Monitor 1',
    check: versionedSchemas,
  },
];

function twiceWithoutHarm(subject: Subject, connection: ConnectionReader): Outcome {
  const [delivery, retries] = [connection.at('delivery'), connection.at('retries')];
  const harmless = connection.at('idempotent');
  if (harmless.value === true || delivery.value === 'exactly-once') return pass;
  const cause =
    delivery.value === 'at-least-once'
      ? { end: delivery, words: 'is delivered at least once' }
      : (retries.value ?? 0) > 0
        ? { end: retries, words: 'is tried again when it fails' }
        : undefined;
  if (cause === undefined) {
    const open = [delivery, retries].filter(isOpen);
    return open.length > 0 ? waits(...open) : pass;
  }
  return given([harmless], () =>
    contradiction({
      ends: [harmless, cause.end],
      message: `${quotedName(subject, connection)} ${cause.words}, and a second time does harm: make it safe to repeat, or duplicates will count.`,
    }),
  );
}

/** Events that something on their way stores are not lost when the stream forgets them. */
function keptForLabels(
  subject: Subject,
  connection: ConnectionReader,
  stored: (connection: ConnectionReader) => boolean,
): Outcome {
  const { read } = subject;
  const [mode, kept] = [connection.at('mode'), connection.at('retention')];
  const needs = [read.section('labels').at('labelDelay'), read.section('operations').at('replayNeeded')];
  return given([mode], (how) => {
    if (how !== 'pubsub') return notApplicable;
    if (stored(connection)) return pass;
    return given([kept], (retention) => {
      const [longest] = needs
        .filter(({ value }) => value !== undefined)
        .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
      const most = longest?.value ?? 0;
      if (longest !== undefined && most > retention) {
        const what = longest === needs[0] ? 'their labels come after' : 'computing again must reach back';
        return contradiction({
          ends: [kept, longest],
          message: `Events of ${quotedName(subject, connection)} are kept for ${shownValue(read.worksheet, kept)} and stored nowhere else, and ${what} ${duration(most)}.`,
          numbers: [durationUsed('Kept for', retention, kept), durationUsed('Needed for', most, longest)],
          formula: 'kept for ≥ delay of the labels, and ≥ what must be computed again',
        });
      }
      const open = needs.filter(isOpen);
      return open.length > 0 ? waits(...open) : pass;
    });
  });
}

/** Training can do without a log where every source can be read as it was. */
function loggedAsServed({ read }: Subject): Outcome {
  const logged = read.section('operations').group('logging').at('featuresLoggedAtServing');
  const mode = read.section('serving').at('predictionMode');
  const learning = read.section('framing').at('learningMode').value;
  const input = read.section('framing').at('modality').value;
  return given([logged, mode], (isLogged, how) => {
    if (isLogged) return pass;
    // A batch run keeps its input, a device has nowhere to send it, and a prompted model is trained on none.
    if (how === 'batch' || how === 'edge' || learning === 'pretrained-prompted') return notApplicable;
    if (input !== undefined && !input.some((kind) => kind === 'tabular' || kind === 'time-series'))
      return notApplicable;
    const served = read
      .section('data')
      .items('sources')
      .filter((source) => source.at('usedFor').value?.includes('serve-feature') ?? false);
    if (served.length > 0 && served.every((source) => source.at('pointInTimeCorrect').value === true)) return pass;
    return contradiction({
      ends: [logged, mode],
      message: 'Features are not logged as they are served, so training has to guess what the model saw.',
      remedy: { label: 'Log them', path: logged.path, value: true },
    });
  });
}

/** One finding for all of them. */
function versionedSchemas(subject: Subject): Outcome | Outcome[] {
  const all = connections(subject);
  if (all.length === 0) return noConnections(subject);
  const unversioned = all.filter((connection) => connection.at('schemaVersioned').value === false);
  const rest = everyConnection(subject, (connection) =>
    given([connection.at('schemaVersioned')], (isVersioned) => (isVersioned ? pass : notApplicable)),
  );
  const found =
    unversioned.length === 0
      ? []
      : [
          contradiction({
            ends: unversioned.map((connection) => connection.at('schemaVersioned')),
            message: `The schema of what passes is not versioned: ${quotedNames(subject, unversioned)}.`,
          }),
        ];
  return [...found, ...('outcome' in rest ? [rest] : rest)];
}
