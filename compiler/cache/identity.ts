// What outputs depend on beside sources and options: this compiler, the tools that it runs, and for `--cpu native` the
// machine. By content, so that machines with the same installation share a cache.
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host } from '../host.ts';
import { packageRoot } from '../package-root.ts';
import { findTool, type ToolName } from '../toolchain/find-tool.ts';
import { digestOf, keyOf } from './digest.ts';

/** `cpu`: as in the options of a build. */
export function buildIdentity(cpu: string, host: Host): string {
  const machine = cpu === 'native' ? processor(host) : '';
  const tools = (['opt', 'llc', 'ld', 'lld', 'cc', 'crossCc'] as const).map((tool) =>
    toolIdentity(tool, host),
  );
  const system = process.env['MIXMOD_SYSROOT'] ?? '';
  const packages = ['typescript', 'llvm-bindings'].map(packageIdentity);
  return keyOf(compilerIdentity(), machine, system, ...tools, ...packages);
}

/** Its real name and size: versions differ in one of them, and to ask a tool takes longer than an unchanged build. */
function toolIdentity(tool: ToolName, host: Host): string {
  const path = findTool(tool, host);
  if (path === undefined) return '';
  try {
    const real = realpathSync(path);
    return `${real}:${statSync(real).size}`;
  } catch {
    return path;
  }
}

function packageIdentity(name: string): string {
  try {
    return digestOf(readFileSync(createRequire(import.meta.url).resolve(`${name}/package.json`)));
  } catch {
    return '';
  }
}

function processor(host: Host): string {
  const lines = (host.readText('/proc/cpuinfo') ?? '').split('\n');
  const wanted = lines.filter((line) => /^(model name|flags|Features|CPU part)\s*:/.test(line));
  return [...new Set(wanted)].join('\n');
}

let identity: string | undefined;

/** Changes whenever a file of the compiler or of the runtime that it links in changes, and is the same on each machine that has them. */
export function compilerIdentity(): string {
  return (identity ??= keyOf(...identityParts()));
}

let ofObjects: string | undefined;

/**
 * The same without the version of Node, and without the tools: objects that a package brings are linked with others by what this compiler
 * says of names and layouts, whatever has translated either.
 */
export const objectIdentity = (): string =>
  (ofObjects ??= keyOf('objects', process.platform, process.arch, ...compilerFiles()));

const identityParts = (): readonly string[] => [
  process.version,
  process.platform,
  process.arch,
  ...compilerFiles(),
];

let files: readonly string[] | undefined;

const compilerFiles = (): readonly string[] => (files ??= readCompilerFiles());

/** What the compiler has compiled of itself. */
const COMPILED = ['dist/runtime', 'dist/compiler/code-generator'];

function readCompilerFiles(): readonly string[] {
  const parts: string[] = [];
  // The code that runs here (the bundled command, what tsc made, or the sources); the runtime, compiled and as it is
  // read; the declarations.
  const code = join(packageRoot, codeFolder(relative(packageRoot, fileURLToPath(import.meta.url))));
  for (const folder of [code, ...COMPILED, 'runtime', 'compiler/check/lib'])
    collect(resolve(packageRoot, folder), parts);
  return parts;
}

/** `dist/command/x.js` → `dist/command`, `dist/compiler/cache/location.js` → `dist/compiler`. */
const codeFolder = (file: string): string =>
  file.startsWith('dist/command') ? dirname(file) : dirname(dirname(file));

function collect(folder: string, parts: string[]): void {
  for (const item of readFolder(folder)) {
    const path = join(folder, item.name);
    if (item.isDirectory()) collect(path, parts);
    else if (!item.name.endsWith('.map'))
      parts.push(relative(packageRoot, path), digestOf(readFileSync(path)));
  }
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // A checkout that has not been built has no dist/.
    return [];
  }
}
