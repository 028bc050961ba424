import { shownDate, type DateStyle } from '#lib/format/dates.ts';

export interface LoggedEvent {
  readonly sequence: number;
  readonly type: string;
  readonly at: Date;
  readonly actor: { readonly id: string | null; readonly name: string } | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Events of one person in one field within this time are one change: typing is saved many times. */
const ONE_CHANGE_MS = 10 * 60_000;

export interface Change<E extends LoggedEvent> {
  /** The last event of the change. */
  readonly last: E;
  /** The first, which knows what stood before. */
  readonly first: E;
}

/** Newest first, by day. */
export function byDay<E extends LoggedEvent>(events: readonly E[], dates: DateStyle): ReadonlyMap<string, Change<E>[]> {
  return Map.groupBy(asChanges(events), ({ last }) => shownDate(last.at, dates));
}

/** Newest first; what one person typed in one go into one field is one change. */
export function asChanges<E extends LoggedEvent>(events: readonly E[]): Change<E>[] {
  const changes: Change<E>[] = [];
  for (const event of events) {
    const newer = changes.at(-1);
    if (newer !== undefined && goesOn(newer.first, event)) changes[changes.length - 1] = { ...newer, first: event };
    else changes.push({ last: event, first: event });
  }
  return changes;
}

function goesOn(newer: LoggedEvent, older: LoggedEvent): boolean {
  return (
    newer.type === 'worksheet.edited' &&
    older.type === 'worksheet.edited' &&
    newer.payload['kind'] === 'set' &&
    older.payload['kind'] === 'set' &&
    newer.payload['path'] === older.payload['path'] &&
    newer.actor?.id === older.actor?.id &&
    newer.actor?.name === older.actor?.name &&
    newer.at.getTime() - older.at.getTime() < ONE_CHANGE_MS
  );
}
