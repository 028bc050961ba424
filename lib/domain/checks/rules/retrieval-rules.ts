import { duration, durationUsed } from '../words/duration-words.ts';
import { quotedName } from '../words/item-name.ts';
import { hasFormula, metricItems, metricList } from '../readings/metric-reading.ts';
import { isOpen } from '../readings/open-answers.ts';
import { contradiction, gap, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const RAG = 'P. Lewis et al., Retrieval-augmented generation (2020)';

/** Whether what is looked up is found, is fresh, and is what the answer says. */
export const retrievalRules: readonly RuleDefinition[] = [
  {
    id: 'GEN-05',
    version: 2,
    title: 'Answers that follow from what was looked up',
    severity: 'warning',
    kind: 'gap',
    stage: 'design',
    reads: ['serving.retrieval.used', 'metrics.items', 'metrics.items.formula'],
    bounds: [],
    principle: 'An answer can be right and still not stand in the passages, and the other way round.',
    source: RAG,
    check: (subject) => whereRetrieved(subject, () => groundednessMeasured(subject)),
  },
  {
    id: 'GEN-11',
    version: 1,
    title: 'How often the passage is found',
    severity: 'warning',
    kind: 'gap',
    stage: 'design',
    reads: ['serving.retrieval.used', 'serving.retrieval.recallAtK', 'metrics.items', 'metrics.items.formula'],
    bounds: [],
    principle: 'What is not among the passages cannot be in the answer: recall at k is the ceiling.',
    source: RAG,
    check: (subject) =>
      whereRetrieved(subject, () => {
        const recall = subject.read.section('serving').group('retrieval').at('recallAtK');
        if (metricItems(subject).some((metric) => hasFormula(metric, 'recall-at-k'))) return pass;
        return needed([recall], {
          message:
            'Nothing says how often the passage with the answer is found, which is the most that answers can be right.',
        });
      }),
  },
  {
    id: 'GEN-12',
    version: 1,
    title: 'An index as fresh as it has to be',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'serving.retrieval.used',
      'serving.retrieval.corpus',
      'serving.retrieval.indexRefresh',
      'data.sources',
      'data.sources.name',
      'data.sources.freshnessNeeded',
    ],
    bounds: [],
    principle: 'Just before the index is rebuilt it is as old as the time between two builds.',
    source: 'Google, Rules of Machine Learning, rule 8',
    check: (subject) => whereRetrieved(subject, () => indexFresh(subject)),
  },
];

function whereRetrieved({ read }: Subject, judge: () => Outcome): Outcome {
  return given([read.section('serving').group('retrieval').at('used')], (used) => (used ? judge() : notApplicable));
}

/** A metric that is defined in words may be about it, too, which nobody here can tell. */
function groundednessMeasured(subject: Subject): Outcome {
  const metrics = metricItems(subject);
  const list = metricList(subject);
  if (metrics.some((metric) => hasFormula(metric, 'groundedness'))) return pass;
  if (metrics.length === 0) return waits(list);
  const open = metrics.map((metric) => metric.at('formula')).filter(isOpen);
  if (open.length > 0) return waits(...open);
  if (metrics.some((metric) => hasFormula(metric, 'custom'))) return notApplicable;
  return gap({
    ends: [list],
    message: 'Passages are looked up, and no metric says whether answers follow from them.',
  });
}

function indexFresh(subject: Subject): Outcome {
  const retrieval = subject.read.section('serving').group('retrieval');
  const [corpus, refresh] = [retrieval.at('corpus'), retrieval.at('indexRefresh')];
  return given([corpus, refresh], (id, every) => {
    const source = subject.read
      .section('data')
      .items('sources')
      .find((item) => item.id === id);
    if (source === undefined) return notApplicable;
    const wanted = source.at('freshnessNeeded');
    return given([wanted], (oldest) =>
      every <= oldest
        ? pass
        : contradiction({
            ends: [refresh, wanted],
            message: `The index is rebuilt every ${duration(every)}, and ${quotedName(subject, source)} may be ${duration(oldest)} old when used.`,
            numbers: [durationUsed('Rebuilt every', every, refresh), durationUsed('Oldest when used', oldest, wanted)],
            formula: 'time between two builds ≤ oldest when used',
            remedy: {
              label: `Rebuild it every ${shownValue(subject.read.worksheet, wanted)}`,
              path: refresh.path,
              value: wanted.answer.state === 'answered' ? wanted.answer.typed : '',
            },
          }),
    );
  });
}
