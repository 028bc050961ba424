import { describe, expect, it } from 'vitest';
import type { CommentRecord, ThreadRecord } from '#lib/domain/worksheets/thread-record.ts';
import { mergeThreads } from './merge-threads.ts';

const said = (at: string, text: string, by = 'Data engineer'): CommentRecord => ({
  by,
  at: `2026-11-01T${at}:00.000Z`,
  text,
  earlier: [],
  deleted: null,
});

const thread = (number: number, ...comments: readonly CommentRecord[]): ThreadRecord => ({
  number,
  kind: 'question',
  blocking: false,
  anchor: { kind: 'document' },
  comments,
  resolved: null,
});

describe('threads of a file that come to a project', () => {
  it('keep their numbers in an empty one', () => {
    const file = [thread(2, said('09:00', 'Why?')), thread(7, said('10:00', 'When?'))];
    expect(mergeThreads([], file)).toMatchObject({ added: file, replies: [] });
  });

  it('are not written twice, whatever became of them since', () => {
    const there = {
      ...thread(2, said('09:00', 'Why, then?')),
      resolved: { by: 'Owner', at: '2026-11-02T09:00:00.000Z' },
    };
    expect(mergeThreads([there], [thread(2, said('09:00', 'Why?'))])).toMatchObject({ added: [], replies: [] });
  });

  it('bring the replies that are missing, to the thread under its number here', () => {
    const reply = said('09:30', 'Because of the backlog.', 'Analyst');
    const merged = mergeThreads([thread(5, said('09:00', 'Why?'))], [thread(2, said('09:00', 'Why?'), reply)]);
    expect(merged).toMatchObject({ added: [], replies: [{ number: 5, comments: [reply] }] });
    expect([...merged.numbers]).toEqual([[2, 5]]);
  });

  it('get the next number where theirs is taken', () => {
    const ours = [thread(1, said('08:00', 'Ours')), thread(4, said('08:10', 'Ours too'))];
    const file = [thread(1, said('09:00', 'One')), thread(4, said('09:10', 'Four')), thread(9, said('09:20', 'Nine'))];
    const { added, numbers } = mergeThreads(ours, file);
    expect(added.map(({ number }) => number)).toEqual([5, 6, 9]);
    expect([...numbers]).toEqual([
      [1, 5],
      [4, 6],
      [9, 9],
    ]);
  });

  it('are two where two people wrote at one instant', () => {
    const { added } = mergeThreads([thread(1, said('09:00', 'Mine'))], [thread(2, said('09:00', 'Mine', 'Analyst'))]);
    expect(added).toHaveLength(1);
  });
});
