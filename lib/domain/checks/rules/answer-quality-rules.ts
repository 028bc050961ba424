import { artifactsOf } from '../readings/artifact-reading.ts';
import { metricItems, metricList } from '../readings/metric-reading.ts';
import { counted, number, numberUsed } from '../words/number-words.ts';
import { isOpen } from '../readings/open-answers.ts';
import { contradiction, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const JUDGES = 'L. Zheng et al., Judging LLM-as-a-judge (2023)';

/** Whether the quality of answers is measured, and by something that was itself measured. */
export const answerQualityRules: readonly RuleDefinition[] = [
  {
    id: 'GEN-01',
    version: 1,
    title: 'A yardstick for answers',
    severity: 'error',
    kind: 'gap',
    stage: 'design',
    reads: ['serving.evalRubric', 'sampling.splits.role', 'artifacts.items.kind'],
    bounds: [],
    principle: 'Without reference answers or a rubric every answer looks good to somebody.',
    source: 'Breck et al., The ML Test Score (2017), Model 2',
    check(subject) {
      const rubric = subject.read.section('serving').at('evalRubric');
      if (rubric.state === 'not-applicable') return notApplicable;
      if (rubric.blockedBy !== undefined) return waits(rubric);
      const splits = subject.read.section('sampling').items('splits');
      if (splits.some((split) => split.at('role').value === 'test')) return pass;
      if (artifactsOf(subject, 'eval-dataset').length > 0) return pass;
      return needed([rubric], { message: 'No test set and no rubric say what a good answer is.' });
    },
  },
  {
    id: 'GEN-02',
    version: 1,
    title: 'A judge of another family',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['serving.judge.kind', 'serving.judge.sameFamilyAsSystem', 'serving.judge.validatedOnN'],
    bounds: [],
    principle: 'A model prefers what sounds like itself.',
    source: JUDGES,
    check({ read }) {
      const judge = read.section('serving').group('judge');
      const [same, n] = [judge.at('sameFamilyAsSystem'), judge.at('validatedOnN')];
      return given([judge.at('kind')], (kind) =>
        kind === 'human'
          ? notApplicable
          : given([same], (isSame) => {
              if (!isSame || (n.value ?? 0) > 0) return pass;
              const message = 'The judge is of the family of the model that it judges, and no people checked it.';
              return n.value === 0 ? contradiction({ ends: [n, same], message }) : needed([n], { message });
            }),
      );
    },
  },
  {
    id: 'GEN-03',
    version: 1,
    title: 'A judge that was measured',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['serving.judge.kind', 'serving.judge.validatedOnN', 'serving.judge.agreementWithHuman'],
    bounds: ['GEN-03.items', 'GEN-03.agreement'],
    principle: 'What a judge says is worth what its agreement with people is worth.',
    source: JUDGES,
    check: (subject) =>
      given([subject.read.section('serving').group('judge').at('kind')], (kind) =>
        kind === 'human' ? notApplicable : judgeMeasured(subject),
      ),
  },
  {
    id: 'GEN-13',
    version: 1,
    title: 'A public set that the model has not seen',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['serving.evalSetPublic', 'serving.contaminationChecked'],
    bounds: [],
    principle: 'What stands on the web may have been learnt by heart.',
    source: 'O. Sainz et al., NLP evaluation in trouble: on the need to measure LLM data contamination (2023)',
    check({ read }) {
      const section = read.section('serving');
      const [isPublic, checked] = [section.at('evalSetPublic'), section.at('contaminationChecked')];
      return given([isPublic], (open) =>
        open
          ? given([checked], (isChecked) =>
              isChecked
                ? pass
                : contradiction({
                    ends: [checked, isPublic],
                    message: 'The evaluation set is public, and nobody checked whether the model has seen it.',
                  }),
            )
          : pass,
      );
    },
  },
  {
    id: 'RSK-07',
    version: 1,
    title: 'More than a public benchmark',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'launch',
    reads: ['serving.evalSetPublic', 'metrics.items', 'metrics.items.kind', 'metrics.items.measuredWhere'],
    bounds: [],
    principle: 'A public benchmark asks other questions than the users do, and its answers can be learnt by heart.',
    source: 'O. Sainz et al., NLP evaluation in trouble: on the need to measure LLM data contamination (2023)',
    check: moreThanBenchmark,
  },
];

function judgeMeasured({ read, profile }: Subject): Outcome {
  const judge = read.section('serving').group('judge');
  const [n, agreement] = [judge.at('validatedOnN'), judge.at('agreementWithHuman')];
  const [items, least] = [profile['GEN-03.items'], profile['GEN-03.agreement']];
  return given([n, agreement], (count, agreed) => {
    if (count >= items && agreed >= least) return pass;
    return contradiction({
      ends: count < items ? [n, agreement] : [agreement, n],
      message:
        count < items
          ? `The judge was checked against people on ${counted(count, 'answer')}, and it takes ${number(items)} to know how far it agrees.`
          : `The judge agrees with people to ${shownValue(read.worksheet, agreement)}, below ${number(least)}.`,
      numbers: [
        numberUsed('Answers checked', count, { symbol: 'n', from: n }),
        numberUsed('Agreement with people', agreed, { from: agreement }),
      ],
      formula: `n ≥ ${number(items)}, agreement ≥ ${number(least)}`,
    });
  });
}

const BY_USERS: readonly string[] = ['shadow', 'online-ab', 'production', 'survey'];

function moreThanBenchmark(subject: Subject): Outcome {
  const isPublic = subject.read.section('serving').at('evalSetPublic');
  return given([isPublic], (isOnWeb) => {
    if (!isOnWeb) return pass;
    const ofQuality = metricItems(subject).filter((metric) => metric.at('kind').value !== 'system');
    if (ofQuality.length === 0) return waits(metricList(subject));
    const places = ofQuality.map((metric) => metric.at('measuredWhere'));
    if (places.some(({ value }) => value !== undefined && BY_USERS.includes(value))) return pass;
    const open = places.filter(isOpen);
    if (open.length > 0) return waits(...open);
    return contradiction({
      ends: [isPublic, ...places],
      message: 'Quality is measured on a public set alone, which asks other questions than the users do.',
    });
  });
}
