// A binding of SQLite by ctypes: nothing is compiled.
import {
  c_char_p,
  c_double,
  c_int,
  c_int64,
  c_void_p,
  byref,
  CDLL,
  CFUNCTYPE,
  type CType,
  type FunctionObject,
  find_library,
  POINTER,
  string_at,
} from 'mixmod/modules/ctypes';

const lib = new CDLL(find_library('sqlite3') ?? 'libsqlite3.so.0');
const c = <R extends CType | null, const A extends readonly CType[]>(
  name: string,
  restype: R,
  ...argtypes: A
) => CFUNCTYPE(restype, ...argtypes)([`sqlite3_${name}`, lib]);

// Databases, statements and values are opaque.
const P = c_void_p;
const open_v2 = c('open_v2', c_int, c_char_p, POINTER(P), c_int, c_char_p);
const close_v2 = c('close_v2', c_int, P);
const errmsg = c('errmsg', c_char_p, P);
const prepare_v2 = c('prepare_v2', c_int, P, c_char_p, c_int, POINTER(P), P);
const finalize = c('finalize', c_int, P);
const reset = c('reset', c_int, P);
const step = c('step', c_int, P);
const changes = c('changes', c_int, P);
const bind_parameter_index = c('bind_parameter_index', c_int, P, c_char_p);
const bind_double = c('bind_double', c_int, P, c_int, c_double);
const bind_int64 = c('bind_int64', c_int, P, c_int, c_int64);
const bind_text = c('bind_text', c_int, P, c_int, c_char_p, c_int, P);
const bind_blob = c('bind_blob', c_int, P, c_int, P, c_int, P);
const bind_zeroblob = c('bind_zeroblob', c_int, P, c_int, c_int);
const bind_null = c('bind_null', c_int, P, c_int);
const column_count = c('column_count', c_int, P);
const column_name = c('column_name', c_char_p, P, c_int);
const column_type = c('column_type', c_int, P, c_int);
const column_double = c('column_double', c_double, P, c_int);
const column_int64 = c('column_int64', c_int64, P, c_int);
const column_text = c('column_text', c_char_p, P, c_int);
const column_blob = c('column_blob', P, P, c_int);
const column_bytes = c('column_bytes', c_int, P, c_int);
const value_double = c('value_double', c_double, P);
const value_type = c('value_type', c_int, P);
const value_text = c('value_text', c_char_p, P);
const result_double = c('result_double', null, P, c_double);
const result_text = c('result_text', null, P, c_char_p, c_int, P);
const result_null = c('result_null', null, P);
const result_error = c('result_error', null, P, c_char_p, c_int);
const FUNCTION = CFUNCTYPE(null, P, c_int, POINTER(P));
const create_function_v2 = c(
  'create_function_v2',
  c_int,
  P,
  c_char_p,
  c_int,
  c_int,
  P,
  FUNCTION,
  P,
  P,
  P,
);

const [OK, ROW, DONE] = [0, 100, 101];
const OPEN_READWRITE_CREATE = 2 | 4;
const UTF8 = 1;
const [INTEGER, FLOAT, TEXT, BLOB] = [1, 2, 3, 4];
/** The library makes a copy. */
const TRANSIENT = -1n;

export type Value = number | bigint | string | Uint8Array | null;
export type Row = Readonly<Record<string, Value>>;

export class SqliteError extends Error {
  override readonly name = 'SqliteError';
}

export class Database implements Disposable {
  #handle: number;
  /** SQLite calls them as long as the database is open. */
  readonly #functions: FunctionObject[] = [];

