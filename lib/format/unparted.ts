import { withUnitsJoined } from '#lib/domain/quantities/units-joined.ts';

const COUNTED = /\d (?:[%‰°]|ms|s|min|h|d|days?|hours?|seconds?|[kMG]B|[kMG]|points?)(?![\p{L}\d])/gu;

/** Prose in which each number is kept to its unit, and to nothing else that follows it. */
export function unparted(text: string): string {
  return text.replaceAll(COUNTED, withUnitsJoined);
}
