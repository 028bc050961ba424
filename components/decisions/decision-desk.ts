import { Desk } from '#components/worksheets/desk.ts';
import type { WorksheetParts } from '#components/worksheets/worksheet-context.ts';
import type { api as client } from '#lib/client/api.ts';

type Api = typeof client;
type DecisionLine = Awaited<ReturnType<Api['decisions']['list']>>['items'][number];

/** As many as one request brings. */
const PAGE = 100;

/** The decisions of the project that is open. */
export class DecisionDesk extends Desk {
  /** Null until they have come; the newest first. */
  lines: readonly DecisionLine[] | null = null;
  readonly #at: WorksheetParts['facts']['address'];

  constructor({ facts, heard }: WorksheetParts) {
    super();
    this.#at = facts.address;
    heard.subscribe(({ type }) => {
      if (type.startsWith('decision.') || type === 'worksheet.imported') void this.refresh();
    });
    void this.refresh();
  }

  /** Those that shaped a place, what it lies in, or something in it. */
  at(path: string): readonly DecisionLine[] {
    const touches = (other: string) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`);
    return (this.lines ?? []).filter(({ paths }) => paths.some(touches));
  }

  /** Those that came from a thread. */
  from(thread: number): readonly DecisionLine[] {
    return (this.lines ?? []).filter(({ threads }) => threads.includes(thread));
  }

  async refresh(): Promise<void> {
    try {
      const { api } = await import('#lib/client/api.ts');
      this.lines = await allDecisions(api, this.#at);
    } catch {
      // What was known stays; the next event or page asks again.
    }
    this.tell();
  }
}

/** All of them: which ones a field shows is asked of one field after the other, while somebody moves among them. */
async function allDecisions(api: Api, at: WorksheetParts['facts']['address']): Promise<readonly DecisionLine[]> {
  const lines: DecisionLine[] = [];
  let before: number | null = null;
  do {
    const { items, next }: Awaited<ReturnType<Api['decisions']['list']>> = await api.decisions.list({
      ...at,
      limit: PAGE,
      ...(before !== null && { before }),
    });
    lines.push(...items);
    before = next;
  } while (before !== null);
  return lines;
}
