import { paths } from '#lib/paths.ts';

/** Where an accepted invitation leads: a guest to the one project, everyone else to the workspace. */
export function joinedPath({ workspace, project }: { workspace: string; project: string | null }): string {
  return project === null ? paths.workspace({ workspace }) : paths.document({ workspace, project });
}
