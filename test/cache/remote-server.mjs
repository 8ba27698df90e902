// A remote cache in a process of its own, good or bad: `/MODE/NAME/ac|cas/DIGEST`. All modes of a name have the same
// contents. Prints its address; `/log` is what it was asked. An argument: the folder of a key and certificate for TLS.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { join } from 'node:path';

const contents = new Map();
const log = [];
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

const answer = (response, status, body = '') => {
  response.writeHead(status, { 'content-length': body.length });
  response.end(body);
};

const get = ({ response, place }) => {
  const body = contents.get(place);
  if (body) answer(response, 200, body);
  else answer(response, 404, 'nothing here');
};

const put = ({ response, place, body }) => {
  contents.set(place, body);
  answer(response, 201);
};

/** What bazel-remote refuses: an action's result that is no message or whose files are not there, contents that have another digest. */
const strict = {
  GET: (call) => {
    const held = contents.get(call.place);
    if (held && call.kind === 'ac') {
      const files = outputFiles(held);
      const missing = files?.find(({ hash }) => !contents.has(`${call.name}/cas/${hash}`));
      if (!files || missing) return answer(call.response, 404, 'incomplete');
    }
    get(call);
  },
  PUT: (call) => {
    const isRight =
      call.kind === 'cas' ? sha256(call.body) === call.digest : outputFiles(call.body) !== null;
    if (isRight) put(call);
    else answer(call.response, 400, 'refused');
  },
};

/** A reader of its own: fields of a message, [number, value]. Throws where it is none. */
function fields(bytes) {
  const found = [];
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      if (at >= bytes.length) throw new Error('cut off');
      const byte = bytes[at++];
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return Number(value);
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    if (tag % 8 === 0) found.push([tag >> 3, varint()]);
    else if (tag % 8 === 2) {
      const length = varint();
      if (at + length > bytes.length) throw new Error('cut off');
      found.push([tag >> 3, bytes.subarray(at, (at += length))]);
    } else throw new Error('another wire type');
  }
  return found;
}

function outputFiles(bytes) {
  try {
    return fields(bytes)
      .filter(([number]) => number === 2)
      .map(([, file]) => {
        const { 1: path, 2: digest } = Object.fromEntries(fields(file));
        const { 1: hash, 2: size } = Object.fromEntries(fields(digest));
        if (!/^[0-9a-f]{64}$/.test(String(hash))) throw new Error('no digest');
        return { path: String(path), hash: String(hash), size };
      });
  } catch {
    return null;
  }
}

const changed = (body) => Buffer.from(body.map((byte) => byte ^ 1));
const held = ({ place }) => contents.get(place) ?? Buffer.from('something');

/** What is done instead of `get` and `put`. */
const MODES = {
  plain: {},
  strict,
  'read-only': { PUT: ({ response }) => answer(response, 403) },
  hangs: { GET: () => {}, PUT: () => {} },
  'hangs at uploads': { PUT: () => {} },
  'fails at uploads': { PUT: ({ response }) => answer(response, 500) },
  fails: {
    GET: ({ response }) => answer(response, 500, 'internal error'),
    PUT: ({ response }) => answer(response, 500),
  },
  'is closed': { GET: ({ response }) => response.socket.destroy() },
  'dies in the middle': {
    GET: (call) => {
      const body = held(call);
      call.response.writeHead(200, { 'content-length': body.length });
      call.response.write(body.subarray(0, body.length >> 1));
      setTimeout(() => call.response.socket?.destroy(), 50);
    },
  },
  'says more than it sends': {
    GET: (call) => {
      const body = held(call);
      call.response.socket.end(
        `HTTP/1.1 200 OK\r\ncontent-length: ${body.length + 9}\r\n\r\n${body.toString('latin1')}`,
        'latin1',
      );
    },
  },
  'says less than it sends': {
    GET: (call) => {
      const body = held(call);
      call.response.socket.end(
        `HTTP/1.1 200 OK\r\ncontent-length: ${body.length - 3}\r\n\r\n${body.toString('latin1')}`,
        'latin1',
      );
    },
  },
  'sends too much': {
    GET: (call) => answer(call.response, 200, Buffer.concat([held(call), Buffer.alloc(1 << 21)])),
  },
  'never ends': {
    GET: ({ response }) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(Buffer.alloc(1 << 16)), 1);
      response.on('close', () => clearInterval(timer));
    },
  },
  drips: {
    GET: ({ response }) => {
      response.writeHead(200, { 'content-length': 1000 });
      const timer = setInterval(() => response.write('.'), 100);
      response.on('close', () => clearInterval(timer));
    },
  },
  redirects: {
    GET: ({ response, place }) => response.writeHead(302, { location: `/plain/${place}` }).end(),
  },
  'speaks something else': {
    GET: ({ response }) => response.socket.end('220 mail.example ready\r\n'),
  },
  forbids: {
    GET: ({ response }) => answer(response, 403),
    PUT: ({ response }) => answer(response, 403),
  },
  'lies in records': {
    GET: (call) =>
      answer(call.response, 200, call.kind === 'ac' ? changed(held(call)) : held(call)),
  },
  'answers with pages': {
    GET: ({ response }) => answer(response, 200, '<!doctype html><title>Log in</title>'),
  },
  'lies in contents': {
    GET: (call) =>
      answer(call.response, 200, call.kind === 'cas' ? changed(held(call)) : held(call)),
  },
  'cuts contents off': {
    GET: (call) =>
      answer(call.response, 200, call.kind === 'cas' ? held(call).subarray(1) : held(call)),
  },
  'swaps records': {
    GET: (call) => {
      const others = [...contents].filter(
        ([place]) => place.startsWith(`${call.name}/ac/`) && place !== call.place,
      );
      answer(call.response, 200, call.kind === 'ac' ? others[0][1] : held(call));
    },
  },
  'loses contents': {
    GET: (call) => (call.kind === 'cas' ? answer(call.response, 404) : get(call)),
  },
  'wants a password': {
    GET: (call) => (isAllowed(call) ? get(call) : answer(call.response, 401)),
    PUT: (call) => (isAllowed(call) ? put(call) : answer(call.response, 401)),
  },
};

const isAllowed = ({ headers }) =>
  headers.authorization === `Basic ${Buffer.from('ann:s3cret/').toString('base64')}` ||
  headers['x-token'] === 'abc';

const listener = (request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const url = decodeURIComponent(request.url);
    if (url === '/log') return answer(response, 200, JSON.stringify(log.splice(0)));
    log.push(`${request.method} ${url}`);
    const [, mode, name, kind, digest] = url.split('/');
    const place = `${name}/${kind}/${digest}`;
    const { method, headers } = request;
    const call = { response, place, name, kind, digest, headers, body: Buffer.concat(chunks) };
    const handler = MODES[mode]?.[method] ?? (method === 'GET' ? get : put);
    handler(call);
  });
};

const [, , secrets] = process.argv;
const server = secrets
  ? https.createServer(
      {
        key: readFileSync(join(secrets, 'key.pem')),
        cert: readFileSync(join(secrets, 'cert.pem')),
      },
      listener,
    )
  : http.createServer(listener);
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${secrets ? 'https' : 'http'}://localhost:${server.address().port}\n`);
});
process.stdin.on('end', () => process.exit()).resume(); // with whoever started it
