// The sources as they are now → the same package as plain JavaScript in a folder of its own, so that workers run one
// consistent state of them on any supported Node, whatever is edited or built meanwhile. Files are transpiled once
// for each content.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { CODE_GENERATOR } from '../../compiler/beside/code-server.ts';
import { CORE_LIBRARY } from '../../compiler/builtins/core-library.ts';
import { packageRoot } from '../../compiler/package-root.ts';

/** Also where this file runs from dist/. */
export const REPOSITORY = `${packageRoot}/`;
export const CACHE = join(REPOSITORY, 'node_modules/.cache/mixmod-test');

interface SnapshotFile {
  readonly path: string;
  readonly text: Buffer;
  readonly hash: string;
}

/** The root of the snapshot: package.json, dist/ as `make build` lays it out, and the files read as they are. */
export function sourceSnapshot(): string {
  const files = [
    ...['compiler', 'runtime', 'modules', 'test/harness'].flatMap(filesBelow),
    ...builtFiles(),
  ];
  const whole = digest(files.map(({ path, hash }) => `${path} ${hash}`).join('\n'));
  const root = join(CACHE, 'snapshots', whole);
  if (existsSync(root)) return root;
  const building = `${root}.${process.pid}.tmp`;
  for (const file of files) writeOutput(building, file);
  cpSync(join(REPOSITORY, 'package.json'), join(building, 'package.json'));
  try {
    renameSync(building, root);
  } catch (error) {
    if (!existsSync(root)) throw error; // else another process was faster
    rmSync(building, { recursive: true });
  }
  return root;
}

/**
 * Made by `make build`: what programs with a heap are linked with, builtin mixed modules, and of the other modules what is compiled.
 */
function builtFiles(): readonly SnapshotFile[] {
  const core = [CORE_LIBRARY, 'dist/runtime/crash/trace.node', CODE_GENERATOR]
    .filter((path) => existsSync(join(REPOSITORY, path)))
    .map(snapshotFile);
  const modules = existsSync(join(REPOSITORY, 'dist/modules')) ? filesBelow('dist/modules') : [];
  const isMixed = (path: string): boolean =>
    existsSync(join(REPOSITORY, path.split('/').slice(0, 3).join('/'), 'manifest.js'));
  return [...core, ...modules.filter(({ path }) => path.endsWith('.node') || isMixed(path))];
}

function filesBelow(folder: string): readonly SnapshotFile[] {
  const entries = readdirSync(join(REPOSITORY, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => snapshotFile(join(entry.parentPath.slice(REPOSITORY.length), entry.name)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function snapshotFile(path: string): SnapshotFile {
  const text = readFileSync(join(REPOSITORY, path));
  return { path, text, hash: digest(text) };
}

function writeOutput(root: string, file: SnapshotFile): void {
  // The language's library is read as it is written.
  const source = /(?<!\.d)\.ts$/.test(file.path) && !file.path.startsWith('runtime/library/');
  const write = (path: string, text: string | Buffer): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  if (source) write(`dist/${file.path.slice(0, -3)}.js`, transpiled(file));
  else write(file.path, file.text);
}

function transpiled({ path, text, hash }: SnapshotFile): string {
  const cached = join(CACHE, 'files', `${hash}.js`);
  if (existsSync(cached)) return readFileSync(cached, 'utf8');
  const { outputText } = ts.transpileModule(text.toString('utf8'), {
    fileName: join(REPOSITORY, path),
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
      inlineSourceMap: true,
    },
  });
  mkdirSync(dirname(cached), { recursive: true });
  const temporary = `${cached}.${process.pid}.tmp`;
  writeFileSync(temporary, outputText);
  renameSync(temporary, cached);
  return outputText;
}

const digest = (text: string | Buffer): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 24);
