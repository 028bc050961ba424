import type { FileResult } from './checked-file.ts';

/** For programs: everything that is known about each file, with the place of each finding. */
export function jsonReport(results: readonly FileResult[]): string {
  const files = results.map((result) => {
    if (result.state === 'invalid') {
      return {
        file: result.file,
        valid: false,
        problems: result.problems.map(({ message, at }) => ({ message, ...at })),
      };
    }
    const { file, draft, stage, report, locate } = result;
    const placed = report.findings.map((finding) => ({ ...finding, ...locate(finding.paths[0] ?? '') }));
    return {
      file,
      valid: true,
      title: draft.title,
      ...(stage === undefined ? {} : { stage }),
      report: { ...report, findings: placed },
    };
  });
  return `${JSON.stringify({ files }, null, 2)}\n`;
}
