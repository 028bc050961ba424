import { isJsonObject } from '../json.ts';
import { sections, type Worksheet } from '../worksheets/all-sections.ts';
import { valueOf } from '../worksheets/answers.ts';
import type { Stage } from '../worksheets/definition.ts';
import type { DraftWorksheet } from '../worksheets/draft.ts';
import { sectionHash } from '../worksheets/hashes.ts';
import { openQuestions, type OpenQuestion } from '../worksheets/open-questions.ts';
import { readWorksheet } from '../worksheets/read-worksheet.ts';
import { stageReached } from '../worksheets/stage-reached.ts';
import { families } from './families.ts';
import type { CheckReport } from './report.ts';
import { runChecks } from './run-checks.ts';
import { labelAt } from './words/shown-value.ts';

/** Something with a day, and what it is: a milestone by its name, a waiver by its rule, a question by its field. */
export interface Due {
  /** Plain date. */
  readonly date: string;
  readonly kind: 'milestone' | 'review-by' | 'open-question' | 'waiver';
  readonly what: string;
}

/** What a list of projects says about one of them. */
export interface ProjectSummary {
  readonly stage: Stage;
  /** Contradictions; gaps are not counted as findings. */
  readonly errors: number;
  readonly warnings: number;
  /** Labels say which item they are about: 'Precision · Target'. */
  readonly openQuestions: readonly OpenQuestion[];
  readonly due: Due | null;
  /** Who owns the objective, else the first author, as the worksheet says. */
  readonly owner: string | null;
  /** The last day on which all this is so, if nobody edits; null where no day changes it. */
  readonly holdsUntil: string | null;
}

/** @param today plain date in the zone of the workspace */
export function summarise(draft: DraftWorksheet, today: string): ProjectSummary {
  const worksheet = readWorksheet(draft);
  const report = runChecks(worksheet, { today, mode: 'draft' });
  const questions = openQuestions(worksheet).map((question) => ({
    ...question,
    label: labelAt(worksheet, question.path),
  }));
  const passing = [...milestones(worksheet), ...waivers(report)].filter(({ date }) => date >= today);
  return {
    stage: worksheet.stage ?? stageReached(draft.sections),
    errors: report.findings.filter(({ severity }) => severity === 'error').length,
    warnings: report.findings.filter(({ severity }) => severity === 'warning').length,
    openQuestions: questions,
    due: earliest([...reviewBy(worksheet), ...questionsDue(questions), ...passing]),
    owner: ownerOf(worksheet),
    holdsUntil: earliest(passing)?.date ?? null,
  };
}

/**
 * Changes whenever a summary might: with a rule's version, with a field. Summaries that were made under another one are
 * made anew.
 */
export function summaryRules(): string {
  const definition: unknown = JSON.parse(JSON.stringify({ sections }));
  const rules = families.map(({ id, version, severity }) => `${id}@${version} ${severity}`);
  return sectionHash({ shape: 2, rules, definition: isJsonObject(definition) ? definition : {} }).slice(0, 16);
}

/** A milestone that has passed is history; what is still to be answered or looked at stays due. */
function milestones({ overview }: Worksheet): readonly Due[] {
  return overview.milestones.flatMap(({ name, date }): readonly Due[] => {
    const day = valueOf(date);
    return day === undefined ? [] : [{ date: day, kind: 'milestone', what: valueOf(name) ?? 'Milestone' }];
  });
}

function reviewBy({ overview }: Worksheet): readonly Due[] {
  const date = valueOf(overview.reviewBy);
  return date === undefined ? [] : [{ date, kind: 'review-by', what: 'Look at it again' }];
}

function questionsDue(questions: readonly OpenQuestion[]): readonly Due[] {
  return questions.flatMap(({ by, label }): readonly Due[] =>
    by === null ? [] : [{ date: by, kind: 'open-question', what: label }],
  );
}

/** A waiver is good until the end of its day, and its finding comes back after it. */
function waivers({ waived }: CheckReport): readonly Due[] {
  return waived.flatMap(({ rule, waiver }): readonly Due[] =>
    waiver?.expires === undefined ? [] : [{ date: waiver.expires, kind: 'waiver', what: rule }],
  );
}

function earliest(dues: readonly Due[]): Due | null {
  return dues.reduce<Due | null>((first, due) => (first !== null && first.date <= due.date ? first : due), null);
}

function ownerOf({ business, overview }: Worksheet): string | null {
  const authors = overview.authors.flatMap(({ person }) => valueOf(person) ?? []);
  return valueOf(business.objectiveOwner) ?? authors[0] ?? null;
}
