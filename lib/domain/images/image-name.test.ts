import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { exampleImages } from '#test/example-images.ts';
import { imageName, imageNamesIn, nameInAddress } from './image-name.ts';

const one = '9f86d081884c7d659a2feaa0c55ad015';
const other = '60303ae22b998861bce3b28f33eec1be';

test('an image is named by the first half of its SHA-256', () => {
  const { bytes } = exampleImages.png;
  expect(imageName(bytes)).toBe(createHash('sha256').update(bytes).digest('hex').slice(0, 32));
});

test.each([
  `image:${one}0`,
  `image:${one.slice(1)}`,
  `image:${one.toUpperCase()}`,
  one,
  `https://x/image:${one}`,
  'image:',
])('%s names no image', (address) => {
  expect(nameInAddress(address)).toBeUndefined();
});

test('the images that texts name are found wherever they stand, each once, in order', () => {
  expect(nameInAddress(`image:${one}`)).toBe(one);
  const section = {
    summary: `![b](image:${other}) and ![a](image:${one})`,
    baselines: [{ id: 'b1', description: `again ![a](image:${one}), too long image:${one}ff` }],
  };
  expect(imageNamesIn([section, 7, null])).toEqual([other, one]);
});
