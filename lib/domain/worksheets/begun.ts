import type { JsonObject } from '../json.ts';

/** Whether anything is written that a person did not have to give when the project was made: its name. */
export function isBegun(sections: Readonly<Record<string, JsonObject>>): boolean {
  return Object.entries(sections).some(([section, value]) =>
    Object.keys(value).some((key) => `${section}.${key}` !== 'overview.name'),
  );
}
