import type { Finding } from '#lib/domain/checks/report.ts';
import { families } from '#lib/domain/checks/families.ts';
import { placeOf } from './text-report.ts';
import type { CheckedFile, FileResult, InvalidFile } from './checked-file.ts';

/** JUnit XML, a suite a file and a case a rule. Only errors are failures, as in the exit code; warnings are output. */
export function junitReport(results: readonly FileResult[]): string {
  const suites = results.map((result) => (result.state === 'invalid' ? invalidSuite(result) : checkedSuite(result)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="plumbline">\n${suites.join('')}</testsuites>\n`;
}

function invalidSuite({ file, problems }: InvalidFile): string {
  const text = problems.map(({ message, at }) => `${placeOf(file, at)}: ${message}`).join('\n');
  const name = escapeXml(file);
  return `  <testsuite name="${name}" tests="1" failures="0" errors="1" skipped="0">\n    <testcase classname="${name}" name="valid">\n      <error message="Not a valid worksheet">${escapeXml(text)}</error>\n    </testcase>\n  </testsuite>\n`;
}

function checkedSuite(checked: CheckedFile): string {
  const { report, file } = checked;
  const unjudged = new Set([
    ...report.waiting.map(({ rule }) => rule),
    ...report.notApplicable,
    ...report.gaps.map(({ rule }) => rule),
  ]);
  const cases = families.map(({ id, title }) => {
    const findings = report.findings.filter(({ rule }) => rule === id);
    const errors = findings.filter(({ severity }) => severity === 'error');
    const skipped = findings.length === 0 && unjudged.has(id);
    return { id, title, errors, others: findings.filter(({ severity }) => severity !== 'error'), skipped };
  });
  const failures = cases.filter(({ errors }) => errors.length > 0).length;
  const skipped = cases.filter((each) => each.skipped).length;
  const name = escapeXml(file);
  const written = cases.map(({ id, title, errors, others, skipped: isSkipped }) => {
    const inside = [
      errors.length === 0
        ? ''
        : `      <failure message="${escapeXml(errors[0]?.message ?? '')}">${linesOf(checked, errors)}</failure>\n`,
      isSkipped ? '      <skipped/>\n' : '',
      others.length === 0 ? '' : `      <system-out>${linesOf(checked, others)}</system-out>\n`,
    ].join('');
    const opening = `    <testcase classname="${name}" name="${escapeXml(`${id} ${title}`)}"`;
    return inside === '' ? `${opening}/>\n` : `${opening}>\n${inside}    </testcase>\n`;
  });
  return `  <testsuite name="${name}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">\n${written.join('')}  </testsuite>\n`;
}

function linesOf({ file, locate }: CheckedFile, findings: readonly Finding[]): string {
  return escapeXml(
    findings
      .map((finding) => `${placeOf(file, locate(finding.paths[0] ?? ''))}: ${finding.severity}: ${finding.message}`)
      .join('\n'),
  );
}

/** Control characters have no place in XML 1.0, not even as references. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
