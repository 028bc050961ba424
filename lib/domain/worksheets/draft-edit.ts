import { isJsonArray, isJsonObject, own, type Json, type JsonObject } from '#lib/domain/json.ts';

/**
 * The sections with one value put in its place, everything beside the way shared with the old ones. null takes the
 * value out, and with it the objects that held nothing else. An item that is not there is not made.
 */
export function changeAt(
  sections: Readonly<Record<string, JsonObject>>,
  path: string,
  value: Json | null,
): Readonly<Record<string, JsonObject>> {
  const [sectionKey = '', ...rest] = path.split('.');
  const section = own(sections, sectionKey);
  const changed = changeIn(section, rest, value);
  return { ...sections, [sectionKey]: isJsonObject(changed) ? changed : {} };
}

function changeIn(holder: Json | undefined, path: readonly string[], value: Json | null): Json | null {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  // An item keeps its id, so it never becomes nothing.
  if (isJsonArray(holder)) {
    return holder.map((item) => (hasId(item, key) ? (changeIn(item, rest, value) ?? item) : item));
  }
  const object = isJsonObject(holder) ? holder : {};
  const changed = changeIn(own(object, key), rest, value);
  if (changed !== null) return { ...object, [key]: changed };
  const { [key]: _removed, ...others } = object;
  return Object.keys(others).length === 0 ? null : others;
}

function hasId(item: Json, id: string): boolean {
  return isJsonObject(item) && own(item, 'id') === id;
}
