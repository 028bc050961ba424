import { AppError } from '#lib/domain/errors.ts';
import { stages } from '#lib/domain/worksheets/definition.ts';
import { checkFile, type FileResult } from './checked-file.ts';
import { oneOf, type Given } from './command-line.ts';
import { presentDay } from './local-day.ts';
import { githubReport } from './github-report.ts';
import { jsonReport } from './json-report.ts';
import { junitReport } from './junit-report.ts';
import { sarifReport } from './sarif-report.ts';
import { textReport } from './text-report.ts';
import { programVersion } from './version.ts';

const formats = ['text', 'json', 'sarif', 'github', 'junit'] as const;

export const checkOptions = { values: ['format', 'stage', 'today'] };

/** Checks every file and returns the exit code: 0 without errors, 1 with some, 2 when a file is not valid. */
export function check({ files, values }: Given, write: (text: string) => void): number {
  if (files.length === 0) throw new AppError('bad-input', 'check needs a file: plumbline check FILE.');
  const format = oneOf('--format', values['format'] ?? 'text', formats);
  const today = presentDay(values['today']);
  const stage = values['stage'] === undefined ? {} : { stage: oneOf('--stage', values['stage'], stages) };
  const results = files.map((file) => checkFile(file, { today, ...stage }));
  write(reportIn(format, results));
  return exitCodeOf(results);
}

function reportIn(format: (typeof formats)[number], results: readonly FileResult[]): string {
  switch (format) {
    case 'text':
      return textReport(results);
    case 'json':
      return jsonReport(results);
    case 'sarif':
      return sarifReport(results, programVersion());
    case 'github':
      return githubReport(results);
    case 'junit':
      return junitReport(results);
  }
}

function exitCodeOf(results: readonly FileResult[]): number {
  if (results.some(({ state }) => state === 'invalid')) return 2;
  const hasErrors = results.some(
    (result) => result.state === 'read' && result.report.findings.some(({ severity }) => severity === 'error'),
  );
  return hasErrors ? 1 : 0;
}
