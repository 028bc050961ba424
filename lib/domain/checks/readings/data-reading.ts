import type { SourceItem, Worksheet } from '../../worksheets/all-sections.ts';
import type { Reader } from '../reader.ts';
import { notApplicable, waits } from '../rule.ts';
import type { Outcome, Subject } from '../rule.ts';

/** What several rules ask of the sources and features. */

export type SourceReader = Reader<SourceItem>;
export type FeatureReader = Reader<Worksheet['data']['features'][number]>;

/** Judges every source; waits while there is none. */
export function everySource(
  { read }: Subject,
  judge: (source: SourceReader) => Outcome | readonly Outcome[],
): Outcome | Outcome[] {
  const section = read.section('data');
  const sources = section.items('sources');
  const list = section.whole('sources');
  if (sources.length === 0) return list.state === 'not-applicable' ? notApplicable : waits(list);
  return sources.flatMap((source) => judge(source));
}

/** Judges every feature; waits while there is none. */
export function everyFeature(
  { read }: Subject,
  judge: (feature: FeatureReader) => Outcome | readonly Outcome[],
): Outcome | Outcome[] {
  const section = read.section('data');
  const features = section.items('features');
  const list = section.whole('features');
  if (features.length === 0) return list.state === 'not-applicable' ? notApplicable : waits(list);
  return features.flatMap((feature) => judge(feature));
}

/** Features by the id of the source that they name: looked up once for all sources. */
export function featuresBySource({ read }: Subject): ReadonlyMap<string, readonly FeatureReader[]> {
  const grouped = new Map<string, FeatureReader[]>();
  for (const feature of read.section('data').items('features')) {
    const source = feature.at('source').value;
    if (source === undefined) continue;
    const others = grouped.get(source);
    if (others === undefined) grouped.set(source, [feature]);
    else others.push(feature);
  }
  return grouped;
}

export function sourcesById({ read }: Subject): ReadonlyMap<string, SourceReader> {
  return new Map(
    read
      .section('data')
      .items('sources')
      .map((source) => [source.id, source]),
  );
}
