'use mixmod';
// A blob in a row, read and written in place, and copies of whole databases.
import { i32, lltype, rffi, type i64, type usize } from 'mixmod';
import { D, library, type DatabasePtr } from './interp_library.ts';

const info = { compilation_info: library };
const INT = rffi.INT;
const TEXT = rffi.CCHARP;
const ANY = rffi.VOIDP;

const BLOB = rffi.COpaque('sqlite3_blob');
const B = lltype.Ptr(BLOB);
type BlobPtr = lltype.Ptr<typeof BLOB>;
const c_open = rffi.llexternal(
  'sqlite3_blob_open',
  [D, TEXT, TEXT, TEXT, rffi.LONGLONG, INT, rffi.out(B)],
  INT,
  info,
);
const c_bytes = rffi.llexternal('sqlite3_blob_bytes', [B], INT, info);
const c_read = rffi.llexternal('sqlite3_blob_read', [B, ANY, INT, INT], INT, info);
const c_write = rffi.llexternal('sqlite3_blob_write', [B, ANY, INT, INT], INT, info);
const c_close = rffi.llexternal('sqlite3_blob_close', [B], INT, info);

const BACKUP = rffi.COpaque('sqlite3_backup');
const U = lltype.Ptr(BACKUP);
type BackupPtr = lltype.Ptr<typeof BACKUP>;
const c_init = rffi.llexternal('sqlite3_backup_init', [D, TEXT, D, TEXT], U, info);
const c_step = rffi.llexternal('sqlite3_backup_step', [U, INT], INT, info);
const c_finish = rffi.llexternal('sqlite3_backup_finish', [U], INT, info);
const c_remaining = rffi.llexternal('sqlite3_backup_remaining', [U], INT, info);
const c_pages = rffi.llexternal('sqlite3_backup_pagecount', [U], INT, info);
const c_sleep = rffi.llexternal('sqlite3_sleep', [INT], INT, info);

/** What is closed when nobody has the blob any more: NULL once that is done. */
export class OpenBlob {
  readonly owner: WeakRef<Blob>;
  pointer: BlobPtr;
  constructor(owner: Blob, pointer: BlobPtr) {
    this.owner = new WeakRef(owner);
    this.pointer = pointer;
  }
  close(): i32 {
    const { pointer } = this;
    this.pointer = lltype.nullptr(BLOB);
    return pointer === null ? 0 : c_close(pointer);
  }
}

/** Opened by `Connection.blob`. Codes are sqlite3's. */
export class Blob {
  protected readonly opened: OpenBlob;
  readonly length: i32;

  constructor(address: usize = 0) {
    const pointer = rffi.cast(B, address);
    this.opened = new OpenBlob(this, pointer);
    this.length = pointer === null ? 0 : c_bytes(pointer);
  }
  read(into: Uint8Array, offset: i32): i32 {
    if (this.opened.pointer === null) return 0;
    using memory = rffi.scoped_nonmovingbuffer(into);
    return c_read(this.opened.pointer, memory.ptr, i32(into.length), offset);
  }
  write(data: Uint8Array, offset: i32): i32 {
    if (this.opened.pointer === null) return 0;
    using memory = rffi.scoped_nonmovingbuffer(data);
    return c_write(this.opened.pointer, memory.ptr, i32(data.length), offset);
  }
  close(): i32 {
    return this.opened.close();
  }
}

/** Shows to its connection what it shows nobody else. */
export class OwnedBlob extends Blob {
  get entry(): OpenBlob {
    return this.opened;
  }
}

/** The code, and the blob where it is 0. */
export function openBlob(
  database: DatabasePtr,
  schema: string,
  table: string,
  column: string,
  row: i64,
  isWritten: boolean,
): [i32, OwnedBlob | null] {
  const [code, pointer] = c_open(database, schema, table, column, row, isWritten ? 1 : 0);
  if (code !== 0 || pointer === null) return [code, null];
  return [code, new OwnedBlob(rffi.cast(lltype.Unsigned, pointer))];
}

/** A copy of a database that goes on; `finish` ends it, in every case. */
export class Backup {
  #pointer: BackupPtr;
  constructor(target: usize, targetSchema: string, source: usize, sourceSchema: string) {
    const [to, from] = [rffi.cast(D, target), rffi.cast(D, source)];
    this.#pointer = c_init(to, targetSchema, from, sourceSchema);
  }
  /** false: the target says why. */
  get hasBegun(): boolean {
    return this.#pointer !== null;
  }
  step(pages: i32): i32 {
    return c_step(this.#pointer, pages);
  }
  get remaining(): i32 {
    return c_remaining(this.#pointer);
  }
  get pages(): i32 {
    return c_pages(this.#pointer);
  }
  finish(): i32 {
    const pointer = this.#pointer;
    this.#pointer = lltype.nullptr(BACKUP);
    return pointer === null ? 0 : c_finish(pointer);
  }
}

export function sleep(milliseconds: i32): void {
  c_sleep(milliseconds);
}
