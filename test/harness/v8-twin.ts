// An RTypeScript file → the same program as JavaScript for V8, to measure against and to compare results with.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check } from '../../compiler/check/check.ts';
import { transpile } from '../../compiler/check/transpile.ts';
import { renderDiagnostics } from '../../compiler/diagnostics/render.ts';
import { nodeHost } from '../../compiler/host.ts';
import { untranslated } from '../../compiler/untranslated/untranslated.ts';
import type { Exports } from './build-module.ts';

/**
 * `stripped`: the source text without its types, nothing else. `untranslated`: the compiler's own JavaScript, for
 * sources whose 64-bit integers plain bigints would not wrap.
 */
export type Twin = 'stripped' | 'untranslated';

export async function loadTwin(path: string, twin: Twin, folder: string): Promise<Exports> {
  const code = twin === 'stripped' ? strip(path) : translate(path);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${basename(path, '.ts')}.mjs`);
  writeFileSync(file, code);
  return (await import(pathToFileURL(file).href)) as Exports;
}

/** The imports from mixmod name types only in sources that are measured stripped. */
function strip(path: string): string {
  const text = readFileSync(path, 'utf8').replaceAll(
    /^import (.*) from 'mixmod';$/gm,
    'import type $1 from "mixmod";',
  );
  return transpile(path, text);
}

function translate(path: string): string {
  const { program, diagnostics } = check(path, nodeHost);
  if (!program) throw new Error(`${path}\n${renderDiagnostics(diagnostics, false)}`);
  return untranslated(program).code;
}
