import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calculatorById } from '../../calculators/all-calculators.ts';
import { labelAgreementContract } from '../../calculators/label-agreement-contract.ts';
import { tableReader } from '../../calculators/read-table.ts';
import { runCalculator } from '../../calculators/run-calculator.ts';
import { parseFile, writeFile } from '../../worksheets/file.ts';
import { itemIdsAt, parentPath, parsePath } from '../../worksheets/paths.ts';
import { readWorksheet } from '../../worksheets/read-worksheet.ts';
import { families } from '../families.ts';
import type { Finding } from '../report.ts';
import { runChecks } from '../run-checks.ts';

const folder = new URL('../../../../examples/flawed/', import.meta.url);
const text = readFileSync(new URL('worksheet.yaml', folder), 'utf8');
const { draft, problems } = parseFile(text, 'yaml');
const worksheet = readWorksheet(draft);
const { findings } = runChecks(worksheet, { today: '2026-12-01', mode: 'full' });
const found = new Map(findings.toReversed().map((finding) => [finding.rule, finding]));

test('the flawed example is a worksheet file in its canonical form', () => {
  expect(problems).toEqual([]);
  expect(writeFile(draft, 'yaml')).toBe(text);
  expect(JSON.stringify(worksheet)).not.toContain('"unreadable"');
});

test('at least ninety rules find something in it, in every family that looks at its task', () => {
  expect(found.size).toBeGreaterThanOrEqual(90);
  const familiesOf = (ids: Iterable<string>): Set<string> => new Set([...ids].map((id) => id.slice(0, 3)));
  const all = familiesOf(families.map(({ id }) => id));
  // It writes nothing, so no rule about language models has anything to look at.
  all.delete('GEN');
  expect(familiesOf(found.keys())).toEqual(all);
});

test('every finding names ends that exist', () => {
  const missing = findings.flatMap(({ rule, ends }) =>
    ends.filter(({ path }) => !stands(path)).map(({ path }) => `${rule}: ${path}`),
  );
  expect(missing).toEqual([]);
  expect(findings.filter(({ ends }) => ends.length === 0)).toEqual([]);
});

test('a path into an item that is not there is no end that exists', () => {
  expect(stands('metrics.items.accuracy.targetValue')).toBe(true);
  expect(stands('metrics.items.speed.targetValue')).toBe(false);
  expect(stands('metrics.items.accuracy.speed')).toBe(false);
});

test('its agreement is not the one that its labels give', () => {
  const evidence = draft.evidence?.[0];
  const csv = readFileSync(new URL('clerk-labels.csv', folder), 'utf8');
  expect(createHash('sha256').update(csv).digest('hex')).toBe(evidence?.sha256);
  const calculator = calculatorById('label-agreement');
  const reader = tableReader(calculator.tables ?? [], {});
  reader.push(csv);
  const { output } = runCalculator(calculator, evidence?.input, { table: reader.end() });
  const { items, annotators, percentAgreement, krippendorffAlpha, cohenKappa } =
    labelAgreementContract.output.parse(output);
  expect(evidence?.result).toEqual({
    items,
    annotators,
    percentAgreement,
    krippendorffAlpha: Number(krippendorffAlpha?.toFixed(6)),
    cohenKappa: Number(cohenKappa?.toFixed(6)),
  });
  const stated = worksheet.labels.agreement.find(({ id }) => id === 'alpha')?.value;
  expect(stated?.state === 'answered' && stated.value - (krippendorffAlpha ?? 1) > 0.1).toBe(true);
});

// The page of the docs is the golden file. To accept a change of the rules: vitest -u.
test('what is found in it is told as the docs show it', async () => {
  await expect(page([...found.values()])).toMatchFileSnapshot('../../../../docs/example-flawed.md');
});

/** Whether the field is defined, and every item on the way to it is in the worksheet. */
function stands(path: string): boolean {
  const place = parsePath(path);
  if (place === undefined) return false;
  if (place.kind === 'section') return true;
  const inItem = place.kind !== 'item' || itemIdsAt(worksheet, parentPath(path)).includes(place.id);
  return inItem && stands(parentPath(path));
}

function page(one: readonly Finding[]): string {
  const rows = one
    .toSorted((a, b) => (a.rule < b.rule ? -1 : 1))
    .map(({ rule, severity, message }) => `| ${rule} | ${severity} | ${message} |`);
  return [
    '# What the checks find in a flawed worksheet',
    '',
    'The worksheet [examples/flawed](../examples/flawed/worksheet.yaml) is wrong on purpose, in the ways in which a team in a hurry is wrong: each of its answers sounds usual by itself. Read it first and write down what you would ask its authors; then compare.',
    '',
    `${one.length} rules find something in it, ${findings.length} findings in all. Below is one for each rule; \`bin/plumbline check examples/flawed/worksheet.yaml\` prints all of them, with the answers that disagree.`,
    '',
    '| Rule | Severity | What it finds |',
    '| - | - | - |',
    ...rows,
    '',
  ].join('\n');
}
