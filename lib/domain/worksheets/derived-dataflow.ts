import { formatDuration } from '#lib/domain/quantities/duration.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';
import { formatRate } from '#lib/domain/quantities/rate.ts';
import type { ComponentItem, ConnectionItem, Worksheet } from './all-sections.ts';
import { valueOf } from './answers.ts';
import { loadFactors, longestHoldUp, ratePassedOn } from './connection-arithmetic.ts';
import { from, type Derivation, type Derived, type Input } from './derivation.ts';
import { fieldAtPath } from './paths.ts';
import { fieldApplies } from './walk.ts';

/** What follows from the answers about each connection, and for the component at its end. */
export function dataflowValues(worksheet: Worksheet): readonly Derived[] {
  const { dataflow } = worksheet;
  const arriving = new Map<string, ConnectionItem[]>();
  for (const connection of dataflow.edges) {
    const to = valueOf(connection.to) ?? '';
    arriving.set(to, [...(arriving.get(to) ?? []), connection]);
  }
  return [
    ...dataflow.components.flatMap((component) =>
      componentValues(worksheet, component, arriving.get(component.id) ?? []),
    ),
    ...dataflow.edges.flatMap((connection) => connectionValues(worksheet, connection)),
  ];
}

function componentValues(
  worksheet: Worksheet,
  component: ComponentItem,
  arriving: readonly ConnectionItem[],
): readonly Derived[] {
  const said = arriving.filter(({ peakRate }) => peakRate.state === 'answered');
  if (said.length === 0) return [];
  return [
    {
      id: 'peak-load',
      label: 'Arrives at peak',
      formula: 'sum over the connections to it, each with its fan-out, cache and retries',
      beside: [`dataflow.components.${component.id}.capacity`],
      result: peakLoad(worksheet, component, arriving),
    },
  ];
}

function connectionValues(worksheet: Worksheet, connection: ConnectionItem): readonly Derived[] {
  const at = (key: string) => `dataflow.edges.${connection.id}.${key}`;
  const values: Derived[] = [];
  if (multipliersOf(worksheet, connection).length > 0) {
    values.push({
      id: 'arriving-peak',
      label: 'Arrives at peak',
      formula: 'peak rate × fan-out × (1 − answered by a cache) × (1 + retries), as far as they are given',
      beside: ['peakRate', 'fanout', 'cacheHit', 'retries'].map(at),
      result: arrivingPeak(worksheet, connection),
    });
  }
  if (valueOf(connection.sync) !== false && connection.timeout.state === 'answered') {
    values.push({
      id: 'longest-wait',
      label: 'Waits at most',
      formula: 'timeout × (1 + retries) + wait before each retry',
      beside: ['timeout', 'retries', 'retryBackoff'].map(at),
      result: longestWait(connection),
    });
  }
  return values;
}

interface Multiplier {
  readonly input: Input;
  readonly factor: (value: number) => number;
}

/** What was said to make more or less of the peak rate; what does not apply to the connection any more is left out. */
function multipliersOf(worksheet: Worksheet, { id, fanout, cacheHit, retries }: ConnectionItem): readonly Multiplier[] {
  const at = (key: string) => `dataflow.edges.${id}.${key}`;
  const all: readonly Multiplier[] = [
    { input: [at('fanout'), fanout], factor: loadFactors.fanout },
    { input: [at('cacheHit'), cacheHit], factor: loadFactors.cacheHit },
    { input: [at('retries'), retries], factor: loadFactors.retries },
  ];
  return all.filter(({ input: [path, answer] }) => {
    const field = fieldAtPath(path);
    return answer.state === 'answered' && field !== undefined && fieldApplies(worksheet, path, field);
  });
}

/** Requests a second that reach the receiver when every one fails until the last try. Multipliers not given are 1. */
function arrivingPeak(worksheet: Worksheet, connection: ConnectionItem): Derivation {
  const given = multipliersOf(worksheet, connection);
  const peakRate: Input = [`dataflow.edges.${connection.id}.peakRate`, connection.peakRate];
  const inputs = [peakRate, ...given.map(({ input }) => input)];
  return from(inputs, ([peak = Number.NaN, ...values], leansOnGuess) => {
    const factors = given.map(({ factor }, index) => factor(values[index] ?? Number.NaN));
    const value = ratePassedOn(peak, factors);
    const shown = (rate: number) => formatRate(rate, 'second', 'sentence');
    const working = [shown(peak), ...factors.map((factor) => formatNumber(factor, 'sentence'))].join(' × ');
    return { state: 'value', value, shown: shown(value), working, leansOnGuess };
  });
}

/** In ms. */
function longestWait({ id, timeout, retries, retryBackoff }: ConnectionItem): Derivation {
  const at = (key: string) => `dataflow.edges.${id}.${key}`;
  const backoff: Input[] = retryBackoff.state === 'answered' ? [[at('retryBackoff'), retryBackoff]] : [];
  const inputs: Input[] = [[at('timeout'), timeout], [at('retries'), retries], ...backoff];
  return from(inputs, ([limit = Number.NaN, again = Number.NaN, pause = 0], leansOnGuess) => {
    const value = longestHoldUp(limit, again, pause);
    const pauses = again === 0 || pause === 0 ? '' : ` + ${again} × ${formatDuration(pause, 'table')}`;
    const working = `${formatDuration(limit, 'table')} × (1 + ${again})${pauses}`;
    return { state: 'value', value, shown: formatDuration(value, 'table'), working, leansOnGuess };
  });
}

function peakLoad(worksheet: Worksheet, { capacity }: ComponentItem, arriving: readonly ConnectionItem[]): Derivation {
  const loads = arriving.map((connection) => arrivingPeak(worksheet, connection));
  const missing = loads.flatMap((load) => (load.state === 'waits' ? load.missing : []));
  if (missing.length > 0) return { state: 'waits', missing };
  const known = loads.flatMap((load) => (load.state === 'value' ? [load] : []));
  const value = Number(known.reduce((sum, load) => sum + load.value, 0).toPrecision(12));
  const most = valueOf(capacity);
  const isKnown = most !== undefined && most > 0;
  const share = isKnown ? `, ${formatPercentage(value / most, 'sentence')} of what it can take` : '';
  return {
    state: 'value',
    value,
    shown: `${formatRate(value, 'second', 'sentence')}${share}`,
    working: known.map((load) => load.shown).join(' + '),
    leansOnGuess:
      known.some((load) => load.leansOnGuess) || (capacity.state === 'answered' && capacity.basis === 'guess'),
  };
}
