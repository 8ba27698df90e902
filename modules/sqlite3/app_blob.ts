// A blob in a row, read and written in place like a file.
import type { Blob as Native } from './interp_sqlite3.ts';
import type { Database } from './app_database.ts';
import { ProgrammingError, checkedInteger, checkedText, wrongArgument } from './app_errors.ts';
import { bytesOf } from './app_frame.ts';

export interface BlobOptions {
  /** It is not written to. */
  readonly readonly?: boolean;
  /** The schema: `'main'` if not given. */
  readonly name?: string;
}

/** Made by `Connection.blobopen`. Its length does not change. Another change of the row makes it unusable. */
export class Blob implements Disposable {
  readonly #database: Database;
  readonly #native: Native;
  #position = 0;
  #isClosed = false;

  /** Of the module: users call `Connection.blobopen`. */
  constructor(database: Database, native: Native) {
    this.#database = database;
    this.#native = native;
  }

  /** In bytes. */
  get length(): number {
    return this.#usable('Blob.length').length;
  }
  /** The bytes from the position on, at most `length` of them; -1: all. */
  read(length = -1): Uint8Array {
    const native = this.#usable('Blob.read');
    checkedInteger(length, -1, 0x7fffffff, 'Blob.read', 'length');
    const left = native.length - this.#position;
    const bytes = new Uint8Array(length < 0 ? left : Math.min(length, left));
    this.#done(native.read(bytes, this.#position));
    this.#position += bytes.length;
    return bytes;
  }
  /** Writes at the position. RangeError for what would go beyond the end. */
  write(data: Uint8Array | ArrayBuffer | ArrayBufferView): void {
    const native = this.#usable('Blob.write');
    const bytes = bytesOf(data);
    if (bytes === null) throw wrongArgument('Blob.write', 'data', 'bytes', data);
    const left = native.length - this.#position;
    if (bytes.length > left)
      throw new RangeError(`Blob.write: data has ${bytes.length} bytes, and ${left} are left`);
    this.#done(native.write(bytes, this.#position));
    this.#position += bytes.length;
  }
  /** Sets the position: from the beginning, with `origin` 1 from where it is, with 2 from the end. */
  seek(offset: number, origin: 0 | 1 | 2 = 0): void {
    const { length } = this.#usable('Blob.seek');
    checkedInteger(origin, 0, 2, 'Blob.seek', 'origin');
    const from = [0, this.#position, length][origin] ?? 0;
    checkedInteger(offset, -from, length - from, 'Blob.seek', 'offset');
    this.#position = from + offset;
  }
  tell(): number {
    this.#usable('Blob.tell');
    return this.#position;
  }
  /** Does nothing the second time. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#database.isOpen) this.#done(this.#native.close());
  }
  [Symbol.dispose](): void {
    this.close();
  }

  #usable(where: string): Native {
    if (this.#isClosed) throw new ProgrammingError(`${where}: the blob is closed`);
    this.#database.check(where);
    return this.#native;
  }
  #done(code: number): void {
    if (code !== 0) throw this.#database.failure(code);
  }
}

const [LEAST, MOST] = [-(2n ** 63n), 2n ** 63n - 1n];

export function openBlob(
  database: Database,
  table: string,
  column: string,
  row: number | bigint,
  { readonly = false, name = 'main' }: BlobOptions,
): Blob {
  const where = 'Connection.blobopen';
  for (const [argument, text] of Object.entries({ table, column, name }))
    checkedText(text, where, argument);
  if (typeof row !== 'bigint')
    checkedInteger(row, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, where, 'row');
  const id = BigInt(row);
  if (id < LEAST || id > MOST)
    throw new RangeError(`${where}: row must be an integer of 64 bits, not ${row}`);
  const native = database.native.blob(name, table, column, id, !readonly);
  if (native === null) throw database.failure(database.native.code);
  return new Blob(database, native);
}
