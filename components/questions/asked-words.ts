interface Person {
  readonly id: string;
  readonly name: string;
}

/** How a question came to whoever reads it. */
export interface Asking {
  /** Whoever has no account any more is absent. */
  readonly person: Person | null;
  readonly by: Person | null;
}

/** "Sam asks you", "Sam asks Dana", or whom the worksheet names where nobody was asked; empty where it names nobody. */
export function askedWords(asking: Asking | null, who: string, reader: Person): string {
  if (asking === null || asking.person === null) return who === '' ? '' : finder(who, reader);
  const { person, by } = asking;
  const you = person.id === reader.id;
  if (by === null) return you ? 'You are asked' : `${person.name} is asked`;
  if (by.id === reader.id) return you ? 'You find out' : `You ask ${person.name}`;
  return `${by.name} asks ${you ? 'you' : person.name}`;
}

function finder(who: string, reader: Person): string {
  return who.trim().toLowerCase() === reader.name.toLowerCase() ? 'You find out' : `${who} finds out`;
}
