import { stringify } from 'yaml';
import { noImages, type Images } from '#lib/domain/images/image.ts';
import { isJsonArray, isJsonObject, own, type Json, type JsonObject } from '#lib/domain/json.ts';
import { sectionByKey, sections } from './all-sections.ts';
import { decisionForFile } from './decision-files.ts';
import { readDecisions, type ReadDecisions } from './decision-records.ts';
import { FORMAT, type DraftWorksheet } from './draft.ts';
import { fieldsProblems, unknownKey, type DraftProblem } from './draft-schema.ts';
import { readFields, type Positions } from './file-fields.ts';
import { imageRecords, imagesOfFile } from './file-images.ts';
import { orderedFile } from './file-order.ts';
import { topLevelKeys, topLevelProblems } from './file-top-level.ts';
import { entryOf, parseTree, plainValue, type FileNode, type Position } from './file-tree.ts';
import { parentPath } from './paths.ts';
import { readThreads, type ReadThreads } from './thread-schema.ts';
import { threadForFile } from './thread-files.ts';
import { currencyOf } from './read-worksheet.ts';
import { upgrade } from './stored.ts';

export interface FileProblem extends Position {
  readonly message: string;
  readonly path?: string;
  /** What to write instead. */
  readonly suggestion?: string;
}

export interface ParsedFile {
  /** Empty but for what could be read where there are problems: not to be stored then. */
  readonly draft: DraftWorksheet;
  /** What the file carries; its texts may name more. */
  readonly images: Images;
  readonly problems: readonly FileProblem[];
  /** Where a field stands, or the nearest thing around it that does; undefined where the file has neither. */
  readonly locate: (path: string) => Position | undefined;
}

/** More would not be read by anyone. */
const MAX_PROBLEMS = 100;

/**
 * Reads a worksheet file. Never throws; whatever is wrong is a problem with line and column. A reference to nothing is
 * not: a draft can hold one, so that its file has to be readable, and a check finds it (XRF-01).
 */
export function parseFile(text: string, kind: 'yaml' | 'json'): ParsedFile {
  const tree = parseTree(text, kind);
  const positions: Positions = new Map();
  const locate = (path: string): Position | undefined => {
    for (let at = path; at !== ''; at = parentPath(at)) {
      const position = positions.get(at);
      if (position !== undefined) return position;
    }
    return undefined;
  };
  const refused = (problems: readonly FileProblem[]): ParsedFile => ({
    draft: emptyDraft,
    images: noImages,
    problems,
    locate,
  });
  if (tree.problems.length > 0) return refused(tree.problems);
  if (tree.root?.kind !== 'map') return refused([notAWorksheet]);

  const upgraded = upgrade(readTopLevel(tree.root, positions));
  if (!upgraded.ok) {
    const at = entryOf(tree.root, 'format')?.at ?? { line: 1, column: 1 };
    return refused([{ ...at, message: upgraded.problem, path: 'format', suggestion: FORMAT }]);
  }
  const decided = listOf(upgraded.file, 'decisions', readDecisions);
  const discussed = listOf(upgraded.file, 'threads', readThreads);
  const draft = draftOf(upgraded.file, { ...decided, ...discussed });
  const carried = imagesOfFile(upgraded.file);
  const problems = [
    ...draftProblems(upgraded.file, draft),
    ...decided.problems,
    ...discussed.problems,
    ...carried.problems,
  ]
    .slice(0, MAX_PROBLEMS)
    .map((problem) => placed(problem, locate));
  return { draft, images: carried.images, problems, locate };
}

/** Equal drafts give equal bytes, and reading the file and writing it again gives them once more. */
export function writeFile(draft: DraftWorksheet, kind: 'yaml' | 'json', images: Images = noImages): string {
  const texts = orderedFile(draft);
  const carried = imageRecords(texts, images);
  const ordered = carried.length === 0 ? texts : { ...texts, images: carried };
  if (kind === 'json') return `${JSON.stringify(ordered, null, 2)}\n`;
  // Lines are never folded: a change of one word is a change of one line.
  return stringify(ordered, { lineWidth: 0, aliasDuplicateObjects: false, blockQuote: 'literal' });
}

