'use mixmod';
// libsqlite3 bound with rffi. A Database owns its connection, and with it its statements and the functions that SQL calls; `using` closes
// all of it on every way out. What sqlite3 reports is a SqliteError with its message and code.
import { i32, i64, lltype, rffi } from 'mixmod';

const sqlite = rffi.ExternalCompilationInfo({
  includes: ['sqlite3.h'],
  libraries: ['sqlite3'],
  separate_module_sources: [
    // SQLITE_TRANSIENT is no pointer that could be said in another way.
    `int bind_text(sqlite3_stmt *s, int i, const char *p, int n) { return sqlite3_bind_text(s, i, p, n, SQLITE_TRANSIENT); }
     int bind_blob(sqlite3_stmt *s, int i, const void *p, int n) { return sqlite3_bind_blob(s, i, p, n, SQLITE_TRANSIENT); }
     void result_text(sqlite3_context *c, const char *p, int n) { sqlite3_result_text(c, p, n, SQLITE_TRANSIENT); }
     void result_blob(sqlite3_context *c, const void *p, int n) { sqlite3_result_blob(c, p, n, SQLITE_TRANSIENT); }`,
  ],
});
const info = { compilation_info: sqlite };

const DB = rffi.COpaque('sqlite3');
const STMT = rffi.COpaque('sqlite3_stmt');
const BLOB = rffi.COpaque('sqlite3_blob');
const VALUE = rffi.COpaque('sqlite3_value');
const CONTEXT = rffi.COpaque('sqlite3_context');
const D = lltype.Ptr(DB);
const S = lltype.Ptr(STMT);
const B = lltype.Ptr(BLOB);
const V = lltype.Ptr(VALUE);
const C = lltype.Ptr(CONTEXT);
type DatabasePtr = lltype.Ptr<typeof DB>;
type StatementPtr = lltype.Ptr<typeof STMT>;
type BlobPtr = lltype.Ptr<typeof BLOB>;
type ContextPtr = lltype.Ptr<typeof CONTEXT>;
const VALUES = rffi.CArrayPtr(V);
type ValuesPtr = lltype.Ptr<typeof VALUES.to>;
type TextsPtr = lltype.Ptr<typeof rffi.CCHARPP.to>;

const INT = rffi.INT;
const TEXT = rffi.CCHARP;
const ANY = rffi.VOIDP;
const LONG = rffi.LONGLONG;
const DOUBLE = rffi.DOUBLE;
const VOID = rffi.VOID;

const FUNCTION = rffi.CCallback([C, INT, VALUES], VOID);
const FINAL = rffi.CCallback([C], VOID);
const ROW = rffi.CCallback([ANY, INT, rffi.CCHARPP, rffi.CCHARPP], INT);
const BUSY = rffi.CCallback([ANY, INT], INT);
const TRACE = rffi.CCallback([rffi.UINT, ANY, ANY, ANY], INT);
const COLLATION = rffi.CCallback([ANY, INT, ANY, INT, ANY], INT);
const UPDATE = rffi.CCallback([ANY, INT, TEXT, TEXT, LONG], VOID);

