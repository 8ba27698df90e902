// Compiles for the processes that a command starts again and again: they ask by HTTP over a local socket. What it has compiled before it
// knows, so a process that starts anew waits for what has changed only.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadedSource, type LoadedSource } from './loaded-source.ts';
import type { RunMode } from './mode.ts';
import { Sources } from './sources.ts';

/** The environment's name of the socket. */
export const COMPILER_SOCKET = 'MIXMOD_COMPILER';

interface Wanted {
  /** Absolute. */
  readonly path: string;
  readonly mode: RunMode;
}

export class CompileServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'mixmod-run-'));
  readonly #sources = new Sources();
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (message, response) => {
      try {
        const { path, mode } = JSON.parse(await textOf(message)) as Wanted;
        response.end(JSON.stringify(await loadedSource(await this.#sources.of(path, mode))));
      } catch {
        // An error of ours: whoever has asked compiles the file itself, and says it.
        response.writeHead(500).end();
      }
    });
    this.#server.listen(this.socket);
  }

  get socket(): string {
    // The system removes those that Windows has.
    return process.platform === 'win32'
      ? join('\\\\?\\pipe', this.#folder)
      : join(this.#folder, 'compiler');
  }

  close(): void {
    this.#server.close();
    this.#sources.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** What the server at `socket` answers; null where there is none any more, or it has failed. */
export async function compiledBy(socket: string, wanted: Wanted): Promise<LoadedSource | null> {
  try {
    const asked = request({ socketPath: socket, method: 'POST', agent: false });
    asked.end(JSON.stringify(wanted));
    const [message] = (await once(asked, 'response')) as [IncomingMessage];
    const text = await textOf(message);
    return message.statusCode === 200 ? (JSON.parse(text) as LoadedSource) : null;
  } catch {
    return null;
  }
}

async function textOf(message: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
