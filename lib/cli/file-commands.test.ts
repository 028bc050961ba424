import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { parseFile } from '#lib/domain/worksheets/file.ts';
import { commandLineIn, goodExample, worksheetFile } from '#test/command-line.ts';

// Each test starts the program several times, and the first start makes the bundle.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { folder, run, save, remove } = commandLineIn();
afterAll(remove);

describe('init', () => {
  test('writes a file that checks, and nothing over one that is there', () => {
    expect(run(['init', '-o', 'new.yaml', '--title', 'Fraud', '--stage', 'design'])).toMatchObject({
      code: 0,
      error: '',
    });
    expect(run(['check', 'new.yaml']).code).not.toBe(2);
    const again = run(['init', '-o', 'new.yaml']);
    expect(again).toMatchObject({
      code: 2,
      error: 'plumbline: new.yaml is there already. Name another file with -o.\n',
    });
    expect(readFileSync(join(folder, 'new.yaml'), 'utf8')).toContain('title: Fraud');
  });

  test('hands out an example', () => {
    expect(run(['init', '--example', 'card-fraud', '-o', '-']).out).toBe(readFileSync(goodExample, 'utf8'));
    expect(run(['init', '--example', 'card-frauds', '-o', '-']).error).toContain('Did you mean card-fraud?');
  });
});

describe('diff', () => {
  test('names each field with what went and what came', () => {
    const one = save('one.yaml', worksheetFile('  framing:\n    taskType: binary\n    loss: hinge\n'));
    const other = save(
      'other.yaml',
      worksheetFile('  framing:\n    taskType: binary\n    loss: log-loss\n', 'stage: design\n'),
    );
    expect(run(['diff', one, one])).toMatchObject({ code: 0, out: '' });
    const found = run(['diff', one, other]);
    expect(found.code).toBe(1);
    expect(found.out).toContain('stage\n+ design\n');
    expect(found.out).toContain('framing.loss  ML framing › Loss\n- hinge\n+ log-loss\n');
    const json: unknown = JSON.parse(run(['diff', one, other, '--format', 'json']).out);
    const loss = { path: 'framing.loss', kind: 'changed', before: 'hinge', after: 'log-loss' };
    expect(json).toMatchObject({ differences: expect.arrayContaining([loss]) });
  });

  test('compares decisions by their numbers', () => {
    const text = readFileSync(goodExample, 'utf8');
    const changed = save('changed.yaml', text.replace('title: Split by time and by card', 'title: Split by card'));
    const found = run(['diff', goodExample, changed]);
    expect(found.code).toBe(1);
    expect(found.out).toMatch(/^decisions\.2\n/);
    expect(run(['diff', goodExample])).toMatchObject({ code: 2 });
  });
});

describe('decisions', () => {
  test('are listed, and written as one log', () => {
    expect(run(['decisions', 'list', goodExample]).out.split('\n')[0]).toBe(
      '  1  superseded by 2   2025-03-11  Split at random',
    );
    const log = run(['decisions', 'export', goodExample]);
    expect(log.code).toBe(0);
    expect(log.out).toContain('## 2 Split by time and by card');
    expect(run(['decisions', 'lst', goodExample]).error).toContain('Did you mean list?');
    const none = save('none.yaml', worksheetFile('  framing:\n    taskType: binary\n'));
    expect(run(['decisions', 'export', none]).out).toContain('No decision is recorded.');
  });

  test('that are wrong are named by their place', () => {
    const wrong = save(
      'wrong.yaml',
      `${worksheetFile('  framing: {}\n')}decisions:\n  - number: 1\n    status: accepted\n`,
    );
    const { code, error } = run(['decisions', 'list', wrong]);
    expect(code).toBe(2);
    expect(error).toMatch(/wrong\.yaml:5:1: Decision 1 of the file, title: /);
  });
});

describe('the file of a whole project', () => {
  const projectFile = (worksheet: object) =>
    gzipSync(JSON.stringify({ format: 'plumbline-project/v1', worksheet, history: [] }));

  test('is checked and rendered as the worksheet in it', () => {
    const { draft } = parseFile(readFileSync(goodExample, 'utf8'), 'yaml');
    save('kept.plumbline', projectFile(draft));
    expect(run(['render', 'kept.plumbline', '--to', 'yaml']).out).toBe(readFileSync(goodExample, 'utf8'));
    expect(run(['check', 'kept.plumbline', '--today', '2026-01-05']).code).toBe(0);
  });

  test('names what is wrong at its line in the worksheet', () => {
    save('wrong.plumbline', projectFile({ format: 'plumbline/v1', title: 'T', sectons: {} }));
    expect(run(['check', 'wrong.plumbline'])).toMatchObject({ code: 2 });
    expect(run(['check', 'wrong.plumbline']).out + run(['check', 'wrong.plumbline']).error).toContain(
      'wrong.plumbline:4:3',
    );
    save('broken.plumbline', gzipSync('half').subarray(0, 12));
    expect(run(['check', 'broken.plumbline']).out + run(['check', 'broken.plumbline']).error).toContain('damaged');
  });
});
