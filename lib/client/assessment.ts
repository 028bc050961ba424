import type { JsonObject } from '#lib/domain/json.ts';
import type { CheckReport } from '#lib/domain/checks/report.ts';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import { labelAt } from '#lib/domain/checks/words/shown-value.ts';
import { sections as definedSections } from '#lib/domain/worksheets/all-sections.ts';
import type { Derived } from '#lib/domain/worksheets/derivation.ts';
import { deriveAll } from '#lib/domain/worksheets/derived.ts';
import { completeness, type Completeness } from '#lib/domain/worksheets/completeness.ts';
import type { Stage } from '#lib/domain/worksheets/definition.ts';
import { FORMAT } from '#lib/domain/worksheets/draft.ts';
import { openQuestions, type OpenQuestion } from '#lib/domain/worksheets/open-questions.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { stageReached } from '#lib/domain/worksheets/stage-reached.ts';
import { sectionApplies } from '#lib/domain/worksheets/walk.ts';
import type { Sections } from './pending-edits.ts';

/** A derived value, with the names of the answers that it waits for. */
export interface DerivedEntry extends Derived {
  readonly waitsFor: readonly string[];
}

/** What is to be said about a worksheet as a whole; made on the server for the first page and in a worker from then on. */
export interface Assessment {
  readonly report: CheckReport;
  /** The stage being worked on: the one that the worksheet claims, else the last one of which anything is answered. */
  readonly stage: Stage;
  readonly counts: Completeness;
  readonly openQuestions: readonly OpenQuestion[];
  readonly derived: readonly DerivedEntry[];
  /** Keys of sections that the answers so far rule out. */
  readonly ruledOut: readonly string[];
}

/** What the checks read beside the sections, and which does not change while someone types. */
export interface AssessmentSetting {
  /** What the worksheet's file says beside its sections: waivers, evidence, profile. */
  readonly rest: JsonObject;
  /** A plain date, YYYY-MM-DD, in the workspace's zone. */
  readonly today: string;
}

export function assess(sections: Sections, { rest, today }: AssessmentSetting): Assessment {
  const worksheet = readWorksheet({ ...rest, format: FORMAT, title: '', sections });
  const stage = worksheet.stage ?? stageReached(sections);
  return {
    report: runChecks(worksheet, { today, mode: 'draft' }),
    stage,
    counts: completeness(worksheet, stage),
    openQuestions: openQuestions(worksheet),
    derived: deriveAll(worksheet).map((derived) => ({
      ...derived,
      waitsFor: derived.result.state === 'waits' ? derived.result.missing.map((path) => labelAt(worksheet, path)) : [],
    })),
    ruledOut: definedSections.filter((section) => !sectionApplies(worksheet, section)).map((section) => section.key),
  };
}
