// `mixmod/modules/csv` reads and writes what CPython's `csv` does: given cases, and random ones in random dialects.
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import * as csv from '../../../dist/modules/csv/index.js';
import { Random } from '../../../dist/modules/random/index.js';
import { pythonRows, pythonTexts, type Options, type ReadCase, type WriteCase } from './python.ts';

const SEED = 20261127;
const options = (of: Options): csv.DialectOptions => of as csv.DialectOptions;

type Found = readonly (readonly [row: csv.Row, line: number])[] | null;

/** null for csv.Error; every other error fails the test. */
function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch (error) {
    if (error instanceof csv.Error) return null;
    throw error;
  }
}

function read({ source, options: of }: ReadCase): Found {
  return attempt(() => numbered(csv.reader(source, options(of))));
}

function numbered(rows: csv.Reader): NonNullable<Found> {
  const found: (readonly [csv.Row, number])[] = [];
  for (const row of rows) found.push([row, rows.line_num]);
  return found;
}

async function readPieces({ source, options: of }: ReadCase, size: number): Promise<Found> {
  const pieces: string[] = [];
  for (let at = 0; at < source.length; at += size) pieces.push(String(source).slice(at, at + size));
  const rows = csv.reader(Readable.from(pieces), options(of));
  const found: (readonly [csv.Row, number])[] = [];
  try {
    for await (const row of rows) found.push([row, rows.line_num]);
  } catch (error) {
    if (error instanceof csv.Error) return null;
    throw error;
  }
  return found;
}

const TEXTS: readonly string[] = [
  '',
  '\n',
  '\r\n\r\n',
  'a,b\n',
  'a,b',
  'a,b\r\nc,d\r\n',
  'a,b\rc,d\r',
  'a\n\nb\n',
  '"a","b, c"\n',
  '"a ""quoted"" b",c\n',
  '"two\nlines",x\n"three\r\nmore\rlines"\n',
  ',\n',
  ',,\n"",""\n',
  'a"b,c\n',
  '"a"b,c\n',
  '"open',
  '"open\n',
  'a,"open\nb',
  ' a, b ,"c" , "d"\n',
  'ä,€,\u{1F40D}\n',
  'a\0b,c\n',
  '1,2.5,"3",-4e5,inf\n',
  '1,x\n',
  'a\\,b,c\\\nd\n',
  'x\\',
  '"a\\"b",c\n',
  '"a\\',
];

const DIALECTS: readonly Options[] = [
  {},
  { strict: true },
  { delimiter: ';', quotechar: "'" },
  { escapechar: '\\' },
  { escapechar: '\\', doublequote: false },
  { escapechar: '\\', doublequote: false, strict: true },
  { skipinitialspace: true },
  { quoting: 3, quotechar: null },
  { quoting: 3, escapechar: '\\' },
  { quoting: 2 },
  { quoting: 2, escapechar: '\\', skipinitialspace: true },
  { delimiter: '\t', quoting: 1, lineterminator: '\n' },
  { delimiter: ' ', skipinitialspace: true },
];

const random = new Random(SEED);
const PARTS = [
  'a',
  'b1',
  ',',
  ';',
  '"',
  "'",
  '\\',
  ' ',
  '\n',
  '\r',
  '\r\n',
  '"",',
  ',"',
  '""',
  '1',
  '2.5',
  'é',
  '€',
];
const randomText = (length: number): string => random.choices(PARTS, { k: length }).join('');

function randomDialect(): Options {
  const [delimiter, quotechar] = random.sample([',', ';', '"', "'", ' ', 'a'], 2);
  const escapechar = random.choice([null, null, '\\']);
  const flags = ['doublequote', 'skipinitialspace', 'strict'].map((name) => [
    name,
    random.random() < 0.5,
  ]);
  return {
    delimiter: delimiter ?? ',',
    quotechar: quotechar ?? '"',
    escapechar,
    quoting: random.choice([0, 0, 1, 2, 3]),
    ...Object.fromEntries(flags),
  };
}

const expectSame = <C, R>(
  cases: readonly C[],
  found: readonly R[],
  expected: readonly unknown[],
): void => {
  const wrong = cases
    .map((one, i) => ({ ...one, found: found[i], expected: expected[i] }))
    .filter((one) => JSON.stringify(one.found) !== JSON.stringify(one.expected));
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(found).toHaveLength(cases.length);
};

