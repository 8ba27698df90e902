'use mixmod';
// A connection, and its statements. A statement that JavaScript has lost is finalized by its connection, a connection by
// the next one that is opened.
import { lltype, rffi, type i32, type i64, type usize } from 'mixmod';
import {
  c_autocommit,
  c_changes,
  c_clear,
  c_close,
  c_columns,
  c_decltype,
  c_errmsg,
  c_errstr,
  c_exec,
  c_expanded,
  c_extend,
  c_extended,
  c_file,
  c_finalize,
  c_free,
  c_interrupt,
  c_limit,
  c_name,
  c_next,
  c_open,
  c_origin,
  c_parameter,
  c_parameters,
  c_prepare,
  c_readonly,
  c_reset,
  c_rowid,
  c_schema,
  c_status,
  c_table,
  c_timeout,
  c_total,
  DB,
  S,
  STMT,
  type DatabasePtr,
  type StatementPtr,
} from './interp_library.ts';

const MISUSE: i32 = 21;

const textOf = (text: rffi.CharPtr | null): string | null =>
  text === null ? null : rffi.charp2str(text);

/**
 * The collector counts its own memory only, and would not notice that thousands of statements are lost: so each object
 * is as large as what sqlite3 has for it.
 */
const weightOf = (bytes: i32): string => '-'.repeat(bytes);
const MEMORY_USED: i32 = 99;
const CONNECTION_BYTES: i32 = 65536;

/** What is finalized when nobody has the statement any more: NULL once that is done. */
class Prepared {
  readonly owner: WeakRef<Statement>;
  pointer: StatementPtr;
  constructor(owner: Statement, pointer: StatementPtr) {
    this.owner = new WeakRef(owner);
    this.pointer = pointer;
  }
  finalize(): void {
    const { pointer } = this;
    this.pointer = lltype.nullptr(STMT);
    if (pointer !== null) c_finalize(pointer);
  }
}

/** A prepared statement. After `finalize` its address is 0. */
export class Statement {
  protected readonly prepared: Prepared;
  private readonly weight: string;
  /** What follows the statement in its text. */
  readonly tail: string;

  constructor(address: usize = 0, tail: string = '') {
    const pointer = rffi.cast(S, address);
    this.prepared = new Prepared(this, pointer);
    this.tail = tail;
    this.weight = weightOf(pointer === null ? 0 : c_status(pointer, MEMORY_USED, 0));
  }
  get address(): usize {
    return rffi.cast(lltype.Unsigned, this.prepared.pointer);
  }
  get columns(): i32 {
    return c_columns(this.prepared.pointer);
  }
  get isReadOnly(): boolean {
    return c_readonly(this.prepared.pointer) !== 0;
  }
  names(): string[] {
    const names: string[] = [];
    for (let i: i32 = 0; i < this.columns; i++)
      names.push(textOf(c_name(this.prepared.pointer, i)) ?? '');
    return names;
  }
  /** Of each column its declared type, and the column, table and schema that it is of. */
  origins(): (string | null)[] {
    const origins: (string | null)[] = [];
    const pointer = this.prepared.pointer;
    for (let i: i32 = 0; i < this.columns; i++)
      origins.push(
        textOf(c_decltype(pointer, i)),
        textOf(c_origin(pointer, i)),
        textOf(c_table(pointer, i)),
        textOf(c_schema(pointer, i)),
      );
    return origins;
  }
  /** With their prefix; null for those without a name. */
  parameters(): (string | null)[] {
    const names: (string | null)[] = [];
    const count = c_parameters(this.prepared.pointer);
    for (let i: i32 = 1; i <= count; i++) names.push(textOf(c_parameter(this.prepared.pointer, i)));
    return names;
  }
  /** The text with the values of the parameters. */
  expanded(): string | null {
    const text = c_expanded(this.prepared.pointer);
    const result = textOf(text);
    c_free(text);
    return result;
  }
  /** Forgets the values of the parameters. */
  clear(): void {
    c_clear(this.prepared.pointer);
  }
  reset(): void {
    c_reset(this.prepared.pointer);
  }
  finalize(): void {
    this.prepared.finalize();
  }
}

/** Shows to its connection what it shows nobody else. */
class Owned extends Statement {
  get entry(): Prepared {
    return this.prepared;
  }
}

