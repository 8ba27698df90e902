// The folders of examples/ → built programs that any host can run: the native modules, their loaders, and the host
// program as plain JavaScript beside them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { buildMixed } from '../../compiler/build-mixed.ts';
import { renderDiagnostics } from '../../compiler/diagnostics/render.ts';
import { nodeHost } from '../../compiler/host.ts';
import type { BuildOptions } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { buildModule } from './build-module.ts';

export interface BuiltExample {
  readonly name: string;
  readonly folder: string;
  /** The host program, plain JavaScript. */
  readonly main: string;
  /** What it must print. */
  readonly expected: string;
}

export type Progress = (line: string) => void;

export function exampleNames(): readonly string[] {
  const folder = join(packageRoot, 'examples');
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'main.ts')))
    .sort();
}

/** Builds into `out`/`name`. A module that does not compile throws. */
export async function buildExample(
  name: string,
  out: string,
  options: BuildOptions,
  progress: Progress,
): Promise<BuiltExample> {
  const source = join(packageRoot, 'examples', name);
  const folder = join(out, name);
  mkdirSync(folder, { recursive: true });
  const texts = new Map(
    readdirSync(source)
      .filter((entry) => entry.endsWith('.ts'))
      .map((file) => [file, readFileSync(join(source, file), 'utf8')]),
  );
  const plain = [...texts.values()].filter((text) => !isRTypeScript(text));
  for (const [file, text] of texts) {
    const path = join(source, file);
    if (isRTypeScript(text)) {
      // What only other RTypeScript imports is a part of their modules.
      if (!plain.some((host) => host.includes(`'./${file}'`))) continue;
      const { seconds } = await buildModule(path, folder, options);
      progress(`built examples/${name}/${file} in ${seconds.toFixed(2)} s`);
    } else writeFileSync(join(folder, `${basename(file, '.ts')}.js`), plainModule(text));
  }
  for (const entry of readdirSync(source))
    if (existsSync(join(source, entry, 'index.ts')))
      await buildFolder(join(source, entry), join(folder, entry), options);
  const expected = readFileSync(join(source, 'expected.txt'), 'utf8');
  return { name, folder, main: join(folder, 'main.js'), expected };
}

/** A mixed module. */
async function buildFolder(path: string, out: string, options: BuildOptions): Promise<void> {
  const { diagnostics } = await buildMixed({ path, out, options, cache: null }, nodeHost);
  if (diagnostics.length > 0) throw new Error(renderDiagnostics(diagnostics, false));
}

export const isRTypeScript = (text: string): boolean => /^(['"])use mixmod\1/.test(text);

/** Imports of `./x.ts` become imports of `./x.js`: the loader of a built module, or the file made of a plain one. */
function plainModule(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  }).outputText;
}

export type ExampleSize = 'small' | 'full';

/** null if the program printed what it must; else what went wrong. */
export function runExample(
  { main, expected }: BuiltExample,
  size: ExampleSize,
  [program, ...args]: readonly [string, ...string[]],
): string | null {
  const { status, signal, stdout, stderr, error } = spawnSync(program, [...args, main], {
    encoding: 'utf8',
    env: { ...process.env, MIXMOD_EXAMPLES: size },
    timeout: 120_000,
  });
  if (error) return error.message;
  if (status !== 0) return `ended with ${signal ?? `code ${status}`}\n${stderr.trim()}`;
  return stdout === expected ? null : firstDifference(expected, stdout);
}

function firstDifference(expected: string, got: string): string {
  const lines = got.split('\n');
  const index = expected.split('\n').findIndex((line, at) => line !== lines[at]);
  const wanted = expected.split('\n')[index];
  return `line ${index + 1} of its output is ${JSON.stringify(lines[index])}, not ${JSON.stringify(wanted)}`;
}
