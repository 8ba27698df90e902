// Statements at random: tables of every affinity, values of every kind, queries, transactions, and some that fail.
import type { Random } from '../../../dist/modules/random/index.js';
import type { Parameter } from '../../../dist/modules/sqlite3/index.js';
import type { Step } from './python.ts';

const TYPES = [
  'INTEGER',
  'TEXT',
  'BLOB',
  'REAL',
  'NUMERIC',
  '',
  'INTEGER PRIMARY KEY',
  'TEXT UNIQUE',
  'NOT NULL',
];
const TEXTS = ['', 'a', 'B', 'naïve', '😀', '10', '-3.5', 'a\0b', 'long '.repeat(50)];

function value(random: Random): Parameter {
  switch (random.randint(0, 7)) {
    case 0:
      return null;
    case 1:
      return random.gauss(0, 1000);
    case 2:
      return random.choice(TEXTS);
    case 3:
      return random.randbytes(random.randint(0, 20));
    case 4:
      return BigInt(random.randint(-1000, 1000)) * 9_007_199_254_740_993n;
    default:
      return random.randint(-5, 20);
  }
}

const EXPRESSIONS = [
  'a',
  'b',
  'c',
  'a + b',
  'b || c',
  'length(a)',
  'typeof(b)',
  'a IS NULL',
  'hex(c)',
  'max(a, b)',
];
const AGGREGATES = ['count(*)', 'sum(a)', 'min(b)', 'max(c)', 'group_concat(a)', 'total(b)'];
const CONDITIONS = [
  '1',
  'a < ?',
  'b = ?',
  'c IS NOT ?',
  'a BETWEEN ? AND 10',
  'typeof(a) = ?',
  'x = ?',
];

function step(random: Random, table: string): Step {
  const condition = random.choice(CONDITIONS);
  const parameters = condition.includes('?') ? [value(random)] : [];
  const row = (): Parameter[] => [value(random), value(random), value(random)];
  switch (random.randint(0, 11)) {
    case 0:
    case 1:
    case 2:
      return { sql: `INSERT INTO ${table} VALUES (?, ?, ?)`, parameters: row() };
    case 3:
      return {
        sql: `INSERT OR IGNORE INTO ${table} VALUES (?, ?, ?)`,
        many: [row(), row(), row()],
      };
    case 4:
      return { sql: `UPDATE ${table} SET b = a WHERE ${condition}`, parameters };
    case 5:
      return {
        sql: `DELETE FROM ${table} WHERE ${condition} AND random() % 2 IS NULL`,
        parameters,
      };
    case 6:
      return { call: random.choice(['commit', 'rollback', 'commit']) };
    case 7:
      return {
        sql: `SELECT ${random.choice(AGGREGATES)}, ${random.choice(AGGREGATES)} FROM ${table}`,
      };
    case 8:
      return {
        sql: `REPLACE INTO ${table} (a, b, c) VALUES (:x, :y, :x)`,
        parameters: { x: value(random), y: value(random) },
      };
    default:
      return {
        sql: `SELECT ${random.choice(EXPRESSIONS)}, ${random.choice(EXPRESSIONS)} FROM ${table} WHERE ${condition} ORDER BY rowid`,
        parameters,
      };
  }
}

export function randomSteps(random: Random, count: number): readonly Step[] {
  const tables = ['t0', 't1', 't2'];
  const steps: Step[] = tables.map((table) => {
    const types = ['a', 'b', 'c'].map((name) => {
      const type = random.choice(TYPES.filter((one) => name === 'a' || !one.includes('PRIMARY')));
      return `${name} ${type}`;
    });
    return { sql: `CREATE TABLE ${table} (${types.join()})` };
  });
  while (steps.length < count) steps.push(step(random, random.choice(tables)));
  return steps;
}
