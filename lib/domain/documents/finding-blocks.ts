import type { CheckReport, End, Finding, Severity, UsedNumber, WaiverState } from '#lib/domain/checks/report.ts';
import type { Block, CalloutBlock, CalloutTone, DocumentProfile, Inline, TableBlock } from './document.ts';
import { asSentence } from './phrases.ts';
import { paragraph, runs, text } from './runs.ts';
import { quantityValue, shownDate } from './shown-answer.ts';

const words: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Info' };

/**
 * What the checks say: contradictions with both their ends and the numbers, then what was accepted and why. Gaps are
 * counted, whether or not a review makes findings of them: the answers themselves say what is missing.
 */
export function findingBlocks(profile: DocumentProfile, report: CheckReport): Block[] {
  const callouts = contradictions(report).map((finding) =>
    findingCallout(finding, words[finding.severity], finding.severity, profile === 'full' ? workings(finding) : []),
  );
  const accepted = report.waived.map((finding) =>
    findingCallout(finding, 'Accepted', 'waived', finding.waiver === undefined ? [] : [reason(finding.waiver)]),
  );
  return [paragraph([text(summary(report))]), ...callouts, ...accepted];
}

export function contradictions(report: CheckReport): readonly Finding[] {
  return report.findings.filter((finding) => finding.kind === 'contradiction');
}

/** '2 contradictions, 1 accepted finding. 14 gaps; 9 checks wait for answers, 21 pass.' */
function summary(report: CheckReport): string {
  const found = contradictions(report).length;
  const said = found === 0 ? 'No contradiction between the answers given' : counted(found, 'contradiction');
  const accepted = report.waived.length === 0 ? '' : `, ${counted(report.waived.length, 'accepted finding')}`;
  const gaps = counted(report.gaps.length + report.findings.length - found, 'gap');
  const waiting = report.waiting.length === 1 ? '1 check waits' : `${report.waiting.length} checks wait`;
  const passed = `${report.passed.length} ${report.passed.length === 1 ? 'passes' : 'pass'}`;
  return `${said}${accepted}. ${gaps}; ${waiting} for answers, ${passed}.`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function findingCallout(finding: Finding, word: string, tone: CalloutTone, content: readonly Block[]): CalloutBlock {
  const [path] = finding.paths;
  const title = [text(finding.message)];
  return {
    kind: 'callout',
    tone,
    word,
    reference: finding.rule,
    title,
    ...(path === undefined ? {} : { path }),
    content,
  };
}

function workings(finding: Finding): Block[] {
  const remedy =
    finding.remedy === undefined
      ? []
      : [paragraph([text(`What would satisfy it: ${finding.remedy.label.replace(/\.$/, '')}.`)])];
  const waiver = finding.waiver === undefined ? [] : [reason(finding.waiver)];
  return [
    ...(finding.ends.length === 0 ? [] : [endsTable(finding.ends)]),
    ...remedy,
    ...waiver,
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

const waiverWords: Readonly<Record<WaiverState['state'], string>> = {
  accepted: '',
  expired: 'No longer accepted, its time is over: ',
  'value-changed': 'No longer accepted, a value has changed since: ',
};

function reason({ state, reason: why, by, expires }: WaiverState): Block {
  const until = expires === undefined ? '' : `, until ${shownDate(expires)}`;
  return paragraph([text(`${waiverWords[state]}${why} (${by}${until})`)]);
}
