import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Question } from './answer-question.ts';
import { CalculationRunner, type DeskListener, type DeskQuestion } from './calculation-runner.ts';
import type { Outcome } from './compute-from-texts.ts';

const outcome = (message: string): Outcome => ({ ok: false, problems: [{ message }] });
const question = (n: string): Question => ({ calculator: 'rare-group', texts: { n }, rows: null });

/** A runner whose questions are answered by hand, and each state that it has shown. */
function open() {
  const asked: DeskQuestion[] = [];
  const desk = { opened: 0, closed: 0, listener: undefined as DeskListener | undefined };
  const runner = new CalculationRunner(outcome('first'), (listener) => {
    desk.opened += 1;
    desk.listener = listener;
    return { ask: (message) => void asked.push(message), close: () => (desk.closed += 1) };
  });
  const shown: string[] = [];
  runner.subscribe(() => {
    const { state, outcome: of } = runner.calculated;
    shown.push(`${state} ${of.ok ? '' : of.problems[0]?.message}`);
  });
  const texts = () =>
    asked.map(
      ({
        question: {
          texts: { n },
        },
      }) => n,
    );
  const answer = (message: string, id = asked.at(-1)?.id ?? 0) =>
    desk.listener?.answered({ id, outcome: outcome(message) });
  const report = (done: number) =>
    desk.listener?.answered({ id: asked.at(-1)?.id ?? 0, progress: { doing: 'Resampling', done, of: 1000 } });
  return { runner, desk, asked, shown, texts, answer, report };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is computed elsewhere', () => {
  test('is shown when it comes, without a word of progress if that is soon', () => {
    const { runner, shown, answer, report } = open();
    runner.ask(question('1'));
    vi.advanceTimersByTime(399);
    answer('one');
    vi.advanceTimersByTime(1000);
    expect(shown).toEqual(['answered one']);
    expect(runner.calculated).toMatchObject({ progress: null, isLate: false });
    report(500);
    expect(shown).toHaveLength(1);
  });

  test('says how far it is when it takes longer', () => {
    const { runner, shown, answer, report } = open();
    runner.ask(question('1'));
    vi.advanceTimersByTime(400);
    report(350);
    expect(runner.calculated).toMatchObject({ state: 'running', progress: { done: 350 } });
    answer('one');
    expect(shown.at(-1)).toBe('answered one');
    expect(runner.calculated).toMatchObject({ progress: null, isLate: true });
  });

  test('is the newest question: those that were overtaken are never shown', () => {
    const { runner, shown, texts, answer } = open();
    for (const n of ['1', '12', '123']) runner.ask(question(n));
    expect(texts()).toEqual(['1']);
    answer('one');
    expect(texts()).toEqual(['1', '123']);
    answer('one hundred and twenty-three');
    expect(shown).toEqual(['answered one hundred and twenty-three']);
  });

  test('is not waited for when a newer question has come and it takes longer', () => {
    const { runner, desk, shown, texts, asked, answer } = open();
    runner.ask(question('1'));
    vi.advanceTimersByTime(200);
    runner.ask(question('12'));
    expect(texts()).toEqual(['1']);
    vi.advanceTimersByTime(200);
    expect({ texts: texts(), ...desk }).toMatchObject({ texts: ['1', '12'], opened: 2, closed: 1 });
    runner.ask(question('123'));
    expect({ texts: texts(), ...desk }).toMatchObject({ texts: ['1', '12', '123'], opened: 3, closed: 2 });
    answer('twelve', asked[1]?.id);
    expect(shown.at(-1)).toBe('running first');
    answer('one hundred and twenty-three');
    expect(shown.at(-1)).toBe('answered one hundred and twenty-three');
    expect(runner.calculated.question?.texts).toEqual({ n: '123' });
  });

  test('is ended when it is stopped, and begins again where there was no answer', () => {
    const { runner, desk, shown, asked, answer } = open();
    runner.ask(question('1'));
    vi.advanceTimersByTime(500);
    runner.stop();
    expect(desk).toMatchObject({ opened: 1, closed: 1 });
    answer('too late', asked[0]?.id);
    vi.advanceTimersByTime(1000);
    expect(shown).toEqual(['running first', 'stopped first']);
    runner.again();
    expect(runner.calculated.state).toBe('running');
    answer('one');
    expect(desk.opened).toBe(2);
    expect(shown.at(-1)).toBe('answered one');
  });

  test('another input does as well as beginning again', () => {
    const { runner, shown, answer } = open();
    runner.ask(question('1'));
    runner.stop();
    runner.ask(question('2'));
    answer('two');
    expect(shown).toEqual(['stopped first', 'running first', 'answered two']);
  });

  test('says why there is no answer', () => {
    const { runner, desk, asked, answer } = open();
    runner.ask(question('1'));
    desk.listener?.failed();
    expect(runner.calculated).toMatchObject({ state: 'failed', failure: 'away' });
    runner.again();
    desk.listener?.answered({ id: asked.at(-1)?.id ?? 0, failure: 'memory' });
    expect(runner.calculated).toMatchObject({ state: 'failed', failure: 'memory' });
    runner.again();
    answer('at last');
    expect(runner.calculated).toMatchObject({ state: 'answered', failure: null });
  });

  test('nothing that was ended can end what has begun since', () => {
    const { runner, desk, answer } = open();
    runner.ask(question('1'));
    vi.advanceTimersByTime(500);
    const first = desk.listener;
    runner.ask(question('2'));
    first?.failed();
    expect(runner.calculated.state).toBe('running');
    answer('two');
    expect(runner.calculated).toMatchObject({ state: 'answered', failure: null });
  });

  test('a desk that was opened ahead and could not be is opened again', () => {
    const { runner, desk, shown, answer } = open();
    runner.warm();
    desk.listener?.failed();
    expect(shown).toEqual([]);
    runner.ask(question('1'));
    expect(desk.opened).toBe(2);
    answer('one');
    expect(shown).toEqual(['answered one']);
  });
});
