import { describe, expect, it } from 'vitest';
import { noImages } from '#lib/domain/images/image.ts';
import { limits } from '#lib/domain/limits.ts';
import { readProjectFile, writeProjectFile, type HistoryEntry } from './project-file.ts';

const draft = { format: 'plumbline/v1', title: 'Card fraud', sections: { labels: { labelType: 'hand' } } } as const;

const entry = (change: Partial<HistoryEntry> = {}): HistoryEntry => ({
  at: '2026-11-25T09:00:00.000Z',
  by: 'Analyst',
  type: 'worksheet.edited',
  payload: { kind: 'set', path: 'labels.labelType', value: 'hand' },
  ...change,
});

function refusal(change: object): string {
  const text = JSON.stringify({ format: 'plumbline-project/v1', worksheet: draft, history: [entry()], ...change });
  try {
    readProjectFile(text);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

describe('the file of a project', () => {
  it('gives back what was written', () => {
    const history = [entry({ by: null, type: 'project.created' }), entry(), entry({ by: '' })];
    const read = readProjectFile(writeProjectFile(draft, noImages, history));
    expect(JSON.parse(read.worksheet)).toEqual(draft);
    expect(read.history).toEqual(history);
  });

  it('is read by lines: an event is one', () => {
    const lines = writeProjectFile(draft, noImages, [entry(), entry()]).split('\n');
    expect(lines.filter((line) => line.includes('"worksheet.edited"'))).toHaveLength(2);
  });

  it('names people and not accounts', () => {
    const payload = { section: 'labels', before: null, after: { id: '0198d1c2', name: 'Analyst' } };
    const text = writeProjectFile(draft, noImages, [entry({ type: 'project.ownerChanged', payload })]);
    expect(text).not.toContain('0198d1c2');
    expect(readProjectFile(text).history[0]?.payload['after']).toEqual({ name: 'Analyst' });
  });

  it('leaves out the oldest of a history that would be too large, and says so', () => {
    const large = entry({ payload: { value: 'x'.repeat(limits.projectFileCharacters / 2.5) } });
    const text = writeProjectFile(draft, noImages, [entry({ by: 'Oldest' }), large, large, large, entry()]);
    expect(text.length).toBeLessThanOrEqual(limits.projectFileCharacters);
    expect(text).toContain('"historyLeftOut": 2,');
    expect(readProjectFile(text).history).toHaveLength(3);
  });

  it.each([
    ['a worksheet file', { format: 'plumbline/v1' }, 'its format is not plumbline-project/v1'],
    ['no worksheet', { worksheet: null }, 'has no worksheet'],
    ['a history that is no list', { history: {} }, 'is not a list'],
    [
      'an event of another kind',
      { history: [entry(), { ...entry(), type: 'member.joined' }] },
      'Entry 2 of the history: ‘type’',
    ],
    ['who is named on a project', { history: [{ ...entry(), type: 'project.membersChanged' }] }, '‘type’ is none'],
    ['a day for an instant', { history: [{ ...entry(), at: '2026-11-25' }] }, 'Entry 1 of the history: ‘at’'],
    ['a name that is none', { history: [{ ...entry(), by: 7 }] }, '‘by’ is a name'],
    ['what cannot be stored', { history: [entry({ payload: { value: 'a\0b' } })] }, '‘payload’ cannot be kept'],
    ['an entry that is no object', { history: ['edited'] }, 'an object is expected'],
  ])('is refused for %s', (_, change, message) => {
    expect(refusal(change)).toContain(message);
  });

  it('is refused where it is no JSON', () => {
    expect(() => readProjectFile('format: plumbline/v1')).toThrow('This is not a project’s file.');
  });
});
