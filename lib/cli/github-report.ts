import type { Severity } from '#lib/domain/checks/report.ts';
import type { FileResult, Position } from './checked-file.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions, which shows them at the line. */
export function githubReport(results: readonly FileResult[]): string {
  return results
    .flatMap((result) => {
      if (result.state === 'invalid') {
        return result.problems.map(({ message, at }) =>
          command('error', result.file, at, 'Not a valid worksheet', message),
        );
      }
      return result.report.findings.map(({ severity, rule, message, paths }) =>
        command(COMMANDS[severity], result.file, result.locate(paths[0] ?? ''), rule, message),
      );
    })
    .join('');
}

function command(name: string, file: string, at: Position | undefined, title: string, message: string): string {
  const properties = [
    ['file', file],
    ...(at === undefined
      ? []
      : [
          ['line', String(at.line)],
          ['col', String(at.column)],
        ]),
    ['title', title],
  ];
  const written = properties.map(([key = '', value = '']) => `${key}=${escapeProperty(value)}`).join(',');
  return `::${name} ${written}::${escapeText(message)}\n`;
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
