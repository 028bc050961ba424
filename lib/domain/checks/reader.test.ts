import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { readWorksheet } from '../worksheets/read-worksheet.ts';
import { WorksheetReader } from './reader.ts';

function reader(sections: Record<string, JsonObject>, onRead?: (path: string) => void): WorksheetReader {
  return new WorksheetReader(readWorksheet({ format: 'plumbline/v1', title: 'Example', sections }), onRead);
}

test('an answer with its address', () => {
  const read = reader({ business: { objective: 'Cut fraud loss' } })
    .section('business')
    .at('objective');
  expect(read).toMatchObject({ path: 'business.objective', state: 'answered', value: 'Cut fraud loss' });
});

test('a field that is not asked does not apply, whatever it still holds', () => {
  const read = reader({ framing: { taskType: 'ranking', classMinCount: 10 } })
    .section('framing')
    .at('classMinCount');
  expect(read).toMatchObject({ state: 'not-applicable', value: undefined });
});

test('while it is not decided whether a field is asked, it waits for what decides', () => {
  const framing = reader({ framing: { classMinCount: 10 } }).section('framing');
  expect(framing.at('classMinCount')).toMatchObject({
    state: 'blank',
    value: undefined,
    blockedBy: 'framing.taskType',
  });
  const [metric] = reader({ metrics: { items: [{ id: 'm1', formula: 'recall' }] } })
    .section('metrics')
    .items('items');
  expect(metric?.at('formula').blockedBy).toBe('metrics.items.m1.kind');
  expect(metric?.id).toBe('m1');
});

test('sections and groups that do not apply take their fields with them', () => {
  const ranking = reader({ framing: { taskType: 'ranking' }, imbalance: { costMatrix: { fp: '1' } } });
  expect(ranking.section('imbalance').group('costMatrix').at('fp').state).toBe('not-applicable');
  expect(ranking.section('imbalance').whole('costMatrix').state).toBe('not-applicable');
});

test('a list or group as a whole is answered when it holds something, and can be not known yet', () => {
  const framing = (baselines: JsonObject[string]) => reader({ framing: { baselines } }).section('framing');
  expect(framing([{ id: 'rules', name: 'Rules' }]).whole('baselines').state).toBe('answered');
  expect(framing([]).whole('baselines').state).toBe('blank');
  expect(framing({ unknown: {} }).whole('baselines').state).toBe('unknown');
  expect(framing({ notApplicable: 'New product' }).whole('baselines').state).toBe('not-applicable');
});

test('tells what is read', () => {
  const paths: string[] = [];
  const framing = reader({ framing: { taskType: 'binary' } }, (path) => paths.push(path)).section('framing');
  framing.at('taskType');
  framing.whole('classes');
  expect(paths).toEqual(['framing.taskType', 'framing.classes']);
});
