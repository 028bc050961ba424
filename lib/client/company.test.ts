import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Company } from './company.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const path = 'business.objective';

function edit(actor: unknown, payload: unknown = { kind: 'set', path, value: 'x' }) {
  return { sequence: 1, type: 'worksheet.edited', actor, payload };
}

it('knows who writes where, until they have stopped', () => {
  const company = new Company('sam');
  const heard = vi.fn<() => void>();
  company.subscribe(heard);
  company.hear(edit({ id: 'dana', name: 'Dana' }));
  expect(company.writerAt(path)).toBe('Dana');
  expect(company.writerAt('business.deadline')).toBeNull();
  vi.advanceTimersByTime(7000);
  company.hear(edit({ id: 'dana', name: 'Dana' }));
  vi.advanceTimersByTime(7000);
  expect(company.writerAt(path)).toBe('Dana');
  vi.advanceTimersByTime(1001);
  expect(company.writerAt(path)).toBeNull();
  expect(heard).toHaveBeenCalledTimes(3);
});

it('says nothing of oneself, of the installation, or of what is no writing', () => {
  const company = new Company('sam');
  company.hear(edit({ id: 'sam', name: 'Sam' }));
  company.hear(edit(null));
  company.hear(edit({ id: 'dana', name: 'Dana' }, { kind: 'move', path }));
  company.hear({ ...edit({ id: 'dana', name: 'Dana' }), type: 'worksheet.imported' });
  expect(company.writerAt(path)).toBeNull();
  company.meet([
    { id: 'sam', name: 'Sam' },
    { id: 'dana', name: 'Dana' },
  ]);
  expect(company.people).toEqual([{ id: 'dana', name: 'Dana' }]);
});
