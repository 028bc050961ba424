import type { Worksheet } from '../../worksheets/all-sections.ts';
import { quotedName, quotedNames } from '../words/item-name.ts';
import { metricItems } from '../readings/metric-reading.ts';
import { isOpen } from '../readings/open-answers.ts';
import type { Read, Reader } from '../reader.ts';
import { contradiction, gap, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 2';

type ObjectiveReader = Reader<Worksheet['objectives']['items'][number]>;

/** What each objective is measured by, and what keeps it from being traded away. */
export const objectiveRules: readonly RuleDefinition[] = [
  {
    id: 'OBJ-04',
    version: 1,
    title: 'A metric for each objective',
    severity: 'warning',
    kind: 'gap',
    stage: 'design',
    reads: ['objectives.items', 'objectives.items.metric'],
    bounds: [],
    principle: 'What one objective costs another shows only where each is measured by itself.',
    source: DMLS,
    check: (subject) =>
      everyObjective(subject, (objective) =>
        needed([objective.at('metric')], {
          message: `${quotedName(subject, objective)} has no metric, so nobody sees what the other objectives cost it.`,
        }),
      ),
  },
  {
    id: 'OBJ-05',
    version: 1,
    title: 'Conflicts settled, guardrails kept',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'objectives.combination',
      'objectives.items',
      'objectives.items.kind',
      'objectives.items.metric',
      'objectives.conflicts.a',
      'objectives.conflicts.b',
      'objectives.conflicts.resolution',
      'objectives.filtersOutsideModel',
      'metrics.items.role',
    ],
    bounds: [],
    principle: 'What must not get worse is a limit or a rule after the model: a weight can always be traded away.',
    source: 'Google, Rules of Machine Learning, rule 15',
    check: conflictsAndGuardrails,
  },
  {
    id: 'OBJ-06',
    version: 1,
    title: 'Weights are versioned',
    severity: 'warning',
    kind: 'gap',
    stage: 'launch',
    reads: ['objectives.combination', 'artifacts.items', 'artifacts.items.kind'],
    bounds: [],
    principle: 'A weight changes what people see as much as a new model does, and has to be as easy to take back.',
    source: DMLS,
    check: weightsAreKept,
  },
];

function everyObjective(subject: Subject, judge: (objective: ObjectiveReader) => Outcome): Outcome | Outcome[] {
  const section = subject.read.section('objectives');
  const objectives = section.items('items');
  if (objectives.length > 0) return objectives.map(judge);
  const list = section.whole('items');
  return list.state === 'not-applicable' ? notApplicable : waits(list);
}

function conflictsAndGuardrails(subject: Subject): Outcome | Outcome[] {
  const section = subject.read.section('objectives');
  const conflicts = section.items('conflicts').map((conflict) => {
    const between = section
      .items('items')
      .filter(({ id }) => id === conflict.at('a').value || id === conflict.at('b').value);
    const who = between.length === 2 ? quotedNames(subject, between) : 'Two objectives';
    return needed([conflict.at('resolution')], {
      message: `${who} are in conflict, and nothing says how it is settled.`,
    });
  });
  const judged = everyObjective(subject, (objective) => guardrailAsLimit(subject, objective));
  return [...conflicts, ...('outcome' in judged ? [judged] : judged)];
}

function guardrailAsLimit(subject: Subject, objective: ObjectiveReader): Outcome {
  const section = subject.read.section('objectives');
  const [combination, kind, metric] = [section.at('combination'), objective.at('kind'), objective.at('metric')];
  if (section.items('filtersOutsideModel').length > 0) return pass;
  return given([combination, kind, metric], (how, wanted, measured) => {
    if (how !== 'weighted-loss' && how !== 'weighted-score') return notApplicable;
    const role = metricItems(subject)
      .find(({ id }) => id === measured)
      ?.at('role');
    if (role === undefined || wanted === 'constrain') return pass;
    const isLimitedToo = section
      .items('items')
      .some((other) => other.at('kind').value === 'constrain' && other.at('metric').value === measured);
    return given([role], (part) =>
      part !== 'guardrail' || isLimitedToo
        ? pass
        : contradiction({
            ends: [kind, role, combination],
            message: `${quotedName(subject, objective)} is measured by a guardrail and is only weighed, so it can be traded away; make it a limit, or a rule after the model.`,
            remedy: { label: 'Make it a limit', path: kind.path, value: 'constrain' },
          }),
    );
  });
}

/** Weights within a loss are settings of the training, and may be kept with those. */
function weightsAreKept({ read }: Subject): Outcome {
  const combination = read.section('objectives').at('combination');
  return given([combination], (how) => {
    if (how !== 'weighted-loss' && how !== 'weighted-score') return notApplicable;
    const artifacts = read.section('artifacts');
    const kinds = artifacts.items('items').map((artifact) => artifact.at('kind'));
    const keeps = (kind: Read<string>): boolean =>
      kind.value === 'thresholds-and-weights' || (how === 'weighted-loss' && kind.value === 'hyperparameters');
    if (kinds.some(keeps)) return pass;
    const message = 'The weights of the objectives are not among what is kept and versioned.';
    const list = artifacts.whole('items');
    if (kinds.length === 0) return needed([list], { message });
    const open = kinds.filter(isOpen);
    return open.length > 0 ? waits(...open) : gap({ ends: [list], message });
  });
}
