import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The real program in a process of its own, as a person or a pipeline calls it. */
export const program = join(root, 'bin/plumbline');
export const goodExample = join(root, 'examples/card-fraud/worksheet.yaml');

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** A folder in which the program is called, and what to do there. */
export function commandLineIn() {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
  return {
    folder,
    run: (words: readonly string[], { input = '', at = program, cwd = folder } = {}): Ran => {
      const { status, stdout, stderr } = spawnSync(at, words, {
        input,
        cwd,
        encoding: 'utf8',
        maxBuffer: 64_000_000,
        env: { PATH: '/usr/bin:/bin', NODE_ENV: 'production' },
      });
      return { code: status, out: stdout, error: stderr };
    },
    save: (name: string, text: string | Uint8Array): string => {
      writeFileSync(join(folder, name), text);
      return name;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** A worksheet file with these sections, as YAML. */
export function worksheetFile(sections: string, more = ''): string {
  return `format: plumbline/v1\ntitle: Trial\n${more}sections:\n${sections}`;
}
