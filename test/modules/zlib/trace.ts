// Scripts of calls → what our objects do, as `python.ts` has it of CPython's.
import * as zlib from '../../../dist/modules/zlib/index.js';
import { base64, type Script, type Trace } from './python.ts';

type Entry = Trace[number];

export function trace({ make, options, calls }: Script): Trace {
  const entries: Entry[] = [];
  try {
    let object = make === 'compressobj' ? zlib.compressobj(options) : zlib.decompressobj(options);
    for (const [method, ...given] of calls) {
      const result = (object as never as Record<string, (...args: unknown[]) => unknown>)[
        method
      ]?.call(object, ...given);
      if (method === 'copy') {
        object = result as typeof object;
        continue;
      }
      const output = base64(result as Uint8Array);
      if (!('eof' in object)) entries.push([output]);
      else {
        const { unconsumed_tail, unused_data, eof } = object;
        entries.push([output, base64(unconsumed_tail), base64(unused_data), eof]);
      }
    }
  } catch (error) {
    if (!(error instanceof zlib.error)) throw error;
    entries.push(error.message);
  }
  return entries;
}
