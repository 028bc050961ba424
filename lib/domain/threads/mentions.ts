import { limits } from '#lib/domain/limits.ts';
import { LINKED_MENTION } from '#lib/domain/worksheets/thread-files.ts';

/** Someone who can be called: who sees the project. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
}

export interface Mentions {
  /** Ids of those who are called, in the order of the text, each once. */
  readonly called: readonly string[];
  /** Names that several people have: the page asks which of them is meant. */
  readonly unclear: readonly string[];
  /** What was written after an @ and is nobody here. It stays text, and nobody is told. */
  readonly nobody: readonly string[];
}

/**
 * How the page writes a mention: a Markdown link, of which any other reader of Markdown shows the name. The id counts;
 * the words are only shown, so that a person keeps their mentions when their name changes.
 */
export function mentionOf({ id, name }: Mentionable): string {
  return `[@${name.replace(/[\\[\]]/g, '\\$&')}](member:${id})`;
}

/** Not in ana@example.org, in \@ana, in a path, or within the link that was read already. */
const TYPED = /(?<![\p{L}\p{N}_.+\\/@[-])@(?=\p{L})/gu;
/** So many are looked up, that a text of nothing but @ takes no time. */
const MOST_TYPED = 4 * limits.mentionsPerComment;

/**
 * The people that a comment calls: links that the page made, and names typed by hand as they are written in full, in
 * any case. What stands in code calls nobody.
 */
export function mentionsIn(markdown: string, members: readonly Mentionable[]): Mentions {
  const prose = withoutCode(markdown.normalize('NFC')).replace(/\s+/g, ' ');
  const found = [...linked(prose, members), ...typed(prose, members)].sort((one, other) => one.at - other.at);
  const of = (kind: Found['kind']) => [...new Set(found.filter((one) => one.kind === kind).map(({ who }) => who))];
  return {
    called: of('called').slice(0, limits.mentionsPerComment),
    unclear: of('unclear'),
    nobody: of('nobody'),
  };
}

interface Found {
  readonly at: number;
  readonly kind: 'called' | 'unclear' | 'nobody';
  /** Id of who is called, else the name as it was written. */
  readonly who: string;
}

function linked(prose: string, members: readonly Mentionable[]): Found[] {
  const known = new Set(members.map(({ id }) => id));
  return Array.from(prose.matchAll(LINKED_MENTION), ({ index: at, 1: name = '', 2: id = '' }) =>
    known.has(id) ? { at, kind: 'called', who: id } : { at, kind: 'nobody', who: name.replace(/\\(.)/g, '$1') },
  );
}

function typed(prose: string, members: readonly Mentionable[]): Found[] {
  const names = members.map(({ id, name }) => ({ id, name: plain(name) })).filter(({ name }) => name !== '');
  return Array.from(prose.matchAll(TYPED))
    .slice(0, MOST_TYPED)
    .map(({ index: at }) => {
      const fitting = names.filter(({ name }) => beginsWithName(prose, at + 1, name));
      const longest = Math.max(...fitting.map(({ name }) => name.length));
      const [first, ...others] = fitting.filter(({ name }) => name.length === longest);
      if (first === undefined)
        return { at, kind: 'nobody', who: /[\p{L}\p{M}\p{N}_-]+/u.exec(prose.slice(at))?.[0] ?? '' };
      return others.length === 0
        ? { at, kind: 'called', who: first.id }
        : { at, kind: 'unclear', who: prose.slice(at + 1, at + 1 + longest) };
    });
}

function plain(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The whole name and not the begin of a longer one: @Ana is not in @Anabel. */
function beginsWithName(prose: string, at: number, name: string): boolean {
  const end = at + name.length;
  return prose.slice(at, end).toLowerCase() === name && !/^[\p{L}\p{M}\p{N}_]/u.test(prose.slice(end, end + 2));
}

/** Blocks and spans of code as CommonMark has them, without the rest of its grammar, which takes time to read. */
function withoutCode(markdown: string): string {
  let fence: string | undefined;
  const lines = markdown.split(/\r\n?|\n/).map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    const [, signs = '', rest = ''] = mark ?? [];
    if (fence !== undefined) {
      if (signs.startsWith(fence) && rest.trim() === '') fence = undefined;
      return '';
    }
    if (mark === null || (signs.startsWith('`') && rest.includes('`'))) return line;
    fence = signs;
    return '';
  });
  return lines
    .join('\n')
    .split(/\n[ \t]*\n/)
    .map((part) => part.replace(/(?<![\\`])(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, ' '))
    .join('\n\n');
}

/** A name that somebody is typing after an @, up to where they write. */
export interface BegunCall {
  /** Where the @ stands. */
  readonly at: number;
  /** What stands after it so far; '' right after the @. */
  readonly typed: string;
}

/** Two words at most: what stands further from the @ is no name any more. */
const BEGUN = /(?<![\p{L}\p{N}_.+\\/@[-])@((?:\p{L}[\p{L}\p{M}\p{N}’'.-]{0,40}(?: [\p{L}\p{M}\p{N}’'.-]{0,40})?)?)$/u;

/** @param before the text up to where somebody writes; null where they call nobody */
export function begunCall(before: string): BegunCall | null {
  const found = BEGUN.exec(before);
  return found === null ? null : { at: found.index, typed: found[1] ?? '' };
}

/** How a call of somebody is written: by name, as people write it, or with the id where several have that name. */
export function callOf(person: Mentionable, all: readonly Mentionable[]): string {
  const namesakes = all.filter(({ name }) => plain(name) === plain(person.name));
  return namesakes.length > 1 ? mentionOf(person) : `@${person.name}`;
}
