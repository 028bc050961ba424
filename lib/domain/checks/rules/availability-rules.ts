import { availability } from '../../calculators/availability.ts';
import { formatMoney } from '../../quantities/money.ts';
import { formatPercentage } from '../../quantities/percentage.ts';
import { derivedValue } from '../readings/derived-value.ts';
import { quotedNames } from '../words/item-name.ts';
import { numberUsed, shareUsed } from '../words/number-words.ts';
import { isOpen } from '../readings/open-answers.ts';
import { PREDICTIONS_READS, predictionsRead } from '../readings/predictions-read.ts';
import { contradiction, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

/** What happens when something fails, and what serving costs. */
export const availabilityRules: readonly RuleDefinition[] = [
  {
    id: 'LAT-14',
    version: 1,
    title: 'Dependencies that allow the availability',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'serving.availabilitySlo',
      'serving.hardDependencies',
      'serving.hardDependencies.component',
      'dataflow.components',
      'dataflow.components.availability',
    ],
    bounds: [],
    principle: 'What needs several things is up only while all of them are: their availabilities multiply.',
    source: 'AWS Well-Architected Framework, reliability pillar, on availability with dependencies',
    check: dependenciesAllow,
  },
  {
    id: 'LAT-15',
    version: 1,
    title: 'An answer when there is no prediction',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['serving.predictionMode', 'serving.fallback', 'serving.generation.hosting'],
    bounds: [],
    principle: 'Everything fails at some time; a baseline that is there already is better than an error.',
    source: 'C. Huyen, Designing Machine Learning Systems (2022), chapter 8; Google, Rules of Machine Learning, rule 1',
    check: answersWithoutModel,
  },
  {
    id: 'LAT-16',
    version: 1,
    title: 'Serving within its budget',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['serving.costPer1kPredictions', 'serving.budgetPerMonth', ...PREDICTIONS_READS],
    bounds: [],
    principle: 'A prediction has to cost less than what is there to pay for it.',
    source: 'AWS Well-Architected Framework, cost optimisation pillar',
    check: withinBudget,
  },
];

function dependenciesAllow(subject: Subject): Outcome {
  const section = subject.read.section('serving');
  const objective = section.at('availabilitySlo');
  const components = new Map(
    subject.read
      .section('dataflow')
      .items('components')
      .map((component) => [component.id, component]),
  );
  const list = section.whole('hardDependencies');
  const named = section.items('hardDependencies').map((dependency) => dependency.at('component'));
  return given([objective], (wanted) => {
    if (named.length === 0) return list.state === 'not-applicable' ? notApplicable : waits(list);
    const ids = new Set(named.flatMap(({ value }) => value ?? []));
    const needs = [...ids].flatMap((id) => components.get(id) ?? []);
    const parts = needs.map((component) => component.at('availability'));
    const open = [...named, ...parts].filter(isOpen);
    const known = needs.flatMap((component, index) => {
      const share = parts[index]?.value;
      return share === undefined ? [] : [{ component, share }];
    });
    const dependencies = known.map(({ component, share }) => ({
      name: component.id,
      availability: share,
      redundancy: 1,
    }));
    if (dependencies.length === 0 || wanted <= 0) return open.length > 0 ? waits(...open) : notApplicable;
    const input = { dependencies, ...(wanted < 1 ? { slo: wanted } : {}) };
    const { availability: reached, met } = availability.compute(input);
    if (met ?? reached === 1) return open.length > 0 ? waits(...open) : pass;
    const shownShare = formatPercentage(Number(reached.toPrecision(6)), 'table');
    const lowestFirst = parts
      .filter(({ value }) => value !== undefined)
      .toSorted((a, b) => (a.value ?? 1) - (b.value ?? 1));
    return contradiction({
      ends: [...lowestFirst, objective],
      message: `${quotedNames(
        subject,
        known.map(({ component }) => component),
      )} ${known.length === 1 ? 'is' : 'are together'} available ${shownShare} of the time, and ${shownValue(subject.read.worksheet, objective)} is promised.`,
      numbers: [
        shareUsed('Availability of the dependencies', reached, { symbol: 'Π aᵢ' }),
        shareUsed('Availability objective', wanted, { from: objective }),
      ],
      formula: 'Π aᵢ ≥ objective',
      calculator: { id: availability.id, input },
    });
  });
}

function answersWithoutModel({ read }: Subject): Outcome {
  const section = read.section('serving');
  const [mode, fallback] = [section.at('predictionMode'), section.at('fallback')];
  return given([mode], (way) => {
    if (way !== 'online' && way !== 'hybrid') return notApplicable;
    // What answers when a provider fails is asked by GEN-15.
    if (section.group('generation').at('hosting').value === 'provider') return notApplicable;
    if (fallback.value === 'none') {
      return contradiction({
        ends: [fallback],
        message: 'Someone waits for the answer, and without a prediction gets an error.',
        remedy: { label: 'Let a baseline, a rule or a fixed answer stand in' },
      });
    }
    return needed([fallback], { message: 'Nothing says what the caller gets when there is no prediction.' });
  });
}

function withinBudget(subject: Subject): Outcome {
  const { worksheet } = subject.read;
  const section = subject.read.section('serving');
  const [price, budget] = [section.at('costPer1kPredictions'), section.at('budgetPerMonth')];
  const volume = predictionsRead(subject);
  return given([price, budget, volume], (perThousand, limit) => {
    const cost = derivedValue(subject, 'serving-cost-month');
    if (cost === undefined) return notApplicable;
    if (cost <= limit) return pass;
    const money = (amount: number): string => formatMoney(amount, worksheet.currency, 'sentence');
    const affordable = Math.floor((perThousand * limit * 10_000) / cost) / 10_000;
    return contradiction({
      ends: [price, budget, volume],
      message: `Serving costs ${money(cost)} a month, and the budget is ${money(limit)}.`,
      numbers: [numberUsed('Cost of a thousand', perThousand, { from: price }), numberUsed('Cost a month', cost)],
      formula: 'predictions a month / 1,000 · cost of a thousand ≤ budget',
      remedy: { label: `A thousand may cost ${formatMoney(affordable, worksheet.currency, 'table')} at this volume` },
    });
  });
}
