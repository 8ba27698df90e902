'use mixmod';
// Values of SQL ↔ cells in memory that JavaScript shares: a kind, a number, and for texts and blobs bytes, one after the
// other. A row crosses the boundary with others in one call.
import { f64, i32, isize, rffi, type i64, type lltype, type u8 } from 'mixmod';
import {
  c_bind_blob,
  c_bind_double,
  c_bind_int,
  c_bind_null,
  c_bind_text,
  c_bind_zeros,
  c_blob,
  c_bytes,
  c_double,
  c_int,
  c_text,
  c_type,
  OK,
  transient,
  type StatementPtr,
  type ValuePtr,
} from './interp_library.ts';

/** What a cell holds, as in app_frame.ts. */
export const enum Kind {
  Null,
  Real,
  /** A safe integer, as a number. */
  Integer,
  /** Any integer of 64 bits; its bits lie in the place of the number. */
  Wide,
  /** Of ASCII; the number is its length. */
  Ascii,
  /** In UTF-8; the number is its length in bytes. */
  Text,
  Blob,
}

/** sqlite3's types of values. */
const enum Type {
  Integer = 1,
  Real,
  Text,
  Blob,
  Null,
}

/** No code of sqlite3: the memory is too small. */
export const NO_ROOM: i32 = -1;
const NOMEM: i32 = 7;
const SAFE: i64 = 9007199254740991n;

type Doubles = lltype.Ptr<typeof rffi.DOUBLEP.to>;

/** Where values go, or come from. The memory is that of typed arrays of the call: V8 cannot pass objects that hold these. */
export class Cells {
  readonly kinds: rffi.CharPtr;
  readonly numbers: Doubles;
  readonly bytes: rffi.CharPtr;
  /** How many there are. */
  readonly cells: isize;
  readonly size: isize;
  /** The next cell, and the next byte. */
  cell: isize = 0;
  byte: isize = 0;

  constructor(
    kinds: rffi.CharPtr,
    cells: isize,
    numbers: Doubles,
    bytes: rffi.CharPtr,
    size: isize,
  ) {
    this.kinds = kinds;
    this.cells = cells;
    this.numbers = numbers;
    this.bytes = bytes;
    this.size = size;
  }

  rewind(): void {
    this.cell = 0;
    this.byte = 0;
  }

  /** Gives 0, NO_ROOM, or that sqlite3 is out of memory. */
  put(value: ValuePtr): i32 {
    const { cell } = this;
    if (cell >= this.cells) return NO_ROOM;
    const type = c_type(value);
    let code: i32 = OK;
    if (type === Type.Integer) this.putInteger(c_int(value));
    else if (type === Type.Text) code = this.putText(value);
    else if (type === Type.Real) {
      this.kinds[cell] = Kind.Real;
      this.numbers[cell] = c_double(value);
    } else if (type === Type.Null) this.kinds[cell] = Kind.Null;
    else code = this.putBlob(value);
    this.cell = cell + 1;
    return code;
  }

  putInteger(value: i64): void {
    const isSafe = value <= SAFE && value >= -SAFE;
    this.kinds[this.cell] = isSafe ? Kind.Integer : Kind.Wide;
    if (isSafe) this.numbers[this.cell] = f64(value);
    else rffi.cast(rffi.LONGLONGP, this.numbers)[this.cell] = value;
  }

  putText(value: ValuePtr): i32 {
    const text = c_text(value);
    if (text === null) return NOMEM;
    return this.putBytes(rffi.cast(rffi.CCHARP, text), c_bytes(value));
  }

  /** A text. */
  putBytes(text: rffi.CharPtr, size: isize): i32 {
    if (size > this.size - this.byte) return NO_ROOM;
    const to = rffi.ptradd(this.bytes, this.byte);
    let all: u8 = 0;
    for (let i: isize = 0; i < size; i++) {
      const unit = text[i];
      to[i] = unit;
      all |= unit;
    }
    this.kinds[this.cell] = all < 128 ? Kind.Ascii : Kind.Text;
    this.numbers[this.cell] = f64(size);
    this.byte += size;
    return OK;
  }

  putBlob(value: ValuePtr): i32 {
    const blob = c_blob(value);
    const size: isize = c_bytes(value);
    if (size > this.size - this.byte) return NO_ROOM;
    if (blob !== null) rffi.c_memcpy(rffi.ptradd(this.bytes, this.byte), blob, size);
    else if (size > 0) return NOMEM;
    this.kinds[this.cell] = Kind.Blob;
    this.numbers[this.cell] = f64(size);
    this.byte += size;
    return OK;
  }

  /** The next cell becomes parameter number `index`, from 1. Gives sqlite3's code. */
  bind(statement: StatementPtr, index: i32): i32 {
    const cell = this.cell++;
    if (cell >= this.cells) return NO_ROOM;
    const kind = this.kinds[cell];
    if (kind === Kind.Null) return c_bind_null(statement, index);
    const number = this.numbers[cell];
    if (kind === Kind.Real) return c_bind_double(statement, index, number);
    if (kind === Kind.Integer)
      return c_bind_int(statement, index, rffi.cast(rffi.LONGLONG, number));
    if (kind === Kind.Wide)
      return c_bind_int(statement, index, rffi.cast(rffi.LONGLONGP, this.numbers)[cell]);
    const size = i32(number);
    const from = this.take(size);
    if (from === null) return NO_ROOM;
    if (kind !== Kind.Blob) return c_bind_text(statement, index, from, size, transient());
    // A blob without bytes may have no address, and would be NULL.
    if (size === 0) return c_bind_zeros(statement, index, 0);
    return c_bind_blob(statement, index, from, size, transient());
  }

  /** The next bytes; null where there are not as many. */
  take(size: i32): rffi.CharPtr | null {
    if (size < 0 || size > this.size - this.byte) return null;
    const from = rffi.ptradd(this.bytes, this.byte);
    this.byte += isize(size);
    return from;
  }
}
