import { artifactsOf, isVersioned, kindName, noneKept, type ArtifactReader } from '../readings/artifact-reading.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import { quotedName } from '../words/item-name.ts';
import type { Read } from '../reader.ts';
import { contradiction, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 6, on experiment tracking and versioning';

/** Whether there is a way back, and whether what others make keeps its version. */
export const versionRules: readonly RuleDefinition[] = [
  {
    id: 'VER-04',
    version: 1,
    title: 'A way back that was tried',
    severity: 'warning',
    kind: 'gap',
    stage: 'launch',
    reads: ['artifacts.rollback.tested', 'artifacts.rollback.keptVersions'],
    bounds: [],
    principle: 'The time to go back is how long a bad model does harm; a way that was never walked is a hope.',
    source: 'Breck et al., The ML Test Score (2017), Infrastructure 7',
    check: wayBack,
  },
  {
    id: 'VER-05',
    version: 1,
    title: 'A version of the labelling guideline',
    severity: 'warning',
    kind: 'gap',
    stage: 'launch',
    reads: [
      'labels.labelType',
      'labels.guidelineVersion',
      'artifacts.items',
      'artifacts.items.kind',
      'artifacts.items.idScheme',
    ],
    bounds: [],
    principle: 'The same code on labels of another guideline gives another model.',
    source: DMLS,
    check: guidelineVersioned,
  },
  {
    id: 'VER-06',
    version: 1,
    title: 'Copies that are kept no longer than the data',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'launch',
    reads: [
      'artifacts.items',
      'artifacts.items.kind',
      'artifacts.items.retention',
      'artifacts.deletionConflict',
      'data.sources',
      'data.sources.pii',
      'data.sources.usedFor',
      'data.sources.retention',
    ],
    bounds: [],
    principle: 'Data that has to be deleted lives on in a snapshot that is kept longer.',
    source: 'General Data Protection Regulation, Articles 5(1)(e) and 17',
    check: copiesEnd,
  },
  {
    id: 'VER-07',
    version: 1,
    title: 'A version of the model that labels',
    severity: 'warning',
    kind: 'gap',
    stage: 'launch',
    reads: ['labels.labelType', 'labels.llmJudge.version', 'labels.llmJudge.promptVersion'],
    bounds: [],
    principle: 'A hosted model or a prompt that changes unseen changes the labels with it.',
    source: 'Model versions and deprecations as providers of language models document them',
    check({ read }) {
      const section = read.section('labels');
      return given([section.at('labelType')], (kind) =>
        kind === 'llm'
          ? needed([section.group('llmJudge').at('version'), section.group('llmJudge').at('promptVersion')], {
              message: 'A language model labels, and its version or that of its prompt is not kept.',
            })
          : notApplicable,
      );
    },
  },
];

function wayBack({ read }: Subject): Outcome {
  const rollback = read.section('artifacts').group('rollback');
  const [tested, kept] = [rollback.at('tested'), rollback.at('keptVersions')];
  if (kept.value === 0) {
    return contradiction({
      ends: [kept, tested],
      message: 'No earlier version is kept, so there is nothing to go back to.',
    });
  }
  if (tested.value === false) {
    return contradiction({ ends: [tested, kept], message: 'The way back to an earlier version was never tried.' });
  }
  return needed([tested], { message: 'Nothing says whether the way back to an earlier version was tried.' });
}

function guidelineVersioned(subject: Subject): Outcome {
  const section = subject.read.section('labels');
  const version = section.at('guidelineVersion');
  return given([section.at('labelType')], (kind) => {
    if (kind !== 'hand' && kind !== 'llm') return notApplicable;
    const kept = artifactsOf(subject, 'label-guideline');
    if (version.value !== undefined || kept.some(isVersioned)) return pass;
    const loose = kept.map((artifact) => artifact.at('idScheme')).filter(({ value }) => value !== undefined);
    return loose.length > 0
      ? contradiction({
          ends: [version, ...loose],
          message: 'The labelling guideline has no version that stays, so two definitions of a label may be mixed.',
        })
      : needed([version], {
          message: 'The labelling guideline has no version, so two definitions of a label may be mixed.',
        });
  });
}

interface Personal {
  readonly name: string;
  readonly retention: Read<number>;
}

function copiesEnd(subject: Subject): Outcome | readonly Outcome[] {
  const conflict = subject.read.section('artifacts').at('deletionConflict');
  const copies = artifactsOf(subject, 'data-snapshot', 'labels', 'eval-dataset');
  if (copies.length === 0) return noneKept(subject);
  const sources = subject.read.section('data').items('sources');
  if (sources.length === 0) return waits(subject.read.section('data').whole('sources'));
  const kinds = sources.map((source) => source.at('pii'));
  const personal = sources.filter((source) => {
    const { value } = source.at('pii');
    const uses = source.at('usedFor').value ?? [];
    return value !== undefined && value !== 'none' && uses.some((use) => use !== 'serve-feature' && use !== 'monitor');
  });
  if (personal.length === 0) {
    const open = kinds.filter(({ value }) => value === undefined);
    return open.length > 0 ? waits(...open) : notApplicable;
  }
  const kept = personal.map((source) => ({ name: quotedName(subject, source), retention: source.at('retention') }));
  return copies.map((copy) => endsInTime(copy, kept, conflict));
}

function endsInTime(copy: ArtifactReader, personal: readonly Personal[], conflict: Read): Outcome {
  const retention = copy.at('retention');
  if (conflict.state === 'answered') return pass;
  return given([retention], (copyKept) => {
    const known = personal.filter((source) => source.retention.value !== undefined);
    const [first] = known.toSorted((a, b) => (a.retention.value ?? 0) - (b.retention.value ?? 0));
    const shortest = first?.retention.value;
    if (first === undefined || shortest === undefined) return waits(...personal.map((source) => source.retention));
    if (copyKept <= shortest) return pass;
    const kind = copy.at('kind').value;
    return contradiction({
      ends: [retention, first.retention, conflict],
      message: `The ${kind === undefined ? 'copy' : kindName(kind)} is kept for ${duration(copyKept)} and holds personal data of ${first.name}, which is kept for ${duration(shortest)}.`,
      numbers: [
        durationUsed('Copy kept for', copyKept, retention),
        durationUsed('Source kept for', shortest, first.retention),
      ],
      formula: 'retention of the copy ≤ retention of the source',
      remedy: { label: 'Keep it no longer, or say what happens to it when someone’s data must be deleted' },
    });
  });
}
