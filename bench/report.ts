import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { meetsGoal, type Measurement } from './measurement.ts';

const JSON_FILE = '.cache/bench/latest.json';

/** Prints the table and writes the same as JSON. */
export function report(measurements: readonly Measurement[]): void {
  const rows = measurements.map((measurement) => [
    measurement.name,
    shown(measurement.value),
    measurement.unit,
    goalText(measurement),
    metText(measurement),
    measurement.note ?? '',
  ]);
  const table = [['measured', 'value', 'unit', 'goal', 'met', ''], ...rows];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table) {
    console.log(
      row
        .map((cell, column) => (column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    );
  }
  mkdirSync('.cache/bench', { recursive: true });
  writeFileSync(JSON_FILE, `${JSON.stringify({ machine: machine(), measurements }, undefined, 2)}\n`);
  console.log(`\nThe same as JSON: ${JSON_FILE}`);
}

function machine(): { cpu: string; cores: number; node: string; platform: string } {
  const all = cpus();
  return {
    cpu: all[0]?.model ?? 'unknown',
    cores: all.length,
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
  };
}

function metText(measurement: Measurement): string {
  const met = meetsGoal(measurement);
  return met === undefined ? '' : met ? 'yes' : 'no';
}

function goalText({ goal }: Measurement): string {
  if (goal === undefined) return '';
  return 'atMost' in goal ? `≤ ${shown(goal.atMost)}` : `≥ ${shown(goal.atLeast)}`;
}

function shown(value: number): string {
  return value.toLocaleString('en-GB', { maximumSignificantDigits: 3 });
}
