'use mixmod';
// libsqlite3, bound. Functions of `quiet` never come back to the program; the others may run what SQL calls.
import { lltype, rffi, type isize } from 'mixmod';

export const library = rffi.ExternalCompilationInfo({
  includes: ['sqlite3.h'],
  libraries: ['sqlite3'],
});
const info = { compilation_info: library };
const quiet = { compilation_info: library, random_effects_on_gcobjs: false };

export const DB = rffi.COpaque('sqlite3');
export const STMT = rffi.COpaque('sqlite3_stmt');
export const VALUE = rffi.COpaque('sqlite3_value');
export const D = lltype.Ptr(DB);
export const S = lltype.Ptr(STMT);
export const V = lltype.Ptr(VALUE);
export type DatabasePtr = lltype.Ptr<typeof DB>;
export type StatementPtr = lltype.Ptr<typeof STMT>;
export type ValuePtr = lltype.Ptr<typeof VALUE>;

const INT = rffi.INT;
const TEXT = rffi.CCHARP;
const ANY = rffi.VOIDP;
const LONG = rffi.LONGLONG;

export const OK = 0;
export const HAS_ROW = 100;
export const DONE = 101;

/** SQLITE_TRANSIENT: sqlite3 makes a copy. */
const TRANSIENT: isize = -1;
export const transient = (): rffi.VoidPtr => rffi.cast(ANY, TRANSIENT);

// ---- connections ----

export const c_open = rffi.llexternal('sqlite3_open_v2', [TEXT, rffi.out(D), INT, TEXT], INT, info);
export const c_close = rffi.llexternal('sqlite3_close', [D], INT, info);
export const c_errmsg = rffi.llexternal('sqlite3_errmsg', [D], TEXT, quiet);
export const c_errstr = rffi.llexternal('sqlite3_errstr', [INT], TEXT, quiet);
export const c_extended = rffi.llexternal('sqlite3_extended_errcode', [D], INT, quiet);
export const c_extend = rffi.llexternal('sqlite3_extended_result_codes', [D, INT], INT, quiet);
export const c_exec = rffi.llexternal('sqlite3_exec', [D, TEXT, ANY, ANY, rffi.CCHARPP], INT, info);
export const c_changes = rffi.llexternal('sqlite3_changes64', [D], LONG, quiet);
export const c_total = rffi.llexternal('sqlite3_total_changes64', [D], LONG, quiet);
export const c_rowid = rffi.llexternal('sqlite3_last_insert_rowid', [D], LONG, quiet);
export const c_autocommit = rffi.llexternal('sqlite3_get_autocommit', [D], INT, quiet);
export const c_timeout = rffi.llexternal('sqlite3_busy_timeout', [D, INT], INT, quiet);
export const c_interrupt = rffi.llexternal('sqlite3_interrupt', [D], rffi.VOID, quiet);
export const c_limit = rffi.llexternal('sqlite3_limit', [D, INT, INT], INT, quiet);
export const c_next = rffi.llexternal('sqlite3_next_stmt', [D, S], S, quiet);
export const c_file = rffi.llexternal('sqlite3_db_filename', [D, TEXT], TEXT, quiet);
export const c_version = rffi.llexternal('sqlite3_libversion', [], TEXT, quiet);
export const c_memory = rffi.llexternal('sqlite3_memory_used', [], LONG, quiet);
export const c_complete = rffi.llexternal('sqlite3_complete', [TEXT], INT, quiet);

// ---- statements ----

export const c_prepare = rffi.llexternal(
  'sqlite3_prepare_v2',
  [D, TEXT, INT, rffi.out(S), rffi.out(TEXT)],
  INT,
  info,
);
export const c_finalize = rffi.llexternal('sqlite3_finalize', [S], INT, info);
export const c_step = rffi.llexternal('sqlite3_step', [S], INT, info);
export const c_reset = rffi.llexternal('sqlite3_reset', [S], INT, info);
/** Only for connections that have no functions of the program. */
export const c_step_quietly = rffi.llexternal('sqlite3_step', [S], INT, quiet);
export const c_reset_quietly = rffi.llexternal('sqlite3_reset', [S], INT, quiet);
export const c_clear = rffi.llexternal('sqlite3_clear_bindings', [S], INT, quiet);
export const c_handle = rffi.llexternal('sqlite3_db_handle', [S], D, quiet);
export const c_readonly = rffi.llexternal('sqlite3_stmt_readonly', [S], INT, quiet);
export const c_status = rffi.llexternal('sqlite3_stmt_status', [S, INT, INT], INT, quiet);
export const c_expanded = rffi.llexternal('sqlite3_expanded_sql', [S], TEXT, quiet);
export const c_free = rffi.llexternal('sqlite3_free', [ANY], rffi.VOID, quiet);
export const c_parameters = rffi.llexternal('sqlite3_bind_parameter_count', [S], INT, quiet);
export const c_parameter = rffi.llexternal('sqlite3_bind_parameter_name', [S, INT], TEXT, quiet);
export const c_columns = rffi.llexternal('sqlite3_column_count', [S], INT, quiet);
export const c_name = rffi.llexternal('sqlite3_column_name', [S, INT], TEXT, quiet);
export const c_decltype = rffi.llexternal('sqlite3_column_decltype', [S, INT], TEXT, quiet);
export const c_table = rffi.llexternal('sqlite3_column_table_name', [S, INT], TEXT, quiet);
export const c_origin = rffi.llexternal('sqlite3_column_origin_name', [S, INT], TEXT, quiet);
export const c_schema = rffi.llexternal('sqlite3_column_database_name', [S, INT], TEXT, quiet);

// ---- values ----

export const c_bind_null = rffi.llexternal('sqlite3_bind_null', [S, INT], INT, quiet);
export const c_bind_int = rffi.llexternal('sqlite3_bind_int64', [S, INT, LONG], INT, quiet);
export const c_bind_double = rffi.llexternal(
  'sqlite3_bind_double',
  [S, INT, rffi.DOUBLE],
  INT,
  quiet,
);
export const c_bind_text = rffi.llexternal(
  'sqlite3_bind_text',
  [S, INT, TEXT, INT, ANY],
  INT,
  quiet,
);
export const c_bind_blob = rffi.llexternal(
  'sqlite3_bind_blob',
  [S, INT, ANY, INT, ANY],
  INT,
  quiet,
);
export const c_bind_zeros = rffi.llexternal('sqlite3_bind_zeroblob', [S, INT, INT], INT, quiet);
export const c_column = rffi.llexternal('sqlite3_column_value', [S, INT], V, quiet);
export const c_type = rffi.llexternal('sqlite3_value_type', [V], INT, quiet);
export const c_int = rffi.llexternal('sqlite3_value_int64', [V], LONG, quiet);
export const c_double = rffi.llexternal('sqlite3_value_double', [V], rffi.DOUBLE, quiet);
export const c_text = rffi.llexternal('sqlite3_value_text', [V], rffi.UCHARP, quiet);
export const c_blob = rffi.llexternal('sqlite3_value_blob', [V], ANY, quiet);
export const c_bytes = rffi.llexternal('sqlite3_value_bytes', [V], INT, quiet);