const notAWorksheet: FileProblem = {
  line: 1,
  column: 1,
  message: 'This is not a worksheet file.',
  suggestion: `format: ${FORMAT}`,
};
const emptyDraft: DraftWorksheet = { format: FORMAT, title: '', sections: {} };

function readTopLevel(root: FileNode & { kind: 'map' }, positions: Positions): JsonObject {
  return Object.fromEntries(
    root.entries.flatMap(({ key, at, value }): [string, Json][] => {
      positions.set(key, at);
      const read =
        key === 'sections' && value.kind === 'map' ? readSections(value, positions) : plainTopLevel(key, value);
      return read === null ? [] : [[key, read]];
    }),
  );
}

function readSections(node: FileNode & { kind: 'map' }, positions: Positions): JsonObject {
  return Object.fromEntries(
    node.entries.map(({ key, at, value }) => {
      const section = sectionByKey(key);
      const read = section === undefined ? plainValue(value) : readFields(section.fields, value, key, positions);
      positions.set(key, at);
      return [key, read ?? {}];
    }),
  );
}

/** 'title: 2027' is a title. */
function plainTopLevel(key: string, node: FileNode): Json {
  const isText = key === 'title' || key === 'appendix';
  return isText && node.kind === 'scalar' && node.value !== null ? node.source : plainValue(node);
}

/** Images stand beside a draft, never in it; decisions and threads are read as a whole. */
const readApart = ['images', 'decisions', 'threads'];

/** Only what has the right shape; draftProblems names the rest. */
function draftOf(
  file: JsonObject,
  { decisions, threads }: Pick<ReadDecisions, 'decisions'> & Pick<ReadThreads, 'threads'>,
): DraftWorksheet {
  const [title, written] = [own(file, 'title'), own(file, 'sections')];
  const known = isJsonObject(written) ? Object.entries(written).filter(([key]) => sectionByKey(key) !== undefined) : [];
  const kept = Object.entries(file).filter(([key]) => topLevelKeys.includes(key) && !readApart.includes(key));
  return {
    ...Object.fromEntries(kept),
    format: FORMAT,
    title: typeof title === 'string' ? title : '',
    sections: Object.fromEntries(known.flatMap(([key, value]) => (isJsonObject(value) ? [[key, value]] : []))),
    ...(decisions.length > 0 && { decisions: decisions.map(decisionForFile) }),
    ...(threads.length > 0 && { threads: threads.map(threadForFile) }),
  };
}

function listOf<T>(file: JsonObject, key: string, read: (records: readonly Json[]) => T): T {
  const written = own(file, key);
  return read(isJsonArray(written) ? written : []);
}

function draftProblems(file: JsonObject, draft: DraftWorksheet): DraftProblem[] {
  const written = own(file, 'sections') ?? {};
  const context = { currency: currencyOf(draft.sections) };
  const known = sections.map(({ key }) => key);
  const unknownSections = isJsonObject(written) ? Object.keys(written).filter((key) => !known.includes(key)) : [];
  return [
    ...topLevelProblems(file),
    ...unknownSections.map((key) => unknownKey('', key, known)),
    ...sections.flatMap(({ key, fields }) => {
      const value = isJsonObject(written) ? own(written, key) : undefined;
      return value === undefined ? [] : fieldsProblems(fields, value, key, context);
    }),
  ];
}

function placed({ path, message, offers }: DraftProblem, locate: (path: string) => Position | undefined): FileProblem {
  const at = locate(path) ?? { line: 1, column: 1 };
  const suggestion = offers?.map(({ text }) => text).join(' or ');
  return { ...at, message, path, ...(suggestion === undefined ? {} : { suggestion }) };
}
