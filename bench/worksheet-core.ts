import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import { buildDocument } from '#lib/domain/documents/build-document.ts';
import { parseFile } from '#lib/domain/worksheets/file.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { renderPdf } from '#lib/server/exports/pdf.ts';
import { median, time, times, type Measurement } from './measurement.ts';

const PROGRAM = resolve('bin', 'plumbline');
const EXAMPLE = 'examples/card-fraud/worksheet.yaml';

/** What needs no server: the checks, the PDF, and the command line over the example. */
export async function worksheetCore(): Promise<Measurement[]> {
  return [...commandLine(await commandLineTimes()), ...(await pdf()), ...(await checks())];
}

function exampleDocument() {
  const { draft } = parseFile(readFileSync(EXAMPLE, 'utf8'), 'yaml');
  const worksheet = readWorksheet(draft);
  const report = runChecks(worksheet, { today: '2026-01-05', mode: 'full' });
  return { draft, worksheet, report };
}

async function checks(): Promise<Measurement[]> {
  const { worksheet } = exampleDocument();
  const run = () => runChecks(worksheet, { today: '2026-01-05', mode: 'full' });
  const taken = await times(500, run, 200);
  return [{ name: 'All checks over the example', value: median(taken), unit: 'ms', goal: { atMost: 1.5 } }];
}

async function pdf(): Promise<Measurement[]> {
  const { draft, worksheet, report } = exampleDocument();
  const document = buildDocument({ title: draft.title, worksheet, draft, report, profile: 'full' });
  const cold = await time(() => renderPdf(document));
  const warm = await times(10, () => renderPdf(document));
  return [
    { name: 'PDF of the example, first of a process', value: cold, unit: 'ms', goal: { atMost: 500 } },
    { name: 'PDF of the example, from then on', value: median(warm), unit: 'ms', goal: { atMost: 200 } },
  ];
}

/** A process each, as in a pipeline; the bundle has been made by the first. */
async function commandLineTimes(): Promise<number[]> {
  return times(10, () => execFileSync(PROGRAM, ['check', EXAMPLE], { stdio: 'ignore' }), 1);
}

function commandLine(taken: readonly number[]): Measurement[] {
  return [{ name: 'bin/plumbline check, a process', value: median(taken), unit: 'ms', goal: { atMost: 250 } }];
}
