import { expect, test } from 'vitest';
import { progressLine } from './progress-line.ts';

function lineOn(isTTY: boolean) {
  const written: string[] = [];
  const clock = { ms: 0 };
  const line = progressLine({ isTTY, write: (text: string) => written.push(text) }, () => clock.ms);
  const at = (ms: number, done: number) => {
    clock.ms = ms;
    line.show({ doing: 'Resampling', done, of: 1000 });
  };
  return { line, written, at };
}

test('a terminal is told after a while, not too often, and finds no trace of it at the end', () => {
  const { line, written, at } = lineOn(true);
  at(499, 100);
  at(500, 200);
  at(550, 300);
  at(600, 400);
  line.clear();
  line.clear();
  expect(written).toEqual(['\r\u001b[KResampling: 200 of 1,000', '\r\u001b[KResampling: 400 of 1,000', '\r\u001b[K']);
});

test('what is soon done says nothing, and neither does what goes into a file', () => {
  const soon = lineOn(true);
  soon.at(499, 1000);
  soon.line.clear();
  const file = lineOn(false);
  file.at(5000, 1000);
  file.line.clear();
  expect([...soon.written, ...file.written]).toEqual([]);
});
