// A database in memory: tables, parameters, blobs, functions of SQL that are functions of JavaScript, errors.
import { Database } from './sqlite.ts';

const isSmall = process.env['MIXMOD_EXAMPLES'] === 'small';
const COUNT = isSmall ? 2000 : 200_000;

using db = new Database(':memory:');
db.run(
  'CREATE TABLE city (id INTEGER PRIMARY KEY, name TEXT, people INTEGER, area REAL, flag BLOB)',
);
const cities = [
  ['Zürich', 443037n, 87.9, Uint8Array.of(1, 2, 3)],
  ['Genève', 203840n, 15.9, null],
  ['東京', 14_178_000n, 2194, new Uint8Array(0)],
] as const;
for (const city of cities)
  db.run('INSERT INTO city (name, people, area, flag) VALUES (?, ?, ?, ?)', ...city);
for (const { name, people, area, flag } of db.all('SELECT * FROM city ORDER BY people'))
  console.log(name, people, area, flag);

{
  using statement = db.prepare('SELECT name FROM city WHERE people > :least');
  console.log('place of :least', statement.place(':least'), 'of :most', statement.place(':most'));
  for (const least of [1e6, 3e5]) {
    const names = [...statement.rows(least)].map(({ name }) => name);
    console.log(`more than ${least}:`, names.join(', '));
  }
}

db.function('density', (people, area) => Math.round(Number(people) / Number(area)));
db.function('reversed', (text) => (text === null ? null : [...String(text)].reverse().join('')));
for (const { r, d } of db.all(
  'SELECT reversed(name) AS r, density(people, area) AS d FROM city ORDER BY d',
))
  console.log(r, d);
console.log('nothing reversed:', db.all('SELECT reversed(NULL) AS none')[0]?.['none']);

db.function('fails', () => {
  throw new RangeError('not today');
});
for (const sql of ['SELECT * FROM nowhere', 'SELECT fails(1)', 'INSERT INTO city (id) VALUES (1)'])
  try {
    db.run(sql);
  } catch (error) {
    console.log(String(error));
  }

console.log('largest integer', db.all('SELECT 9223372036854775807 AS n')[0]?.['n']);

db.run('CREATE TABLE number (n INTEGER)');
db.run('BEGIN');
{
  using insert = db.prepare('INSERT INTO number VALUES (?)');
  for (let i = 0; i < COUNT; i++) for (const _ of insert.rows(i));
}
db.run('COMMIT');
db.function('square', (n) => Number(n) ** 2);
const [{ total, count }] = db.all(
  'SELECT sum(square(n)) AS total, count(*) AS count FROM number',
) as [{ total: number; count: number }];
const n = COUNT - 1;
console.log('all rows', count === COUNT, total === (n * (n + 1) * (2 * n + 1)) / 6);
try {
  new Database('/no/such/folder/file.db');
} catch (error) {
  console.log(String(error));
}
