// A project of a user in a folder of its own, with this package (the sources as they are now) and Vitest installed.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { REPOSITORY, sourceSnapshot } from '../harness/source-snapshot.ts';

const CONFIG = (plugin: string): string => `import { defineConfig } from 'vitest/config';
import { mixmod } from 'mixmod/vitest';
export default defineConfig({ plugins: [${plugin}] });
`;

export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'mixmod-vitest-'));
  #watching: ChildProcess | undefined;
  #output = '';

  /** `plugin`: the call in the configuration. */
  constructor(plugin: string, files: Readonly<Record<string, string>>) {
    this.write('package.json', '{ "type": "module" }');
    this.write('vitest.config.ts', CONFIG(plugin));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    for (const name of ['vitest', 'vite'])
      this.#link(join(REPOSITORY, 'node_modules', name), `node_modules/${name}`);
    const snapshot = sourceSnapshot();
    this.write('node_modules/mixmod/package.json', PACKAGE);
    for (const name of ['dist', 'runtime'])
      this.#link(join(snapshot, name), `node_modules/mixmod/${name}`);
  }

  write(name: string, text: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  run(environment: Readonly<Record<string, string>> = {}): string {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [VITEST, 'run'],
      this.#options(environment),
    );
    return stdout.toString() + stderr.toString();
  }

  /** Standard error of Node.js that runs a file of the project. */
  node(...args: readonly string[]): string {
    return spawnSync(process.execPath, args, this.#options({})).stderr.toString();
  }

  /** Runs once and goes on watching; `printed` waits. */
  watch(): void {
    const { cwd, env } = this.#options({});
    this.#watching = spawn(process.execPath, [VITEST, 'watch'], { cwd, env, stdio: 'pipe' });
    for (const stream of [this.#watching.stdout, this.#watching.stderr])
      stream?.on('data', (text: Buffer) => {
        this.#output += text.toString();
      });
  }

  /** Until the text has come; what came up to then is taken away. */
  async printed(pattern: RegExp): Promise<string> {
    const end = Date.now() + 60_000;
    while (!pattern.test(this.#output)) {
      if (Date.now() > end) throw new Error(`${pattern} did not come:\n${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const output = this.#output;
    this.#output = '';
    return output;
  }

  remove(): void {
    this.#watching?.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #options(environment: Readonly<Record<string, string>>) {
    const { VITEST: _, VITEST_WORKER_ID: __, VITEST_POOL_ID: ___, ...rest } = process.env;
    const cache = join(this.folder, 'cache');
    return {
      cwd: this.folder,
      env: { ...rest, NO_COLOR: '1', FORCE_COLOR: undefined, MIXMOD_CACHE: cache, ...environment },
    };
  }

  #link(target: string, name: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path);
  }
}

const VITEST = join(REPOSITORY, 'node_modules/vitest/vitest.mjs');

/** In the snapshot nothing is bundled. */
const PACKAGE = JSON.stringify({
  name: 'mixmod',
  type: 'module',
  exports: {
    '.': './dist/runtime/index.js',
    './vitest': './dist/compiler/vitest/vitest.js',
    './register/untranslated': './dist/compiler/register/untranslated.js',
    './modules/_ffi': './dist/modules/_ffi/index.js',
    './modules/ctypes': './dist/modules/ctypes/index.js',
    './package.json': './package.json',
  },
});