const c_open = rffi.llexternal('sqlite3_open_v2', [TEXT, rffi.CArrayPtr(D), INT, TEXT], INT, info);
const c_close = rffi.llexternal('sqlite3_close', [D], INT, info);
const c_errmsg = rffi.llexternal('sqlite3_errmsg', [D], TEXT, info);
const c_errstr = rffi.llexternal('sqlite3_errstr', [INT], TEXT, info);
const c_extended = rffi.llexternal('sqlite3_extended_errcode', [D], INT, info);
const c_free = rffi.llexternal('sqlite3_free', [ANY], VOID, info);
const c_exec = rffi.llexternal('sqlite3_exec', [D, TEXT, ROW, ANY, rffi.CCHARPP], INT, info);
const c_changes = rffi.llexternal('sqlite3_changes', [D], INT, info);
const c_rowid = rffi.llexternal('sqlite3_last_insert_rowid', [D], LONG, info);
const c_autocommit = rffi.llexternal('sqlite3_get_autocommit', [D], INT, info);
const c_memory = rffi.llexternal('sqlite3_memory_used', [], LONG, info);
const c_version = rffi.llexternal('sqlite3_libversion', [], TEXT, info);
const c_busy = rffi.llexternal('sqlite3_busy_handler', [D, BUSY, ANY], INT, info);
const c_trace = rffi.llexternal('sqlite3_trace_v2', [D, rffi.UINT, TRACE, ANY], INT, info);
const c_expanded = rffi.llexternal('sqlite3_expanded_sql', [S], TEXT, info);
const c_update = rffi.llexternal('sqlite3_update_hook', [D, UPDATE, ANY], ANY, info);
const c_function = rffi.llexternal(
  'sqlite3_create_function',
  [D, TEXT, INT, INT, ANY, FUNCTION, FUNCTION, FINAL],
  INT,
  info,
);
const c_collation = rffi.llexternal(
  'sqlite3_create_collation',
  [D, TEXT, INT, ANY, COLLATION],
  INT,
  info,
);

const c_prepare = rffi.llexternal(
  'sqlite3_prepare_v2',
  [D, TEXT, INT, rffi.CArrayPtr(S), rffi.CCHARPP],
  INT,
  info,
);
const c_step = rffi.llexternal('sqlite3_step', [S], INT, info);
const c_reset = rffi.llexternal('sqlite3_reset', [S], INT, info);
const c_clear = rffi.llexternal('sqlite3_clear_bindings', [S], INT, info);
const c_finalize = rffi.llexternal('sqlite3_finalize', [S], INT, info);
const c_parameters = rffi.llexternal('sqlite3_bind_parameter_count', [S], INT, info);
const c_parameter = rffi.llexternal('sqlite3_bind_parameter_index', [S, TEXT], INT, info);
const c_bindInt = rffi.llexternal('sqlite3_bind_int', [S, INT, INT], INT, info);
const c_bindInt64 = rffi.llexternal('sqlite3_bind_int64', [S, INT, LONG], INT, info);
const c_bindDouble = rffi.llexternal('sqlite3_bind_double', [S, INT, DOUBLE], INT, info);
const c_bindNull = rffi.llexternal('sqlite3_bind_null', [S, INT], INT, info);
const c_bindZeros = rffi.llexternal('sqlite3_bind_zeroblob', [S, INT, INT], INT, info);
const c_bindText = rffi.llexternal('bind_text', [S, INT, TEXT, INT], INT, info);
const c_bindBlob = rffi.llexternal('bind_blob', [S, INT, ANY, INT], INT, info);
const c_columns = rffi.llexternal('sqlite3_column_count', [S], INT, info);
const c_columnName = rffi.llexternal('sqlite3_column_name', [S, INT], TEXT, info);
const c_columnType = rffi.llexternal('sqlite3_column_type', [S, INT], INT, info);
const c_columnInt = rffi.llexternal('sqlite3_column_int', [S, INT], INT, info);
const c_columnInt64 = rffi.llexternal('sqlite3_column_int64', [S, INT], LONG, info);
const c_columnDouble = rffi.llexternal('sqlite3_column_double', [S, INT], DOUBLE, info);
const c_columnText = rffi.llexternal('sqlite3_column_text', [S, INT], rffi.UCHARP, info);
const c_columnBlob = rffi.llexternal('sqlite3_column_blob', [S, INT], ANY, info);
const c_columnBytes = rffi.llexternal('sqlite3_column_bytes', [S, INT], INT, info);

const c_blobOpen = rffi.llexternal(
  'sqlite3_blob_open',
  [D, TEXT, TEXT, TEXT, LONG, INT, rffi.CArrayPtr(B)],
  INT,
  info,
);
const c_blobBytes = rffi.llexternal('sqlite3_blob_bytes', [B], INT, info);
const c_blobRead = rffi.llexternal('sqlite3_blob_read', [B, ANY, INT, INT], INT, info);
const c_blobWrite = rffi.llexternal('sqlite3_blob_write', [B, ANY, INT, INT], INT, info);
const c_blobReopen = rffi.llexternal('sqlite3_blob_reopen', [B, LONG], INT, info);
const c_blobClose = rffi.llexternal('sqlite3_blob_close', [B], INT, info);

