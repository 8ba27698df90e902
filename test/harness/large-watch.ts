// `mixmod build --watch` of a large program: the time from a file that is written to the addon that has been loaded and called.
import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';

const WAITING = 'waiting for changes';

export class WatchedProject {
  readonly #child: ChildProcess;
  readonly #out: string;
  #builds = 0;
  #said = '';
  #onOutput = (): void => {};

  /** `folder`: for the outputs and the cache. Begins to build at once. */
  constructor(entry: string, folder: string) {
    this.#out = join(folder, 'out');
    const command = join(packageRoot, 'dist/command/main.js');
    const args = [command, 'build', entry, '--out', this.#out, '--watch', '--stats'];
    this.#child = spawn(process.execPath, args, {
      env: { ...process.env, MIXMOD_CACHE: join(folder, 'cache') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (data: Buffer): void => {
      this.#said += String(data);
      this.#builds = this.#said.split(WAITING).length - 1;
      this.#onOutput();
    };
    this.#child.stdout?.on('data', hear);
    this.#child.stderr?.on('data', hear);
  }

  /** Resolves when there have been so many builds. Throws an Error with what the command said where it ends. */
  built(count = 1): Promise<void> {
    return new Promise((done, fail) => {
      this.#child.once('exit', () => fail(new Error(this.#said)));
      this.#onOutput = () => {
        if (this.#builds < count) return;
        this.#child.removeAllListeners('exit');
        done();
      };
      this.#onOutput();
    });
  }

  /** Milliseconds. `name`: of a file that there is not yet: an addon is loaded once. */
  async edit(path: string, text: string, name: string): Promise<number> {
    const wanted = this.#builds + 1;
    const start = performance.now();
    writeFileSync(path, text);
    await this.built(wanted);
    const built = performance.now();
    // The copy is the measurement's: a host that loads it again would have it in a new process.
    const copy = join(this.#out, name);
    copyFileSync(join(this.#out, 'main.node'), copy);
    const copied = performance.now();
    const module = { exports: {} as { main?: (depth: number) => number } };
    process.dlopen(module, copy);
    if (typeof module.exports.main?.(1) !== 'number') throw new Error('main gives no number');
    return performance.now() - copied + (built - start);
  }

  /** Megabytes that the process holds. */
  get resident(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return (Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) * 1024) / 1e6;
  }

  stop(): void {
    this.#child.removeAllListeners('exit');
    this.#child.kill();
  }
}
