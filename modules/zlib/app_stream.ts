// The same as web streams.
import type { SignalOption } from './app_apart.ts';
import type { Bytes, Data } from './app_arguments.ts';
import { deflateSteps, inflateSteps, type Steps } from './app_pieces.ts';
import type { CompressOptions, DecompressOptions } from './app_settings.ts';

type Controller = TransformStreamDefaultController<Uint8Array>;

async function put(pieces: AsyncIterable<Uint8Array>, controller: Controller): Promise<void> {
  for await (const piece of pieces) controller.enqueue(piece);
}

const transform = <T>(steps: Steps): TransformStream<T, Uint8Array> =>
  new TransformStream<T, Uint8Array>({
    transform: (piece, controller) => put(steps.feed(piece), controller),
    flush: (controller) => put(steps.end(), controller),
  });

/** Compresses what is written to it. */
export function compress_stream(
  options: CompressOptions & SignalOption = {},
): TransformStream<Data, Uint8Array> {
  return transform(deflateSteps('compress_stream', options));
}

/** Decompresses what is written to it; all members, if it is gzip. */
export function decompress_stream(
  options: DecompressOptions & SignalOption = {},
): TransformStream<Bytes, Uint8Array> {
  return transform(inflateSteps('decompress_stream', options));
}