  constructor(path: string) {
    const out = new P();
    const code = open_v2(path, byref(out), OPEN_READWRITE_CREATE, null);
    this.#handle = out.value ?? 0;
    if (code === OK) return;
    const message = errmsg(this.#handle) ?? `error ${code}`;
    close_v2(this.#handle);
    throw new SqliteError(message);
  }

  #check(code: number): void {
    if (code !== OK) throw new SqliteError(errmsg(this.#handle) ?? `error ${code}`);
  }

  prepare(sql: string): Statement {
    const out = new P();
    this.#check(prepare_v2(this.#handle, sql, -1, byref(out), null));
    return new Statement(out.value ?? 0, (code) => this.#check(code));
  }

  /** How many rows have changed. */
  run(sql: string, ...values: readonly Value[]): number {
    using statement = this.prepare(sql);
    for (const _ of statement.rows(...values));
    return changes(this.#handle);
  }

  all(sql: string, ...values: readonly Value[]): readonly Row[] {
    using statement = this.prepare(sql);
    return [...statement.rows(...values)];
  }

  /** A function of SQL that is a function of JavaScript. What it throws is an error of the statement. */
  function(name: string, run: (...values: readonly (number | string | null)[]) => Value): void {
    const callback = FUNCTION((context, count, values) => {
      try {
        const args = count === 0 ? [] : values.slice(0, count).map((value) => valueOf(value));
        giveResult(context, run(...args));
      } catch (error) {
        result_error(context, String(error), -1);
      }
    });
    this.#functions.push(callback);
    this.#check(create_function_v2(this.#handle, name, -1, UTF8, null, callback, null, null, null));
  }

  [Symbol.dispose](): void {
    close_v2(this.#handle);
    for (const callback of this.#functions) callback.free();
    this.#functions.length = 0;
  }
}

function valueOf(value: unknown): number | string | null {
  const at = value as number;
  const type = value_type(at);
  if (type === INTEGER || type === FLOAT) return value_double(at);
  return type === TEXT ? value_text(at) : null;
}

function giveResult(context: number | null, value: Value): void {
  if (value === null) result_null(context);
  else if (typeof value === 'string') result_text(context, value, -1, TRANSIENT);
  else result_double(context, Number(value));
}

export class Statement implements Disposable {
  #handle: number;
  readonly #check: (code: number) => void;

  constructor(handle: number, check: (code: number) => void) {
    this.#handle = handle;
    this.#check = check;
  }

  /** The place of `:name`; 0 where there is none. */
  place(name: string): number {
    return bind_parameter_index(this.#handle, name);
  }

  *rows(...values: readonly Value[]): Generator<Row> {
    reset(this.#handle);
    values.forEach((value, index) => this.#check(this.#bind(index + 1, value)));
    let code = step(this.#handle);
    for (; code === ROW; code = step(this.#handle)) yield this.#row();
    if (code !== DONE) this.#check(code);
  }

  #bind(index: number, value: Value): number {
    const at = this.#handle;
    if (value === null) return bind_null(at, index);
    if (typeof value === 'string') return bind_text(at, index, value, -1, TRANSIENT);
    if (typeof value === 'bigint') return bind_int64(at, index, value);
    if (typeof value === 'number') return bind_double(at, index, value);
    if (value.length === 0) return bind_zeroblob(at, index, 0);
    return bind_blob(at, index, value, value.length, TRANSIENT);
  }

  #row(): Row {
    const row: Record<string, Value> = {};
    for (let i = 0; i < column_count(this.#handle); i++)
      row[column_name(this.#handle, i) ?? ''] = this.#column(i);
    return row;
  }

  #column(index: number): Value {
    const at = this.#handle;
    switch (column_type(at, index)) {
      case INTEGER: {
        const value = column_int64(at, index);
        return Number.isSafeInteger(Number(value)) ? Number(value) : value;
      }
      case FLOAT:
        return column_double(at, index);
      case TEXT:
        return column_text(at, index);
      case BLOB: {
        const data = column_blob(at, index);
        return data === null ? new Uint8Array(0) : string_at(data, column_bytes(at, index));
      }
      default:
        return null;
    }
  }

  [Symbol.dispose](): void {
    finalize(this.#handle);
    this.#handle = 0;
  }
}
