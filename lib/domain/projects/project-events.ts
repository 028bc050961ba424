/** Everything that can happen in a project, by noun. Readers of its log switch over it. */
export const projectEventTypes = [
  'project.created',
  'project.updated',
  'project.archived',
  'project.restored',
  'project.deleted',
  'project.membersChanged',
  'project.ownerChanged',
  'worksheet.edited',
  'worksheet.imported',
  'waiver.accepted',
  'waiver.changed',
  'waiver.withdrawn',
  'image.added',
  'question.asked',
  'thread.opened',
  'thread.replied',
  'thread.resolved',
  'thread.reopened',
  'thread.changed',
  'thread.moved',
  'comment.changed',
  'comment.deleted',
  'decision.recorded',
  'decision.changed',
  'decision.accepted',
  'decision.rejected',
  'decision.deprecated',
  'decision.superseded',
  'decision.linked',
  'decision.unlinked',
] as const;

export type ProjectEventType = (typeof projectEventTypes)[number];

/** Whose say is about accounts of one installation, which mean nothing elsewhere. */
const staysHere: ReadonlySet<string> = new Set<ProjectEventType>(['project.membersChanged']);

/** What a project's file tells of its history. */
export const carriedEventTypes: readonly ProjectEventType[] = projectEventTypes.filter((type) => !staysHere.has(type));

const carried: ReadonlySet<string> = new Set(carriedEventTypes);

export function isCarriedEvent(type: unknown): type is ProjectEventType {
  return typeof type === 'string' && carried.has(type);
}
