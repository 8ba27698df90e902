// Builtin mixed modules from their sources: compiled and untranslated they give the same.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Workspace } from '../cli/command.ts';
import { REPOSITORY } from '../harness/source-snapshot.ts';

const space = new Workspace({});
afterAll(() => space.remove());

const PROGRAMS: Readonly<Record<string, string>> = {
  random: `const generator = new module.Random('seed');
for (let i = 0; i < 700; i++) generator.random();
console.log(generator.getrandbits(200), generator.gauss(0, 1), generator.gammavariate(0.5, 2));
console.log(generator.vonmisesvariate(1, 4), generator.sample('abcdefgh', 5).join(''));`,
  csv: `const text = 'a,"b ""c""\\nd",e\\r\\n\\n1, 2 ,\\\\,x\\n"open';
for (const options of [{}, { skipinitialspace: true }, { escapechar: '\\\\' }, { quoting: module.QUOTE_NONE }])
  console.log(JSON.stringify([...module.reader(text, options as object)]));`,
  sqlite3: `const db = module.connect(':memory:');
db.create_function('twice', 1, (x) => typeof x === 'number' ? 2 * x : [x, x].join());
db.create_collation('backwards', (a, b) => (a < b ? 1 : -1));
db.create_aggregate('joined', 1, class { all: unknown[] = []; step(x: unknown) { this.all.push(x); } finalize() { return this.all.join(); } });
db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, x)');
for (const x of [1, 1.5, 'text', 'é', null, Uint8Array.of(1, 2), 2n ** 62n]) db.execute('INSERT INTO t (x) VALUES (?)', [x]);
console.log(db.prepare('SELECT x, typeof(x) AS type FROM t', { bigint: true }).all());
console.log(db.execute('SELECT twice(x) FROM t WHERE id < 5').fetchall(), db.execute('SELECT joined(id) FROM t').fetchone());
console.log(db.execute("SELECT x FROM t WHERE typeof(x) = 'text' ORDER BY x COLLATE backwards").fetchall());
db.create_function('fails', 0, () => { throw new RangeError('own'); });
for (const sql of ['SELECT fails()', 'SELECT missing', 'SELECT x FROM t'])
  try { db.execute(sql).fetchall(); } catch (error) { console.log(String(error)); }
db.close();`,
  hashlib: `const data = new Uint8Array(1000).map((_, i) => i);
for (const name of module.algorithms_available)
  console.log(name, (module.new(name, data, {}) as { hexdigest(n: number): string }).hexdigest(20));
import * as own from '${join(REPOSITORY, 'modules/hashlib/app_merkle.ts')}';
import * as sponge from '${join(REPOSITORY, 'modules/hashlib/app_keccak.ts')}';
for (const make of [own.md5, own.sha1, own.sha256, own.sha512, sponge.sha3_256]) console.log(make(data).hexdigest());`,
  zlib: `const text = 'some text, some more text; '.repeat(40);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
for (const wbits of [15, 31, -15]) console.log(String(Buffer.from(module.decompress(module.compress(text, 6, wbits), wbits))) === text);
console.log(module.crc32(text), module.adler32(text), module.crc32('', 7));
const compressor = module.compressobj({ level: 0, zdict: Buffer.from('text') });
const first = compressor.compress('abc'), copy = compressor.copy();
console.log(hex(first), hex(compressor.flush()), hex(copy.flush(module.Z_SYNC_FLUSH)));
const object = module.decompressobj();
console.log(hex(object.decompress(module.compress(text), 10)), object.unconsumed_tail.length > 0, object.copy().flush().length);
const apart = await module.compress_async(text, { wbits: 31 });
console.log(Buffer.from(await module.decompress_async(apart, { wbits: 31 })).toString() === text);
for await (const piece of module.decompress_pieces([apart, apart], { wbits: 31 })) console.log(piece.length);
try { module.decompress(Buffer.from('no stream')); } catch (error) { console.log(String(error)); }`,
};

test.each(Object.entries(PROGRAMS))('%s', (name, program) => {
  const path = join(REPOSITORY, 'modules', name, 'index.ts');
  writeFileSync(space.path(`${name}.ts`), `import module from '${path}';\n${program}\n`);
  const compiled = space.mixmod(['run', `${name}.ts`]);
  expect([compiled.status, compiled.stderr]).toEqual([0, '']);
  expect(compiled.stdout.split('\n').length).toBeGreaterThan(2);
  expect(space.mixmod(['run', '--untranslated', `${name}.ts`])).toEqual(compiled);
});
