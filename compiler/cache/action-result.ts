// The names and digests of an action's outputs → the bytes of an `ActionResult` of the Remote Execution API (version 2),
// which caches of build tools keep and some of them check, and back. Its `stdout_raw` seals it: a record that was
// cut off, altered, written by another version of mixmod, or moved under another key counts as none.
import { digestOf, isDigest, type Digest } from './digest.ts';
import { bytesField, readFields, varintField, type Field } from './protobuf.ts';

export interface OutputFile {
  /** Plain: no folders. */
  readonly name: string;
  readonly digest: Digest;
  /** In bytes. */
  readonly size: number;
}

/** Changes with the meaning of the records. */
const SEAL = 'mixmod-1';

/** Field numbers of build.bazel.remote.execution.v2. */
const RESULT = { outputFiles: 2, stdoutRaw: 5 };
const FILE = { path: 1, digest: 2 };
const DIGEST = { hash: 1, size: 2 };

export function encodeActionResult(key: Digest, files: readonly OutputFile[]): Uint8Array {
  const fields = files.map(({ name, digest, size }) => {
    const encoded = Buffer.concat([
      bytesField(DIGEST.hash, digest),
      varintField(DIGEST.size, size),
    ]);
    const file = Buffer.concat([bytesField(FILE.path, name), bytesField(FILE.digest, encoded)]);
    return bytesField(RESULT.outputFiles, file);
  });
  return Buffer.concat([...fields, bytesField(RESULT.stdoutRaw, sealOf(key, files))]);
}

/** null where it is not the record that was made for `key`. */
export function decodeActionResult(bytes: Uint8Array, key: Digest): readonly OutputFile[] | null {
  const fields = readFields(bytes);
  if (!fields) return null;
  const files: OutputFile[] = [];
  for (const { number, value } of fields) {
    if (number !== RESULT.outputFiles) continue;
    const file = typeof value === 'number' ? null : decodeFile(value);
    if (!file) return null;
    files.push(file);
  }
  return bytesOf(fields, RESULT.stdoutRaw) === sealOf(key, files) ? files : null;
}

function decodeFile(bytes: Uint8Array): OutputFile | null {
  const fields = readFields(bytes) ?? [];
  const name = bytesOf(fields, FILE.path);
  const inner = lastOf(fields, FILE.digest);
  const pair = typeof inner === 'object' ? (readFields(inner) ?? []) : [];
  const digest = bytesOf(pair, DIGEST.hash);
  // What is 0 is not written by others.
  const size = lastOf(pair, DIGEST.size) ?? 0;
  if (!isPlainName(name) || !isDigest(digest) || typeof size !== 'number') return null;
  return { name, digest, size };
}

/** Whoever keeps the records must not choose other places for the files. */
const isPlainName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);

/** The last one counts, says protobuf. */
const lastOf = (fields: readonly Field[], number: number): Field['value'] | undefined =>
  fields.findLast((field) => field.number === number)?.value;

function bytesOf(fields: readonly Field[], number: number): string {
  const value = lastOf(fields, number);
  return typeof value === 'object' ? Buffer.from(value).toString('utf8') : '';
}

const sealOf = (key: Digest, files: readonly OutputFile[]): string =>
  `${SEAL} ${digestOf(JSON.stringify([key, files.map(({ name, digest, size }) => [name, digest, size])]))}`;
