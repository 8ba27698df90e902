// `writer`: rows → text, given to whatever has `write`.
import {
  checkedDialect,
  kindOf,
  QUOTE_ALL,
  QUOTE_NONE,
  QUOTE_NONNUMERIC,
  type Dialect,
  type DialectOptions,
} from './app_dialect.ts';
import { CsvError } from './app_error.ts';

/** null and undefined are empty; everything else is text as `String` gives it. */
export type Field = string | number | bigint | boolean | null | undefined;

export interface Sink {
  write(text: string): unknown;
}

export interface Writer {
  readonly dialect: Dialect;
  /** Gives what the sink's `write` gives. Throws csv.Error for what the dialect cannot say; nothing is written then. */
  writerow(row: Iterable<Field>): unknown;
  writerows(rows: Iterable<Iterable<Field>>): void;
}

/** `sink`: a writable stream, or anything else with a method `write` for texts. */
export function writer(sink: Sink, options: DialectOptions = {}): Writer {
  return makeWriter(sink, checkedDialect(options, 'writer'));
}

export function makeWriter(sink: Sink, dialect: Dialect): Writer {
  if (typeof sink?.write !== 'function')
    throw new TypeError(`writer: sink must have a method write, which ${kindOf(sink)} has not`);
  const text = rowText(dialect);
  return {
    dialect,
    writerow: (row) => sink.write(text(row)),
    writerows(rows) {
      for (const row of rows) sink.write(text(row));
    },
  };
}

function rowText(dialect: Dialect): (row: Iterable<Field>) => string {
  const { delimiter, quotechar, lineterminator, quoting } = dialect;
  const special = specialCharacters(dialect);
  const quote = quotechar ?? '';
  return (row) => {
    if (typeof row === 'string' || typeof row?.[Symbol.iterator] !== 'function')
      throw new TypeError(`writerow: row must be an array or another iterable, not ${kindOf(row)}`);
    let count = 0;
    let line = '';
    for (const field of row) {
      const text = fieldText(field);
      const isQuoted = quoting === QUOTE_ALL || (quoting === QUOTE_NONNUMERIC && !isNumeric(field));
      const written = special(text)
        ? withSpecial(text, isQuoted, dialect)
        : isQuoted
          ? quote + text + quote
          : text;
      line = count === 0 ? written : line + delimiter + written;
      count++;
    }
    if (count > 0 && line === '') line = emptyRow(dialect);
    return line + lineterminator;
  };
}

/** A row of one empty field would else be read as a row of none. */
function emptyRow({ quoting, quotechar }: Dialect): string {
  if (quoting === QUOTE_NONE)
    throw new CsvError('a row of one empty field must be quoted, which QUOTE_NONE forbids');
  return `${quotechar}${quotechar}`;
}

const isNumeric = (field: Field): boolean =>
  typeof field === 'number' || typeof field === 'bigint' || typeof field === 'boolean';

function fieldText(field: Field): string {
  switch (typeof field) {
    case 'string':
      return field;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(field);
    case 'undefined':
      return '';
    default:
      if (field === null) return '';
      throw new TypeError(
        `writerow: a field must be a string, number, bigint or boolean, not ${kindOf(field)}`,
      );
  }
}

/** Searches for one unit each are faster than one for all of them in texts of more units than this. */
const LONG = 24;

/** Tells what must be quoted or escaped somewhere. */
function specialCharacters(dialect: Dialect): (text: string) => boolean {
  const { delimiter, quotechar, escapechar, lineterminator } = dialect;
  const all = [delimiter, quotechar ?? '', escapechar ?? '', lineterminator].join('');
  const units = [...new Set(all.split(''))];
  const codes = units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const any = new RegExp(`[${codes.join('')}]`);
  return (text) => {
    if (text.length < LONG) return any.test(text);
    for (const unit of units) if (text.includes(unit)) return true;
    return false;
  };
}

/** Quotes, with those inside doubled: all that there is to do where nothing is escaped. */
function inQuotes(text: string, quote: string): string {
  if (!text.includes(quote)) return quote + text + quote;
  return quote + text.split(quote).join(quote + quote) + quote;
}

function withSpecial(text: string, isQuoted: boolean, dialect: Dialect): string {
  const { delimiter, quotechar, escapechar, doublequote, lineterminator, quoting } = dialect;
  if (doublequote && quotechar !== null && escapechar === null && quoting !== QUOTE_NONE)
    return inQuotes(text, quotechar);
  let needsQuotes = isQuoted;
  let written = '';
  const escaped = (): string => {
    if (escapechar === null)
      throw new CsvError(`${JSON.stringify(text)} needs an escape, and there is no escapechar`);
    return escapechar;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    const isPlain =
      unit !== delimiter &&
      unit !== quotechar &&
      unit !== escapechar &&
      !lineterminator.includes(unit);
    if (isPlain) written += unit;
    else if (quoting === QUOTE_NONE) written += escaped() + unit;
    else if (unit === quotechar) {
      if (doublequote) needsQuotes = true;
      written += (doublequote ? quotechar : escaped()) + unit;
    } else if (unit === escapechar) written += escaped() + unit;
    else {
      needsQuotes = true;
      written += unit;
    }
  }
  return needsQuotes ? `${quotechar}${written}${quotechar}` : written;
}
