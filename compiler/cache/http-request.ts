// One request of HTTP → its status and body, within limits of time and size.
import * as http from 'node:http';
import * as https from 'node:https';

export interface HttpRequest {
  readonly method: 'GET' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Bytes that an answer may have. */
  readonly limit: number;
  /** Milliseconds until the end of the answer. */
  readonly timeout: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: Uint8Array;
}

const AGENTS = {
  'http:': new http.Agent({ keepAlive: true, maxSockets: 4 }),
  'https:': new https.Agent({ keepAlive: true, maxSockets: 4 }),
};

/** Rejects with an Error whose message says what went wrong. Redirections are answers like others. */
export function request(wanted: HttpRequest): Promise<HttpAnswer> {
  return send(wanted, performance.now() + wanted.timeout);
}

function send(wanted: HttpRequest, end: number): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const { method, body } = wanted;
    const url = new URL(wanted.url);
    const isSecure = url.protocol === 'https:';
    const length = body ? { 'content-length': String(body.length) } : {};
    const sent = (isSecure ? https : http).request(url, {
      method,
      agent: AGENTS[isSecure ? 'https:' : 'http:'],
      headers: { ...wanted.headers, ...length },
    });
    const timer = setTimeout(
      () => sent.destroy(new Error(`it took longer than ${wanted.timeout / 1000} s`)),
      Math.max(0, end - performance.now()),
    );
    const fail = (error: Error & { readonly code?: string }): void => {
      clearTimeout(timer);
      // A connection that was kept may have been closed meanwhile by the other side.
      if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(send(wanted, end));
      else reject(error);
    };
    sent.on('error', fail);
    sent.on('response', (response) => {
      collect(response, wanted.limit).then((answer) => {
        clearTimeout(timer);
        resolve(answer);
      }, fail);
    });
    sent.end(body);
  });
}

async function collect(response: http.IncomingMessage, limit: number): Promise<HttpAnswer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > limit) break;
      chunks.push(chunk);
    }
  } catch (error) {
    // Node says `aborted` of an answer that ends too early.
    if (!response.aborted) throw error;
    throw new Error('it ended in the middle of an answer', { cause: error });
  }
  if (size > limit) throw new Error(`it sends more than ${limit} bytes`);
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks) };
}