const c_valueType = rffi.llexternal('sqlite3_value_type', [V], INT, info);
const c_valueInt64 = rffi.llexternal('sqlite3_value_int64', [V], LONG, info);
const c_valueDouble = rffi.llexternal('sqlite3_value_double', [V], DOUBLE, info);
const c_valueText = rffi.llexternal('sqlite3_value_text', [V], rffi.UCHARP, info);
const c_valueBlob = rffi.llexternal('sqlite3_value_blob', [V], ANY, info);
const c_valueBytes = rffi.llexternal('sqlite3_value_bytes', [V], INT, info);
const c_aggregate = rffi.llexternal('sqlite3_aggregate_context', [C, INT], ANY, info);
const c_resultInt64 = rffi.llexternal('sqlite3_result_int64', [C, LONG], VOID, info);
const c_resultDouble = rffi.llexternal('sqlite3_result_double', [C, DOUBLE], VOID, info);
const c_resultNull = rffi.llexternal('sqlite3_result_null', [C], VOID, info);
const c_resultText = rffi.llexternal('result_text', [C, TEXT, INT], VOID, info);
const c_resultBlob = rffi.llexternal('result_blob', [C, ANY, INT], VOID, info);
const c_resultError = rffi.llexternal('sqlite3_result_error', [C, TEXT, INT], VOID, info);

/** As a length: up to the NUL. */
const TO_NUL: i32 = -1;
const OK = 0;
const MISUSE: i32 = 21;
const HAS_ROW = 100;
const DONE = 101;
const UTF8 = 1;
const TRACE_STATEMENT = 1;

/** How a database is opened: a sum. */
export const enum Open {
  ReadOnly = 1,
  ReadWrite = 2,
  Create = 4,
}

/** What a value is. */
export const enum Kind {
  Integer = 1,
  Float = 2,
  Text = 3,
  Blob = 4,
  Null = 5,
}

/** What sqlite3 says, with its extended code: the lowest 8 bits are the primary one. */
export class SqliteError extends Error {
  readonly code: i32;
  constructor(message: string, code: i32) {
    super(message);
    this.name = 'SqliteError';
    this.code = code;
  }
}

function failure(database: DatabasePtr, code: i32): SqliteError {
  const message = database === null ? c_errstr(code) : c_errmsg(database);
  const extended = database === null ? code : c_extended(database);
  return new SqliteError(message === null ? 'sqlite3 failed' : rffi.charp2str(message), extended);
}

const closed = (what: string): SqliteError => new SqliteError(`the ${what} is closed`, MISUSE);

function bytesAt(memory: rffi.VoidPtr, size: i32): Uint8Array {
  const result = new Uint8Array(size);
  if (memory === null || size === 0) return result;
  using target = rffi.scoped_nonmovingbuffer(result);
  rffi.c_memcpy(target.ptr, memory, size);
  return result;
}

