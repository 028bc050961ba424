import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { derivedBeside } from './derived.ts';
import { readWorksheet } from './read-worksheet.ts';

function worksheet(sections: Record<string, JsonObject>) {
  return readWorksheet({ format: 'plumbline/v1', title: 'T', sections });
}

describe('what follows from connections', () => {
  const edge = { id: 'e1', to: 'a', peakRate: '~120 a minute', timeout: '80 ms' };
  const values = (edges: readonly JsonObject[], path: string, component: JsonObject = {}) =>
    derivedBeside(
      worksheet({ dataflow: { components: [{ id: 'a', ...component }], edges: [...edges] } }),
      `dataflow.${path}`,
    );

  it('is what arrives at peak, with what multiplies and what is answered before', () => {
    expect(values([{ ...edge, fanout: '3', cacheHit: '60 %', retries: '1' }], 'edges.e1.fanout')).toMatchObject([
      { result: { value: 4.8, shown: '4.8\u00a0per second', leansOnGuess: true } },
    ]);
    expect(values([{ ...edge, fanout: '3' }], 'edges.e1.fanout')[0]?.result).toMatchObject({
      value: 6,
      working: '2\u00a0per second × 3',
    });
    expect(values([edge], 'edges.e1.fanout')).toEqual([]);
    // A queue has no cache; a share that was said before it became one no longer counts.
    expect(values([{ ...edge, mode: 'queue', cacheHit: '60 %' }], 'edges.e1.cacheHit')).toEqual([]);
  });

  it('is how long the sender is held up', () => {
    const wait = (more: JsonObject) => values([{ ...edge, ...more }], 'edges.e1.timeout').map(({ result }) => result);
    expect(wait({ retries: '2', retryBackoff: '10 ms' })).toMatchObject([
      { value: 260, shown: '260\u202fms', working: '80\u202fms × (1 + 2) + 2 × 10\u202fms' },
    ]);
    expect(wait({ retries: '0' })).toMatchObject([{ value: 80, working: '80\u202fms × (1 + 0)' }]);
    expect(wait({})).toEqual([{ state: 'waits', missing: ['dataflow.edges.e1.retries'] }]);
    expect(wait({ sync: false })).toEqual([]);
  });

  it('is what a component has to take from all of them together', () => {
    const load = (edges: readonly JsonObject[], capacity = '20/s') =>
      values(edges, 'components.a.capacity', { capacity }).map(({ result }) => result);
    const two = [
      { ...edge, peakRate: '2/s', retries: '1' },
      { id: 'e2', to: 'a', peakRate: '1/s' },
      { id: 'e3', to: 'b', peakRate: '9/s' },
    ];
    expect(load(two)).toMatchObject([
      {
        value: 5,
        shown: '5\u00a0per second, 25\u202f% of what it can take',
        working: '4\u00a0per second + 1\u00a0per second',
        leansOnGuess: false,
      },
    ]);
    expect(load(two, '~20/s')).toMatchObject([{ leansOnGuess: true }]);
    expect(load([...two, { id: 'e4', to: 'a' }])).toEqual([
      { state: 'waits', missing: ['dataflow.edges.e4.peakRate'] },
    ]);
    expect(load([{ id: 'e4', to: 'a' }])).toEqual([]);
  });
});
