// The errors of DB-API 2.0, and which of them a code of sqlite3 is.
import { errorName, primaryCode } from './app_codes.ts';

/** What all errors of the module are. Those that sqlite3 reports have its extended code and the code's name. */
export class SqliteError extends Error {
  declare readonly sqlite_errorcode?: number;
  declare readonly sqlite_errorname?: string;
  /** As `sqlite_errorname`: where Node.js has the name of an error's kind. */
  declare readonly code?: string;

  constructor(message?: string, code?: number) {
    super(message);
    Object.defineProperty(this, 'name', {
      value: `sqlite3.${CLASS_NAMES.get(new.target) ?? new.target.name}`,
      configurable: true,
      writable: true,
    });
    if (code === undefined) return;
    this.sqlite_errorcode = code;
    this.sqlite_errorname = this.code = errorName(code);
  }
}

export class Warning extends Error {
  override readonly name = 'sqlite3.Warning';
}
/** The module is used wrongly. */
export class InterfaceError extends SqliteError {}
export class DatabaseError extends SqliteError {}
export class DataError extends DatabaseError {}
/** What the program need not be at fault for: a lock, a file, a disk; also SQL that is wrong. */
export class OperationalError extends DatabaseError {}
/** A constraint, or a type that does not fit. */
export class IntegrityError extends DatabaseError {}
export class InternalError extends DatabaseError {}
/** Something is closed or running, or the parameters do not fit the statement. */
export class ProgrammingError extends DatabaseError {}
export class NotSupportedError extends DatabaseError {}

/** The base is `Error` for users. */
const CLASS_NAMES: ReadonlyMap<unknown, string> = new Map([[SqliteError, 'Error']]);

type ErrorClass = typeof SqliteError;
const classOf: readonly (readonly [ErrorClass, readonly string[]])[] = [
  [InternalError, ['INTERNAL', 'NOTFOUND']],
  [DataError, ['TOOBIG']],
  [IntegrityError, ['CONSTRAINT', 'MISMATCH']],
  [InterfaceError, ['MISUSE', 'RANGE']],
  [
    OperationalError,
    `ERROR PERM ABORT BUSY LOCKED NOMEM READONLY INTERRUPT IOERR FULL CANTOPEN PROTOCOL EMPTY SCHEMA`.split(
      ' ',
    ),
  ],
];
const CLASSES = new Map(
  classOf.flatMap(([type, names]) => names.map((name) => [primaryCode(name), type] as const)),
);

/** Of an extended code, with sqlite3's message. */
export function errorOf(code: number, message: string): SqliteError {
  return new (CLASSES.get(code & 255) ?? DatabaseError)(message, code);
}

export const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'Array' : typeof value;

/** Wrong arguments: `FUNCTION: ARGUMENT must be EXPECTED, not KIND`. */
export const wrongArgument = (
  where: string,
  argument: string,
  expected: string,
  value: unknown,
): TypeError => new TypeError(`${where}: ${argument} must be ${expected}, not ${kindOf(value)}`);

/** A text without what sqlite3 cannot take. */
export function checkedText(value: unknown, where: string, argument: string): string {
  if (typeof value !== 'string') throw wrongArgument(where, argument, 'a string', value);
  if (value.includes('\0')) throw new TypeError(`${where}: ${argument} contains a NUL character`);
  if (LONE_SURROGATE.test(value))
    throw new TypeError(`${where}: ${argument} contains a lone surrogate`);
  return value;
}

export const LONE_SURROGATE = /\p{Surrogate}/u;

/** An integer from `least` to `most`. */
export function checkedInteger(
  value: unknown,
  least: number,
  most: number,
  where: string,
  argument: string,
): number {
  if (typeof value !== 'number') throw wrongArgument(where, argument, 'a number', value);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RangeError(
    `${where}: ${argument} must be an integer from ${least} to ${most}, not ${value}`,
  );
}

export function checkedFunction(value: unknown, where: string, argument: string): void {
  if (typeof value !== 'function') throw wrongArgument(where, argument, 'a function', value);
}
