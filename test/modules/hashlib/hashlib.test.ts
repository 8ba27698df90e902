// `mixmod/modules/hashlib` gives the digests of the standards and of CPython's `hashlib`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as hashlib from '../../../dist/modules/hashlib/index.js';
import * as sponge from '../../../dist/modules/hashlib/app_keccak.js';
import * as merkle from '../../../dist/modules/hashlib/app_merkle.js';
import { Random } from '../../../dist/modules/random/index.js';

const random = new Random(20261127);
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Expressions of Python, each a hexadecimal text. `d` is a list of bytes. */
function python(data: readonly Uint8Array[], expressions: readonly string[]): readonly string[] {
  const program = `
import hashlib, json, sys
given = json.load(sys.stdin)
d = [bytes.fromhex(one) for one in given['data']]
for expression in given['expressions']: print(eval(expression))
`;
  const input = JSON.stringify({ data: data.map(hexOf), expressions });
  const { stdout, stderr, status } = spawnSync('python3', ['-c', program], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trimEnd().split('\n');
}

const SHAKES = ['shake_128', 'shake_256'] as const;
const NAMES = [...hashlib.algorithms_available].filter((name) => !name.startsWith('shake'));
const sizes = [...Array.from({ length: 300 }, (_, i) => i), 1000, 4096, 100_003];
const DATA = sizes.map((size) => random.randbytes(size));

/** The standards' own vectors, of 'abc' (FIPS 180-4, FIPS 202, RFC 1321, RFC 7693). */
const ABC: Readonly<Record<string, string>> = {
  md5: '900150983cd24fb0d6963f7d28e17f72',
  sha1: 'a9993e364706816aba3e25717850c26c9cd0d89d',
  sha224: '23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7',
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  sha512_256: '53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23',
  sha3_256: '3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532',
  blake2s: '508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982',
};

test.each(Object.entries(ABC))('%s of abc', (name, digest) => {
  expect(hashlib.new(name, 'abc').hexdigest()).toBe(digest);
});

test('what every length gives is what CPython gives', () => {
  const cases = NAMES.flatMap((name) => DATA.map((data, i) => ({ name, data, i })));
  const expected = python(
    DATA,
    cases.map(({ name, i }) => `hashlib.new('${name}', d[${i}]).hexdigest()`),
  );
  const wrong = cases.filter(
    ({ name, data }, at) => hashlib.new(name, data).hexdigest() !== expected[at],
  );
  expect(wrong.map(({ name, data }) => `${name} of ${data.length} bytes`)).toEqual([]);
  expect(cases).toHaveLength(NAMES.length * DATA.length);
});

test('digests of SHAKE have any length', () => {
  const cases = SHAKES.flatMap((name) =>
    [0, 1, 31, 135, 136, 137, 168, 169, 1000].flatMap((length) =>
      [0, 3, 135, 136, 168, 250].map((i) => ({ name, length, i })),
    ),
  );
  const expected = python(
    DATA,
    cases.map(({ name, length, i }) => `hashlib.${name}(d[${i}]).hexdigest(${length})`),
  );
  const found = cases.map(({ name, length, i }) => hashlib.new(name, DATA[i]).hexdigest(length));
  expect(found.map((text) => text)).toEqual(expected.map((text) => text));
});

/** What runs where the host has no such hash; it is compiled. */
const OWN: Readonly<Record<string, (data?: hashlib.Data) => hashlib.Hash>> = {
  md5: merkle.md5,
  sha1: merkle.sha1,
  sha224: merkle.sha224,
  sha256: merkle.sha256,
  sha384: merkle.sha384,
  sha512: merkle.sha512,
  sha512_224: merkle.sha512_224,
  sha512_256: merkle.sha512_256,
  sha3_224: sponge.sha3_224,
  sha3_256: sponge.sha3_256,
  sha3_384: sponge.sha3_384,
  sha3_512: sponge.sha3_512,
  blake2b: (data) => hashlib.blake2b(data, {}),
  blake2s: (data) => hashlib.blake2s(data, {}),
};
const ownNames = NAMES.filter((name) => Object.hasOwn(OWN, name));

test('the compiled hashes give what the host gives', () => {
  expect(ownNames).toEqual(NAMES);
  const wrong = ownNames.flatMap((name) =>
    DATA.filter(
      (data) => OWN[name]?.(data).hexdigest() !== hashlib.new(name, data).hexdigest(),
    ).map((data) => `${name} of ${data.length} bytes`),
  );
  expect(wrong).toEqual([]);
  const [own, hosted] = [OWN['sha256']?.(), hashlib.sha256()];
  expect(own && Object.getPrototypeOf(own)).not.toBe(Object.getPrototypeOf(hosted));
});

const MAKERS: readonly (readonly [string, (data?: hashlib.Data) => hashlib.Hash])[] = [
  ...NAMES.map((name) => [name, (data?: hashlib.Data) => hashlib.new(name, data)] as const),
  ...Object.entries(OWN).filter(([name]) => NAMES.includes(name)),
];

test('pieces of any size are one message, and copies go on by themselves', () => {
  for (const [, make] of MAKERS) {
    const whole = DATA[DATA.length - 1] ?? new Uint8Array();
    const expected = make(whole).hexdigest();
    for (let round = 0; round < 8; round++) {
      let hash = make();
      for (let at = 0; at < whole.length;) {
        const end = at + random.choice([0, 1, 63, 64, 65, 127, 128, 129, 256, 5000, 30_000]);
        if (random.random() < 0.3) {
          const other = hash.copy();
          hash.update('something else');
          hash = other;
        }
        if (random.random() < 0.3) hash.digest();
        hash.update(whole.subarray(at, end));
        at = end;
      }
      expect(hash.hexdigest()).toBe(expected);
      expect(hash.hexdigest()).toBe(expected);
    }
  }
  const shake = hashlib.shake_128('a');
  const copy = shake.copy().update('b');
  expect(copy.hexdigest(20)).toBe(hashlib.shake_128('ab').hexdigest(20));
  expect(shake.hexdigest(20)).toBe(hashlib.shake_128('a').hexdigest(20));
});

test('objects say what they are', () => {
  const about = (hash: { name: string; digest_size: number; block_size: number }): string =>
    `${hash.name} ${hash.digest_size} ${hash.block_size}`;
  const names = [...NAMES.filter((name) => !name.startsWith('sha512_')), ...SHAKES];
  const expected = python(
    [],
    names.map(
      (name) =>
        `' '.join(map(str, (lambda h: (h.name, h.digest_size, h.block_size))(hashlib.${name}())))`,
    ),
  );
  expect(names.map((name) => about(hashlib.new(name)))).toEqual(expected);
  expect(about(hashlib.new('SHA512-224'))).toBe('sha512_224 28 128');
  expect(hashlib.algorithms_guaranteed.size).toBe(14);
});

describe('BLAKE2', () => {
  test.each([
    ['blake2b', 64],
    ['blake2s', 32],
  ] as const)('%s with any parameters', (name, most) => {
    const make = name === 'blake2b' ? hashlib.blake2b : hashlib.blake2s;
    const cases = Array.from({ length: 400 }, () => {
      const bytes = (limit: number): Uint8Array => random.randbytes(random.randint(0, limit));
      return {
        data: random.randbytes(random.choice([0, 1, 63, 64, 65, 127, 128, 129, 256, 300])),
        options: {
          digest_size: random.randint(1, most),
          key: bytes(most),
          salt: bytes(most / 4),
          person: bytes(most / 4),
          fanout: random.randint(0, 255),
          depth: random.randint(1, 255),
          leaf_size: random.randint(0, 2 ** 32 - 1),
          node_offset: random.randint(0, 2 ** 48 - 1),
          node_depth: random.randint(0, 255),
          inner_size: random.randint(0, most),
          last_node: random.random() < 0.5,
        },
      };
    });
    const text = (value: unknown): string =>
      value instanceof Uint8Array
        ? `bytes.fromhex('${hexOf(value)}')`
        : value === true
          ? 'True'
          : value === false
            ? 'False'
            : String(value);
    const expected = python(
      [],
      cases.map(({ data, options }) => {
        const named = Object.entries(options).map(([key, value]) => `${key}=${text(value)}`);
        return `hashlib.${name}(${text(data)}, ${named.join()}).hexdigest()`;
      }),
    );
    expect(cases.map(({ data, options }) => make(data, options).hexdigest())).toEqual(expected);
  });
});

test('keys from passwords', () => {
  const expected = python(
    [],
    [
      ...NAMES.map((name) => `hashlib.pbkdf2_hmac('${name}', b'secret', b'salt', 7, 50).hex()`),
      "hashlib.pbkdf2_hmac('sha256', b'secret', b'salt', 3).hex()",
      "hashlib.scrypt(b'secret', salt=b'salt', n=1024, r=8, p=2, dklen=40).hex()",
    ],
  );
  const found = [
    ...NAMES.map((name) => hashlib.pbkdf2_hmac(name, 'secret', 'salt', 7, 50)),
    hashlib.pbkdf2_hmac('SHA256', 'secret', 'salt', 3),
    hashlib.scrypt('secret', { salt: 'salt', n: 1024, r: 8, p: 2, dklen: 40 }),
  ];
  expect(found.map(hexOf)).toEqual(expected);
});

test('files and streams', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixmod-hash-'));
  const path = join(folder, 'data');
  const data = random.randbytes(600_000);
  writeFileSync(path, data);
  const expected = hashlib.sha256(data).hexdigest();
  expect((await hashlib.file_digest(path, 'sha256')).hexdigest()).toBe(expected);
  expect((await hashlib.file_digest(pathToFileURL(path), hashlib.sha256)).hexdigest()).toBe(
    expected,
  );
  const pieces = Readable.from([data.subarray(0, 7), data.subarray(7)]);
  expect((await hashlib.file_digest(pieces, 'sha256')).hexdigest()).toBe(expected);
  rmSync(folder, { recursive: true });
  await expect(hashlib.file_digest(path, 'sha256')).rejects.toThrow('ENOENT');
  await expect(hashlib.file_digest(1 as never, 'md5')).rejects.toThrow(
    'file_digest: source must be a path or a stream, not number',
  );
});

