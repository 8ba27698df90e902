// The thread that speaks with the remote cache, while the build's thread compiles or waits. `GET` and `PUT` of
// `/ac/DIGEST` and `/cas/DIGEST`, as the caches of Bazel do.
import { parentPort, workerData } from 'node:worker_threads';
import { request } from './http-request.ts';
import type {
  Download,
  Downloaded,
  RemoteThreadData,
  Upload,
  Uploaded,
} from './remote-messages.ts';

const { settings, port, signal } = workerData as RemoteThreadData;
/** What is answered to an upload is not read. */
const LONGEST_REPLY = 1 << 16;

async function download({ wanted }: Download): Promise<Downloaded> {
  try {
    return { bodies: await Promise.all(wanted.map(fetchOne)) };
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

async function fetchOne({ kind, name, limit }: Download['wanted'][number]) {
  const url = `${settings.url}${kind}/${name}`;
  const { headers, timeout } = settings;
  const { status, body } = await request({ method: 'GET', url, headers, limit, timeout });
  if (status === 200) return body;
  if (status === 404) return null;
  throw new Error(`it answers ${status} to GET`);
}

/** One upload after the other: what a record names must be there before it. */
let uploads: Promise<string | null> = Promise.resolve(null);

function upload({ files }: Upload): void {
  uploads = uploads.then(async (problem) => {
    const answer: Uploaded = { problem: problem ?? (await uploadAll(files)) };
    parentPort?.postMessage(answer);
    return answer.problem;
  });
}

async function uploadAll(files: Upload['files']): Promise<string | null> {
  try {
    await Promise.all(files.slice(0, -1).map(uploadOne));
    await Promise.all(files.slice(-1).map(uploadOne));
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

async function uploadOne({ kind, name, bytes }: Upload['files'][number]): Promise<void> {
  const url = `${settings.url}${kind}/${name}`;
  const { headers, timeout } = settings;
  const limit = LONGEST_REPLY;
  const { status } = await request({ method: 'PUT', url, headers, body: bytes, limit, timeout });
  if (status < 200 || status > 299) throw new Error(`it answers ${status} to PUT`);
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message || error.name : String(error);

parentPort?.on('message', async (message: Download | Upload) => {
  if (message.what === 'upload') return upload(message);
  port.postMessage(await download(message));
  Atomics.add(signal, 0, 1);
  Atomics.notify(signal, 0);
});
