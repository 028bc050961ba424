import type { CheckReport, End, Finding, Severity, UsedNumber } from '#lib/domain/checks/report.ts';
import type { Waiver } from '#lib/domain/worksheets/draft.ts';
import type { Block, CalloutBlock, CalloutTone, Inline, TableBlock } from './document.ts';
import { asSentence } from './phrases.ts';
import { paragraph, runs, text } from './runs.ts';
import { quantityValue, shownDate } from './shown-answer.ts';
import type { Writing } from './writing.ts';

const words: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Info' };

/** What the checks say: contradictions with both their ends and the numbers, then what was accepted and why. */
export function findingBlocks(writing: Writing, report: CheckReport): Block[] {
  const detailed = writing.profile === 'full';
  const callouts = report.findings.map((finding) =>
    findingCallout(finding, words[finding.severity], finding.severity, detailed),
  );
  const accepted = report.waived.map((finding) => acceptedCallout(finding, writing.worksheet.waivers));
  return [paragraph([text(summary(report))]), ...callouts, ...accepted];
}

/** '2 contradictions, 1 accepted finding. 14 gaps; 9 checks wait for answers, 21 pass.' */
function summary(report: CheckReport): string {
  const contradictions =
    report.findings.length === 0
      ? 'No contradiction between the answers given'
      : counted(report.findings.length, 'contradiction');
  const accepted = report.waived.length === 0 ? '' : `, ${counted(report.waived.length, 'accepted finding')}`;
  const waiting = report.waiting.length === 1 ? '1 check waits' : `${report.waiting.length} checks wait`;
  return `${contradictions}${accepted}. ${counted(report.gaps.length, 'gap')}; ${waiting} for answers, ${report.passed.length} pass.`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function findingCallout(finding: Finding, word: string, tone: CalloutTone, detailed: boolean): CalloutBlock {
  const [path] = finding.paths;
  return {
    kind: 'callout',
    tone,
    word,
    reference: finding.rule,
    title: [text(finding.message)],
    ...(path === undefined ? {} : { path }),
    content: detailed ? workings(finding) : [],
  };
}

function workings(finding: Finding): Block[] {
  const remedy =
    finding.remedy === undefined
      ? []
      : [paragraph([text(`What would satisfy it: ${finding.remedy.label.replace(/\.$/, '')}.`)])];
  return [
    ...(finding.ends.length === 0 ? [] : [endsTable(finding.ends)]),
    ...remedy,
    {
      kind: 'note',
      content: runs(
        formula(finding),
        asSentence([text(finding.principle)]),
        ' Source: ',
        asSentence([text(finding.source)]),
      ),
    },
  ];
}

function endsTable(ends: readonly End[]): TableBlock {
  return {
    kind: 'table',
    columns: [
      { label: [text('Answer')], align: 'start' },
      { label: [text('Says')], align: 'start' },
    ],
    rows: ends.map((end) => ({
      path: end.path,
      cells: [[text(end.label)], [quantityValue(end.path, end.shown, end.basis)]],
    })),
  };
}

/** 'benefit = volume × gain, with volume = 2.5 M, gain = €0.02. ' */
function formula(finding: Finding): readonly Inline[] {
  if (finding.formula === undefined) return [];
  const numbers = finding.numbers.map(numberWords).join(', ');
  return runs({ kind: 'code', text: finding.formula }, numbers === '' ? '. ' : `, with ${numbers}. `);
}

function numberWords(number: UsedNumber): string {
  return `${number.symbol ?? number.name} = ${number.shown}`;
}

function acceptedCallout(finding: Finding, waivers: readonly Waiver[]): CalloutBlock {
  const waiver = waivers.find(({ check, path }) => check === finding.rule && finding.paths.includes(path));
  const until = waiver?.expires === undefined ? '' : `, until ${shownDate(waiver.expires)}`;
  const reason = waiver === undefined ? [] : [paragraph([text(`${waiver.reason} (${waiver.by}${until})`)])];
  return { ...findingCallout(finding, 'Accepted', 'waived', false), content: reason };
}
