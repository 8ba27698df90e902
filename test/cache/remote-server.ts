// The server of `remote-server.mjs` for the tests of a file.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface RemoteServer {
  /** Without a slash at the end. */
  readonly address: string;
  /** What was asked since the last call: `GET /plain/name/ac/…`. */
  log(): Promise<readonly string[]>;
  stop(): void;
}

/** `secrets`: a folder with `key.pem` and `cert.pem`, for TLS. Ends with this process, too. */
export async function startServer(secrets?: string): Promise<RemoteServer> {
  const script = join(import.meta.dirname, 'remote-server.mjs');
  const args = secrets === undefined ? [script] : [script, secrets];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const address = line.toString().trim();
  return {
    address,
    log: async () => (await (await fetch(`${address}/log`)).json()) as readonly string[],
    stop: () => void child.kill(),
  };
}
