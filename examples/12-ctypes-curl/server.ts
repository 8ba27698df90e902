// The server that the example asks, in a thread of its own: libcurl blocks the one that asks. It says its port.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort } from 'node:worker_threads';

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const body = Buffer.concat(pieces);
    const [path, count] = (request.url ?? '/').slice(1).split('/');
    switch (path) {
      case 'echo':
        response.writeHead(201, {
          'content-type': 'text/plain; charset=utf-8',
          'x-seen': request.headers['x-mine'] ?? '',
        });
        response.end(`${request.method} ${body.toString()}`);
        break;
      case 'bytes':
        response.writeHead(200, { 'content-type': 'application/octet-stream' });
        response.end(Buffer.alloc(Number(count), 7));
        break;
      default:
        response.writeHead(404, 'Not here').end();
    }
  });
});
server.listen(0, '127.0.0.1', () =>
  parentPort?.postMessage((server.address() as AddressInfo).port),
);
