// The names of the module.
export { CsvError as Error } from './app_error.ts';
export {
  QUOTE_ALL,
  QUOTE_MINIMAL,
  QUOTE_NONE,
  QUOTE_NONNUMERIC,
  get_dialect,
  list_dialects,
  register_dialect,
  unregister_dialect,
} from './app_dialect.ts';
export type { Dialect, DialectOptions } from './app_dialect.ts';
export { reader } from './app_reader.ts';
export type { AsyncReader, Reader, Row } from './app_reader.ts';
export { DictReader, DictWriter } from './app_dict.ts';
export type { DictReaderOptions, DictRow, DictWriterOptions } from './app_dict.ts';
export { writer } from './app_writer.ts';
export type { Field, Sink, Writer } from './app_writer.ts';