/** One call of a function of SQL: its arguments and its result. Valid until the function returns. */
export class Call {
  readonly #context: ContextPtr;
  readonly #values: ValuesPtr;
  readonly count: i32;
  constructor(context: ContextPtr, count: i32, values: ValuesPtr) {
    this.#context = context;
    this.#values = values;
    this.count = count;
  }
  kind(index: i32): i32 {
    return c_valueType(this.#value(index));
  }
  int64(index: i32): i64 {
    return c_valueInt64(this.#value(index));
  }
  double(index: i32): number {
    return c_valueDouble(this.#value(index));
  }
  text(index: i32): string {
    const text = c_valueText(this.#value(index));
    return text === null ? '' : rffi.charpsize2str(text, c_valueBytes(this.#value(index)));
  }
  blob(index: i32): Uint8Array {
    const value = this.#value(index);
    return bytesAt(c_valueBlob(value), c_valueBytes(value));
  }
  #value(index: i32): lltype.Ptr<typeof VALUE> {
    if (index < 0 || index >= this.count) throw new RangeError(`no argument ${index}`);
    return this.#values[index];
  }
  resultInt64(value: i64): void {
    c_resultInt64(this.#context, value);
  }
  resultDouble(value: number): void {
    c_resultDouble(this.#context, value);
  }
  resultNull(): void {
    c_resultNull(this.#context);
  }
  resultText(value: string): void {
    using text = rffi.scoped_str2charp(value);
    c_resultText(this.#context, text.ptr, TO_NUL);
  }
  resultBlob(value: Uint8Array): void {
    using bytes = rffi.scoped_nonmovingbuffer(value);
    c_resultBlob(this.#context, bytes.ptr, i32(value.length));
  }
  /** The statement that called fails with this message. */
  fail(message: string): void {
    using text = rffi.scoped_str2charp(message);
    c_resultError(this.#context, text.ptr, TO_NUL);
  }
}

/** What it throws is the error of the statement that called. */
function guarded(call: Call, body: (call: Call) => void): void {
  try {
    body(call);
  } catch (error) {
    call.fail(error instanceof Error ? error.message : 'the function failed');
  }
}

/** An aggregate function's state: made for each group. */
export interface Aggregate {
  step(call: Call): void;
  finish(call: Call): void;
}

/** A prepared statement. Indices of parameters begin with 1, those of columns with 0, as in sqlite3. */
export class Statement implements Disposable {
  readonly #database: Database;
  #pointer: StatementPtr;
  constructor(database: Database, pointer: StatementPtr) {
    this.#database = database;
    this.#pointer = pointer;
  }

  get parameterCount(): i32 {
    return c_parameters(this.#open());
  }
  /** Of `:name`, with the colon; 0: none. */
  parameter(name: string): i32 {
    using text = rffi.scoped_str2charp(name);
    return c_parameter(this.#open(), text.ptr);
  }

  bindInt(index: i32, value: i32): this {
    return this.#done(c_bindInt(this.#open(), index, value));
  }
  bindInt64(index: i32, value: i64): this {
    return this.#done(c_bindInt64(this.#open(), index, value));
  }
  bindDouble(index: i32, value: number): this {
    return this.#done(c_bindDouble(this.#open(), index, value));
  }
  bindText(index: i32, value: string): this {
    using text = rffi.scoped_str2charp(value);
    return this.#done(c_bindText(this.#open(), index, text.ptr, TO_NUL));
  }
  bindBlob(index: i32, value: Uint8Array): this {
    if (value.length === 0) return this.bindZeros(index, 0);
    using bytes = rffi.scoped_nonmovingbuffer(value);
    return this.#done(c_bindBlob(this.#open(), index, bytes.ptr, i32(value.length)));
  }
  /** A blob of zeros, to be written to with `Database.blob`. */
  bindZeros(index: i32, count: i32): this {
    return this.#done(c_bindZeros(this.#open(), index, count));
  }
  bindNull(index: i32): this {
    return this.#done(c_bindNull(this.#open(), index));
  }

  /** Whether there is a row. An error resets the statement. */
  step(): boolean {
    const statement = this.#open();
    const code = c_step(statement);
    if (code === HAS_ROW) return true;
    if (code === DONE) return false;
    const error = this.#database.failure(code);
    c_reset(statement);
    throw error;
  }
  /** Runs it to its end and makes it ready for the next time. */
  run(): void {
    while (this.step());
    this.reset();
  }

  get columnCount(): i32 {
    return c_columns(this.#open());
  }
  name(column: i32): string {
    const name = c_columnName(this.#open(), this.#column(column));
    return name === null ? '' : rffi.charp2str(name);
  }
  kind(column: i32): i32 {
    return c_columnType(this.#open(), this.#column(column));
  }
  int(column: i32): i32 {
    return c_columnInt(this.#open(), this.#column(column));
  }
  int64(column: i32): i64 {
    return c_columnInt64(this.#open(), this.#column(column));
  }
  double(column: i32): number {
    return c_columnDouble(this.#open(), this.#column(column));
  }
  /** null for NULL; numbers as sqlite3 writes them. */
  text(column: i32): string | null {
    const statement = this.#open();
    const text = c_columnText(statement, this.#column(column));
    return text === null ? null : rffi.charpsize2str(text, c_columnBytes(statement, column));
  }
  /** A copy; null for NULL. */
  blob(column: i32): Uint8Array | null {
    const statement = this.#open();
    if (c_columnType(statement, this.#column(column)) === Kind.Null) return null;
    return bytesAt(c_columnBlob(statement, column), c_columnBytes(statement, column));
  }

  reset(): void {
    c_reset(this.#open());
  }
  clearBindings(): void {
    c_clear(this.#open());
  }
  [Symbol.dispose](): void {
    if (this.#pointer === null) return;
    c_finalize(this.#pointer);
    this.#pointer = lltype.nullptr(STMT);
    this.#database.forget(this);
  }

  #open(): StatementPtr {
    if (this.#pointer === null) throw closed('statement');
    return this.#pointer;
  }
  #column(index: i32): i32 {
    if (index < 0 || index >= c_columns(this.#open())) throw new RangeError(`no column ${index}`);
    return index;
  }
  #done(code: i32): this {
    if (code !== OK) throw this.#database.failure(code);
    return this;
  }
}

/** A blob in a row, read and written in place. */
export class Blob implements Disposable {
  readonly #database: Database;
  #pointer: BlobPtr;
  constructor(database: Database, pointer: BlobPtr) {
    this.#database = database;
    this.#pointer = pointer;
  }
  get length(): i32 {
    return c_blobBytes(this.#open());
  }
  read(offset: i32, count: i32): Uint8Array {
    if (count < 0) throw new RangeError('a negative count');
    const result = new Uint8Array(count);
    using target = rffi.scoped_nonmovingbuffer(result);
    this.#done(c_blobRead(this.#open(), target.ptr, count, offset));
    return result;
  }
  /** It cannot grow. */
  write(offset: i32, data: Uint8Array): void {
    using source = rffi.scoped_nonmovingbuffer(data);
    this.#done(c_blobWrite(this.#open(), source.ptr, i32(data.length), offset));
  }
  /** The same column of another row. */
  move(row: i64): void {
    this.#done(c_blobReopen(this.#open(), row));
  }
  [Symbol.dispose](): void {
    if (this.#pointer === null) return;
    c_blobClose(this.#pointer);
    this.#pointer = lltype.nullptr(BLOB);
    this.#database.forgetBlob(this);
  }
  #open(): BlobPtr {
    if (this.#pointer === null) throw closed('blob');
    return this.#pointer;
  }
  #done(code: i32): void {
    if (code !== OK) throw this.#database.failure(code);
  }
}

/** A connection to a database. */
export class Database implements Disposable {
  #pointer: DatabasePtr;
  readonly #statements = new Set<Statement>();
  readonly #blobs = new Set<Blob>();
  /** What gives each callback back when the connection is closed. */
  readonly #callbacks: (() => void)[] = [];

  /** `path` may be ':memory:'. */
  constructor(path: string, flags: i32 = 6) {
    using name = rffi.scoped_str2charp(path);
    using out = lltype.scoped_alloc(rffi.CArrayPtr(D).to, 1, { zero: true });
    const code = c_open(name.ptr, out.ptr, flags, null);
    this.#pointer = out.ptr[0];
    if (code === OK) return;
    const error = failure(out.ptr[0], code);
    c_close(out.ptr[0]);
    this.#pointer = lltype.nullptr(DB);
    throw error;
  }

  /** Runs all statements of the text. */
  exec(sql: string): void {
    using text = rffi.scoped_str2charp(sql);
    this.#done(c_exec(this.#open(), text.ptr, null, null, null));
  }

  /** The same; `row` gets the texts of each row and the names of its columns, and says whether to go on. What it throws is thrown. */
  execRows(sql: string, row: (values: (string | null)[], names: string[]) => boolean): void {
    using text = rffi.scoped_str2charp(sql);
    const each = (_data: rffi.VoidPtr, count: i32, values: TextsPtr, names: TextsPtr): i32 => {
      const texts: (string | null)[] = [];
      const columns: string[] = [];
      for (let i: i32 = 0; i < count; i++) {
        const value = values[i];
        texts.push(value === null ? null : rffi.charp2str(value));
        columns.push(rffi.charp2str(names[i]));
      }
      return row(texts, columns) ? 0 : 1;
    };
    using callback = rffi.scoped_callback(ROW, each, { error: 1 });
    this.#done(c_exec(this.#open(), text.ptr, callback.ptr, null, null));
  }

  /** The first statement of the text. The database closes it at the latest. */
  prepare(sql: string): Statement {
    const database = this.#open();
    using text = rffi.scoped_str2charp(sql);
    using out = lltype.scoped_alloc(rffi.CArrayPtr(S).to, 1, { zero: true });
    this.#done(c_prepare(database, text.ptr, TO_NUL, out.ptr, null));
    if (out.ptr[0] === null) throw new SqliteError('there is no statement in the text', MISUSE);
    const statement = new Statement(this, out.ptr[0]);
    this.#statements.add(statement);
    return statement;
  }

  /** Runs `body` in a transaction: all of it is kept, or, where it throws, nothing. They can be nested. */
  transaction(body: () => void): void {
    const isOuter = !this.isInTransaction;
    this.exec(isOuter ? 'BEGIN IMMEDIATE' : 'SAVEPOINT inner');
    try {
      body();
      this.exec(isOuter ? 'COMMIT' : 'RELEASE inner');
    } catch (error) {
      // sqlite3 has rolled back by itself after some errors.
      if (this.isInTransaction)
        this.exec(isOuter ? 'ROLLBACK' : 'ROLLBACK TO inner; RELEASE inner');
      throw error;
    }
  }
  get isInTransaction(): boolean {
    return c_autocommit(this.#open()) === 0;
  }

  /** Rows that the last statement changed. */
  get changes(): i32 {
    return c_changes(this.#open());
  }
  get lastRow(): i64 {
    return c_rowid(this.#open());
  }

  blob(table: string, column: string, row: i64, isWritable: boolean): Blob {
    const database = this.#open();
    using schema = rffi.scoped_str2charp('main');
    using tableName = rffi.scoped_str2charp(table);
    using columnName = rffi.scoped_str2charp(column);
    using out = lltype.scoped_alloc(rffi.CArrayPtr(B).to, 1, { zero: true });
    const writable: i32 = isWritable ? 1 : 0;
    this.#done(
      c_blobOpen(database, schema.ptr, tableName.ptr, columnName.ptr, row, writable, out.ptr),
    );
    const blob = new Blob(this, out.ptr[0]);
    this.#blobs.add(blob);
    return blob;
  }

  /** A function of SQL with `count` arguments; -1: any number. What `body` throws is the error of the statement. */
  define(name: string, count: i32, body: (call: Call) => void): void {
    const database = this.#open();
    using text = rffi.scoped_str2charp(name);
    const run = (context: ContextPtr, given: i32, values: ValuesPtr): void =>
      guarded(new Call(context, given, values), body);
    const callback = rffi.callback(FUNCTION, run);
    this.#callbacks.push(() => rffi.free_callback(callback));
    this.#done(c_function(database, text.ptr, count, UTF8, null, callback, null, null));
  }

  /** An aggregate function of SQL: `make` is called for each group. */
  aggregate(name: string, count: i32, make: () => Aggregate): void {
    const database = this.#open();
    using text = rffi.scoped_str2charp(name);
    // sqlite3 has some bytes for each group, which know the group's number.
    const groups = new Map<i32, Aggregate>();
    let last: i32 = 0;
    const groupOf = (context: ContextPtr): i32 => {
      const memory = rffi.cast(rffi.INTP, c_aggregate(context, 4));
      if (memory[0] === 0) {
        memory[0] = ++last;
        groups.set(last, make());
      }
      return memory[0];
    };
    const step = rffi.callback(FUNCTION, (context, given, values) =>
      guarded(new Call(context, given, values), (call) => groups.get(groupOf(context))?.step(call)),
    );
    const finish = rffi.callback(FINAL, (context) =>
      guarded(new Call(context, 0, lltype.nullptr(VALUES.to)), (call) => {
        const group = groupOf(context);
        const aggregate = groups.get(group);
        groups.delete(group);
        aggregate?.finish(call);
      }),
    );
    this.#callbacks.push(() => {
      rffi.free_callback(step);
      rffi.free_callback(finish);
    });
    this.#done(c_function(database, text.ptr, count, UTF8, null, null, step, finish));
  }

  /** An order of texts for COLLATE. */
  collate(name: string, compare: (a: string, b: string) => i32): void {
    const database = this.#open();
    using text = rffi.scoped_str2charp(name);
    const callback = rffi.callback(COLLATION, (_data, aSize, a, bSize, b) =>
      compare(
        rffi.charpsize2str(rffi.cast(rffi.CCHARP, a), aSize),
        rffi.charpsize2str(rffi.cast(rffi.CCHARP, b), bSize),
      ),
    );
    this.#callbacks.push(() => rffi.free_callback(callback));
    this.#done(c_collation(database, text.ptr, UTF8, null, callback));
  }

  /** Asked where another connection holds a lock, with the number of times before: whether to try again. */
  onBusy(handler: (times: i32) => boolean): void {
    const database = this.#open();
    const callback = rffi.callback(BUSY, (_data, times) => (handler(times) ? 1 : 0));
    this.#callbacks.push(() => rffi.free_callback(callback));
    this.#done(c_busy(database, callback, null));
  }

  /** Called with each statement that begins to run, its parameters filled in. */
  onTrace(handler: (sql: string) => void): void {
    const database = this.#open();
    const callback = rffi.callback(TRACE, (_what, _data, statement, _text) => {
      const sql = c_expanded(rffi.cast(S, statement));
      if (sql === null) return 0;
      const text = rffi.charp2str(sql);
      c_free(sql);
      handler(text);
      return 0;
    });
    this.#callbacks.push(() => rffi.free_callback(callback));
    this.#done(c_trace(database, TRACE_STATEMENT, callback, null));
  }

  /** Called for each row that is inserted (18), updated (23) or deleted (9). */
  onUpdate(handler: (what: i32, table: string, row: i64) => void): void {
    const database = this.#open();
    const callback = rffi.callback(UPDATE, (_data, what, _schema, table, row) =>
      handler(what, rffi.charp2str(table), row),
    );
    this.#callbacks.push(() => rffi.free_callback(callback));
    c_update(database, callback, null);
  }

  [Symbol.dispose](): void {
    if (this.#pointer === null) return;
    for (const blob of [...this.#blobs]) blob[Symbol.dispose]();
    for (const statement of [...this.#statements]) statement[Symbol.dispose]();
    const code = c_close(this.#pointer);
    if (code !== OK) throw failure(this.#pointer, code);
    this.#pointer = lltype.nullptr(DB);
    for (const free of this.#callbacks) free();
    this.#callbacks.length = 0;
  }

  /** What went wrong last. */
  failure(code: i32): SqliteError {
    return failure(this.#pointer, code);
  }
  forget(statement: Statement): void {
    this.#statements.delete(statement);
  }
  forgetBlob(blob: Blob): void {
    this.#blobs.delete(blob);
  }
  #open(): DatabasePtr {
    if (this.#pointer === null) throw closed('database');
    return this.#pointer;
  }
  #done(code: i32): void {
    if (code !== OK) throw this.failure(code);
  }
}

/** Bytes that sqlite3 has allocated. */
export function memoryUsed(): i64 {
  return c_memory();
}
export function version(): string {
  const text = c_version();
  return text === null ? '' : rffi.charp2str(text);
}