describe('reader', () => {
  const given = TEXTS.flatMap((source) => DIALECTS.map((of) => ({ source, options: of })));
  const made = Array.from({ length: 6000 }, () => ({
    source: randomText(random.randrange(14)),
    options: randomDialect(),
  }));
  const finite = <C extends ReadCase>(cases: readonly C[]): readonly C[] =>
    // JSON has no word for them.
    cases.filter(
      ({ source, options: of }) => of['quoting'] !== 2 || !String(source).includes('inf'),
    );

  test('of texts', () => {
    const cases = finite([...given, ...made]);
    const expected = pythonRows(cases);
    expect(expected.filter((one) => one === null).length).toBeGreaterThan(100);
    expectSame(cases, cases.map(read), expected);
  });

  test('of lines, which may have ends inside', () => {
    const cases = finite([...given, ...made]).map(({ source, options: of }) => ({
      source: [source, source.slice(0, 3), ...source.split('\n')],
      options: of,
    }));
    expectSame(cases, cases.map(read), pythonRows(cases));
  });

  test('of streams, in pieces of any size', async () => {
    const cases = finite([...given, ...made.slice(0, 500)]);
    for (const size of [1, 2, 5]) {
      const found = await Promise.all(cases.map((one) => readPieces(one, size)));
      expectSame(cases, found, cases.map(read));
    }
  });

  test('of bytes in UTF-8, cut anywhere', async () => {
    const bytes = Buffer.from('ä,"€\u{1F40D}\n",x\r\n1,2');
    for (const size of [1, 2, 3, 100]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      const rows: csv.Row[] = [];
      for await (const row of csv.reader(Readable.from(pieces))) rows.push(row);
      expect(rows).toEqual([
        ['ä', '€\u{1F40D}\n', 'x'],
        ['1', '2'],
      ]);
    }
  });

  test('of a large text, with long fields', () => {
    const long = 'x'.repeat(200_000);
    const rows = Array.from({ length: 3000 }, (_, i) => [
      String(i),
      `a "${i}"`,
      'b,\r\nc',
      i % 1000 ? '' : long,
    ]);
    const lines: string[] = [];
    csv.writer({ write: (text) => lines.push(text) }).writerows(rows);
    expect([...csv.reader(lines.join(''))]).toEqual(rows);
  });

  test('numbers as Python reads them', () => {
    const cases = ['1_000', ' 2 ', '.5', '5.', '1e3', 'x', '0x10', '1__0', '_1', '-7'].map(
      (text) => ({
        source: `${text}\n`,
        options: { quoting: 2 },
      }),
    );
    expectSame(cases, cases.map(read), pythonRows(cases));
    expect([...csv.reader('inf,-Infinity,nan\n', { quoting: csv.QUOTE_NONNUMERIC })]).toEqual([
      [Infinity, -Infinity, NaN],
    ]);
  });

  test('stops reading where the loop stops', () => {
    let given = 0;
    let isClosed = false;
    function* lines(): Generator<string> {
      try {
        for (;;) yield `${given++}\n`;
      } finally {
        isClosed = true;
      }
    }
    for (const [field] of csv.reader(lines())) if (field === '3') break;
    expect([given, isClosed]).toEqual([4, true]);
  });
});

describe('writer', () => {
  const text = ({ rows, options: of }: WriteCase): string | null =>
    attempt(() => {
      let written = '';
      csv.writer({ write: (piece) => (written += piece) }, options(of)).writerows(rows);
      return written;
    });

  test('as CPython', () => {
    const fields = ['', 'a', 'a,b', '"', 'a"b', "'", '\\', 'a\nb', '\r', ' ', ';', 1, 2.5, null];
    const given = DIALECTS.flatMap((of) =>
      fields.map((field) => ({ options: of, rows: [[field], [field, 'x'], []] })),
    );
    const made = Array.from({ length: 4000 }, () => ({
      options: { ...randomDialect(), lineterminator: random.choice(['\n', '\r\n', '\r', '|', '']) },
      rows: Array.from({ length: 3 }, () =>
        Array.from({ length: random.randrange(4) }, () =>
          random.choice<string | number | null>([...fields, randomText(4)]),
        ),
      ),
    }));
    const all: readonly WriteCase[] = [...given, ...made];
    const cases = all.filter(({ options: of }) => of['quotechar'] !== null);
    expectSame(cases, cases.map(text), pythonTexts(cases));
  });

  test('gives what the sink gives, and what is not text', () => {
    const to = csv.writer({ write: (row) => row.length });
    expect(to.writerow([1n, true, undefined])).toBe('1,true,\r\n'.length);
  });
});

