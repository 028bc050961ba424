import { z } from 'zod';
import { AppError } from '#lib/domain/errors.ts';
import { imageTypes, mediaTypeOf } from '#lib/domain/images/image.ts';
import { imageName, IMAGE_NAME } from '#lib/domain/images/image-name.ts';
import { readImage } from '#lib/domain/images/read-image.ts';
import { withoutMetadata } from '#lib/domain/images/without-metadata.ts';
import { limits } from '#lib/domain/limits.ts';
import { canBeDrawn } from '../exports/drawable-image.ts';
import { addImage, getImage } from '../store/images.ts';
import { countAttempt } from '../store/rate-limits.ts';
import { procedure } from './procedure.ts';
import { inProject } from './schemas.ts';

const path = '/workspaces/{workspace}/projects/{project}/images';

/** Four characters for three bytes. */
const longestBase64 = Math.ceil(limits.imageBytes / 3) * 4;

export const imageOut = z.object({
  /** A text shows it by `![what it shows](image:name)`. */
  name: z.string(),
  type: z.enum(imageTypes),
  width: z.number().int(),
  height: z.number().int(),
  /** In bytes. */
  size: z.number().int(),
});

export const images = {
  add: procedure('project.edit')({
    method: 'POST',
    path,
    summary: 'Keep an image (PNG, JPEG, WebP or GIF, at most 5 MB) for the long texts of a project',
    input: inProject.extend({
      /** The bytes, as base64. */
      data: z.string().max(longestBase64, `An image has at most ${limits.imageBytes / 1_000_000}\u202FMB.`),
    }),
    output: imageOut,
    async handler({ input, grant }) {
      await countAttempt('image', grant.actor.userId);
      const given = Buffer.from(input.data, 'base64');
      const reading = readImage(given);
      if (!reading.ok) throw new AppError('bad-input', reading.problem, { path: 'data' });
      const bytes = withoutMetadata(given, reading.facts.type);
      const facts = { ...reading.facts, size: bytes.length };
      // Written anew, so that what is kept has one spelling.
      const image = { ...facts, data: Buffer.from(bytes).toString('base64') };
      if (!(await canBeDrawn(image))) throw new AppError('bad-input', 'The image is damaged.', { path: 'data' });
      const name = imageName(bytes);
      await addImage(grant, name, image);
      return { name, ...facts };
    },
  }),

  get: procedure('project.read')({
    method: 'GET',
    path: `${path}/{name}`,
    summary: 'An image of a project, by the name that texts give it',
    input: inProject.extend({ name: z.string().regex(IMAGE_NAME, 'The name of an image has 32 hexadecimal digits.') }),
    output: z.file(),
    async handler({ input, grant }) {
      const { type, data } = await getImage(grant, input.name);
      return new File([Buffer.from(data, 'base64')], `${input.name}.${type}`, { type: mediaTypeOf(type) });
    },
  }),
};
