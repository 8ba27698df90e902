'use mixmod';
// libsqlite3's functions that take functions of the program, and what these are given.
import { lltype, rffi } from 'mixmod';
import { D, library, V } from './interp_library.ts';

const info = { compilation_info: library };
const quiet = { compilation_info: library, random_effects_on_gcobjs: false };

export const CONTEXT = rffi.COpaque('sqlite3_context');
export const C = lltype.Ptr(CONTEXT);
export type ContextPtr = lltype.Ptr<typeof CONTEXT>;
export const VALUES = rffi.CArrayPtr(V);
export type ValuesPtr = lltype.Ptr<typeof VALUES.to>;

const INT = rffi.INT;
const TEXT = rffi.CCHARP;
const ANY = rffi.VOIDP;
const VOID = rffi.VOID;

export const FUNCTION = rffi.CCallback([C, INT, VALUES], VOID);
export const FINAL = rffi.CCallback([C], VOID);
export const COLLATION = rffi.CCallback([ANY, INT, ANY, INT, ANY], INT);
export const AUTHORIZER = rffi.CCallback([ANY, INT, TEXT, TEXT, TEXT, TEXT], INT);
export const PROGRESS = rffi.CCallback([ANY], INT);
export const TRACE = rffi.CCallback([rffi.UINT, ANY, ANY, ANY], INT);
const DESTROY = rffi.CCallback([ANY], VOID);

export const c_function = rffi.llexternal(
  'sqlite3_create_function_v2',
  [D, TEXT, INT, INT, ANY, FUNCTION, FUNCTION, FINAL, DESTROY],
  INT,
  info,
);
export const c_window = rffi.llexternal(
  'sqlite3_create_window_function',
  [D, TEXT, INT, INT, ANY, FUNCTION, FINAL, FINAL, FUNCTION, DESTROY],
  INT,
  info,
);
export const c_collation = rffi.llexternal(
  'sqlite3_create_collation',
  [D, TEXT, INT, ANY, COLLATION],
  INT,
  info,
);
export const c_authorizer = rffi.llexternal(
  'sqlite3_set_authorizer',
  [D, AUTHORIZER, ANY],
  INT,
  info,
);
export const c_progress = rffi.llexternal(
  'sqlite3_progress_handler',
  [D, INT, PROGRESS, ANY],
  VOID,
  info,
);
export const c_trace = rffi.llexternal('sqlite3_trace_v2', [D, rffi.UINT, TRACE, ANY], INT, info);

export const c_user_data = rffi.llexternal('sqlite3_user_data', [C], ANY, quiet);
export const c_aggregate = rffi.llexternal('sqlite3_aggregate_context', [C, INT], rffi.INTP, quiet);

export const c_result_null = rffi.llexternal('sqlite3_result_null', [C], VOID, quiet);
export const c_result_int = rffi.llexternal(
  'sqlite3_result_int64',
  [C, rffi.LONGLONG],
  VOID,
  quiet,
);
export const c_result_double = rffi.llexternal(
  'sqlite3_result_double',
  [C, rffi.DOUBLE],
  VOID,
  quiet,
);
export const c_result_text = rffi.llexternal(
  'sqlite3_result_text',
  [C, TEXT, INT, ANY],
  VOID,
  quiet,
);
export const c_result_blob = rffi.llexternal(
  'sqlite3_result_blob',
  [C, ANY, INT, ANY],
  VOID,
  quiet,
);
export const c_result_zeros = rffi.llexternal('sqlite3_result_zeroblob', [C, INT], VOID, quiet);
export const c_result_error = rffi.llexternal('sqlite3_result_error', [C, TEXT, INT], VOID, quiet);
