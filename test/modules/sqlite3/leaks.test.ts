// What is not closed is given back all the same; what is used again and again takes no memory.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** What a program in a process of its own, with the collector at hand, writes. */
function run(body: string): string {
  const program = `import * as sqlite3 from './dist/modules/sqlite3/index.js';
import { memory_used } from './dist/modules/sqlite3/interp_sqlite3.js';
const used = () => { gc(); return process.memoryUsage().rss; };
${body}`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', '--input-type=module', '-e', program],
    { encoding: 'utf8' },
  );
  return stderr + stdout;
}

const MEGABYTE = 2 ** 20;

/** Growth of the process by the second half of many rounds, in bytes, and what sqlite3 has at the end. */
const measured = (setup: string, round: string, count: number): readonly [number, number] => {
  const found = run(`${setup}
for (let i = 0; i < ${count}; i++) { ${round} }
const before = used();
for (let i = 0; i < ${count}; i++) { ${round} }
console.log(JSON.stringify([used() - before, Number(memory_used())]));`);
  return JSON.parse(found) as readonly [number, number];
};

const OPEN = `const db = sqlite3.connect(':memory:'); db.exec('CREATE TABLE many (x); INSERT INTO many VALUES (1), (2), (3), (4), (5), (6)');`;

test('100,000 statements that nobody finalizes, in one loop', () => {
  const [growth, held] = measured(OPEN, 'db.prepare(`SELECT ${i}, ?`).get(i);', 50_000);
  expect(growth).toBeLessThan(60 * MEGABYTE);
  expect(held).toBeLessThan(100 * MEGABYTE);
});

test.each([
  ['finalized', 'const s = db.prepare(`SELECT ${i}`); s.get(); s[Symbol.dispose]();'],
  ['of a cursor', 'db.execute("SELECT ?", ["text".repeat(i % 1000)]).fetchall();'],
  ['wrong', 'try { db.execute(`SELECT ${i} FROM missing`); } catch {}'],
  [
    'left early',
    'const s = db.prepare("SELECT x FROM many"); for (const row of s.iterate()) break;',
  ],
])('statements that are %s', (_, round) => {
  const [growth, held] = measured(OPEN, `{ ${round} }`, 20_000);
  expect(growth).toBeLessThan(80 * MEGABYTE);
  expect(held).toBeLessThan(100 * MEGABYTE);
});

// sqlite3 goes through all that are open whenever one begins.
test('statements that are forgotten while they run', () => {
  const round = `db.execute("SELECT x FROM many").fetchone();
db.prepare("SELECT x FROM many").iterate().next();`;
  const [growth, held] = measured(OPEN, round, 1000);
  expect(growth).toBeLessThan(200 * MEGABYTE);
  expect(held).toBeLessThan(100 * MEGABYTE);
});

test('connections that nobody closes', () => {
  const [growth, held] = measured(
    '',
    'sqlite3.connect(":memory:").execute("SELECT 1").fetchall();',
    1500,
  );
  expect(growth).toBeLessThan(80 * MEGABYTE);
  expect(held).toBeLessThan(100 * MEGABYTE);
});

test('what is closed holds nothing', () => {
  const found = run(`for (let i = 0; i < 10; i++) {
  const db = sqlite3.connect(':memory:');
  db.exec('CREATE TABLE t (x)');
  const insert = db.prepare('INSERT INTO t VALUES (?)');
  for (let j = 0; j < 100; j++) insert.run('x'.repeat(j));
  db.prepare('SELECT * FROM t').iterate().next();
  db.execute('SELECT * FROM t');
  db.close();
}
console.log(memory_used());`);
  expect(found).toBe('0n\n');
});