test('every kind of data', () => {
  const bytes = Uint8Array.of(1, 2, 3, 4);
  const expected = hashlib.md5(bytes).hexdigest();
  expect(hashlib.md5(bytes.buffer).hexdigest()).toBe(expected);
  expect(hashlib.md5(new DataView(bytes.buffer)).hexdigest()).toBe(expected);
  expect(hashlib.md5(Buffer.from('00010203040506', 'hex').subarray(1, 5)).hexdigest()).toBe(
    expected,
  );
  expect(hashlib.md5('ä').hexdigest()).toBe(hashlib.md5(Uint8Array.of(0xc3, 0xa4)).hexdigest());
  const result = hashlib.sha256('a').digest();
  result.fill(0);
  expect(hashlib.sha256('a').hexdigest()).toMatch(/^ca978112/);
});

const wrong: readonly (readonly [string, () => unknown, string])[] = [
  [
    'RangeError',
    () => hashlib.new('sha999'),
    "new: there is no hash 'sha999'; there are md5, sha1,",
  ],
  ['TypeError', () => hashlib.new(1 as never), 'new: name must be a string, not number'],
  [
    'TypeError',
    () => hashlib.md5(1 as never),
    'update: data must be bytes or a string, not number',
  ],
  [
    'TypeError',
    () => hashlib.sha256().update(null as never),
    'update: data must be bytes or a string, not null',
  ],
  [
    'RangeError',
    () => hashlib.blake2b('', { digest_size: 65 }),
    'blake2b: digest_size must be an integer from 1 to 64, not 65',
  ],
  [
    'RangeError',
    () => hashlib.blake2s('', { key: new Uint8Array(33) }),
    'blake2s: key must have at most 32 bytes, not 33',
  ],
  [
    'RangeError',
    () => hashlib.blake2b('', { depth: 0 }),
    'blake2b: depth must be an integer from 1 to 255, not 0',
  ],
  [
    'TypeError',
    () => hashlib.blake2b('', { size: 3 } as never),
    'blake2b: there is no option size',
  ],
  [
    'RangeError',
    () => hashlib.shake_128().digest(-1),
    'digest: length must be an integer from 0 to',
  ],
  [
    'TypeError',
    () => hashlib.shake_128().hexdigest('1' as never),
    'hexdigest: length must be a number, not string',
  ],
  [
    'RangeError',
    () => hashlib.pbkdf2_hmac('md5', '', '', 0),
    'pbkdf2_hmac: iterations must be an integer from 1',
  ],
  [
    'RangeError',
    () => hashlib.pbkdf2_hmac('shake_128', '', '', 1),
    'pbkdf2_hmac: hash_name must be of a hash with a fixed size',
  ],
  [
    'RangeError',
    () => hashlib.scrypt('', { salt: '', n: 3, r: 1, p: 1 }),
    'scrypt: n must be a power of 2, not 3',
  ],
  [
    'RangeError',
    () => hashlib.scrypt('', { salt: '', n: 2 ** 20, r: 8, p: 1 }),
    'scrypt: n, r and p take',
  ],
];

test.each(wrong)('%s: %s', (name, action, message) => {
  expect(action).toThrow(
    expect.objectContaining({ name, message: expect.stringContaining(message) as string }),
  );
});
