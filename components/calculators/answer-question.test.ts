import { describe, expect, test } from 'vitest';

import { progressInWords } from '#lib/domain/calculators/progress.ts';

import { type Question, answerer, nowAndThen } from './answer-question.ts';
import { exampleTexts } from './first-texts.ts';

const example = exampleTexts('label-agreement');
const silent = () => undefined;

/** A file of which it is known how often it was read. */
class CountedFile extends File {
  reads = 0;
  override stream() {
    this.reads += 1;
    return super.stream();
  }
}

const fileOf = (text: string | Uint8Array<ArrayBuffer>) => new CountedFile([text], 'labels.csv');
const asked = (file: File | null, texts: object = {}, id = 1): Question => ({
  calculator: 'label-agreement',
  texts: { ...example, ...texts },
  rows: file === null ? null : { id, file },
});

describe('the rows of a file', () => {
  test('say the same as those in the box', async () => {
    const answer = answerer();
    const inBox = await answer(asked(null), silent);
    const inFile = await answer(asked(fileOf(example['table'] ?? ''), { table: '' }), silent);
    expect(inFile).toEqual(inBox);
    expect(inFile).toMatchObject({ ok: true, table: { rows: 41 } });
  });

  test('are read once, however often another input changes, and anew with other columns', async () => {
    const answer = answerer();
    const file = fileOf('unit,annotator,label\n1,A,x\n1,B,x\n2,A,y\n2,B,x\n');
    expect(await answer(asked(file), silent)).toMatchObject({ ok: false, problems: [{ key: 'table' }] });
    for (const confidence of ['90 %', '95 %']) {
      expect(await answer(asked(file, { columns: 'item=unit', confidence }), silent)).toMatchObject({ ok: true });
    }
    expect(file.reads).toBe(2);
  });

  test('of another file are those of that file', async () => {
    const answer = answerer();
    await answer(asked(fileOf('item,annotator,label\n1,A,x\n1,B,x\n2,A,y\n')), silent);
    const other = fileOf('item,annotator,label\n1,A,x\n1,B,y\n');
    expect(await answer(asked(other, {}, 2), silent)).toMatchObject({ ok: true, table: { rows: 2 } });
    expect(await answer(asked(null), silent)).toMatchObject({ table: { rows: 41 } });
  });

  test.each<[string | Uint8Array<ArrayBuffer>, string]>([
    ['item,annotator,label\n1,A,x\n1,,x\n', 'Row 3, column ‘annotator’ is empty.'],
    [new Uint8Array([0x69, 0xe9, 0x0a]), 'The file is not text in UTF-8.'],
    ['', 'The table is empty: its first row names the columns.'],
  ])('%j is refused in one sentence, and nothing is computed of it', async (text, message) => {
    expect(await answerer()(asked(fileOf(text)), silent)).toEqual({ ok: false, problems: [{ key: 'table', message }] });
  });

  test('what is wrong elsewhere leaves them to be looked at', async () => {
    const file = fileOf('item,annotator,label\n1,A,x\n1,B,x\n2,A,y\n');
    const answered = await answerer()(asked(file, { confidence: 'high' }), silent);
    expect(answered).toMatchObject({ ok: false, problems: [{ key: 'confidence' }], table: { rows: 3 } });
  });
});

test('what takes long says how far it is, step by step', async () => {
  const rows = Array.from({ length: 3000 }, (_, row) => `${Math.floor(row / 2)},${row % 2},${row % 3}\n`);
  const said: string[] = [];
  await answerer()(asked(fileOf(`item,annotator,label\n${rows.join('')}`)), (progress) =>
    said.push(progressInWords(progress)),
  );
  expect(said[0]).toBe('Reading rows: 3,000 of about 3,000');
  expect(said).toContain('Counting labels by item: 0 of 1,500');
  expect(said).toContain('Resampling: 350 of 1,000');
  const simulated: string[] = [];
  await answerer()({ calculator: 'latency-budget', texts: exampleTexts('latency-budget'), rows: null }, (progress) =>
    simulated.push(progressInWords(progress)),
  );
  expect(simulated).toContain('Simulating requests: 102,400 of 200,000');
});

test('no more is passed on than the eye can follow', () => {
  const shown: number[] = [];
  let ms = 1000;
  const onProgress = nowAndThen(
    ({ done }) => shown.push(done),
    () => ms,
  );
  for (; ms < 1250; ms += 10) onProgress({ doing: 'Resampling', done: ms, of: null });
  expect(shown).toEqual([1000, 1100, 1200]);
});
