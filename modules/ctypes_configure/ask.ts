// Questions → answers of the C compiler of this machine, by the command `mixmod probe`, which comes with this package.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer, CompilationInfo } from './answers.ts';
import { type Entry, questionOf } from './entries.ts';

/** Nothing could be asked: there is no compiler, or a header is missing. */
export class ConfigureError extends Error {
  override readonly name = 'ConfigureError';
}

/** From dist/modules/ctypes_configure/, and from the sources. */
function command(): string {
  const built = fileURLToPath(new URL('../../command/main.js', import.meta.url));
  return existsSync(built)
    ? built
    : fileURLToPath(new URL('../../dist/command/main.js', import.meta.url));
}

export function askCompiler(info: CompilationInfo, entries: readonly Entry[]): readonly Answer[] {
  const questions = entries.map(questionOf);
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [command(), 'probe'], {
    encoding: 'utf8',
    input: JSON.stringify({ info, questions }),
    maxBuffer: 1 << 28,
  });
  if (status === 0) return JSON.parse(stdout) as readonly Answer[];
  throw new ConfigureError(`configure(): ${(stderr ?? error?.message ?? '').trim()}`);
}
