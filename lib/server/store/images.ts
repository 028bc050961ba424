import { AppError } from '#lib/domain/errors.ts';
import type { ImageFacts, Images, ImageType, KeptImage } from '#lib/domain/images/image.ts';
import { limits } from '#lib/domain/limits.ts';
import { pool, prepared, type Transaction } from '../db.ts';
import { command } from './events.ts';
import type { Grant, ProjectGrant } from './grants.ts';

interface ImageRow {
  name: string;
  type: ImageType;
  width: number;
  height: number;
  size: number;
}

const facts = '"name", "type"::text AS "type", "width", "height", octet_length("bytes") AS "size"';

/** Of these images those that the project has, by name. Nothing is asked where no text names one. */
export async function imageFacts(
  grant: ProjectGrant,
  names: readonly string[],
): Promise<ReadonlyMap<string, ImageFacts>> {
  if (names.length === 0) return new Map();
  const { rows } = await pool().query<ImageRow>(
    prepared({
      name: 'facts-of-images',
      text: `SELECT ${facts} FROM "Image" WHERE "projectId" = $1 AND "name" = ANY ($2::text[])`,
      values: [grant.project.id, names],
    }),
  );
  return new Map(rows.map(({ name, ...image }) => [name, image]));
}

/** The same with their bytes, for what is handed out. */
export async function readImages(grant: ProjectGrant, names: readonly string[]): Promise<Images> {
  if (names.length === 0) return new Map();
  const { rows } = await pool().query<ImageRow & { bytes: Buffer }>(
    prepared({
      name: 'images',
      text: `SELECT ${facts}, "bytes" FROM "Image" WHERE "projectId" = $1 AND "name" = ANY ($2::text[])`,
      values: [grant.project.id, names],
    }),
  );
  return new Map(rows.map(({ name, bytes, ...image }) => [name, { ...image, data: bytes.toString('base64') }]));
}

/** @throws AppError not-found */
export async function getImage(grant: ProjectGrant, name: string): Promise<KeptImage> {
  const image = (await readImages(grant, [name])).get(name);
  if (image === undefined) throw new AppError('not-found', 'There is no such image in this project.');
  return image;
}

/**
 * Keeps an image; one that is there already stays as it is, and no event tells of it.
 * @throws AppError too-large when the project is full
 */
export async function addImage(grant: Grant<'project.edit'>, name: string, image: KeptImage): Promise<void> {
  const { workspace, project, actor } = grant;
  await command({ workspaceId: workspace.id, projectId: project.id }, actor.userId, async (tx, append) => {
    const [added] = await insertImages(tx, project.id, new Map([[name, image]]));
    if (added === undefined) return;
    const { type, width, height, size } = image;
    await append({ type: 'image.added', payload: { image: added, type, width, height, size } });
  });
}

/**
 * Keeps images inside a transaction of the caller that holds the project's stream, so that nobody adds one meanwhile.
 * @returns the names of those that were not there before
 * @throws AppError too-large when the project would hold more than it may
 */
export async function insertImages(tx: Transaction, projectId: string, images: Images): Promise<readonly string[]> {
  const added: string[] = [];
  for (const [name, { type, width, height, data }] of images) {
    const rows = await tx.$queryRaw<{ fresh: boolean }[]>`
      INSERT INTO "Image" ("projectId", "name", "type", "width", "height", "bytes")
      VALUES (${projectId}::uuid, ${name}, ${type}::"ImageType", ${width}, ${height}, ${Buffer.from(data, 'base64')})
      ON CONFLICT ("projectId", "name") DO UPDATE SET "addedAt" = now()
      RETURNING xmax = 0 AS "fresh"`;
    if (rows[0]?.fresh === true) added.push(name);
  }
  if (added.length > 0) await demandRoom(tx, projectId);
  return added;
}

async function demandRoom(tx: Transaction, projectId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ count: number; size: number }[]>`
    SELECT count(*)::int AS "count", sum(octet_length("bytes"))::int AS "size" FROM "Image" WHERE "projectId" = ${projectId}::uuid`;
  const { count, size } = rows[0] ?? { count: 0, size: 0 };
  if (count > limits.imagesPerProject) {
    throw new AppError('too-large', `A project keeps at most ${limits.imagesPerProject} images.`);
  }
  if (size > limits.imageBytesPerProject) {
    const most = limits.imageBytesPerProject / 1_000_000;
    throw new AppError('too-large', `A project keeps at most ${most}\u202FMB of images. Make this one smaller.`);
  }
}

/** How long an image is kept that no text names: somebody may still be typing, or be offline. */
export const unnamedDays = 30;

/**
 * Removes images that no text has ever named. The log keeps each text that stood once, so that an image which was named
 * is part of the history: it is marked, and not looked for again.
 */
export async function purgeImages(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "Image" i WHERE NOT i."lasting" AND i."addedAt" < now() - make_interval(days => ${unnamedDays}::int)
      AND NOT EXISTS (SELECT 1 FROM "Section" s
        WHERE s."projectId" = i."projectId" AND strpos(s."value"::text, 'image:' || i."name") > 0)
      AND NOT EXISTS (SELECT 1 FROM "Event" e
        WHERE e."streamId" = i."projectId" AND strpos(e."payload"::text, 'image:' || i."name") > 0)`;
  await tx.$executeRaw`
    UPDATE "Image" SET "lasting" = true
    WHERE NOT "lasting" AND "addedAt" < now() - make_interval(days => ${unnamedDays}::int)`;
}
