// The source text of a C library → the library, compiled and loaded for a test.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CDLL } from '../../../modules/_ffi/index.ts';

/** The path of the compiled library. */
export function compileC(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ffi-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'library.c');
  const library = join(folder, 'library.so');
  writeFileSync(file, source);
  const args = ['-shared', '-fPIC', '-O1', '-w', '-o', library, file, '-lm'];
  const { status, stderr } = spawnSync('cc', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return library;
}

export const loadC = (source: string): CDLL => new CDLL(compileC(source));
