// Asks a local server by libcurl: bodies, headers, codes, a transfer that is stopped, errors.
import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CurlError, libraryVersion, Session } from './curl.ts';

const SIZE = process.env['MIXMOD_EXAMPLES'] === 'small' ? 300_000 : 30_000_000;

/** TypeScript, or JavaScript as this file is. */
const script = new URL(`./server${extname(import.meta.url)}`, import.meta.url);
const server = new Worker(script);
const [port] = (await once(server, 'message')) as [number];
const base = `http://127.0.0.1:${port}`;

function show(what: string, act: () => unknown): void {
  try {
    console.log(`${what}:`, JSON.stringify(act()));
  } catch (error) {
    if (!(error instanceof CurlError)) throw error;
    console.log(`${what}: CurlError ${error.code}`);
  }
}

console.log(/^libcurl\/\d+\.\d+/.test(libraryVersion()) ? 'libcurl' : 'another library');
using session = new Session();
show('GET', () => {
  const { status, type, body } = session.fetch(`${base}/echo`);
  return [status, type, body.toString()];
});
show('POST', () => {
  const body = new TextEncoder().encode('naïve €');
  const headers = { 'x-mine': 'yes', 'content-type': 'text/plain' };
  const answer = session.fetch(`${base}/echo`, { body, headers });
  return [answer.status, answer.headers.get('x-seen'), answer.body.toString()];
});
using other = new Session();
show('DELETE', () => other.fetch(`${base}/echo`, { method: 'DELETE' }).body.toString());
show('missing', () => other.fetch(`${base}/nothing`, { method: 'GET' }).status);
show('many bytes', () => {
  let calls = 0;
  const { body } = other.fetch(`${base}/bytes/${SIZE}`, { progress: () => ++calls > 0 });
  const isRight = body.length === SIZE && body.every((byte) => byte === 7);
  return [isRight, calls > 10, other.received === SIZE];
});
show('stopped', () =>
  other.fetch(`${base}/bytes/${SIZE}`, { progress: (bytes) => bytes < 50_000 }),
);
show('no server', () => other.fetch('http://127.0.0.1:1/'));
show('no address', () => other.fetch('nonsense://x'));
show('thrown by a callback', () => {
  try {
    return other.fetch(`${base}/bytes/10`, {
      progress: () => {
        throw new RangeError('enough');
      },
    });
  } catch (error) {
    if (error instanceof RangeError) return String(error);
    throw error;
  }
});
await server.terminate();
