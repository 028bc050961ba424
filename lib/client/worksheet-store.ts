import { isJsonObject, type Json, type JsonObject } from '#lib/domain/json.ts';
import { parentPath } from '#lib/domain/worksheets/draft-path.ts';
import { valueHash } from '#lib/domain/worksheets/hashes.ts';
import { idOf, layEdit } from '#lib/domain/worksheets/lay-edit.ts';
import type { Op } from '#lib/domain/worksheets/operations.ts';
import {
  emptyHistory,
  endBurst,
  remember,
  stepBack,
  stepForward,
  type EditHistory,
  type EditStep,
} from './edit-history.ts';
import { sameProject, type KeptOp, type ProjectAddress } from './kept-ops.ts';
import type { Answered, Outbox } from './outbox.ts';
import { hashAt, itemBefore, overlay, valueAt, type PendingEdit, type Sections } from './pending-edits.ts';

/** The worksheet as the server last told it. */
export interface ServerWorksheet {
  readonly sections: Sections;
  /** What the worksheet's file says beside its sections, waivers among it. */
  readonly rest: JsonObject;
  /** The entry of the project's log up to which `sections` holds. */
  readonly sequence: number;
}

export interface StoreParts {
  readonly address: ProjectAddress;
  readonly server: ServerWorksheet;
  readonly outbox: Pick<Outbox, 'add' | 'flush' | 'onAnswer'>;
  newOpId(): string;
  now(): number;
  /** Text whose edits are merged rather than refused when two people change it. */
  isProse(path: string): boolean;
}

/**
 * The worksheet on the page: what the server told, with this browser's own pending edits on top. React reads it through
 * `subscribe` and `valueAt`; values that did not change keep their identity, so that typing re-renders one field.
 */
