// A remote cache as a build sees it: what it has is waited for, what it is given is sent beside. It speaks through a
// thread of its own, since compiling leaves no time for a connection. Its first failure is its last: a warning, and the
// rest of the process does without it.
import {
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  type MessagePort,
} from 'node:worker_threads';
import type {
  Download,
  Downloaded,
  RemoteThreadData,
  Upload,
  Uploaded,
} from './remote-messages.ts';
import type { RemoteSettings } from './remote-settings.ts';

/** What the thread may take longer than its requests, in milliseconds: to start, above all. */
const GRACE = 5000;

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

/** The thread begins with the first request. The process does not end before all uploads have, or have failed. */
export class RemoteClient {
  readonly #settings: RemoteSettings;
  readonly #warn: (text: string) => void;
  #thread: Thread | null = null;
  #isUsable = true;
  #mayUpload: boolean;
  #hasWarned = false;
  #pending = 0;

  constructor(settings: RemoteSettings, warn: (text: string) => void) {
    this.#settings = settings;
    this.#warn = warn;
    this.#mayUpload = settings.upload;
  }

  /** In the order of what is wanted; null where there is nothing, or the cache cannot be used. */
  download(wanted: Download['wanted']): readonly (Uint8Array | null)[] {
    const answer = this.#isUsable ? this.#ask(wanted) : null;
    if (answer && 'bodies' in answer) return answer.bodies;
    if (answer) this.#giveUp(answer.problem);
    return wanted.map(() => null);
  }

  /** The last one is sent when the others have arrived. */
  upload(files: Upload['files']): void {
    if (!this.#isUsable || !this.#mayUpload) return;
    const { worker } = this.#started();
    this.#pending++;
    worker.ref();
    worker.postMessage({ what: 'upload', files } satisfies Upload);
  }

  /** Something that was received is not what it should be. */
  reportLie(what: string): void {
    this.#warnOnce(`sends ${what}, which is not used; the others are still asked for`);
  }

  #ask(wanted: Download['wanted']): Downloaded {
    const { worker, port, signal } = this.#started();
    const seen = Atomics.load(signal, 0);
    worker.postMessage({ what: 'download', wanted } satisfies Download);
    Atomics.wait(signal, 0, seen, this.#settings.timeout + GRACE);
    const received: { message: Downloaded } | undefined = receiveMessageOnPort(port);
    return received?.message ?? { problem: 'it took too long' };
  }

  #started(): Thread {
    if (this.#thread) return this.#thread;
    const { port1, port2 } = new MessageChannel();
    const signal = new Int32Array(new SharedArrayBuffer(4));
    const workerData: RemoteThreadData = { settings: this.#settings, port: port2, signal };
    const worker = new Worker(new URL('./remote-thread.js', import.meta.url), {
      workerData,
      transferList: [port2],
      // Options of this process, such as import hooks, are not for it.
      execArgv: [],
    });
    worker.on('message', ({ problem }: Uploaded) => this.#uploaded(problem));
    worker.on('error', (error) => this.#giveUp(error.message));
    // After the listeners, which would keep the process.
    worker.unref();
    this.#thread = { worker, port: port1, signal };
    return this.#thread;
  }

  #uploaded(problem: string | null): void {
    this.#pending--;
    if (problem !== null) {
      this.#mayUpload = false;
      this.#warnOnce(`did not take the outputs: ${problem}; nothing more is sent to it`);
    }
    if (this.#pending === 0) this.#thread?.worker.unref();
  }

  #giveUp(problem: string): void {
    this.#isUsable = false;
    this.#thread?.worker.unref();
    this.#warnOnce(`cannot be used: ${problem}; the build goes on without it`);
  }

  #warnOnce(text: string): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    this.#warn(`the remote cache ${this.#settings.url} ${text}`);
  }
}
