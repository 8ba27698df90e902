// Every outside effect of the compiler behind one interface, so that stages are plain functions and tests need no disk.
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { CODE_GENERATOR, CodeServer } from './beside/code-server.ts';
import { ToolServer } from './beside/tool-server.ts';
import { packageRoot } from './package-root.ts';
import type { LlvmCpu } from './target/cpus.ts';

export interface ToolResult {
  /** Exit code; null when the tool could not be started or was killed. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A module of LLVM's that is to become an object. */
export interface CodeRequest {
  readonly bitcode: Uint8Array;
  /** As `opt` takes them. */
  readonly passes: string;
  readonly cpu: LlvmCpu;
  readonly level: number;
}

export interface CodeResult {
  /** null after an error. */
  readonly object: Uint8Array | null;
  /** LLVM's words for what is wrong. */
  readonly message: string;
}

export interface Host {
  /** undefined where the file does not exist or cannot be read. */
  readText(path: string): string | undefined;
  readBytes(path: string): Uint8Array | undefined;
  exists(path: string): boolean;
  isFolder(path: string): boolean;
  /** Modification time in ms; undefined where there is no such file. */
  modified(path: string): number | undefined;
  /** All or nothing: written beside the target, then renamed over it. Makes missing folders. Throws CannotWrite. */
  writeAtomic(path: string, data: string | Uint8Array): void;
  /** The same for files that belong together: none is replaced before all are written. */
  writeAllAtomic(files: ReadonlyMap<string, string | Uint8Array>): void;
  remove(path: string): void;
  /** Marks a file as used now, where that may be done. */
  touch(path: string): void;
  /** A new empty folder of this process's own; `remove` it. Throws CannotWrite. */
  makeTemporary(): string;
  /** A file in such a folder, which nobody else reads. Throws CannotWrite. */
  writeTemporary(path: string, data: string | Uint8Array): void;
  resolve(...parts: string[]): string;
  /** Runs a program to its end, without a shell. */
  run(program: string, args: readonly string[], input?: string | Uint8Array): ToolResult;
  /** The same, while this process goes on. */
  start(program: string, args: readonly string[]): Promise<ToolResult>;
  /** Makes an object without a tool. null where LLVM's library is not there for it. */
  generate(request: CodeRequest): Promise<CodeResult | null>;
}

/** A file or folder that the system does not let us write. */
export class CannotWrite extends Error {
  readonly path: string;
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`cannot write ${path}: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}

const tools = new ToolServer();
const code = new CodeServer(join(packageRoot, CODE_GENERATOR));

export const nodeHost: Host = {
  readText: (path) => attempt(() => readFileSync(path, 'utf8')),
  readBytes: (path) => attempt(() => readFileSync(path)),
  exists: existsSync,
  isFolder: (path) => attempt(() => statSync(path).isDirectory()) ?? false,
  modified: (path) => attempt(() => statSync(path).mtimeMs),
  writeAtomic: (path, data) => writeTogether(new Map([[path, data]])),
  writeAllAtomic: writeTogether,
  remove: (path) => rmSync(path, { force: true, recursive: true }),
  touch(path) {
    const now = new Date();
    attempt(() => utimesSync(path, now, now));
  },
  makeTemporary: () => writing(tmpdir(), () => mkdtempSync(join(tmpdir(), 'mixmod-'))),
  writeTemporary: (path, data) => writing(path, () => writeFileSync(path, data)),
  resolve,
  run(program, args, input) {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      ...(input === undefined ? {} : { input }),
      maxBuffer: 1 << 28,
      // Messages are read: they must be in one language.
      env: { ...process.env, LC_ALL: 'C' },
    });
    return {
      status,
      stdout: String(stdout ?? ''),
      stderr: error ? error.message : String(stderr ?? ''),
    };
  },
  start: (program, args) => tools.start(program, args),
  generate: (request) => code.generate(request),
};

function writeTogether(files: ReadonlyMap<string, string | Uint8Array>): void {
  const written = new Map<string, string>();
  try {
    for (const [path, data] of files) {
      const folder = dirname(path);
      writing(folder, () => mkdirSync(folder, { recursive: true }));
      // A rename would fail for it, when other files have been replaced already.
      if (attempt(() => statSync(path))?.isDirectory())
        throw new CannotWrite(path, 'it is a folder');
      removeLeftovers(path);
      const temporary = `${path}.${OWN}${randomBytes(4).toString('hex')}.tmp`;
      written.set(temporary, path);
      writing(path, () => writeFileSync(temporary, data));
    }
    for (const [temporary, path] of written) writing(path, () => renameSync(temporary, path));
  } catch (error) {
    for (const temporary of written.keys()) attempt(() => rmSync(temporary, { force: true }));
    throw error;
  }
}

/** Machines that share a folder have processes of the same number. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const OWN = `${MACHINE}-${process.pid}-`;

/** What processes of this machine that were killed have left beside a file. */
function removeLeftovers(path: string): void {
  const prefix = `${basename(path)}.${MACHINE}-`;
  for (const name of attempt(() => readdirSync(dirname(path))) ?? []) {
    if (!name.startsWith(prefix)) continue;
    const [, process] = /^(\d+)-[0-9a-f]+\.tmp$/.exec(name.slice(prefix.length)) ?? [];
    if (process !== undefined && !isRunning(Number(process)))
      attempt(() => rmSync(join(dirname(path), name), { force: true }));
  }
}

function isRunning(process: number): boolean {
  try {
    return globalThis.process.kill(process, 0);
  } catch (error) {
    // It is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function writing<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new CannotWrite(path, reasonOf(error));
  }
}

/** `EACCES: permission denied, open '/x'` → `permission denied`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // What mkdir says of a file in its place.
  if ('code' in error && error.code === 'EEXIST') return 'it is a file';
  return /^[A-Z0-9]+: ([^,]*)/.exec(error.message)?.[1] ?? error.message;
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
