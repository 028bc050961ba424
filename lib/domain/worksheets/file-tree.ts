import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Json } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import { quoted } from '#lib/domain/quantities/reading.ts';
import { jsonError } from './json-error.ts';

/** A file as it was written, with the place of every part: YAML and JSON alike. */

export interface Position {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly at: Position;
  readonly value: string | number | boolean | null;
  /** As it stands in the file, so that 'version: 1.10' can be read as the text it was meant to be. */
  readonly source: string;
}
export interface ListNode {
  readonly kind: 'list';
  readonly at: Position;
  readonly items: readonly FileNode[];
}
export interface MapNode {
  readonly kind: 'map';
  readonly at: Position;
  readonly entries: readonly MapEntry[];
}
export interface MapEntry {
  readonly key: string;
  readonly at: Position;
  readonly value: FileNode;
}
export type FileNode = ScalarNode | ListNode | MapNode;

export interface TreeProblem extends Position {
  readonly message: string;
}

export interface FileTree {
  readonly root: FileNode | undefined;
  readonly problems: readonly TreeProblem[];
}

/** Keys that would reach into the prototype of an object. */
const dangerousKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const start: Position = { line: 1, column: 1 };

export function parseTree(text: string, kind: 'yaml' | 'json'): FileTree {
  if (text.length > limits.fileBytes) {
    return failed(start, `A worksheet file takes at most ${limits.fileBytes / 1_000_000} MB.`);
  }
  if (hasMoreValuesThan(limits.fileValues, text)) {
    return failed(
      start,
      `A worksheet file takes at most ${limits.fileValues.toLocaleString('en-GB')} lines and values.`,
    );
  }
  const broken = kind === 'json' ? jsonProblem(text) : null;
  if (broken !== null) return { root: undefined, problems: [broken] };

  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  // The library compares every key with every other; keys are compared by a set below instead.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const error = document.errors[0];
  if (error !== undefined) return failed(position(error.pos[0]), `This is not valid YAML: ${error.message}.`);

  const problems: TreeProblem[] = [];
  const root = document.contents === null ? undefined : build(document.contents, 0);
  return { root, problems };

  function problem(at: Position, message: string): void {
    problems.push({ ...at, message });
  }

  function build(node: unknown, depth: number, fallback: Position = start): FileNode {
    const at = position(rangeStart(node) ?? 0);
    const empty: FileNode = { kind: 'scalar', at: fallback, value: null, source: '' };
    if (depth > limits.jsonDepth) {
      problem(at, 'It is nested too deeply.');
      return empty;
    }
    if (isAlias(node)) {
      problem(at, 'Aliases are not read. Write the value out.');
      return empty;
    }
    if (isScalar(node)) return buildScalar(node.value, node.source, node.tag, at);
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => build(item, depth + 1, at)) };
    return isMap(node) ? { kind: 'map', at, entries: buildEntries(node.items, depth) } : empty;
  }

  function buildScalar(value: unknown, source: string | undefined, tag: string | undefined, at: Position): ScalarNode {
    if (tag !== undefined) problem(at, `Tags such as ${quoted(tag)} are not read.`);
    const shown = source ?? String(value);
    if (typeof value === 'number' && !isExact(value)) return { kind: 'scalar', at, value: shown, source: shown };
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
    return { kind: 'scalar', at, value: plain, source: shown };
  }

  function buildEntries(pairs: readonly { key: unknown; value: unknown }[], depth: number): MapEntry[] {
    const seen = new Set<string>();
    return pairs.flatMap(({ key, value }) => {
      const at = position(rangeStart(key) ?? 0);
      const name = isScalar(key) ? (key.source ?? String(key.value)) : null;
      if (name === null) problem(at, 'A key has to be a word.');
      else if (dangerousKeys.has(name)) problem(at, `${quoted(name)} cannot be a key.`);
      else if (value === null) problem(at, severed(name));
      else if (seen.has(name)) problem(at, `The key ${quoted(name)} stands here twice.`);
      else {
        seen.add(name);
        return [{ key: name, at, value: build(value, depth + 1, at) }];
      }
      return [];
    });
  }
}

/**
 * A key without even a colon. Between braces a comma ends a value, so that YAML reads `{ target: 1,5 }` as a target of 1
 * and a key 5 without a value: half of what was meant, and no error.
 */
function severed(name: string): string {
  return `${quoted(name)} has no value: between braces a comma ends the value before it. Put a value that holds a comma in quotes.`;
}

/** Infinity and NaN have no place in JSON; whole numbers beyond 2^53 would change when read. */
function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

function rangeStart(node: unknown): number | undefined {
  const hasRange = isScalar(node) || isSeq(node) || isMap(node) || isAlias(node);
  return hasRange ? node.range?.[0] : undefined;
}

function failed(at: Position, message: string): FileTree {
  return { root: undefined, problems: [{ ...at, message }] };
}

/** JSON is read as the YAML it is, for the positions; what only YAML allows is refused first. */
function jsonProblem(text: string): TreeProblem | null {
  const error = jsonError(text);
  if (error === null) return null;
  const before = text.slice(0, error.offset).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return { line: before.length, column, message: `This is not valid JSON: ${error.expected} is expected here.` };
}

/** The plain value, positions forgotten. */
export function plainValue(node: FileNode): Json {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainValue(value)]));
}

export function entryOf(node: FileNode | undefined, key: string): MapEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** Counts before anything is read, for a parser takes tens of seconds over a million of them. */
function hasMoreValuesThan(most: number, text: string): boolean {
  let found = 0;
  for (const _ of text.matchAll(/[\n,[{]/g)) {
    found += 1;
    if (found > most) return true;
  }
  return false;
}