describe('rows as objects', () => {
  test('are read', () => {
    const rows = new csv.DictReader('a,b\n1,2\n\n3\n4,5,6\n', { restkey: 'more', restval: '-' });
    expect(rows.fieldnames).toBeNull();
    expect([...rows].map((row) => ({ ...row }))).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '-' },
      { a: '4', b: '5', more: ['6'] },
    ]);
    expect([rows.fieldnames, rows.line_num]).toEqual([['a', 'b'], 5]);
    const [named] = new csv.DictReader(['1,2'], { fieldnames: ['x', '__proto__'] });
    expect(Object.entries(named ?? {})).toEqual([
      ['x', '1'],
      ['__proto__', '2'],
    ]);
  });

  test('are read from streams', async () => {
    const rows: object[] = [];
    for await (const row of new csv.DictReader(Readable.from(['a;b\n1', ';2\n']), {
      delimiter: ';',
    }))
      rows.push({ ...row });
    expect(rows).toEqual([{ a: '1', b: '2' }]);
  });

  test('are written', () => {
    let written = '';
    const to = new csv.DictWriter({ write: (text) => (written += text) }, ['b', 'a'], {
      restval: '?',
      lineterminator: '\n',
    });
    to.writeheader();
    to.writerows([{ a: 1, b: 'x,y' }, { a: 2 }]);
    expect(written).toBe('b,a\n"x,y",1\n?,2\n');
    expect(() => to.writerow({ c: 1 })).toThrow(
      new RangeError('writerow: row has c, which fieldnames have not'),
    );
  });
});

test('dialects have names', () => {
  csv.register_dialect('pipes', { delimiter: '|' });
  expect([...csv.reader('a|b', { dialect: 'pipes' })]).toEqual([['a', 'b']]);
  expect(csv.list_dialects()).toEqual(['excel', 'excel-tab', 'unix', 'pipes']);
  expect(csv.get_dialect('unix')).toMatchObject({ lineterminator: '\n', quoting: csv.QUOTE_ALL });
  csv.unregister_dialect('pipes');
  expect(() => csv.reader('', { dialect: 'pipes' })).toThrow(
    "dialect: there is no dialect 'pipes'; there are excel,",
  );
});

const sink = { write: (): void => {} };
const wrong: readonly (readonly [string, () => unknown, string])[] = [
  [
    'TypeError',
    () => csv.reader(1 as never),
    'reader: source must be a string or iterable, not number',
  ],
  [
    'TypeError',
    () => [...csv.reader([1] as never)],
    'reader: source must give strings, not number',
  ],
  ['TypeError', () => csv.reader('', null as never), 'reader: options must be an object, not null'],
  [
    'TypeError',
    () => csv.reader('', { delimeter: ';' } as never),
    'reader: there is no option delimeter',
  ],
  [
    'RangeError',
    () => csv.reader('', { delimiter: ';;' }),
    'reader: delimiter must be one character that ends no line, not ";;"',
  ],
  [
    'RangeError',
    () => csv.reader('', { quotechar: '\n' }),
    'reader: quotechar must be one character that ends no line',
  ],
  [
    'TypeError',
    () => csv.reader('', { escapechar: 1 as never }),
    'reader: escapechar must be a string, not number',
  ],
  [
    'RangeError',
    () => csv.reader('', { quoting: 4 as never }),
    'reader: quoting must be one of the QUOTE_ constants, not 4',
  ],
  [
    'TypeError',
    () => csv.reader('', { quotechar: null }),
    'reader: quotechar must be given where quoting is not QUOTE_NONE',
  ],
  [
    'csv.Error',
    () => [...csv.reader('"a"b\n', { strict: true })],
    "line 1: ',' expected after '\"'",
  ],
  ['csv.Error', () => [...csv.reader('a\n"b', { strict: true })], 'line 2: unexpected end of data'],
  ['csv.Error', () => [...csv.reader(['a\nb'])], 'line 1: a line goes on after its end'],
  [
    'csv.Error',
    () => [...csv.reader('x\n', { quoting: 2 })],
    'line 1: "x" is no number, and not in quotes',
  ],
  [
    'TypeError',
    () => csv.writer({} as never),
    'writer: sink must have a method write, which object has not',
  ],
  [
    'TypeError',
    () => csv.writer(sink).writerow('text' as never),
    'writerow: row must be an array or another iterable, not string',
  ],
  [
    'TypeError',
    () => csv.writer(sink).writerow([{}] as never),
    'writerow: a field must be a string, number, bigint or boolean, not object',
  ],
  [
    'csv.Error',
    () => csv.writer(sink, { quoting: 3 }).writerow(['a,b']),
    '"a,b" needs an escape, and there is no escapechar',
  ],
  [
    'TypeError',
    () => new csv.DictWriter(sink, 'a' as never),
    'DictWriter: fieldnames must be an array, not string',
  ],
  [
    'TypeError',
    () => [...new csv.DictReader(Readable.from(['a']))],
    'DictReader: source is a stream: use `for await`',
  ],
];

test.each(wrong)('%s: %s', (name, action, message) => {
  expect(action).toThrow(
    expect.objectContaining({ name, message: expect.stringContaining(message) as string }),
  );
});
