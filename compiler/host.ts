// Every outside effect of the compiler behind one interface, so that stages are plain functions and tests need no disk.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface ToolResult {
  /** Exit code; null when the tool could not be started or was killed. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Host {
  /** undefined where the file does not exist or cannot be read. */
  readText(path: string): string | undefined;
  readBytes(path: string): Uint8Array | undefined;
  exists(path: string): boolean;
  /** Modification time in ms; undefined where there is no such file. */
  modified(path: string): number | undefined;
  /** All or nothing: written beside the target, then renamed over it. Makes missing folders. */
  writeAtomic(path: string, data: string | Uint8Array): void;
  remove(path: string): void;
  /** A new empty folder of this process's own; `remove` it. */
  makeTemporary(): string;
  resolve(...parts: string[]): string;
  /** Runs a program to its end, without a shell. */
  run(program: string, args: readonly string[], input?: string | Uint8Array): ToolResult;
}

let temporaries = 0;

export const nodeHost: Host = {
  readText: (path) => attempt(() => readFileSync(path, 'utf8')),
  readBytes: (path) => attempt(() => readFileSync(path)),
  exists: existsSync,
  modified: (path) => attempt(() => statSync(path).mtimeMs),
  writeAtomic(path, data) {
    mkdirSync(dirname(path), { recursive: true });
    const temporary = `${path}.${process.pid}.${temporaries++}.tmp`;
    try {
      writeFileSync(temporary, data);
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  },
  remove: (path) => rmSync(path, { force: true, recursive: true }),
  makeTemporary: () => mkdtempSync(join(tmpdir(), 'mixmod-')),
  resolve,
  run(program, args, input) {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      ...(input === undefined ? {} : { input }),
      maxBuffer: 1 << 28,
    });
    return { status, stdout: String(stdout ?? ''), stderr: error ? error.message : String(stderr ?? '') };
  },
};

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
