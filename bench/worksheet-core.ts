import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import { buildDocument } from '#lib/domain/documents/build-document.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { parseFile } from '#lib/domain/worksheets/file.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { renderPdf } from '#lib/server/exports/pdf.ts';
import { median, time, times, type Measurement } from './measurement.ts';

const PROGRAM = resolve('bin', 'plumbline');
const EXAMPLE = 'examples/card-fraud/worksheet.yaml';
const FLAWED = 'examples/flawed/worksheet.yaml';
const RUNS = 500;

/** What needs no server: the checks, the PDF, and the command line over the example. */
export async function worksheetCore(): Promise<Measurement[]> {
  return [...commandLine(await commandLineTimes()), ...(await pdf()), ...checks()];
}

function exampleDraft(file: string): DraftWorksheet {
  return parseFile(readFileSync(file, 'utf8'), 'yaml').draft;
}

function exampleDocument() {
  const draft = exampleDraft(EXAMPLE);
  const worksheet = readWorksheet(draft);
  const report = runChecks(worksheet, { today: '2026-01-05', mode: 'full' });
  return { draft, worksheet, report };
}

function checks(): Measurement[] {
  const [good, flawed] = [checkTimes(exampleDraft(EXAMPLE)), checkTimes(exampleDraft(FLAWED))];
  const note = `fastest of ${RUNS}, each over a worksheet read afresh`;
  return [
    { name: 'All checks over the example', value: good.checks, unit: 'ms', goal: { atMost: 2 }, note },
    { name: 'The example as JSON, written and parsed', value: good.json, unit: 'ms', note: `fastest of ${RUNS}` },
    { name: 'All checks, against its JSON', value: good.checks / good.json, unit: '×' },
    { name: 'All checks over the flawed example', value: flawed.checks, unit: 'ms', note },
    { name: 'All checks over the flawed one, against its JSON', value: flawed.checks / flawed.json, unit: '×' },
  ];
}

/**
 * An edit makes a new worksheet, so that nothing may be known of it from the run before. The two take turns, and the
 * fastest counts: nothing but other work on the machine makes a computation slower than that.
 */
function checkTimes(draft: DraftWorksheet): { readonly checks: number; readonly json: number } {
  const fastest = { checks: Number.POSITIVE_INFINITY, json: Number.POSITIVE_INFINITY };
  for (let run = 0; run < RUNS; run += 1) {
    const worksheet = readWorksheet(draft);
    const started = performance.now();
    runChecks(worksheet, { today: '2026-01-05', mode: 'full' });
    const checked = performance.now();
    JSON.parse(JSON.stringify(draft));
    const parsed = performance.now();
    fastest.checks = Math.min(fastest.checks, checked - started);
    fastest.json = Math.min(fastest.json, parsed - checked);
  }
  return fastest;
}

async function pdf(): Promise<Measurement[]> {
  const { draft, worksheet, report } = exampleDocument();
  const document = buildDocument({ title: draft.title, worksheet, draft, report, profile: 'full' });
  const cold = await time(() => renderPdf(document));
  return [{ name: 'PDF of the example, first of a process', value: cold, unit: 'ms', goal: { atMost: 500 } }];
}

/** A process each, as in a pipeline; the bundle has been made by the first. */
async function commandLineTimes(): Promise<number[]> {
  return times(10, () => execFileSync(PROGRAM, ['check', EXAMPLE], { stdio: 'ignore' }), 1);
}

function commandLine(taken: readonly number[]): Measurement[] {
  return [{ name: 'bin/plumbline check, a process', value: median(taken), unit: 'ms', goal: { atMost: 250 } }];
}
