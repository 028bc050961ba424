import { AppError } from '../errors.ts';
import { formatDuration } from '../quantities/duration.ts';
import { formatNumber } from '../quantities/format-number.ts';
import { formatPercentage } from '../quantities/percentage.ts';
import { anyOf } from '../stats/any-of-many.ts';
import { defineCalculation } from './calculator.ts';
import { sqlByDialect } from './count-sql.ts';
import type { AvailabilityInput, AvailabilityOutput } from './availability-contract.ts';
import { filledCells } from './filled-cells.ts';

/** Of 365.25 days, as the operators' tables have it. */
const MINUTES_A_YEAR = 525_960;
const MINUTE_MS = 60_000;

const assumptions = [
  'Every dependency is needed for every request; of redundant copies one is enough, and switching over takes no time.',
  'Failures are independent. Copies that share a region, a release or a configuration fail together, and then redundancy helps less.',
  'A year has 365.25 days.',
];

export const availability = defineCalculation({
  id: 'availability',
  title: 'Availability of what depends on much',
  question: 'How available can a service be that needs all of these, and how long is it down in a year?',
  example: {
    dependencies: [
      { name: 'Load balancer', availability: 0.9999, redundancy: 1 },
      { name: 'Model server', availability: 0.995, redundancy: 2 },
      { name: 'Feature store', availability: 0.9995, redundancy: 1 },
    ],
    slo: 0.999,
  },
  formula: 'A = Π (1 − (1 − aᵢ)^rᵢ); minutes down a year = (1 − A) · 525,960.',
  sources: [
    'AWS Well-Architected Framework, reliability pillar, on availability with dependencies and with redundant components',
    'B. Beyer et al. (eds.), Site Reliability Engineering (2016), chapter 3 and appendix A',
  ],
  sql: sqlByDialect(
    ({ table, countWhere }) =>
      `SELECT\n  dependency AS name,\n  1.0 * ${countWhere('succeeded')} / COUNT(*) AS availability\nFROM ${table('probes')}\nGROUP BY dependency`,
  ),

  tables: [
    {
      key: 'dependencies',
      columns: [
        { name: 'name', kind: 'text' },
        { name: 'availability', kind: 'number' },
        { name: 'redundancy', kind: 'number', optional: true },
      ],
      gather: (rows) => rows.map(filledCells),
      scatter: (rows) => rows,
    },
  ],

  compute({ dependencies, slo }: AvailabilityInput): AvailabilityOutput {
    refuseTwins(dependencies.map(({ name }) => name));
    // Unavailabilities are what is small, so they are what is computed; 1 − A would round their digits away.
    const down = dependencies.map(({ availability, redundancy }) => (1 - availability) ** redundancy);
    const anyDown = anyOf(down);
    return {
      availability: 1 - anyDown,
      downtimeMinutesPerYear: anyDown * MINUTES_A_YEAR,
      // An objective of .999 is met by .999, whatever 1 − .999 rounds to.
      met: slo === undefined ? null : anyDown <= (1 - slo) * (1 + 1e-9),
      allowedMinutesPerYear: slo === undefined ? null : (1 - slo) * MINUTES_A_YEAR,
      dependencies: dependencies.map(({ name }, index) => {
        const share = down[index] ?? 0;
        return { name, availability: 1 - share, downtimeMinutesPerYear: share * MINUTES_A_YEAR };
      }),
      assumptions,
      notes: dependencies.some(({ redundancy }) => redundancy > 1)
        ? ['Redundancy is counted as if copies never failed together; measure that before relying on it.']
        : [],
    };
  },

  interpretation({ slo }, result): string[] {
    const percent = (share: number): string => formatPercentage(Number(share.toPrecision(6)), 'table');
    const time = (minutes: number): string => formatDuration(minutes * MINUTE_MS, 'sentence');
    const sentences = [
      `What needs ${result.dependencies.length === 1 ? 'this' : `all of these ${formatNumber(result.dependencies.length, 'table')}`} is available ${percent(result.availability)} of the time, and down for ${time(result.downtimeMinutesPerYear)} a year.`,
    ];
    const [worst] = result.dependencies.toSorted((a, b) => b.downtimeMinutesPerYear - a.downtimeMinutesPerYear);
    if (worst !== undefined && result.dependencies.length > 1 && worst.downtimeMinutesPerYear > 0) {
      sentences.push(`Most of it comes from ${worst.name}: ${time(worst.downtimeMinutesPerYear)}.`);
    }
    if (slo !== undefined && result.allowedMinutesPerYear !== null) {
      sentences.push(
        result.met
          ? `An objective of ${percent(slo)} allows ${time(result.allowedMinutesPerYear)}, so its dependencies leave room for it.`
          : `An objective of ${percent(slo)} allows ${time(result.allowedMinutesPerYear)}: it is out of reach even if the service itself never fails.`,
      );
    }
    return [...sentences, ...result.notes];
  },
});

function refuseTwins(names: readonly string[]): void {
  const twin = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twin === -1) return;
  const path = `dependencies.${twin}.name`;
  throw new AppError('bad-input', `${path} is ‘${names[twin]}’, which an entry before it is called as well.`, { path });
}
