// `zlib`, beside node:zlib: at once, on other threads, and as streams.
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import * as node from 'node:zlib';
import { builtin, type Task } from './peers.ts';

interface Zlib {
  compress(data: Uint8Array): Uint8Array;
  decompress(data: Uint8Array): Uint8Array;
  crc32(data: Uint8Array): number;
  compressobj(options: object): {
    compress(data: Uint8Array): Uint8Array;
    flush(): Uint8Array;
  };
  compress_async(data: Uint8Array): Promise<Uint8Array>;
  decompress_async(data: Uint8Array): Promise<Uint8Array>;
  compress_pieces(source: Iterable<Uint8Array>): AsyncIterable<Uint8Array>;
  decompress_pieces(source: Iterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

const SIZES: readonly (readonly [name: string, bytes: number])[] = [
  ['1 KiB', 1 << 10],
  ['64 KiB', 1 << 16],
  ['10 MiB', 10 << 20],
];
const MANY = 64;
const PIECE = 1 << 16;

/** Lines of JSON, which go down to about a fifth. */
function sample(bytes: number): Buffer {
  let seed = 1;
  const next = (most: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % most;
  };
  const words = Array.from({ length: 500 }, () => next(2 ** 24).toString(36));
  let text = '';
  while (text.length < bytes)
    text += `{"id":${next(1e6)},"name":"${words[next(500)]} ${words[next(500)]}","active":${next(2) === 1}}\n`;
  return Buffer.from(text.slice(0, bytes));
}

const digest = (bytes: unknown): number => node.crc32(bytes as Uint8Array);
/** Bytes may differ where implementations do. */
const unpacked = (packed: unknown): number => digest(node.inflateSync(packed as Uint8Array));

const pieces = (data: Buffer): readonly Buffer[] =>
  Array.from({ length: Math.ceil(data.length / PIECE) }, (_, i) =>
    data.subarray(i * PIECE, (i + 1) * PIECE),
  );

async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

function atOnce(zlib: Zlib): readonly Task[] {
  return SIZES.flatMap(([name, bytes]): readonly Task[] => {
    const data = sample(bytes);
    const packed = node.deflateSync(data);
    return [
      {
        what: `compress ${name}`,
        times: 1,
        comparable: unpacked,
        contestants: {
          mixmod: () => zlib.compress(data),
          'node:zlib': () => node.deflateSync(data),
        },
      },
      {
        what: `decompress ${name}`,
        times: 1,
        comparable: digest,
        contestants: {
          mixmod: () => zlib.decompress(packed),
          'node:zlib': () => node.inflateSync(packed),
        },
      },
      {
        what: `crc32 of ${name}`,
        times: 1,
        contestants: { mixmod: () => zlib.crc32(data), 'node:zlib': () => node.crc32(data) },
      },
    ];
  });
}

function onThreads(zlib: Zlib): readonly Task[] {
  const deflate = promisify<Uint8Array, Buffer>(node.deflate);
  const inflate = promisify<Uint8Array, Buffer>(node.inflate);
  const many = <T>(one: () => Promise<T>): Promise<readonly T[]> =>
    Promise.all(Array.from({ length: MANY }, one));
  return SIZES.slice(0, 2).flatMap(([name, bytes]): readonly Task[] => {
    const data = sample(bytes);
    const packed = node.deflateSync(data);
    const eachOf = (how: (one: unknown) => number) => (results: unknown) =>
      (results as readonly unknown[]).map(how);
    return [
      {
        what: `compress ${name}, ${MANY} at once on threads`,
        times: MANY,
        isAsync: true,
        comparable: eachOf(unpacked),
        contestants: {
          mixmod: () => many(() => zlib.compress_async(data)),
          'node:zlib': () => many(() => deflate(data)),
        },
      },
      {
        what: `decompress ${name}, ${MANY} at once on threads`,
        times: MANY,
        isAsync: true,
        comparable: eachOf(digest),
        contestants: {
          mixmod: () => many(() => zlib.decompress_async(packed)),
          'node:zlib': () => many(() => inflate(packed)),
        },
      },
    ];
  });
}

function asStreams(zlib: Zlib): readonly Task[] {
  const data = sample(10 << 20);
  const given = pieces(data);
  const packed = pieces(node.deflateSync(data));
  const source = (of: readonly Buffer[]): Readable => Readable.from(of, { objectMode: false });
  return [
    {
      what: 'compress 10 MiB in pieces of 64 KiB',
      times: 1,
      isAsync: true,
      comparable: unpacked,
      contestants: {
        mixmod: () => all(zlib.compress_pieces(given)),
        'node:zlib': () => all(source(given).pipe(node.createDeflate())),
      },
    },
    {
      what: 'decompress 10 MiB in pieces of 64 KiB',
      times: 1,
      isAsync: true,
      comparable: digest,
      contestants: {
        mixmod: () => all(zlib.decompress_pieces(packed)),
        'node:zlib': () => all(source(packed).pipe(node.createInflate())),
      },
    },
  ];
}

export async function zlibTasks(): Promise<readonly Task[]> {
  const zlib = (await builtin('zlib')) as Zlib;
  return [...atOnce(zlib), ...onThreads(zlib), ...asStreams(zlib)];
}
