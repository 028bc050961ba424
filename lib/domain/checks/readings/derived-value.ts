import { derive, type DerivedId } from '../../worksheets/derived.ts';
import type { Subject } from '../rule.ts';

/** A derived value; undefined while it waits for answers or has none. */
export function derivedValue({ read }: Subject, id: DerivedId): number | undefined {
  const { result } = derive(read.worksheet, id);
  return result.state === 'value' ? result.value : undefined;
}
