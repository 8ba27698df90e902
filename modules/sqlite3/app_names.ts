// The names of the module.
export type {
  Aggregate,
  AggregateClass,
  Authorizer,
  Collation,
  Result,
  ScalarFunction,
} from './app_calls.ts';
export { connect } from './app_connect.ts';
export type { ConnectOptions } from './app_connect.ts';
export { Connection } from './app_connection.ts';
export { Cursor } from './app_cursor.ts';
export type { Description, RowFactory } from './app_cursor.ts';
export type { IsolationLevel } from './app_database.ts';
export {
  DataError,
  DatabaseError,
  IntegrityError,
  InterfaceError,
  InternalError,
  NotSupportedError,
  OperationalError,
  ProgrammingError,
  SqliteError as Error,
  Warning,
} from './app_errors.ts';
export type { Parameter, Value } from './app_frame.ts';
export type { FunctionOptions } from './app_functions.ts';
export type { Named, Parameters } from './app_parameters.ts';
export { Row } from './app_row.ts';
export type { RowObject } from './app_row.ts';
export { Statement } from './app_statement.ts';
export type { Arguments, ColumnInfo, RunResult, StatementOptions } from './app_statement.ts';
export type { Transaction } from './app_transaction.ts';
export * from './app_constants.ts';
export { complete_statement, sqlite_version } from './app_library.ts';
