// Starts tools from a small process beside this one. A process that holds a large program takes tens of milliseconds to start another, since
// the system copies its page tables first; the small one takes one.
import { spawn, type ChildProcess } from 'node:child_process';
import type { ToolResult } from './host.ts';

interface Request {
  readonly id: number;
  readonly program: string;
  readonly args: readonly string[];
}

type Answer = ToolResult & Pick<Request, 'id'>;

/** What the small process runs: it needs no file of its own. */
const SCRIPT = `
const { execFile } = require('node:child_process');
process.on('disconnect', () => process.exit());
process.on('message', ({ id, program, args }) => {
  execFile(program, args, { maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
    const status = error ? (typeof error.code === 'number' ? error.code : null) : 0;
    process.send({ id, status, stdout, stderr: status === null ? error.message : stderr });
  });
});`;

export class ToolServer {
  readonly #waiting = new Map<number, (result: ToolResult) => void>();
  #child: ChildProcess | null = null;
  #count = 0;

  /** Its output is text. A server that has ended gives a result without a status. */
  start(program: string, args: readonly string[]): Promise<ToolResult> {
    const child = (this.#child ??= this.#open());
    const id = this.#count++;
    return new Promise((done) => {
      this.#waiting.set(id, done);
      child.channel?.ref();
      const request: Request = { id, program, args };
      child.send(request, (error) => {
        if (error) this.#ended(error.message);
      });
    });
  }

  #open(): ChildProcess {
    // Messages are read: they must be in one language. What the user gives Node is not for this process.
    const env = { ...process.env, LC_ALL: 'C', NODE_OPTIONS: '' };
    const child = spawn(process.execPath, ['-e', SCRIPT], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env,
    });
    child.on('message', (answer: Answer) => this.#answered(child, answer));
    child.on('error', (error) => this.#ended(error.message));
    child.on('exit', () => this.#ended('the process that starts tools has ended'));
    // Neither keeps this process alive that has nothing to wait for.
    child.unref();
    child.channel?.unref();
    return child;
  }

  #answered(child: ChildProcess, { id, ...result }: Answer): void {
    const done = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) child.channel?.unref();
    done?.(result);
  }

  #ended(reason: string): void {
    this.#child = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const done of waiting) done({ status: null, stdout: '', stderr: reason });
  }
}
