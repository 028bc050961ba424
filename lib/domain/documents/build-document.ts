import type { CheckReport } from '#lib/domain/checks/report.ts';
import { sections, type Worksheet } from '#lib/domain/worksheets/all-sections.ts';
import { completeness } from '#lib/domain/worksheets/completeness.ts';
import { deriveAll } from '#lib/domain/worksheets/derived.ts';
import { stageNames } from '#lib/domain/worksheets/definition.ts';
import { stageReached } from '#lib/domain/worksheets/stage-reached.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';

import { sectionApplies } from '#lib/domain/worksheets/walk.ts';
import {
  about,
  appendix,
  customFields,
  doesNotApply,
  evidence,
  openQuestionRows,
  openQuestions,
} from './closing-sections.ts';
import { contentHash } from './content-hash.ts';
import { decisionChapter } from './decision-chapter.ts';
import type { Block, DefinitionRow, DesignDocument, DocumentProfile, DocumentSection } from './document.ts';
import { contradictions, counted, findingBlocks } from './finding-blocks.ts';
import { emphasis, paragraph, text } from './runs.ts';
import { sectionBlocks } from './section-blocks.ts';
import { openThreads, threadChapter } from './thread-chapter.ts';
import { said, type Writing } from './writing.ts';

export interface DocumentInput {
  readonly title: string;
  readonly worksheet: Worksheet;
  readonly draft: DraftWorksheet;
  readonly report: CheckReport;
  /** Of an immutable snapshot; the draft where absent. */
  readonly revision?: string;
  readonly profile: DocumentProfile;
}

/**
 * The worksheet as a document. Nothing of the moment or of the place goes in (no date, no workspace, no address), so
 * that page, API and command line hand out the same bytes.
 */
export function buildDocument({ title, worksheet, draft, report, revision, profile }: DocumentInput): DesignDocument {
  const stage = worksheet.stage ?? stageReached(draft.sections);
  const writing: Writing = { worksheet, profile, stage, derived: deriveAll(worksheet), used: new Set() };
  const hash = contentHash(draft);
  const questions = openQuestionRows(writing);
  const threads = openThreads(draft, worksheet);
  return {
    title,
    language: 'en',
    profile,
    state: revision === undefined ? 'Draft' : `Revision ${revision}`,
    draft: revision === undefined,
    contentHash: hash,
    front: front(writing, report, { questions: questions.length, threads: threads.length }),
    sections: [
      ...numbered(worksheetSections(writing)),
      ...doesNotApply(
        sections.filter((section) => !sectionApplies(worksheet, section)).map((section) => section.title),
      ),
      { key: 'findings', title: 'Findings', blocks: findingBlocks(profile, report) },
      ...openQuestions(questions),
      ...threadChapter(threads, worksheet, profile),
      ...decisionChapter(draft, profile),
      ...(profile === 'full' ? [...evidence(writing), ...customFields(draft), ...appendix(draft)] : []),
      about(draft, report.profile, hash),
    ],
  };
}

function worksheetSections(writing: Writing): DocumentSection[] {
  return sections.flatMap((section, index) => {
    if (!sectionApplies(writing.worksheet, section)) return [];
    const blocks = sectionBlocks(writing, section);
    return blocks.length === 0 ? [] : [{ key: section.key, number: index + 1, title: section.title, blocks }];
  });
}

/** Figures are numbered through the document. They stand at the top of a section, never inside something. */
function numbered(chapters: readonly DocumentSection[]): DocumentSection[] {
  let figures = 0;
  return chapters.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.map((block) => (block.kind === 'figure' ? { ...block, number: (figures += 1) } : block)),
  }));
}

interface Open {
  readonly questions: number;
  readonly threads: number;
}

function front(writing: Writing, report: CheckReport, { questions, threads }: Open): readonly Block[] {
  const oneLiner = said(writing, 'overview.oneLiner');
  const { answered, needed } = completeness(writing.worksheet, writing.stage);
  const found = contradictions(report).length;
  const counts = [
    `${answered} of ${needed} answered`,
    ...(questions === 0 ? [] : [counted(questions, 'open question')]),
    ...(threads === 0 ? [] : [counted(threads, 'open thread')]),
    ...(found === 0 ? [] : [counted(found, 'contradiction')]),
  ];
  const rows: DefinitionRow[] = [
    ...(writing.worksheet.stage === undefined
      ? []
      : [{ label: 'Stage', content: [paragraph([text(stageNames[writing.worksheet.stage])])] }]),
    { label: 'State', content: [paragraph([text(counts.join(', '))])] },
  ];
  return [
    ...(oneLiner === undefined ? [] : [paragraph([emphasis(...oneLiner)], 'overview.oneLiner')]),
    { kind: 'definitions', rows },
  ];
}
