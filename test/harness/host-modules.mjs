// The script that every runtime runs: builtin mixed modules at work, a line of JSON for each. What they give must be the same everywhere.
// Uses only what Node, Bun and Deno have in common.
const DATA = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) >> 5);
const builtin = (name) => import(`../../dist/modules/${name}/index.js`);

async function csv() {
  const { DictReader, Error, reader, writer } = await builtin('csv');
  const text = 'name,note\r\nä,"b ""c"", d"\r\n"two\nlines",\u{1F40D}\r\n';
  const written = [];
  writer({ write: (line) => written.push(line) }).writerows([...reader(text)]);
  const pieces = (async function* () {
    for (const byte of new TextEncoder().encode(text)) yield Uint8Array.of(byte);
  })();
  const rows = [];
  for await (const row of reader(pieces)) rows.push(row);
  const caught = failureOf(() => [...reader('"a"b', { strict: true })]);
  return [written.join('') === text, rows, [...new DictReader(text)], caught instanceof Error];
}

async function hashlib() {
  const all = await builtin('hashlib');
  const digests = [...all.algorithms_available].sort().map((name) => {
    const hash = all.new(name, DATA);
    return `${name} ${hash.hexdigest(20)}`;
  });
  const key = all.blake2b('data', { digest_size: 8, key: 'secret', person: 'p' }).hexdigest();
  const derived = all.pbkdf2_hmac('sha256', 'password', 'salt', 10, 8);
  return [digests, key, [...derived], String(failureOf(() => all.new('none')))];
}

async function random() {
  const all = await builtin('random');
  const generator = new all.Random('seed');
  const numbers = Array.from({ length: 1000 }, () => generator.random());
  return [
    numbers.reduce((a, b) => a + b),
    String(generator.getrandbits(200)),
    generator.sample('abcdefgh', 5),
    [generator.gauss(0, 1), generator.vonmisesvariate(1, 4), generator.gammavariate(0.5, 2)],
    [...generator.randbytes(10)],
    String(failureOf(() => generator.randint(2, 1))),
  ];
}

async function zlib() {
  const all = await builtin('zlib');
  const formats = [15, 31, -15].map((wbits) =>
    isData(all.decompress(all.compress(DATA, 6, wbits), wbits)),
  );
  const object = all.compressobj();
  const start = object.compress(DATA.subarray(0, 99));
  const copy = object.copy();
  const ends = [object, copy].map((one) =>
    join([start, one.compress(DATA.subarray(99)), one.flush()]),
  );
  const apart = await all.decompress_async(await all.compress_async(DATA));
  const pieces = [];
  const packed = all.compress_pieces([DATA.subarray(0, 50_000), DATA.subarray(50_000)]);
  for await (const piece of all.decompress_pieces(packed)) pieces.push(piece);
  const stream = new Blob([DATA])
    .stream()
    .pipeThrough(all.compress_stream())
    .pipeThrough(all.decompress_stream());
  const through = new Uint8Array(await new Response(stream).arrayBuffer());
  const controller = new AbortController();
  const { signal } = controller;
  const given = all.compress_async(new Uint8Array(1 << 25), { signal }).catch(String);
  setTimeout(() => controller.abort('enough'), 1);
  return [
    formats,
    ends.map((one) => isData(all.decompress(one))),
    [apart, join(pieces), through].map(isData),
    [all.crc32(DATA), all.adler32(DATA), all.crc32('', 7)],
    await given,
    String(failureOf(() => all.decompress(new Uint8Array(9).fill(1)))),
    all.ZLIB_RUNTIME_VERSION.startsWith('1.'),
  ];
}

async function sqlite3() {
  const { connect, OperationalError, sqlite_version } = await builtin('sqlite3');
  const connection = connect(':memory:');
  connection.execute('create table t (name text, size real, data blob, count integer)');
  const rows = Array.from({ length: 50 }, (_, i) => [
    `ä${i}`,
    i / 4,
    Uint8Array.of(i, 255),
    i - 25,
  ]);
  connection.executemany('insert into t values (?, ?, ?, ?)', rows);
  connection.commit();
  connection.create_function('half', 1, (x) => x / 2);
  const found = connection
    .execute('select * from t where count > ? order by size', [20])
    .fetchall();
  const sums = connection.execute('select sum(size), half(max(count)), count(*) from t').fetchone();
  connection.execute('delete from t');
  connection.rollback();
  const left = connection.execute('select count(*) from t').fetchone();
  const caught = failureOf(() => connection.execute('select * from none'));
  connection.close();
  return [
    found.map((row) => [...row].map((value) => (value instanceof Uint8Array ? [...value] : value))),
    [...sums],
    [...left],
    [caught instanceof OperationalError, String(caught)],
    sqlite_version.startsWith('3.'),
  ];
}

function failureOf(action) {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

const join = (parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
const isData = (bytes) =>
  bytes.length === DATA.length && bytes.every((byte, i) => byte === DATA[i]);

for (const [name, work] of Object.entries({ csv, hashlib, random, sqlite3, zlib }))
  process.stdout.write(`${JSON.stringify({ name, result: JSON.stringify(await work()) })}\n`);
