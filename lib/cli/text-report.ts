import type { Finding } from '#lib/domain/checks/report.ts';
import type { CheckedFile, FileResult, InvalidFile, Position } from './checked-file.ts';

/** For people: a block a file, the worst first, and a last line that counts. */
export function textReport(results: readonly FileResult[]): string {
  return results.map((result) => (result.state === 'invalid' ? invalidBlock(result) : checkedBlock(result))).join('\n');
}

function invalidBlock({ file, problems }: InvalidFile): string {
  return problems.map(({ message, at }) => `${placeOf(file, at)}: ${message}\n`).join('');
}

/** 'file:12:7', which editors and terminals make a link of. */
export function placeOf(file: string, at: Position | undefined): string {
  return at === undefined ? file : `${file}:${at.line}:${at.column}`;
}

function checkedBlock(checked: CheckedFile): string {
  const { report, file, draft } = checked;
  const lines = report.findings.flatMap((finding) => findingLines(checked, finding));
  const counts = [
    counted(report.findings.filter(({ severity }) => severity === 'error').length, 'error'),
    counted(report.findings.filter(({ severity }) => severity === 'warning').length, 'warning'),
    ...(report.findings.some(({ severity }) => severity === 'info')
      ? [counted(report.findings.filter(({ severity }) => severity === 'info').length, 'hint')]
      : []),
    ...(report.waived.length > 0 ? [`${report.waived.length} waived`] : []),
    `${report.passed.length} passed`,
  ];
  return [
    `${file}: ${draft.title}`,
    ...lines,
    ...waitingLine(report.waiting),
    ...(report.gaps.length > 0 ? [`  ${counted(report.gaps.length, 'gap')} of later stages.`] : []),
    `  ${counts.join(', ')}.`,
    '',
  ].join('\n');
}

function findingLines({ file, locate }: CheckedFile, finding: Finding): string[] {
  const at = locate(finding.paths[0] ?? '');
  const ended =
    finding.waiver === undefined
      ? []
      : [
          `    The waiver by ${finding.waiver.by} ${finding.waiver.state === 'expired' ? `expired on ${finding.waiver.expires ?? ''}` : 'ended: a value has changed since'}.`,
        ];
  return [
    `  ${placeOf(file, at)}: ${finding.severity} ${finding.rule}: ${finding.message}`,
    ...finding.ends.map(({ label, shown }) => `    ${label}: ${shown === '' ? 'not answered yet' : shown}`),
    ...(finding.remedy === undefined ? [] : [`    ${finding.remedy.label}.`]),
    ...ended,
  ];
}

function waitingLine(waiting: CheckedFile['report']['waiting']): string[] {
  const [nearest] = waiting;
  if (nearest === undefined) return [];
  const waits = waiting.length === 1 ? '1 check waits' : `${waiting.length} checks wait`;
  return [
    `  ${waits} for answers; the nearest needs ${nearest.missing.length === 1 ? 'only ' : ''}${nearest.missing.join(', ')}.`,
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
