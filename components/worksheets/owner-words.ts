import type { SectionOwner } from './worksheet-context.ts';

/** "Owner: Dana", and for whoever has left what became of them. */
export function ownerWords(owner: SectionOwner | undefined): string {
  if (owner === undefined) return 'No owner yet';
  const { name, gone } = owner;
  if (gone === null) return `Owner: ${name}`;
  return gone === 'from-workspace'
    ? `Owner: was ${name}, no longer a member`
    : `Owner: was ${name}, who no longer sees this project`;
}
