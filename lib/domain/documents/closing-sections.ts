import { defaultProfile, thresholds, type Profile, type ThresholdKey } from '#lib/domain/checks/profile.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { walk } from '#lib/domain/worksheets/walk.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { answerAt } from '#lib/domain/worksheets/paths.ts';
import type { Block, DocumentSection, Inline, TableRow } from './document.ts';
import { readMarkdown } from './markdown-source.ts';
import { placeName } from './place-name.ts';
import { basisMarks, paragraph, runs, text } from './runs.ts';
import { shownDate } from './shown-answer.ts';
import type { Writing } from './writing.ts';

/** Everything that somebody still finds out, with name and date. */
export function openQuestions(rows: readonly TableRow[]): DocumentSection[] {
  if (rows.length === 0) return [];
  const columns = ['Not known yet', 'Who finds out', 'By'].map((label) => ({
    label: plain(label),
    align: 'start' as const,
  }));
  return [{ key: 'open-questions', title: 'Open questions', blocks: [{ kind: 'table', columns, rows }] }];
}

export function openQuestionRows({ worksheet }: Writing): readonly TableRow[] {
  const rows: TableRow[] = [];
  walk(worksheet, ({ path, applies }) => {
    if (!applies) return 'skip';
    const answer = worksheet.states.get(path) ?? answerAt(worksheet, path);
    if (answer?.state !== 'unknown') return 'descend';
    const by = answer.by === undefined ? '–' : shownDate(answer.by);
    rows.push({ path, cells: [plain(placeName(worksheet, path)), plain(answer.who ?? '–'), plain(by)] });
    return 'skip';
  });
  return rows;
}

function plain(words: string): readonly Inline[] {
  return [text(words)];
}

/** What measured values rest on. The hash is that of the file which stayed with its owner. */
export function evidence(writing: Writing): DocumentSection[] {
  const kept = writing.worksheet.evidence;
  if (kept.length === 0) return [];
  const rows = kept.map(({ id, calculator, sha256 }) => ({
    cells: [
      plain(id),
      plain(calculator),
      sha256 === undefined ? plain('–') : [{ kind: 'code', text: sha256 } as const],
    ],
  }));
  const columns = ['Evidence', 'Calculator', 'SHA-256 of the data'].map((label) => ({
    label: plain(label),
    align: 'start' as const,
  }));
  return [{ key: 'evidence', title: 'Evidence', blocks: [{ kind: 'table', columns, rows }] }];
}

/** Sections that the answers so far rule out, in one line each. */
export function doesNotApply(titles: readonly string[]): DocumentSection[] {
  if (titles.length === 0) return [];
  return [{ key: 'does-not-apply', title: 'Does not apply', blocks: [paragraph([text(`${titles.join(', ')}.`)])] }];
}

export function appendix(draft: DraftWorksheet): DocumentSection[] {
  const said = draft.appendix === undefined ? [] : readMarkdown(draft.appendix);
  return said.length === 0 ? [] : [{ key: 'appendix', title: 'Appendix', blocks: said }];
}

/** What a workspace asks beyond the worksheet, as it stands in the file. */
export function customFields(draft: DraftWorksheet): DocumentSection[] {
  const rows = Object.entries(draft.custom ?? {}).map(([label, value]) => ({
    label,
    content: [
      typeof value === 'string'
        ? paragraph([text(value)])
        : { kind: 'code' as const, text: JSON.stringify(value, null, 2) },
    ],
  }));
  return rows.length === 0 ? [] : [{ key: 'custom', title: 'Further fields', blocks: [{ kind: 'definitions', rows }] }];
}

/** The colophon: what the marks mean, what the checks were run with, and which content this is. */
export function about(draft: DraftWorksheet, checkedWith: Profile, contentHash: string): DocumentSection {
  const bounds = changedBounds(checkedWith);
  const marks = `After a number, ${basisMarks.guess} marks a guess, ${basisMarks.measured} a measured value, ${basisMarks.derived} one derived from others; a stated number has no mark.`;
  return {
    key: 'about',
    title: 'About this document',
    blocks: [
      paragraph([text(marks)]),
      {
        kind: 'definitions',
        rows: [
          { label: 'Format', content: [paragraph([{ kind: 'code', text: draft.format }])] },
          {
            label: 'Bounds of the checks',
            content: bounds.length === 0 ? [paragraph([text('The defaults.')])] : bounds,
          },
          { label: 'Content', content: [paragraph(runs('SHA-256 ', { kind: 'code', text: contentHash }))] },
        ],
      },
    ],
  };
}

const thresholdKeys = Object.keys(defaultProfile).filter((key): key is ThresholdKey => Object.hasOwn(thresholds, key));

/** The bounds that somebody moved. The defaults are on the rules' own pages. */
function changedBounds(profile: Profile): Block[] {
  const items = thresholdKeys
    .filter((key) => profile[key] !== defaultProfile[key])
    .map((key) => {
      const moved = ` ${formatNumber(profile[key], 'table')}, not ${formatNumber(defaultProfile[key], 'table')}: ${thresholds[key].meaning}.`;
      return { content: [paragraph(runs({ kind: 'code', text: key }, moved))] };
    });
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];
}
