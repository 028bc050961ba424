import { measureKind } from '../../quantities/measure.ts';
import type { Read } from '../reader.ts';

/** Whether two measures are counted in the same unit; a share is a number. */
export function comparable(one: Read<number>, other: Read<number>): boolean {
  return unitOf(one) === unitOf(other);
}

function unitOf({ answer }: Read<number>): string {
  const kind = answer.state === 'answered' ? measureKind(answer.typed) : 'number';
  return kind === 'share' ? 'number' : kind;
}
