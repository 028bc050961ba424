import type { Worksheet } from '../../worksheets/all-sections.ts';
import { artifactKinds } from '../../worksheets/sections/artifact-options.ts';
import { isOpen } from './open-answers.ts';
import type { Read, Reader } from '../reader.ts';
import { notApplicable, waits } from '../rule.ts';
import type { Outcome, Subject } from '../rule.ts';

/** What several rules ask of the artifacts that are kept. */

export type ArtifactReader = Reader<Worksheet['artifacts']['items'][number]>;
export type ArtifactKind = keyof typeof artifactKinds;

export function artifactItems({ read }: Subject): readonly ArtifactReader[] {
  return read.section('artifacts').items('items');
}

export function artifactList({ read }: Subject): Read {
  return read.section('artifacts').whole('items');
}

export function artifactsOf(subject: Subject, ...kinds: readonly ArtifactKind[]): readonly ArtifactReader[] {
  return artifactItems(subject).filter((artifact) => {
    const { value } = artifact.at('kind');
    return value !== undefined && kinds.includes(value);
  });
}

/** For a rule about artifacts of one kind, where none is listed: waits while one could still turn out to be. */
export function noneKept(subject: Subject): Outcome {
  const artifacts = artifactItems(subject);
  if (artifacts.length === 0) return waits(artifactList(subject));
  const open = artifacts.map((artifact) => artifact.at('kind')).filter(isOpen);
  return open.length > 0 ? waits(...open) : notApplicable;
}

/** 'data snapshot' */
export function kindName(kind: ArtifactKind): string {
  return artifactKinds[kind].toLowerCase();
}

/** How an answer has to be found again, where it is said. */
export function isVersioned(artifact: ArtifactReader): boolean {
  const { value } = artifact.at('idScheme');
  return value !== undefined && value !== 'none' && value !== 'tag';
}
