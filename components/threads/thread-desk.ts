import type { AskedPlace } from '#lib/domain/threads/anchor-at.ts';
import type { api as client } from '#lib/client/api.ts';
import type { LiveEvent } from '#lib/client/live.ts';
import { isJsonObject } from '#lib/domain/json.ts';
import { Desk } from '#components/worksheets/desk.ts';
import type { WorksheetParts } from '#components/worksheets/worksheet-context.ts';

type Api = typeof client;
export type ThreadLine = Awaited<ReturnType<Api['threads']['list']>>['items'][number];
export type ShownThread = Awaited<ReturnType<Api['threads']['get']>>;

/** As many as a page marks; a project with more has them on the page of threads. */
const MOST = 500;
/** What comes together is asked for once. */
const TOGETHER_MS = 30;
/** Passages are found anew once nobody has typed for so long. */
const QUIET_MS = 1500;

/** The threads of the project that is open: one for all parts of the page that show them. */
export class ThreadDesk extends Desk {
  /** Null until they have come. */
  lines: readonly ThreadLine[] | null = null;
  /** The server did not answer when they were asked for last. */
  failed = false;
  /** Where a comment is being started. */
  beginning: AskedPlace | null = null;
  /** The thread that is being put elsewhere. */
  moving: number | null = null;
  /** What was typed and not sent, by the place where it stands. */
  readonly drafts = new Map<string, string>();
  readonly #parts: WorksheetParts;
  readonly #whole = new Map<number, ShownThread>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was heard is on its way to the page. */
  #soon = false;

  constructor(parts: WorksheetParts) {
    super();
    this.#parts = parts;
    parts.heard.subscribe((event) => this.#hear(event));
    // An edit moves the places of threads, where there are any.
    parts.store.subscribe(() => (this.lines ?? []).length > 0 && this.#askIn(QUIET_MS));
    void this.refresh();
  }

  /** Those that wait for somebody; none until they have come. */
  get open(): readonly ThreadLine[] {
    return (this.lines ?? []).filter(({ resolvedAt }) => resolvedAt === null);
  }

  /** Those at a place or within it, oldest first. */
  at(path: string): readonly ThreadLine[] {
    return (this.lines ?? [])
      .filter(({ place }) => place.path === path || place.path.startsWith(`${path}.`))
      .toReversed();
  }

  /** The whole of one, once it was asked for. */
  thread(number: number): ShownThread | undefined {
    return this.#whole.get(number);
  }

  async load(number: number): Promise<void> {
    const { api } = await import('#lib/client/api.ts');
    const thread = await api.threads.get({ ...this.#parts.facts.address, number });
    this.#whole.set(number, thread);
    this.tell();
    if (thread.unread === 0) return;
    // Comments of a file come in the order of their days and have no place in the log.
    const sequence = Math.max(...thread.said.map((comment) => comment.sequence));
    await api.threads.markRead({ ...this.#parts.facts.address, number, sequence });
    this.lines = this.lines?.map((line) => (line.number === number ? { ...line, unread: 0 } : line)) ?? null;
    this.tell();
  }

  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    this.#soon = false;
    try {
      const { api } = await import('#lib/client/api.ts');
      this.lines = (await api.threads.list({ ...this.#parts.facts.address, limit: MOST })).items;
      this.failed = false;
    } catch {
      this.failed = true;
    }
    this.tell();
  }

  /** Does something to a thread, or starts one (null), and shows what came of it, whether or not the log is heard. */
  async change<T>(
    number: number | null,
    does: (api: Api['threads'], at: WorksheetParts['facts']['address']) => Promise<T>,
  ): Promise<T> {
    const { api } = await import('#lib/client/api.ts');
    try {
      return await does(api.threads, this.#parts.facts.address);
    } finally {
      await Promise.all([this.refresh(), number === null ? null : this.#reload(number)]);
    }
  }

  begin(place: AskedPlace | null): void {
    this.beginning = place;
    this.tell();
  }

  move(number: number | null): void {
    this.moving = number;
    this.tell();
  }

  /** Puts the thread that is being moved on a place. */
  async put(place: AskedPlace): Promise<void> {
    const number = this.moving;
    if (number === null) return;
    await this.change(number, (threads, at) => threads.move({ ...at, ...place, number }));
    this.move(null);
  }

  #hear({ type, payload }: LiveEvent): void {
    // A file may bring threads.
    if (!/^(?:thread|comment)\.|^worksheet\.imported$/.test(type)) return;
    const number = isJsonObject(payload) ? payload['thread'] : undefined;
    if (typeof number === 'number' && this.#whole.has(number)) void this.#reload(number);
    this.#askIn(TOGETHER_MS);
  }

  async #reload(number: number): Promise<void> {
    await this.load(number).catch(() => undefined);
  }

  #askIn(ms: number): void {
    // What was heard is shown soon, whatever is typed meanwhile.
    if (this.#soon) return;
    this.#soon = ms === TOGETHER_MS;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), ms);
  }
}
