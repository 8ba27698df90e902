// An RTypeScript file → the same program as JavaScript for V8, to measure against and to compare results with.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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
  const own = join(folder, basename(path, '.ts'));
  const file =
    twin === 'stripped' ? writeStripped(path, own) : write(path, own, untranslatedText(path));
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Exports;
}

/**
 * With the files that it imports, all in a folder of the program's own: V8 would otherwise optimise what programs have
 * in common for all of them at once. Imported files lie beside the program.
 */
function writeStripped(path: string, folder: string): string {
  const text = readFileSync(path, 'utf8');
  for (const [, name = ''] of text.matchAll(RELATIVE_IMPORT)) {
    writeStripped(join(dirname(path), `${name}.ts`), folder);
  }
  const stripped = strip(path, text);
  return write(path, folder, stripped.replaceAll(RELATIVE_IMPORT, "from './$1.mjs'"));
}

const RELATIVE_IMPORT = /from '\.\/([\w-]+)\.ts'/g;

function write(path: string, folder: string, code: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${basename(path, '.ts')}.mjs`);
  writeFileSync(file, code);
  return file;
}

/** The imports from mixmod name types only in sources that are measured stripped. */
function strip(path: string, text: string): string {
  const typesOnly = text.replaceAll(
    /^import (.*) from 'mixmod';$/gm,
    'import type $1 from "mixmod";',
  );
  return transpile(path, typesOnly);
}

function untranslatedText(path: string): string {
  const { program, diagnostics } = check(path, nodeHost);
  if (!program) throw new Error(`${path}\n${renderDiagnostics(diagnostics, false)}`);
  return untranslated(program).code;
}
