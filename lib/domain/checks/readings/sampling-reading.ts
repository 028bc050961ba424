import type { SplitItem } from '../../worksheets/all-sections.ts';
import type { samplingMethods, splitRoles } from '../../worksheets/sections/sampling-options.ts';
import { isOpen } from './open-answers.ts';
import type { Read, Reader } from '../reader.ts';
import { notApplicable, waits } from '../rule.ts';
import type { Outcome, Subject } from '../rule.ts';

/** What several rules ask of the sample and its splits. */

export type SplitReader = Reader<SplitItem>;
export type SamplingMethod = keyof typeof samplingMethods;

export function splitsWithRole({ read }: Subject, role: keyof typeof splitRoles): readonly SplitReader[] {
  return read
    .section('sampling')
    .items('splits')
    .filter((split) => split.at('role').value === role);
}

/** For a rule about splits of a role that none has: waits while one could still turn out to have it. */
export function noSuchSplit({ read }: Subject): Outcome {
  const sampling = read.section('sampling');
  const roles = sampling.items('splits').map((split) => split.at('role'));
  if (roles.length === 0) return unlisted(sampling.whole('splits'));
  const open = roles.filter(isOpen);
  return open.length > 0 ? waits(...open) : notApplicable;
}

/** For a rule about the items of a list that has none. */
export function unlisted(list: Read): Outcome {
  return list.state === 'not-applicable' ? notApplicable : waits(list);
}

/** How the cases of a split were drawn: in its own way, else as the sample was. */
export function drawnBy({ read }: Subject, split: SplitReader): Read<SamplingMethod> {
  const own = split.at('method');
  return own.value === undefined ? read.section('sampling').at('method') : own;
}

/** Fields that the functions above look at. */
export const SPLIT_READS = ['sampling.splits', 'sampling.splits.role'] as const;
export const DRAWN_READS = ['sampling.method', 'sampling.splits.method'] as const;
