import { anchorResolver, type ResolvedAnchor } from '#lib/domain/threads/resolve-anchor.ts';
import { FORMER, KIND_NAMES, placeWords } from '#lib/domain/threads/thread-words.ts';
import type { Worksheet } from '#lib/domain/worksheets/all-sections.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import type { CommentRecord, ThreadRecord } from '#lib/domain/worksheets/thread-record.ts';
import { storedThread } from '#lib/domain/worksheets/thread-schema.ts';
import type { Block, CalloutBlock, DocumentProfile, DocumentSection, TableBlock } from './document.ts';
import { readMarkdown } from './markdown-source.ts';
import { placeName } from './place-name.ts';
import { readingText } from './reading-text.ts';
import { flattened, paragraph, plainText, runs, strong, text } from './runs.ts';
import { shownDate } from './shown-answer.ts';

/** An open thread with the place where it stands now. */
export interface OpenThread {
  readonly thread: ThreadRecord;
  readonly at: ResolvedAnchor;
}

/** In the order of their numbers. What is resolved is in the project's log and not in its document. */
export function openThreads(draft: DraftWorksheet, worksheet: Worksheet): readonly OpenThread[] {
  const open = (draft.threads ?? []).map(storedThread).filter(({ resolved }) => resolved === null);
  if (open.length === 0) return [];
  const resolve = anchorResolver({ sections: draft.sections, worksheet }, readingText);
  return open.map((thread) => ({ thread, at: resolve(thread.anchor) }));
}

/** What is still talked about: each thread with all that was said, or a line each. */
export function threadChapter(
  threads: readonly OpenThread[],
  worksheet: Worksheet,
  profile: DocumentProfile,
): DocumentSection[] {
  if (threads.length === 0) return [];
  const blocks = profile === 'full' ? threads.map((each) => callout(each, worksheet)) : [overview(threads, worksheet)];
  return [{ key: 'open-threads', title: 'Open threads', blocks }];
}

function callout({ thread, at }: OpenThread, worksheet: Worksheet): CalloutBlock {
  const { number, kind, blocking, comments } = thread;
  return {
    kind: 'callout',
    tone: blocking ? 'warning' : kind === 'question' ? 'question' : 'info',
    word: blocking ? `${KIND_NAMES[kind]}, blocking` : KIND_NAMES[kind],
    reference: `#${number}`,
    title: [text(placeOf(at, worksheet))],
    ...(at.path !== '' && { path: at.path }),
    content: [...quoteOf(thread, at), ...comments.flatMap(said)],
  };
}

function placeOf({ path }: ResolvedAnchor, worksheet: Worksheet): string {
  return path === '' ? 'The whole document' : placeName(worksheet, path);
}

/** The words that it was started on, and what became of them or of their place. */
function quoteOf({ anchor }: ThreadRecord, at: ResolvedAnchor): Block[] {
  const { original } = at;
  const onPassage = anchor.kind === 'passage';
  const quote: Block[] = onPassage ? [{ kind: 'quote', content: [paragraph([text(original)])] }] : [];
  const gone = `What it was started on is gone: ${original}.`;
  const note = at.state === 'outdated' && !onPassage ? gone : placeWords(at, onPassage);
  return note === '' ? quote : [...quote, { kind: 'note', content: [text(note)] }];
}

/** Days are those of UTC: a document knows no place. */
function said({ by, at, text: body, deleted }: CommentRecord): Block[] {
  const name = strong(text(by === '' ? FORMER : by));
  const head = runs(name, `, ${shownDate(at.slice(0, 10))}`);
  if (deleted !== null) return [paragraph(runs(head, ': this comment was deleted.'))];
  return [paragraph(head), ...readMarkdown(body)];
}

/** How a comment begins, where a line is all that there is room for. */
const BEGIN = 120;

function overview(threads: readonly OpenThread[], worksheet: Worksheet): TableBlock {
  const columns = ['Thread', 'On', 'Begins'].map((label) => ({ label: [text(label)], align: 'start' as const }));
  const rows = threads.map(({ thread, at }) => ({
    ...(at.path !== '' && { path: at.path }),
    cells: [
      [text(`#${thread.number} ${KIND_NAMES[thread.kind]}${thread.blocking ? ', blocking' : ''}`)],
      [text(placeOf(at, worksheet))],
      [text(beginOf(thread))],
    ],
  }));
  return { kind: 'table', columns, rows };
}

function beginOf({ comments }: ThreadRecord): string {
  const [first] = comments;
  if (first === undefined || first.deleted !== null) return '–';
  const line = plainText(flattened(readMarkdown(first.text)))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= BEGIN ? line : `${line.slice(0, BEGIN).replace(/\s+\S*$/, '')} …`;
}
