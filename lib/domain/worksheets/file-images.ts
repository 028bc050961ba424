import { bytesOfBase64 } from '#lib/domain/images/base64.ts';
import type { Images, KeptImage } from '#lib/domain/images/image.ts';
import { imageName, imageNamesIn } from '#lib/domain/images/image-name.ts';
import { readImage } from '#lib/domain/images/read-image.ts';
import { isJsonArray, isJsonObject, own, type Json, type JsonObject } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import type { DraftProblem } from './draft-schema.ts';

export const imageKeys = ['name', 'data'];

/** The images that a file carries, and what is wrong with the others. Its texts may name more than it carries. */
export function imagesOfFile(file: JsonObject): { images: Images; problems: readonly DraftProblem[] } {
  const images = new Map<string, KeptImage>();
  const problems: DraftProblem[] = [];
  const records = own(file, 'images');
  for (const record of isJsonArray(records) ? records : []) {
    const [name, data] = isJsonObject(record) ? [own(record, 'name'), own(record, 'data')] : [];
    if (typeof name !== 'string' || typeof data !== 'string') continue;
    const read = imageOf(name, data);
    if (typeof read === 'string') problems.push({ path: 'images', message: `Image ${name}: ${read}` });
    else images.set(name, read);
  }
  return { images, problems };
}

/** The image, or why it is none. */
function imageOf(name: string, data: string): KeptImage | string {
  // Looked at before it is decoded: four characters hold three bytes.
  if (data.length > limits.carriedImageCharacters) return 'It is too large.';
  const bytes = bytesOfBase64(data);
  if (bytes === null) return 'Its data is not base64.';
  const reading = readImage(bytes);
  if (!reading.ok) return reading.problem;
  return imageName(bytes) === name ? { ...reading.facts, data } : 'Its data is another image than its name says.';
}

/**
 * The images that the texts of a file name, in the order of reading, as long as there is room: a file that is too large
 * to be read again would carry nothing.
 */
export function imageRecords(texts: Json, images: Images): JsonObject[] {
  let room: number = limits.carriedImageCharacters;
  return imageNamesIn(texts).flatMap((name) => {
    const data = images.get(name)?.data;
    if (data === undefined || data.length > room) return [];
    room -= data.length;
    return [{ name, data }];
  });
}
