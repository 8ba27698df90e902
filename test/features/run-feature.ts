// Runs the program of a feature as plain TypeScript, its types removed, and untranslated.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transpile } from '../../compiler/check/transpile.ts';
import type { CheckedProgram } from '../../compiler/program/nodes.ts';
import { untranslated } from '../../compiler/untranslated/untranslated.ts';
import { REPOSITORY } from '../harness/source-snapshot.ts';
import { OTHER_FILES, type Feature } from './feature.ts';

/** In the repository, where `mixmod` is this package. */
const FOLDERS = join(REPOSITORY, '.cache/features');

export function newFolder(): string {
  mkdirSync(FOLDERS, { recursive: true });
  return mkdtempSync(join(FOLDERS, 'run-'));
}

export function runPlain(feature: Feature, folder: string): Promise<string> {
  mkdirSync(folder);
  for (const [name, text] of Object.entries({ ...OTHER_FILES, 'main.ts': feature.text })) {
    const code = transpile(name, text)
      .replaceAll(/((?:from|import) '\.\/\w+)\.ts'/g, "$1.mjs'")
      .replace(/^\/\/# sourceMappingURL.*$/m, '');
    writeFileSync(join(folder, name.replace(/\.ts$/, '.mjs')), code);
  }
  return resultOf(join(folder, 'main.mjs'));
}

export function runUntranslated(program: CheckedProgram, folder: string): Promise<string> {
  const path = join(folder, 'untranslated.mjs');
  writeFileSync(path, untranslated(program).code);
  return resultOf(path);
}

async function resultOf(path: string): Promise<string> {
  const { f } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as { f: () => unknown };
  return String(f());
}
