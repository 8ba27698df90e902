// `mixmod build --watch` as a process that stays, for measurements: the time from a change to the outputs, and what the process takes.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';

export const COMMAND = join(packageRoot, 'dist/command/main.js');
const WAITING = 'waiting for changes';

export class WatchedCommand {
  readonly #child: ChildProcess;
  #said = '';
  #onOutput = (): void => {};

  /** `args`: what is built, and how. Begins to build at once, with a cache in `cache`; paths are from `folder` on. */
  constructor(args: readonly string[], folder: string, cache: string) {
    this.#child = spawn(process.execPath, [COMMAND, 'build', ...args, '--watch'], {
      cwd: folder,
      env: { ...process.env, MIXMOD_CACHE: cache },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child.stderr?.on('data', (data: Buffer) => {
      this.#said += String(data);
      this.#onOutput();
    });
  }

  /** How many there have been. */
  get builds(): number {
    return this.#said.split(WAITING).length - 1;
  }

  /** Resolves when there have been so many builds. Throws an Error with what the command said where it ends. */
  built(count: number): Promise<void> {
    return new Promise((done, fail) => {
      this.#child.once('exit', () => fail(new Error(this.#said)));
      this.#onOutput = () => {
        if (this.builds < count) return;
        this.#child.removeAllListeners('exit');
        done();
      };
      this.#onOutput();
    });
  }

  /** Milliseconds from the change to the outputs. */
  async after(change: () => void): Promise<number> {
    const wanted = this.builds + 1;
    const start = performance.now();
    change();
    await this.built(wanted);
    return performance.now() - start;
  }

  /** Seconds of processor time, of the processes that it has started too. */
  get cpu(): number {
    return cpuOf(this.#child.pid ?? 0);
  }

  /** Megabytes that the process itself holds. */
  get resident(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return (Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) * 1024) / 1e6;
  }

  stop(): void {
    this.#child.removeAllListeners('exit');
    this.#child.kill();
  }
}

/** Of a process, of those that it has waited for, and of those that it has: fields 14 to 17 of proc(5), in hundredths. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const own = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / 100;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  return children.filter(Number).reduce((sum, child) => sum + cpuOf(Number(child)), own);
}
