// The `mixmod` command of the sources as they are now, run in a folder of its own that holds the given files.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  /** Whoever runs the tests, with no more rights than the modes of files give. */
  readonly powerless?: boolean;
}

/** Takes from root what lets it write everywhere. */
const SETPRIV = ['setpriv', '--bounding-set=-dac_override', '--inh-caps=-dac_override'];

export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'mixmod-cli-'));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(this.path(name)), { recursive: true });
      writeFileSync(this.path(name), text);
    }
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

  text(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  readBytes(name: string): Uint8Array {
    return readFileSync(this.path(name));
  }

  mixmod(
    args: readonly string[],
    { environment = {}, powerless = false }: RunOptions = {},
  ): Outcome {
    const main = join(sourceSnapshot(), 'dist/compiler/main.js');
    const isRoot = process.getuid?.() === 0;
    const prefix = powerless && isRoot ? SETPRIV : [];
    const [program = '', ...rest] = [...prefix, process.execPath, main, ...args];
    const { status, stdout, stderr } = spawnSync(program, rest, {
      cwd: this.folder,
      encoding: 'utf8',
      timeout: 100_000,
      env: {
        ...process.env,
        NO_COLOR: '1',
        FORCE_COLOR: undefined,
        MIXMOD_CACHE: this.path('cache'),
        ...environment,
      },
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
