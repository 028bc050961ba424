import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { derivedBeside } from './derived.ts';
import { readWorksheet } from './read-worksheet.ts';

function worksheet(sections: Record<string, JsonObject>) {
  return readWorksheet({ format: 'plumbline/v1', title: 'T', sections });
}

describe('what follows from a source', () => {
  const values = (source: JsonObject, key: string) =>
    derivedBeside(worksheet({ data: { sources: [{ id: 's1', ...source }] } }), `data.sources.s1.${key}`);

  it('is how old it can be: a whole interval and the delay', () => {
    expect(values({ updateCadence: '24 h', publishDelay: '~6 h' }, 'publishDelay')).toMatchObject([
      { id: 'source-age', result: { value: 108_000_000, shown: '1\u00a0day 6\u00a0hours', leansOnGuess: true } },
    ]);
    expect(values({ updateCadence: '24 h' }, 'publishDelay')).toMatchObject([
      { result: { state: 'waits', missing: ['data.sources.s1.publishDelay'] } },
    ]);
  });

  it('is what a scan by rows reads in vain', () => {
    const scan = { accessPattern: 'column-subset', columnsTotal: '200', columnsRead: '40' };
    const overhead = (source: JsonObject) => values({ ...scan, ...source }, 'columnsRead').map(({ result }) => result);
    expect(overhead({ format: 'csv' })).toMatchObject([{ value: 5, shown: '5 bytes', working: '200 ÷ 40' }]);
    expect(overhead({ format: 'json' })).toMatchObject([{ value: 5 }]);
    expect(overhead({ format: 'parquet' })).toMatchObject([{ value: 1 }]);
    expect(overhead({ format: 'image' })).toMatchObject([{ state: 'undefined' }]);
    expect(overhead({ format: 'csv', columnsRead: '201' })).toMatchObject([{ state: 'undefined' }]);
    expect(overhead({})).toEqual([{ state: 'waits', missing: ['data.sources.s1.format'] }]);
    expect(overhead({ format: 'csv', accessPattern: 'full-scan' })).toEqual([]);
  });
});