export class WorksheetStore {
  readonly address: ProjectAddress;
  #parts: StoreParts;
  #server: ServerWorksheet;
  #pending: readonly PendingEdit[] = [];
  #shown: Sections;
  #history: EditHistory = emptyHistory;
  #listeners = new Set<() => void>();

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.address = parts.address;
    this.#server = parts.server;
    this.#shown = parts.server.sections;
    parts.outbox.onAnswer((answer) => this.#settle(answer));
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get sections(): Sections {
    return this.#shown;
  }

  get sequence(): number {
    return this.#server.sequence;
  }

  /** Without the pending edits. */
  get serverSections(): Sections {
    return this.#server.sections;
  }

  get rest(): JsonObject {
    return this.#server.rest;
  }

  valueAt(path: string): Json | undefined {
    return valueAt(this.#shown, path);
  }

  /** Sets a field; null makes it blank. */
  set(path: string, value: Json | null): void {
    const before = this.valueAt(path) ?? null;
    this.#edit({ kind: 'set', path, value, against: before }, { kind: 'set', path, value: before, against: value });
  }

  insert(list: string, value: JsonObject, after: string | null): void {
    this.#edit({ kind: 'insert', path: list, value, after }, { kind: 'remove', path: `${list}.${idOf(value)}` });
  }

  remove(path: string): void {
    const value = this.valueAt(path);
    if (!isJsonObject(value)) return;
    const after = itemBefore(this.#shown, path);
    this.#edit({ kind: 'remove', path }, { kind: 'insert', path: parentPath(path), value, after });
  }

  move(path: string, after: string | null): void {
    const before = itemBefore(this.#shown, path);
    this.#edit({ kind: 'move', path, after }, { kind: 'move', path, after: before });
  }

  get canUndo(): boolean {
    return this.#history.done.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.undone.length > 0;
  }

  /** Takes back the newest edit made here; the answer is the path that changed, null where nothing did. */
  undo(): string | null {
    const step = stepBack(this.#history);
    if (step === null) return null;
    this.#history = step.history;
    return this.#repeat(step.edit.backward);
  }

  redo(): string | null {
    const step = stepForward(this.#history);
    if (step === null) return null;
    this.#history = step.history;
    return this.#repeat(step.edit.forward);
  }

  /** The field has been left: what is kept is sent without waiting for more. */
  leave(): void {
    this.#parts.outbox.flush();
  }

  /** A box has been left, and what is typed next is another edit. */
  endBurst(): void {
    this.#history = endBurst(this.#history);
  }

  /** What was typed into a field since it held `stood` was meant as no edit: it is taken back, and cannot be redone. */
  takeBack(path: string, stood: Json | null): void {
    const stands = () => valueHash(stood ?? undefined) === hashAt(this.#shown, path);
    if (stands()) return;
    while (this.#history.done.at(-1)?.forward.path === path && !stands()) this.undo();
    this.#history = { ...this.#history, undone: [] };
  }

  /** Edits that an earlier visit left unsent are shown from the start. */
  adopt(kept: readonly KeptOp[]): void {
    const known = new Set(this.#pending.map((edit) => edit.sentAs ?? edit.op.id));
    const found = kept.filter(
      (entry) => entry.state !== 'refused' && sameProject(entry, this.address) && !known.has(entry.op.id),
    );
    if (found.length === 0) return;
    this.#pending = [
      ...found.map(({ op }): PendingEdit => ({ op, sentAs: op.id, answeredAt: null })),
      ...this.#pending,
    ];
    this.#redraw();
  }

  /** The server's worksheet after an entry of the log, which changes the sections alone, or as it was read anew. */
  replace(server: Omit<ServerWorksheet, 'rest'> & { readonly rest?: JsonObject }): void {
    if (server.sequence < this.#server.sequence) return;
    this.#server = { ...this.#server, ...server };
    this.#pending = this.#pending.filter((edit) => edit.answeredAt === null || edit.answeredAt > server.sequence);
    this.#redraw();
  }

  #edit(forward: EditStep, backward: EditStep): void {
    this.#history = remember(this.#history, { forward, backward, at: this.#parts.now() });
    this.#make(forward);
  }

  #make(step: EditStep): void {
    const op = this.#identify(step);
    this.#pending = [...this.#pending, { op, sentAs: null, answeredAt: null }];
    this.#show(layEdit(this.#shown, op));
    void this.#parts.outbox.add({ ...this.address, op }).then((sentAs) => {
      this.#pending = this.#pending.map((edit) => (edit.op.id === op.id ? { ...edit, sentAs } : edit));
    });
  }

  /** Makes an edit again, unless somebody else has changed the field since: theirs is not undone with one's own. */
  #repeat(step: EditStep): string | null {
    const moved = step.kind === 'set' && valueHash(step.against ?? undefined) !== hashAt(this.#shown, step.path);
    if (moved && !this.#parts.isProse(step.path)) return null;
    this.#make(step);
    return step.path;
  }

  #identify(step: EditStep): Op {
    const id = this.#parts.newOpId();
    if (step.kind === 'insert' || step.kind === 'move') return { ...step, id };
    if (step.kind === 'remove') return { ...step, id, base: hashAt(this.#shown, step.path) };
    const { kind, path, value, against } = step;
    const set = { id, kind, path, value, base: valueHash(against ?? undefined) };
    // Only texts can be merged; the server knows which fields are.
    const words = typeof value === 'string' && (against === null || typeof against === 'string');
    return words ? { ...set, baseText: against ?? '' } : set;
  }

  #settle(answer: Answered): void {
    if (!sameProject(answer, this.address)) return;
    const outcomes = new Map(answer.outcomes.map((outcome) => [outcome.id, outcome.outcome]));
    this.#pending = this.#pending.flatMap((edit): PendingEdit[] => {
      const outcome = edit.sentAs === null ? undefined : outcomes.get(edit.sentAs);
      if (outcome === undefined) return [edit];
      if (outcome === 'conflict' || outcome === 'refused') return [];
      return answer.sequence <= this.#server.sequence ? [] : [{ ...edit, answeredAt: answer.sequence }];
    });
    this.#redraw();
  }

  #redraw(): void {
    this.#show(overlay(this.#server.sections, this.#pending));
  }

  #show(sections: Sections): void {
    this.#shown = sections;
    for (const listener of this.#listeners) listener();
  }
}
