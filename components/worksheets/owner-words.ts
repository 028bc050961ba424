import type { SectionOwner } from './worksheet-context.ts';

/** "Dana", and for whoever has left what became of them. */
export function ownerName({ name, gone }: SectionOwner): string {
  if (gone === null) return name;
  return gone === 'from-workspace' ? `was ${name}, no longer a member` : `was ${name}, who no longer sees this project`;
}

/** "Owner: Dana", where no heading says what the name is. */
export function ownerWords(owner: SectionOwner | undefined): string {
  return owner === undefined ? 'No owner yet' : `Owner: ${ownerName(owner)}`;
}
