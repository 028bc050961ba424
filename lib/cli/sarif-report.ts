import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { families } from '#lib/domain/checks/families.ts';
import type { Finding, Severity } from '#lib/domain/checks/report.ts';
import type { CheckedFile, FileResult, Position } from './checked-file.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS), with line and column of each field, and waived findings as suppressed results. */
export function sarifReport(results: readonly FileResult[], version: string): string {
  const checked = results.filter((result) => result.state === 'read');
  const invalid = results.filter((result) => result.state === 'invalid');
  const run = {
    tool: {
      driver: {
        name: 'Plumbline',
        semanticVersion: version,
        rules: families.map(({ id, title, principle, source, severity }) => ({
          id,
          name: id,
          shortDescription: { text: title },
          fullDescription: { text: principle },
          help: { text: `${principle} Source: ${source}.` },
          defaultConfiguration: { level: LEVELS[severity] },
        })),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: invalid.length === 0,
        toolExecutionNotifications: invalid.flatMap(({ file, problems }) =>
          problems.map(({ message, at }) => ({
            level: 'error',
            message: { text: message },
            locations: [locationOf(file, at)],
          })),
        ),
      },
    ],
    results: checked.flatMap((result) =>
      [...result.report.findings, ...result.report.waived].map((finding) => resultOf(result, finding)),
    ),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf({ file, locate }: CheckedFile, finding: Finding): object {
  const [first = '', ...others] = finding.paths;
  return {
    ruleId: finding.rule,
    ruleIndex: families.findIndex(({ id }) => id === finding.rule),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [locationOf(file, locate(first), first)],
    relatedLocations: others.map((path, id) => ({ id, ...locationOf(file, locate(path), path) })),
    partialFingerprints: { 'plumblineFinding/v1': finding.key },
    properties: { kind: finding.kind, ruleVersion: finding.version, leansOnGuess: finding.leansOnGuess },
    ...(finding.waiver?.state === 'accepted'
      ? { suppressions: [{ kind: 'external', status: 'accepted', justification: finding.waiver.reason }] }
      : {}),
  };
}

function locationOf(file: string, at: Position | undefined, path?: string): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      ...(at === undefined ? {} : { region: { startLine: at.line, startColumn: at.column } }),
    },
    ...(path === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
  };
}

/** Relative to the working folder where the file lies below it, as code hosts expect. */
function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  const below = relative(process.cwd(), file);
  if (below.startsWith('..')) return pathToFileURL(file).href;
  return below.split(sep).map(encodeURIComponent).join('/');
}
