import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of the package. The sources and the bundle both lie two folders below it. */
export function programVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  const found =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  return typeof found === 'string' ? found : 'unknown';
}
