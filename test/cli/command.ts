// The `mixmod` command of the sources as they are now, run in a folder of its own that holds the given files.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sourceSnapshot } from '../harness/source-snapshot.ts';

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Added to the environment; undefined removes. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** As a user who owns nothing here, whoever runs the tests. */
  readonly powerless?: boolean;
}

const NOBODY = 65534;

export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'mixmod-cli-'));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(this.path(name)), { recursive: true });
      writeFileSync(this.path(name), text);
    }
    // `powerless` users must be able to read.
    chmodSync(this.folder, 0o755);
  }

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  /** Names in a folder, sorted; undefined where there is none. */
  list(folder: string): readonly string[] | undefined {
    try {
      return readdirSync(this.path(folder)).sort();
    } catch {
      return undefined;
    }
  }

  mixmod(
    args: readonly string[],
    { environment = {}, powerless = false }: RunOptions = {},
  ): Outcome {
    const main = join(sourceSnapshot(), 'dist/compiler/main.js');
    const isRoot = process.getuid?.() === 0;
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        NO_COLOR: '1',
        FORCE_COLOR: undefined,
        MIXMOD_CACHE: this.path('cache'),
        ...environment,
      },
      ...(powerless && isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    return { status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const ADD = `'use mixmod';
import { i32 } from 'mixmod';
/** The sum. */
export function add(a: i32, b: i32): i32 { return a + b; }
`;
/** Refused with RTS1002 at 2:22. */
export const ANY = `'use mixmod';
export function f(x: any): number { return 1; }
`;