/** A connection; `code` says whether opening it went well. After `close` its address is 0. */
export class Connection {
  readonly #opened: Opened;
  private readonly weight = weightOf(CONNECTION_BYTES);
  #prepared: Prepared[] = [];
  #limit = 64;
  /** What the last call gave. */
  code: i32;

  constructor(path: string, flags: i32) {
    sweepConnections();
    const [code, pointer] = c_open(path, flags, null);
    this.code = code;
    this.#opened = new Opened(this, pointer);
    if (pointer === null) return;
    c_extend(pointer, 1);
    opened.push(this.#opened);
  }
  get address(): usize {
    return rffi.cast(lltype.Unsigned, this.#opened.pointer);
  }

  /** Of the call that failed last. */
  message(code: i32): string {
    const text = this.#opened.pointer === null ? c_errstr(code) : c_errmsg(this.#opened.pointer);
    return textOf(text) ?? '';
  }
  describe(code: i32): string {
    return textOf(c_errstr(code)) ?? '';
  }
  get errorCode(): i32 {
    return this.#opened.pointer === null ? this.code : c_extended(this.#opened.pointer);
  }

  /** null with `code`: an error, or 0 for a text without a statement. */
  prepare(sql: string): Statement | null {
    if (this.#prepared.length >= this.#limit) this.#sweep();
    using text = rffi.scoped_str2charp(sql);
    const [code, pointer, rest] = c_prepare(this.#opened.pointer, text.ptr, -1);
    this.code = code;
    if (pointer === null) return null;
    const statement = new Owned(rffi.cast(lltype.Unsigned, pointer), textOf(rest) ?? '');
    this.#prepared.push(statement.entry);
    return statement;
  }
  /** Finalizes the statements that JavaScript has lost, and forgets those that are finalized. */
  #sweep(): void {
    const kept: Prepared[] = [];
    for (const one of this.#prepared) {
      if (one.owner.deref() === undefined) one.finalize();
      if (one.pointer !== null) kept.push(one);
    }
    this.#prepared = kept;
    this.#limit = Math.max(64, 2 * kept.length);
  }

  /** Runs all statements of a text. */
  execute(sql: string): i32 {
    return c_exec(this.#opened.pointer, sql, null, null, null);
  }
  get changes(): i64 {
    return c_changes(this.#opened.pointer);
  }
  get totalChanges(): i64 {
    return c_total(this.#opened.pointer);
  }
  get lastRow(): i64 {
    return c_rowid(this.#opened.pointer);
  }
  get isAutocommit(): boolean {
    return c_autocommit(this.#opened.pointer) !== 0;
  }
  timeout(milliseconds: i32): void {
    c_timeout(this.#opened.pointer, milliseconds);
  }
  interrupt(): void {
    c_interrupt(this.#opened.pointer);
  }
  /** Sets a limit, unless `value` is negative; gives what it was, -1 if there is no such limit. */
  limit(which: i32, value: i32): i32 {
    return c_limit(this.#opened.pointer, which, value);
  }
  /** Of a schema; '' for one that is in memory. */
  file(schema: string): string | null {
    return textOf(c_file(this.#opened.pointer, schema));
  }

  /** Finalizes its statements, and closes it. */
  close(): i32 {
    for (const one of this.#prepared) one.finalize();
    this.#prepared = [];
    return this.#opened.close();
  }
}

/** Those of statements that are lost are still there. */
function closeAll(pointer: DatabasePtr): i32 {
  for (;;) {
    const statement = c_next(pointer, null);
    if (statement === null) break;
    c_finalize(statement);
  }
  return c_close(pointer);
}

/** What is closed when nobody has the connection any more: NULL once that is done. */
class Opened {
  readonly owner: WeakRef<Connection>;
  pointer: DatabasePtr;
  constructor(owner: Connection, pointer: DatabasePtr) {
    this.owner = new WeakRef(owner);
    this.pointer = pointer;
  }
  close(): i32 {
    const { pointer } = this;
    this.pointer = lltype.nullptr(DB);
    return pointer === null ? MISUSE : closeAll(pointer);
  }
}
let opened: Opened[] = [];
let most = 16;

function sweepConnections(): void {
  if (opened.length < most) return;
  const kept: Opened[] = [];
  for (const one of opened) {
    if (one.owner.deref() === undefined) one.close();
    if (one.pointer !== null) kept.push(one);
  }
  opened = kept;
  most = Math.max(16, 2 * kept.length);
}

/** When the environment ends. */
export function close_all(): void {
  for (const one of opened) one.close();
  opened = [];
}
