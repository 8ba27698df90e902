// What libz says is wrong → `error`, in CPython's words.
import { message_of } from './interp_stream.ts';

/** What is wrong with data, or with the order of calls. */
export class ZlibError extends Error {
  override readonly name = 'zlib.error';
}

export const Status = {
  ok: 0,
  streamEnd: 1,
  needDict: 2,
  streamError: -2,
  dataError: -3,
  memError: -4,
  bufError: -5,
  versionError: -6,
} as const;

/** Where libz has no words of its own. */
const WORDS: ReadonlyMap<number, string> = new Map([
  [Status.bufError, 'incomplete or truncated stream'],
  [Status.streamError, 'inconsistent stream state'],
  [Status.dataError, 'invalid input data'],
  [Status.versionError, 'library version mismatch'],
]);

/** `activity`: 'while decompressing data'. `said`: libz's own words, empty where it has none, or the stream's memory, which has them. */
export function failure(status: number, activity: string, said: Uint8Array | string): Error {
  if (status === Status.memError) return new RangeError(`out of memory ${activity}`);
  const own = typeof said === 'string' ? said : message_of(said);
  const words = (status === Status.versionError ? '' : own) || WORDS.get(status);
  return new ZlibError(`Error ${status} ${activity}${words === undefined ? '' : `: ${words}`}`);
}
