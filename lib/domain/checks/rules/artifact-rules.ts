import {
  artifactItems,
  artifactList,
  artifactsOf,
  isVersioned,
  kindName,
  noneKept,
  type ArtifactKind,
  type ArtifactReader,
} from '../readings/artifact-reading.ts';
import { listed } from '../words/number-words.ts';
import { isOpen } from '../readings/open-answers.ts';
import type { Read } from '../reader.ts';
import { contradiction, gap, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 6, on experiment tracking and versioning';
const SCORE = 'Breck et al., The ML Test Score (2017)';

/** Whether everything that a prediction depends on can be found again. */
export const artifactRules: readonly RuleDefinition[] = [
  {
    id: 'VER-01',
    version: 1,
    title: 'A version of everything that matters',
    severity: 'error',
    kind: 'gap',
    stage: 'launch',
    reads: [
      'artifacts.items',
      'artifacts.items.kind',
      'artifacts.items.idScheme',
      'framing.learningMode',
      'labels.labelType',
      'data.features',
    ],
    bounds: [],
    principle: 'A result that cannot be made again cannot be explained, compared or taken back.',
    source: DMLS,
    check: everyKindKept,
  },
  {
    id: 'VER-02',
    version: 1,
    title: 'A test set that stays the same',
    severity: 'error',
    kind: 'contradiction',
    stage: 'launch',
    reads: ['artifacts.items', 'artifacts.items.kind', 'artifacts.items.immutable'],
    bounds: [],
    principle: 'A test set that changes is a moving yardstick: two results on it cannot be compared.',
    source: DMLS,
    check(subject) {
      const sets = artifactsOf(subject, 'eval-dataset');
      if (sets.length === 0) return noneKept(subject);
      return sets.map((set) => {
        const immutable = set.at('immutable');
        return given([immutable], (stays) =>
          stays
            ? pass
            : contradiction({
                ends: [immutable],
                message: 'The evaluation data can be changed, so results of different days cannot be compared.',
                remedy: { label: 'Keep each version where it cannot be overwritten' },
              }),
        );
      });
    },
  },
  {
    id: 'VER-03',
    version: 1,
    title: 'From the model back to its data and code',
    severity: 'error',
    kind: 'contradiction',
    stage: 'launch',
    reads: ['artifacts.items', 'artifacts.items.kind', 'artifacts.items.linkedTo', 'framing.learningMode'],
    bounds: [],
    principle: 'A model whose data and code are not on record cannot be explained or trained again.',
    source: `${DMLS}; ${SCORE}, Infrastructure 1`,
    check: modelLeadsBack,
  },
  {
    id: 'VER-08',
    version: 1,
    title: 'Thresholds that go back with the model',
    severity: 'warning',
    kind: 'gap',
    stage: 'launch',
    reads: [
      'artifacts.items',
      'artifacts.items.kind',
      'artifacts.items.idScheme',
      'artifacts.items.linkedTo',
      'imbalance.thresholdPolicy',
    ],
    bounds: [],
    principle: 'A threshold fits the scores of one model; going back to another model with it changes what is flagged.',
    source: DMLS,
    check: thresholdsGoAlong,
  },
];

const TRAINED: readonly ArtifactKind[] = ['code', 'data-snapshot', 'model', 'dependencies', 'eval-dataset'];
const PROMPTED: readonly ArtifactKind[] = ['code', 'prompt', 'dependencies', 'eval-dataset'];
/** An image of the environment holds the dependencies. */
const STANDS_IN: Partial<Record<ArtifactKind, ArtifactKind>> = { dependencies: 'environment' };

/** Labels that come from records stand in the snapshot; those that somebody gives are kept beside it. */
function kindsNeeded({ read }: Subject, isPrompted: boolean): readonly ArtifactKind[] {
  if (isPrompted) return PROMPTED;
  const label = read.section('labels').at('labelType').value;
  const isGiven = label === 'hand' || label === 'programmatic' || label === 'llm';
  const hasFeatures = read.section('data').whole('features').state === 'answered';
  return [
    ...TRAINED,
    ...(isGiven ? ['labels' as const] : []),
    ...(hasFeatures ? ['feature-definitions' as const] : []),
  ];
}

function everyKindKept(subject: Subject): Outcome | readonly Outcome[] {
  const [list, artifacts] = [artifactList(subject), artifactItems(subject)];
  if (artifacts.length === 0) {
    return needed([list], {
      message: 'Nothing says how code, data and model are kept, so no result can be made again.',
    });
  }
  const mode = subject.read.section('framing').at('learningMode');
  return given([mode], (learning) => {
    const wanted = kindsNeeded(subject, learning === 'pretrained-prompted');
    const kinds = artifacts.map((artifact) => artifact.at('kind'));
    const kept = new Set(kinds.flatMap(({ value }) => value ?? []));
    const missing = wanted.filter((kind) => !kept.has(kind) && !kept.has(STANDS_IN[kind] ?? kind));
    const open = kinds.filter(isOpen);
    const nameless = wanted.flatMap((kind) =>
      artifactsOf(subject, kind).filter((artifact) => artifact.at('idScheme').value === 'none'),
    );
    if (nameless.length > 0) return noWayToFind(nameless);
    if (missing.length === 0) return pass;
    if (open.length > 0) return waits(...open);
    return gap({
      ends: [list],
      message: `Nothing says how ${listed(missing.map(kindName))} ${missing.length === 1 ? 'is' : 'are'} kept, so a result cannot be made again.`,
    });
  });
}

function noWayToFind(nameless: readonly ArtifactReader[]): Outcome {
  const kinds = nameless.flatMap((artifact) => artifact.at('kind').value ?? []);
  const names = listed([...new Set(kinds)].map(kindName));
  return contradiction({
    ends: nameless.map((artifact) => artifact.at('idScheme')),
    message: `Nothing identifies the version of ${names}, so it cannot be found again.`,
  });
}

function modelLeadsBack(subject: Subject): Outcome | readonly Outcome[] {
  // A prompted model was trained by somebody else.
  if (subject.read.section('framing').at('learningMode').value === 'pretrained-prompted') return notApplicable;
  const models = artifactsOf(subject, 'model');
  if (models.length === 0) return noneKept(subject);
  return models.map((model) => {
    const linked = model.at('linkedTo');
    return given([linked], (direct) => {
      const reached = reachedFrom(subject, direct);
      const lost = (['data-snapshot', 'code'] as const).filter((kind) => !reached.has(kind));
      if (lost.length === 0) return pass;
      return contradiction({
        ends: [linked],
        message: `The model does not point at its ${listed(lost.map(kindName))}, so it cannot be traced or trained again.`,
        formula: 'model → data snapshot, code',
      });
    });
  });
}

/** What the record of a model leads to, over other artifacts: a run that points at code and data will do. */
function reachedFrom(subject: Subject, direct: readonly ArtifactKind[]): ReadonlySet<ArtifactKind> {
  const reached = new Set<ArtifactKind>(direct);
  // A set that grows while it is read is read to its new end.
  for (const kind of reached) {
    for (const artifact of artifactsOf(subject, kind)) {
      for (const next of artifact.at('linkedTo').value ?? []) reached.add(next);
    }
  }
  return reached;
}

function thresholdsGoAlong(subject: Subject): Outcome | readonly Outcome[] {
  const policy = subject.read.section('imbalance').at('thresholdPolicy');
  return given([policy], () => {
    const thresholds = artifactsOf(subject, 'thresholds-and-weights');
    const [first] = thresholds;
    if (first === undefined) {
      const none = noneKept(subject);
      return none.outcome === 'waits'
        ? none
        : gap({
            ends: [artifactList(subject)],
            message: 'The threshold is not kept with a version, so going back to an older model mixes the two.',
          });
    }
    const linked: readonly Read[] = [
      first.at('linkedTo'),
      ...artifactsOf(subject, 'model').map((model) => model.at('linkedTo')),
    ];
    if (first.at('idScheme').value !== undefined && !isVersioned(first)) {
      return contradiction({
        ends: [first.at('idScheme')],
        message: 'The threshold is known by nothing that stays, so going back to an older model mixes the two.',
      });
    }
    if (isTied(subject, first)) return pass;
    const open = linked.filter(isOpen);
    return open.length > 0
      ? waits(...open)
      : contradiction({
          ends: linked,
          message: 'Threshold and model do not point at each other, so going back to an older model mixes the two.',
        });
  });
}

function isTied(subject: Subject, thresholds: ArtifactReader): boolean {
  return (
    (thresholds.at('linkedTo').value ?? []).includes('model') ||
    artifactsOf(subject, 'model').some((model) => (model.at('linkedTo').value ?? []).includes('thresholds-and-weights'))
  );
}
