import { expect, it } from 'vitest';
import { byDay, type LoggedEvent } from './event-days.ts';

const dates = { locale: 'en-GB', zone: 'UTC' };

function edit(sequence: number, at: string, path: string, actor = 'sam'): LoggedEvent {
  return {
    sequence,
    type: 'worksheet.edited',
    at: new Date(at),
    actor: { id: actor, name: actor },
    payload: { kind: 'set', path },
  };
}

it('joins what was typed in one go, and keeps people, fields and days apart', () => {
  const events = [
    edit(6, '2026-12-12T00:01:00Z', 'a.b'),
    edit(5, '2026-12-11T12:03:00Z', 'a.b', 'dana'),
    edit(4, '2026-12-11T12:02:00Z', 'a.b'),
    edit(3, '2026-12-11T12:01:00Z', 'a.b'),
    edit(2, '2026-12-11T12:00:00Z', 'a.c'),
    edit(1, '2026-12-11T11:00:00Z', 'a.c'),
  ];
  const days = [...byDay(events, dates)].map(([day, changes]) => [
    day,
    changes.map(({ first, last }) => `${first.sequence}-${last.sequence}`),
  ]);
  expect(days).toEqual([
    ['12 Dec 2026', ['6-6']],
    ['11 Dec 2026', ['5-5', '3-4', '2-2', '1-1']],
  ]);
});
