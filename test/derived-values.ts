import { deriveAll } from '#lib/domain/worksheets/derived.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { readExample } from './example-worksheet.ts';

/** Serves in batches and by a generator, as none of the examples does. */
const generator = readWorksheet({
  format: 'plumbline/v1',
  title: 'Answers to letters',
  sections: {
    serving: {
      expectedRps: '4/s',
      peakRps: '10/s',
      batch: { enabled: true, maxSize: 8, serviceAlphaMs: '20 ms', serviceTau0Ms: '40 ms' },
      generation: {
        inputTokensP50: 900,
        outputTokensP50: 200,
        timeToFirstTokenP50: '400 ms',
        timePerOutputTokenP50: '20 ms',
        priceIn: 3,
        priceOut: 15,
      },
    },
  },
});

const examples = ['card-fraud', 'feed-ranking', 'flawed', 'hospital-bills', 'ticket-routing'];

/** Everything that follows in the examples, and in one worksheet more; `from` names each for the report of a test. */
export const derivedValues = [
  ...examples.map((name) => ({ name, worksheet: readExample(name).worksheet })),
  { name: 'generator', worksheet: generator },
].flatMap(({ name, worksheet }) =>
  deriveAll(worksheet).map((derived) => ({ ...derived, from: `${name}: ${derived.label}, ${derived.beside[0]}` })),
);

/** Those that lead to a calculator. */
export const linkedValues = derivedValues.flatMap(({ id, from, result }) =>
  result.state === 'value' && result.calculator !== undefined
    ? [{ id, from, value: result.value, calculator: result.calculator, output: calculatorOutputs()[id] ?? '' }]
    : [],
);

/** By the id of a derived value: the number of a calculator that it is. All others are plain arithmetic. */
export function calculatorOutputs(): Readonly<Record<string, string>> {
  return {
    'majority-accuracy': 'majorityAccuracy',
    'cost-threshold': 'costThreshold',
    'rarest-group-in-test': 'expectedCount',
    'label-accuracy-ceiling': 'accuracyCeiling',
    'label-recall-ceiling': 'labelPpv',
    'requests-at-once': 'offeredLoad',
  };
}
