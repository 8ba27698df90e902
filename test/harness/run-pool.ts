// Runs programs in worker processes, at most two at a time. A worker that dies or hangs is reported with the execution
// that it was in, and replaced.
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Execution, Results, RunMessage, RunRequest } from './executions.ts';
import { CACHE, sourceSnapshot } from './source-snapshot.ts';

export interface RunOutcome {
  readonly results: ReadonlyMap<Execution, Results>;
  readonly excused: ReadonlySet<Execution>;
  /** What went wrong in which execution, in order. */
  readonly failures: readonly { readonly execution: string; readonly reason: string }[];
}

const WORKERS = 2;

export interface PoolSettings {
  /** Variables that the workers get in addition to this process's own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where workers keep what they build. */
  readonly folder?: string;
  /** Far more than any program takes, compiled twice on a busy machine. */
  readonly timeout?: number;
}

export class RunPool {
  readonly #snapshot = sourceSnapshot();
  readonly #settings: Required<PoolSettings>;
  readonly #idle: ChildProcess[] = [];
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor({ environment = {}, folder = CACHE, timeout = 100_000 }: PoolSettings = {}) {
    this.#settings = { environment, folder, timeout };
  }

  async run(request: RunRequest): Promise<RunOutcome> {
    if (this.#running === WORKERS) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#running++;
    const worker = this.#idle.pop() ?? this.#start();
    const outcome = await converse(worker, request, this.#settings.timeout);
    if (worker.connected && worker.exitCode === null && !worker.killed) this.#idle.push(worker);
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running--;
    return outcome;
  }

  close(): void {
    for (const worker of this.#idle) worker.disconnect();
  }

  #start(): ChildProcess {
    const program = join(this.#snapshot, 'dist/test/harness/run-worker.js');
    const { environment, folder } = this.#settings;
    return fork(program, [folder], {
      execArgv: ['--enable-source-maps'],
      serialization: 'advanced',
      // What programs write with `console` is no output of the tests.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, ...environment },
    });
  }
}

function converse(worker: ChildProcess, request: RunRequest, timeout: number): Promise<RunOutcome> {
  const results = new Map<Execution, Results>();
  const excused = new Set<Execution>();
  const failures: { execution: string; reason: string }[] = [];
  let current = 'start of the worker';
  return new Promise((resolve) => {
    const end = (reason: string | null): void => {
      clearTimeout(timer);
      worker.off('message', take).off('exit', died);
      if (reason !== null) failures.push({ execution: current, reason });
      resolve({ results, excused, failures });
    };
    const died = (code: number | null, signal: string | null): void =>
      end(`the process ended with ${signal ?? `exit code ${code}`}`);
    const timer = setTimeout(() => {
      worker.kill('SIGKILL');
      end(`no answer for ${timeout / 1000} s`);
    }, timeout);
    const take = (message: RunMessage): void => {
      if (message.kind === 'begins') current = message.execution;
      else if (message.kind === 'results') results.set(message.execution, message.results);
      else if (message.kind === 'excused') excused.add(message.execution);
      else if (message.kind === 'failed') failures.push(message);
      else end(null);
    };
    worker.on('message', take).on('exit', died);
    // One that ended while it was idle has not told anybody yet.
    worker.send(request, (error) => error && end(`the process is gone: ${error.message}`));
  });
}
