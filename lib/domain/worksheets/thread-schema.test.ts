import { describe, expect, it } from 'vitest';
import { parseFile, writeFile } from './file.ts';
import { threadForFile } from './thread-files.ts';
import { readThreads } from './thread-schema.ts';

const head = 'format: plumbline/v1\ntitle: Card fraud\nthreads:\n';

function problemsOf(threads: string) {
  return parseFile(head + threads, 'yaml').problems;
}

describe('threads in a file', () => {
  it('are read with what may be left out', () => {
    const { draft, problems } = parseFile(
      `${head}  - number: 4\n    comments:\n      - { by: Analyst, at: "2026-11-25T10:00:00+01:00", text: Why the 95th? }\n`,
      'yaml',
    );
    expect(problems).toEqual([]);
    expect(draft.threads).toEqual([
      {
        number: 4,
        kind: 'note',
        anchor: { kind: 'document' },
        comments: [{ by: 'Analyst', at: '2026-11-25T09:00:00.000Z', text: 'Why the 95th?' }],
      },
    ]);
  });

  it('are written in the order of the format, and only once under each number', () => {
    const { draft } = parseFile(
      `${head}  - comments: [{ text: Second, at: "2026-11-25T10:00:00Z" }]\n    number: 2\n` +
        `  - comments: [{ text: First, at: "2026-11-25T09:00:00Z" }]\n    number: 1\n`,
      'yaml',
    );
    expect(writeFile(draft, 'yaml')).toBe(
      `${head}  - number: 1\n    kind: note\n    anchor:\n      kind: document\n    comments:\n` +
        `      - at: 2026-11-25T09:00:00.000Z\n        text: First\n` +
        `  - number: 2\n    kind: note\n    anchor:\n      kind: document\n    comments:\n` +
        `      - at: 2026-11-25T10:00:00.000Z\n        text: Second\n`,
    );
    const one = '  - { number: 1, comments: [{ text: A, at: "2026-11-25T09:00:00Z" }] }\n';
    expect(problemsOf(one + one)).toMatchObject([{ message: 'Two threads have the number 1.', line: 3 }]);
  });

  it.each([
    ['no comment', '{ number: 1, comments: [] }', 'Thread 1, comments: A thread has a comment.'],
    [
      'a comment without words',
      '{ number: 1, comments: [{ at: "2026-11-25T09:00:00Z" }] }',
      'Thread 1, comments.0.text: Write something here.',
    ],
    [
      'words of a deleted comment',
      '{ number: 1, comments: [{ text: Gone, at: "2026-11-25T09:00:00Z", deleted: "2026-11-25T09:00:00Z" }] }',
      'Thread 1, comments.0.deleted: The words of this one are gone.',
    ],
    [
      'a day for an instant',
      '{ number: 7, comments: [{ text: A, at: 2026-11-25 }] }',
      'Thread 7, comments.0.at: Write an instant as 2027-01-15T09:30:00.000Z.',
    ],
    [
      'an unknown kind of place',
      '{ number: 1, anchor: { kind: page }, comments: [{ text: A, at: "2026-11-25T09:00:00Z" }] }',
      'Thread 1, anchor.kind:',
    ],
  ])('are refused with %s', (_, thread, message) => {
    const [problem] = problemsOf(`  - ${thread}\n`);
    expect(problem?.message).toContain(message);
  });

  it('name people and not accounts', () => {
    const text = 'See [@Ana \\[risk\\]](member:0198d1c2-0000-7000-8000-000000000000) and ana@example.org';
    const at = '2026-11-25T09:00:00.000Z';
    const [thread] = readThreads([{ number: 1, comments: [{ text, at, earlier: [{ text, until: at }] }] }]).threads;
    if (thread === undefined) throw new Error('It was not read.');
    const said = 'See @Ana \\[risk\\] and ana@example.org';
    expect(threadForFile(thread)).toMatchObject({ comments: [{ text: said, earlier: [{ text: said }] }] });
  });
});
