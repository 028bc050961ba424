// npm run gallery
// Writes docs/gallery anew: every example in every format that the product hands out. A test compares them byte for byte.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { galleryFiles, galleryFolder } from './gallery-files.ts';

mkdirSync(galleryFolder, { recursive: true });
for (const entry of readdirSync(galleryFolder, { withFileTypes: true })) {
  if (entry.isDirectory()) rmSync(join(galleryFolder, entry.name), { recursive: true });
}
let count = 0;
for await (const { path, bytes } of galleryFiles()) {
  const file = join(galleryFolder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  count += 1;
}
console.log(`Wrote ${count} files to docs/gallery`);
