// Dialects: the options of readers and writers, by name or one by one, checked.

export const QUOTE_MINIMAL = 0;
export const QUOTE_ALL = 1;
export const QUOTE_NONNUMERIC = 2;
export const QUOTE_NONE = 3;

export interface Dialect {
  /** One code unit. */
  readonly delimiter: string;
  /** One code unit; null for none. */
  readonly quotechar: string | null;
  readonly escapechar: string | null;
  /** A quote in a quoted field is written twice; else it is escaped. */
  readonly doublequote: boolean;
  /** Spaces after a delimiter do not count. */
  readonly skipinitialspace: boolean;
  /** For writers; readers take every end of a line. */
  readonly lineterminator: string;
  readonly quoting: 0 | 1 | 2 | 3;
  /** Readers throw for what they would else take as it is. */
  readonly strict: boolean;
}

export interface DialectOptions extends Partial<Dialect> {
  /** A registered name, or a dialect; 'excel' if not given. The other options change it. */
  readonly dialect?: string | Partial<Dialect>;
}

const EXCEL: Dialect = {
  delimiter: ',',
  quotechar: '"',
  escapechar: null,
  doublequote: true,
  skipinitialspace: false,
  lineterminator: '\r\n',
  quoting: QUOTE_MINIMAL,
  strict: false,
};

const dialects = new Map<string, Dialect>([
  ['excel', EXCEL],
  ['excel-tab', { ...EXCEL, delimiter: '\t' }],
  ['unix', { ...EXCEL, lineterminator: '\n', quoting: QUOTE_ALL }],
]);

/** Makes `dialect: name` mean these options, for all of the environment. */
export function register_dialect(name: string, options: DialectOptions = {}): void {
  dialects.set(nameArgument(name, 'register_dialect'), checkedDialect(options, 'register_dialect'));
}

/** RangeError for a name that is not registered, as `get_dialect`. */
export function unregister_dialect(name: string): void {
  get_dialect(name);
  dialects.delete(name);
}

export function get_dialect(name: string): Dialect {
  const found = dialects.get(nameArgument(name, 'dialect'));
  if (found) return found;
  const known = [...dialects.keys()].join(', ');
  throw new RangeError(`dialect: there is no dialect '${name}'; there are ${known}`);
}

export const list_dialects = (): string[] => [...dialects.keys()];

function nameArgument(name: unknown, where: string): string {
  if (typeof name === 'string') return name;
  throw new TypeError(`${where}: name must be a string, not ${kindOf(name)}`);
}

const BOOLEANS = ['doublequote', 'skipinitialspace', 'strict'] as const;
const NAMES: ReadonlySet<string> = new Set(['dialect', ...Object.keys(EXCEL)]);

/** `extra`: options that the caller has beside those of a dialect. */
export function checkedDialect(
  options: DialectOptions,
  where: string,
  extra: readonly string[] = [],
): Dialect {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`${where}: options must be an object, not ${kindOf(options)}`);
  const unknown = Object.keys(options).find((name) => !NAMES.has(name) && !extra.includes(name));
  if (unknown !== undefined) throw new TypeError(`${where}: there is no option ${unknown}`);
  const { dialect = 'excel', ...own } = options;
  const base = typeof dialect === 'string' ? get_dialect(dialect) : { ...EXCEL, ...dialect };
  const all: Record<string, unknown> = { ...base };
  for (const name of NAMES) {
    const value: unknown = Reflect.get(own, name);
    if (value !== undefined) all[name] = value;
  }
  const result = all as unknown as Dialect;
  checkCharacters(result, where);
  for (const name of BOOLEANS) all[name] = Boolean(result[name]);
  if (![0, 1, 2, 3].includes(result.quoting))
    throw new RangeError(
      `${where}: quoting must be one of the QUOTE_ constants, not ${String(result.quoting)}`,
    );
  if (typeof result.lineterminator !== 'string')
    throw new TypeError(
      `${where}: lineterminator must be a string, not ${kindOf(result.lineterminator)}`,
    );
  if (result.quoting !== QUOTE_NONE && result.quotechar === null)
    throw new TypeError(`${where}: quotechar must be given where quoting is not QUOTE_NONE`);
  return result;
}

function checkCharacters(dialect: Dialect, where: string): void {
  for (const name of ['delimiter', 'quotechar', 'escapechar'] as const) {
    const value: unknown = dialect[name];
    if (value === null && name !== 'delimiter') continue;
    if (typeof value !== 'string')
      throw new TypeError(`${where}: ${name} must be a string, not ${kindOf(value)}`);
    if (value.length !== 1 || value === '\n' || value === '\r')
      throw new RangeError(
        `${where}: ${name} must be one character that ends no line, not ${JSON.stringify(value)}`,
      );
  }
}

export const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
