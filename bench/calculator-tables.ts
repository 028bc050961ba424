import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { seededRandom } from '#lib/domain/stats/seeded-random.ts';
import type { Measurement } from './measurement.ts';

const PROGRAM = resolve('bin', 'plumbline');
const FOLDER = resolve('.cache', 'bench');
const ROWS = 10_000_000;
const ROWS_A_PIECE = 10_000;

/** What any reader of such a file has to do: its lines, cut at the commas, by Node's own means. */
const PLAIN_READER = `
  import { createReadStream } from 'node:fs';
  import { createInterface } from 'node:readline';
  let cells = 0;
  for await (const line of createInterface({ input: createReadStream(process.argv[1]) })) cells += line.split(',').length;
  console.log(cells);`;

const usage = z.object({ userCPUTime: z.number(), systemCPUTime: z.number(), maxRSS: z.number() });

const random = seededRandom(1);
const LABELS = ['ham', 'news', 'other', 'phishing', 'spam'];
const aLabel = () => LABELS[Math.floor(LABELS.length * random())] ?? '';

/** Three labels an item, four of five of them its own, by twelve annotators. */
function ratingRows(from: number, rows: number): string {
  let text = '';
  for (let row = from; row < from + rows; row += 3) {
    const own = aLabel();
    for (const annotator of [1, 5, 9]) {
      text += `item-${row / 3},annotator ${annotator + (row % 4)},${random() < 0.8 ? own : aLabel()}\n`;
    }
  }
  return text;
}

function valueRows(_: number, rows: number): string {
  let text = '';
  for (let row = 0; row < rows; row += 1) text += `${(20 * Math.exp(3 * random())).toFixed(3)}\n`;
  return text;
}

/** Ten million rows through the command line, beside a plain reading of the same file in the same run. */
export function calculatorTables(): Measurement[] {
  mkdirSync(FOLDER, { recursive: true });
  return [
    ...measured('label-agreement', 'item,annotator,label\n', ratingRows),
    ...measured('percentiles', 'value\n', valueRows),
  ];
}

function measured(
  calculator: string,
  heading: string,
  rowsFrom: (from: number, rows: number) => string,
): Measurement[] {
  const file = join(FOLDER, `${calculator}.csv`);
  writeRows(file, heading, rowsFrom);
  try {
    const plain = run(process.execPath, ['--input-type=module', '-e', PLAIN_READER, file]);
    const own = run(PROGRAM, ['calc', calculator, '--csv', file]);
    const name = `calc ${calculator}, ${ROWS.toLocaleString('en-GB')} rows`;
    return [
      { name: `${name}, memory at most`, value: own.mebibytes, unit: 'MiB', goal: { atMost: 2048 } },
      { name: `${name}, processor time`, value: own.seconds, unit: 's' },
      {
        name: `${name}, over reading and splitting its lines`,
        value: own.seconds / plain.seconds,
        unit: '×',
        note: `by node:readline, ${plain.seconds.toFixed(1)} s`,
      },
    ];
  } finally {
    rmSync(file);
  }
}

function writeRows(file: string, heading: string, rowsFrom: (from: number, rows: number) => string): void {
  const handle = openSync(file, 'w');
  writeSync(handle, heading);
  const step = ROWS_A_PIECE * 3;
  for (let row = 0; row < ROWS; row += step) writeSync(handle, rowsFrom(row, Math.min(step, ROWS - row)));
  closeSync(handle);
}

interface Used {
  /** Of the processor, which does not grow with what else the machine does. */
  readonly seconds: number;
  /** At most. */
  readonly mebibytes: number;
}

/** A process of its own, which writes down at its end what it has used. */
function run(program: string, words: readonly string[]): Used {
  const file = join(FOLDER, 'used.json');
  const atExit = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.resourceUsage())));`;
  const options = `--import=data:text/javascript,${encodeURIComponent(atExit)}`;
  const env = { ...process.env, NODE_OPTIONS: options };
  execFileSync(program, words, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const { userCPUTime, systemCPUTime, maxRSS } = usage.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { seconds: (userCPUTime + systemCPUTime) / 1e6, mebibytes: maxRSS / 1024 };
}
