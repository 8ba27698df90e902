// `mixmod build --watch` as a process that stays: the time from an edit to the outputs.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND, mixmod } from './mixmod.ts';
import type { Times } from './peer.ts';

const WAITING = 'waiting for changes';

export class WatchedBuild {
  readonly name: string;
  readonly times: Times[] = [];
  readonly #folder: string;
  readonly #child: ChildProcess;
  readonly #peer = mixmod('');
  #builds = 0;
  #onBuilt = (): void => {};

  /** `mode`: `--release`, or `--watch` alone. Begins to build at once. */
  constructor(mode: string, root: string) {
    this.name = `mixmod ${mode === '--release' ? '--release ' : ''}--watch`;
    this.#folder = join(root, `watch${mode}`);
    mkdirSync(this.#folder);
    this.#write('Hello');
    const args = [
      COMMAND,
      'build',
      'small.ts',
      '--out',
      'out',
      '--watch',
      ...(mode === '--release' ? [mode] : []),
    ];
    this.#child = spawn(process.execPath, args, {
      cwd: this.#folder,
      env: { ...process.env, MIXMOD_CACHE: 'cache' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child.stderr?.on('data', (data: Buffer) => {
      this.#builds += String(data).split(WAITING).length - 1;
      this.#onBuilt();
    });
  }

  async edit(greeting: string): Promise<void> {
    // The first build is none of an edit; the second loads what only an edit needs.
    if (this.#builds === 0) {
      await this.#built(1);
      await this.#edit('Hello again');
    }
    this.times.push(await this.#edit(greeting));
  }

  async #edit(greeting: string): Promise<Times> {
    const wanted = this.#builds + 1;
    const [start, cpu] = [performance.now(), this.#cpu()];
    this.#write(greeting);
    await this.#built(wanted);
    const wall = (performance.now() - start) / 1000;
    const times = { wall, cpu: this.#cpu() - cpu };
    const [program, ...args] = this.#peer.check;
    const { stdout } = spawnSync(program, args, { cwd: this.#folder, encoding: 'utf8' });
    if (!stdout.includes(`"${greeting}, x!"`)) throw new Error(`${this.name} gives ${stdout}`);
    return times;
  }

  #write(greeting: string): void {
    for (const [name, text] of Object.entries(this.#peer.files(greeting)))
      writeFileSync(join(this.#folder, name), text);
  }

  #built(count: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#child.once('exit', (code) => reject(new Error(`${this.name} ended with ${code}`)));
      this.#onBuilt = () => {
        if (this.#builds < count) return;
        this.#child.removeAllListeners('exit');
        resolve();
      };
      this.#onBuilt();
    });
  }

  #cpu(): number {
    return cpuOf(this.#child.pid ?? 0);
  }

  stop(): void {
    this.#child.kill();
  }
}

/** Seconds of a process, of those that it has waited for, and of those that it has: fields 14 to 17 of proc(5), in hundredths. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const own = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / 100;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  return children.filter(Number).reduce((sum, child) => sum + cpuOf(Number(child)), own);
}
