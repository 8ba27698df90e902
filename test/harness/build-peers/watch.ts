// The small module in `mixmod build --watch`: the time from an edit to the outputs.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WatchedCommand } from '../watched-command.ts';
import { mixmod } from './mixmod.ts';
import type { Times } from './peer.ts';

export class WatchedBuild {
  readonly name: string;
  readonly times: Times[] = [];
  readonly #folder: string;
  readonly #command: WatchedCommand;
  readonly #peer = mixmod('');

  /** `mode`: `--release`, or `--watch` alone. Begins to build at once. */
  constructor(mode: string, root: string) {
    const more = mode === '--release' ? [mode] : [];
    this.name = ['mixmod', ...more, '--watch'].join(' ');
    this.#folder = join(root, `watch${mode}`);
    mkdirSync(this.#folder);
    this.#write('Hello');
    const args = ['small.ts', '--out', 'out', ...more];
    this.#command = new WatchedCommand(args, this.#folder, 'cache');
  }

  async edit(greeting: string): Promise<void> {
    // The first build is none of an edit; the second loads what only an edit needs.
    if (this.#command.builds === 0) {
      await this.#command.built(1);
      await this.#edit('Hello again');
    }
    this.times.push(await this.#edit(greeting));
  }

  async #edit(greeting: string): Promise<Times> {
    const { cpu } = this.#command;
    const wall = (await this.#command.after(() => this.#write(greeting))) / 1000;
    const times = { wall, cpu: this.#command.cpu - cpu };
    const [program, ...args] = this.#peer.check;
    const { stdout } = spawnSync(program, args, { cwd: this.#folder, encoding: 'utf8' });
    if (!stdout.includes(`"${greeting}, x!"`)) throw new Error(`${this.name} gives ${stdout}`);
    return times;
  }

  #write(greeting: string): void {
    for (const [name, text] of Object.entries(this.#peer.files(greeting)))
      writeFileSync(join(this.#folder, name), text);
  }

  stop(): void {
    this.#command.stop();
  }
}
