import type { Json } from '../json.ts';
import type { Worksheet } from '../worksheets/all-sections.ts';
import { stages, type Stage } from '../worksheets/definition.ts';
import { valueHash } from '../worksheets/hashes.ts';
import { fieldAtPath, itemIdsAt } from '../worksheets/paths.ts';
import { families } from './families.ts';
import { readProfile, type Profile } from './profile.ts';
import { WorksheetReader, type Read } from './reader.ts';
import { severities, type CheckReport, type End, type Finding, type Waiting } from './report.ts';
import type { Found, RuleDefinition } from './rule.ts';
import { labelAt, shownValue } from './words/shown-value.ts';
import { waiverFor } from './waivers.ts';

export interface CheckOptions {
  /** The stage whose review is asked for, earlier ones included; all where absent. */
  readonly stage?: Stage;
  /** The bounds of the workspace; those of the worksheet's file, else the defaults, where absent. */
  readonly profile?: Profile;
  /** Plain date that waivers expire by. */
  readonly today: string;
  /** While drafting gaps are counted; in full those of the stage are findings. */
  readonly mode: 'draft' | 'full';
}

/**
 * Runs every rule over a worksheet. Pure: the same worksheet and options give the same bytes.
 *
 * Complexity: linear in the items of the worksheet, but for references, which are looked up.
 */
export function runChecks(worksheet: Worksheet, options: CheckOptions): CheckReport {
  const profile = options.profile ?? readProfile(worksheet.profile);
  const subject = { read: new WorksheetReader(worksheet), profile };
  const report: Sorted = { findings: [], gaps: [], waiting: [], passed: [], notApplicable: [], waived: [] };
  for (const rule of families) sort(rule, rule.check(subject), worksheet, options, report);
  return {
    findings: report.findings.toSorted(bySeverity),
    gaps: report.gaps.toSorted(bySeverity),
    waiting: report.waiting.toSorted((a, b) => a.missing.length - b.missing.length),
    passed: report.passed,
    notApplicable: report.notApplicable,
    waived: report.waived,
    profile,
  };
}

interface Sorted {
  readonly findings: Finding[];
  readonly gaps: Finding[];
  readonly waiting: Waiting[];
  readonly passed: string[];
  readonly notApplicable: string[];
  readonly waived: Finding[];
}

function sort(
  rule: RuleDefinition,
  outcome: ReturnType<RuleDefinition['check']>,
  worksheet: Worksheet,
  options: CheckOptions,
  report: Sorted,
): void {
  const outcomes = 'outcome' in outcome ? [outcome] : outcome;
  const missing = new Set(outcomes.flatMap((each) => (each.outcome === 'waits' ? each.missing : [])));
  const found = withOwnKeys(
    outcomes.flatMap((each) => (each.outcome === 'found' ? [findingOf(rule, each, worksheet)] : [])),
  );
  for (const finding of found) {
    const waiver = waiverFor(finding, worksheet.waivers, { siblings: found, today: options.today });
    const marked = waiver === undefined ? finding : { ...finding, waiver };
    if (waiver?.state === 'accepted') report.waived.push(marked);
    else if (finding.kind === 'contradiction' || isDue(rule, options)) report.findings.push(marked);
    else report.gaps.push(marked);
  }
  if (missing.size > 0) report.waiting.push({ rule: rule.id, missing: [...missing] });
  else if (found.length > 0) return;
  else if (outcomes.some((each) => each.outcome === 'pass')) report.passed.push(rule.id);
  else report.notApplicable.push(rule.id);
}

function isDue(rule: RuleDefinition, { mode, stage }: CheckOptions): boolean {
  return mode === 'full' && (stage === undefined || stages.indexOf(rule.stage) <= stages.indexOf(stage));
}

function findingOf(rule: RuleDefinition, found: Found, worksheet: Worksheet): Finding {
  const paths = [...new Set(found.ends.map((end) => end.path))];
  const ends = found.ends.map((read): End => ({
    path: read.path,
    label: labelAt(worksheet, read.path),
    shown: shownValue(worksheet, read),
    basis: read.answer.state === 'answered' ? read.answer.basis : 'stated',
  }));
  const guesses = ends.filter((end) => end.basis === 'guess');
  return {
    key: `${rule.id}:${paths[0] ?? ''}`,
    rule: rule.id,
    version: rule.version,
    severity: found.severity ?? rule.severity,
    kind: found.kind,
    paths,
    ends,
    message: guesses.length === 0 ? found.message : ifGuessesHold(found.message, guesses),
    numbers: found.numbers ?? [],
    ...(found.formula === undefined ? {} : { formula: found.formula }),
    ...(found.remedy === undefined ? {} : { remedy: found.remedy }),
    principle: rule.principle,
    source: rule.source,
    leansOnGuess: guesses.length > 0,
    ...(found.calculator === undefined ? {} : { calculator: found.calculator }),
    valueHash: valueHash(found.ends.map((read) => ({ path: read.path, value: standing(worksheet, read) }))),
  };
}

/** A rule that fires for several items on one and the same end tells them apart by their other ends. */
export function withOwnKeys<F extends Pick<Finding, 'key' | 'rule' | 'paths'>>(findings: readonly F[]): F[] {
  const taken = new Set<string>();
  return findings.map((finding) => {
    const key = taken.has(finding.key) ? `${finding.rule}:${finding.paths.join('+')}` : finding.key;
    taken.add(key);
    return { ...finding, key };
  });
}

/** What a waiver is about, in full: two ways to write one quantity are the same, one more item or letter is not. */
function standing(worksheet: Worksheet, { path, answer }: Read): Json {
  if (fieldAtPath(path)?.kind === 'list') return itemIdsAt(worksheet, path).join(' ');
  if (answer.state !== 'answered') return answer.state;
  return typeof answer.value === 'number' ? answer.value : answer.typed;
}

function ifGuessesHold(message: string, guesses: readonly End[]): string {
  const shown = guesses.map((end) => end.shown);
  const last = shown.pop() ?? '';
  const clause =
    shown.length === 0 ? `your guess of ${last} holds` : `your guesses of ${shown.join(', ')} and ${last} hold`;
  return `${message.replace(/\.$/, '')}, if ${clause}.`;
}

function bySeverity(a: Finding, b: Finding): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
