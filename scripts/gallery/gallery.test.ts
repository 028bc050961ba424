import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { galleryFiles, galleryFolder } from './gallery-files.ts';

test('the gallery is what the product writes today; npm run gallery makes it so', async () => {
  const stale: string[] = [];
  const made: string[] = [];
  for await (const { path, bytes } of galleryFiles()) {
    made.push(path);
    if (!bytes.equals(kept(path))) stale.push(path);
  }
  expect(stale).toEqual([]);
  expect(made.toSorted()).toEqual(filesInGallery());
});

function kept(path: string): Buffer {
  try {
    return readFileSync(join(galleryFolder, path));
  } catch {
    return Buffer.alloc(0);
  }
}

function filesInGallery(): string[] {
  return readdirSync(galleryFolder, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []))
    .map((file) => file.slice(galleryFolder.length + 1))
    .filter((path) => path.includes('/'))
    .toSorted();
}
