// A process beside this one that answers requests: started with the first, and again after it has ended. It keeps this process alive only
// while somebody waits.
import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';

/** An answer, or why there is none: the process could not be started, or has ended. */
export type Answered<A> = A | { readonly ended: string };

interface Message {
  readonly id: number;
}

/** Arguments for JavaScript that needs no file of its own. `args`: its `process.argv.slice(1)`. */
export const ofScript = (script: string, ...args: readonly string[]): readonly string[] => [
  '-e',
  `process.on('disconnect', () => process.exit());\n${script}`,
  ...args,
];

/** Requests and answers are what `structuredClone` copies. */
export class Server<Request extends object, Answer extends object> {
  readonly #args: readonly string[];
  readonly #waiting = new Map<number, (answer: Answered<Answer>) => void>();
  #child: ChildProcess | null = null;
  #count = 0;
  /** The last that it has written to its standard error. */
  #lastWords = '';

  /** Of Node: a file, or what `ofScript` gives. It gets each request as a message with an `id` that the message with its answer has too. */
  constructor(args: readonly string[]) {
    this.#args = args;
  }

  /** How many requests have no answer yet. */
  get load(): number {
    return this.#waiting.size;
  }

  ask(request: Request): Promise<Answered<Answer>> {
    const child = (this.#child ??= this.#open());
    const id = this.#count++;
    return new Promise((done) => {
      this.#waiting.set(id, done);
      child.channel?.ref();
      child.send({ ...request, id }, (error) => {
        if (error) this.#ended(child, error.message);
      });
    });
  }

  #open(): ChildProcess {
    // Messages are read: they must be in one language. What the user gives Node is not for this process.
    const env = { ...process.env, LC_ALL: 'C', NODE_OPTIONS: '' };
    const child = spawn(process.execPath, this.#args, {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Bytes stay bytes.
      serialization: 'advanced',
      env,
    });
    this.#lastWords = '';
    child.stderr?.on('data', (text: Buffer) => {
      this.#lastWords = String(text).trim() || this.#lastWords;
    });
    child.on('message', (answer: Answer & Message) => this.#answered(child, answer));
    child.on('error', (error) => this.#ended(child, error.message));
    // Not `exit`: what it wrote at its end is wanted.
    child.on('close', (code, signal) => {
      const how = signal ?? `exit code ${code ?? 'unknown'}`;
      this.#ended(child, this.#lastWords === '' ? how : `${this.#lastWords} (${how})`);
    });
    // Neither keeps this process alive that has nothing to wait for.
    child.unref();
    child.channel?.unref();
    // A pipe, which is a socket.
    (child.stderr as Socket | null)?.unref();
    return child;
  }

  /** Ends the process, if there is one; whoever waits hears of it. */
  stop(): void {
    this.#child?.kill();
  }

  #answered(child: ChildProcess, { id, ...answer }: Answer & Message): void {
    const done = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) child.channel?.unref();
    done?.(answer as unknown as Answer);
  }

  #ended(child: ChildProcess, ended: string): void {
    if (this.#child !== child) return;
    this.#child = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const done of waiting) done({ ended });
  }
}
