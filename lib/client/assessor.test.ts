import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Assessment } from './assessment.ts';
import { assess } from './assessment.ts';
import { Assessor } from './assessor.ts';
import type { Sections } from './pending-edits.ts';

const setting = { rest: {}, today: '2026-12-12' };
const agrees: Sections = { framing: { taskType: 'binary' } };
const contradicts: Sections = {
  framing: { taskType: 'regression', classes: [{ id: 'a', name: 'fraud' }] },
};

function open(run: (sections: Sections) => Promise<Assessment> = async (sections) => assess(sections, setting)) {
  const assessor = new Assessor({ first: assess(agrees, setting), assess: run, now: Date.now });
  const shown = () => assessor.shown.findings.map(({ finding, agreedAt }) => [finding.rule, agreedAt !== null]);
  return { assessor, shown };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what the page shows of the checks', () => {
  it('holds a new finding back until the field is left', async () => {
    const { assessor, shown } = open();
    assessor.look(contradicts);
    await vi.advanceTimersByTimeAsync(200);
    expect(shown()).toEqual([]);
    assessor.settle();
    expect(shown()).toContainEqual(['FRM-01', false]);
  });

  it('shows it after a while of quiet too, and folds it when it is mended', async () => {
    const { assessor, shown } = open();
    assessor.look(contradicts);
    await vi.advanceTimersByTimeAsync(1600);
    expect(shown()).toContainEqual(['FRM-01', false]);
    assessor.look(agrees);
    await vi.advanceTimersByTimeAsync(100);
    expect(shown()).toContainEqual(['FRM-01', true]);
    await vi.advanceTimersByTimeAsync(6000);
    expect(shown()).toEqual([]);
  });

  it('keeps what was found when the checks cannot be run, and goes on when they can', async () => {
    let fails = true;
    const { assessor, shown } = open(async (sections) => {
      if (fails) throw new Error('offline');
      return assess(sections, setting);
    });
    assessor.look(contradicts);
    await vi.advanceTimersByTimeAsync(2000);
    expect(shown()).toEqual([]);
    fails = false;
    assessor.look(contradicts);
    await vi.advanceTimersByTimeAsync(2000);
    expect(shown()).toContainEqual(['FRM-01', false]);
  });
});
