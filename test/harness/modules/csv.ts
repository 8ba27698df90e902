// `csv`, beside parsers that people use: one text → all of its rows, and back.
import { builtin, installed, type Task } from './peers.ts';

interface Csv {
  reader(source: string): Iterable<string[]>;
  writer(sink: { write(text: string): void }): { writerows(rows: readonly string[][]): void };
}
interface Papa {
  parse(text: string): { readonly data: string[][] };
  unparse(rows: readonly string[][]): string;
}

const ROWS = 5000;

const rowsOf = (fields: (i: number) => string[]): string[][] =>
  Array.from({ length: ROWS }, (_, i) => fields(i));

const DATA: readonly (readonly [what: string, rows: string[][]])[] = [
  [
    'plain fields',
    rowsOf((i) => [`${i}`, `name ${i}`, `${i * 1.5}`, 'some text', 'x', `${i % 7}`]),
  ],
  [
    'quoted fields',
    rowsOf((i) => [`${i}`, `a "name", ${i}`, 'two\nlines', 'text, and more text', `${i % 7}`]),
  ],
  [
    'long fields',
    rowsOf((i) => [`${i}`, `${'lorem ipsum '.repeat(20)}.`, `${'dolor '.repeat(30)}.`]),
  ],
];

export async function csvTasks(): Promise<readonly Task[]> {
  const csv = (await builtin('csv')) as Csv;
  const require = installed(['csv-parse@7.0.3', 'papaparse@5.7.1']);
  const { parse } = require('csv-parse/sync') as { parse(text: string): string[][] };
  const papa = require('papaparse') as Papa;
  const written = (rows: readonly string[][]): string => {
    let text = '';
    csv.writer({ write: (row) => (text += row) }).writerows(rows);
    return text;
  };
  return DATA.flatMap(([what, rows]) => {
    const text = papa.unparse(rows);
    return [
      {
        what: `read a row of ${what}`,
        times: ROWS,
        contestants: {
          mixmod: () => [...csv.reader(text)],
          papaparse: () => papa.parse(text).data,
          'csv-parse': () => parse(text),
        },
      },
      {
        what: `write a row of ${what}`,
        times: ROWS,
        contestants: {
          mixmod: () => written(rows).trimEnd(),
          papaparse: () => papa.unparse(rows).trimEnd(),
        },
      },
    ];
  });
}
