// Records of actions as other build tools' caches read them, and that nothing but the record of a key is taken for it.
import { expect, test } from 'vitest';
import {
  decodeActionResult,
  encodeActionResult,
  type OutputFile,
} from '../../compiler/cache/action-result.ts';
import { digestOf } from '../../compiler/cache/digest.ts';
import { bytesField, readFields, varintField } from '../../compiler/cache/protobuf.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => Buffer.from(text, 'hex');

const KEY = digestOf('a key');
const FILES: readonly OutputFile[] = [
  { name: 'a.node', digest: digestOf('machine code'), size: 300 },
  { name: 'a.js', digest: digestOf('loader'), size: 0 },
];

test("the examples of protobuf's description of its encoding", () => {
  // Test1 { int32 a = 1; } of 150, Test2 { string b = 2; } of "testing", Test3 { Test1 c = 3; }.
  expect(hex(varintField(1, 150))).toBe('089601');
  expect(hex(bytesField(2, 'testing'))).toBe('120774657374696e67');
  expect(hex(bytesField(3, varintField(1, 150)))).toBe('1a03089601');
  expect(readFields(bytes('089601'))).toEqual([{ number: 1, value: 150 }]);
  expect(readFields(bytes('1a03089601'))).toMatchObject([{ number: 3 }]);
});

test('fixed numbers are passed over; what is no message is null', () => {
  const fixed = readFields(bytes('0d01020304' + '110102030405060708' + '1805'));
  expect(fixed?.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(fixed?.at(-1)?.value).toBe(5);
  // Ends in a tag, in a varint, in a length; a length beyond the end; a group; field 0; beyond 2 ** 53.
  for (const wrong of [
    '80',
    '0896',
    '12',
    '120774',
    '0d0102',
    '0b0c',
    '0001',
    '08ffffffffffffffff7f',
  ])
    expect(readFields(bytes(wrong)), wrong).toBeNull();
});

test('the fields of ActionResult, OutputFile and Digest', () => {
  const outer = readFields(encodeActionResult(KEY, FILES)) ?? [];
  expect(outer.map(({ number }) => number)).toEqual([2, 2, 5]);
  const file = readFields(outer[0]?.value as Uint8Array) ?? [];
  expect(file.map(({ number }) => number)).toEqual([1, 2]);
  expect(String(file[0]?.value)).toBe('a.node');
  const digest = readFields(file[1]?.value as Uint8Array) ?? [];
  expect(String(digest[0]?.value)).toBe(digestOf('machine code'));
  expect(digest[1]).toEqual({ number: 2, value: 300 });
});

test('what was written is read, with fields that others add', () => {
  const record = encodeActionResult(KEY, FILES);
  expect(decodeActionResult(record, KEY)).toEqual(FILES);
  const extended = Buffer.concat([record, varintField(4, 0), bytesField(9, varintField(1, 2))]);
  expect(decodeActionResult(extended, KEY)).toEqual(FILES);
  expect(decodeActionResult(encodeActionResult(KEY, []), KEY)).toEqual([]);
});

test('a record of another key, cut off anywhere, or with any byte changed is none', () => {
  const record = encodeActionResult(KEY, FILES);
  expect(decodeActionResult(record, digestOf('another'))).toBeNull();
  for (let length = 0; length < record.length; length++)
    expect(decodeActionResult(record.subarray(0, length), KEY), `${length} bytes`).toBeNull();
  for (let at = 0; at < record.length; at++) {
    for (const flip of [0x01, 0x80, 0xff]) {
      const changed = Buffer.from(record);
      changed[at] = (changed[at] ?? 0) ^ flip;
      const read = decodeActionResult(changed, KEY);
      if (read !== null) expect(read, `byte ${at}`).toEqual(FILES);
    }
  }
});

test('names with folders are refused', () => {
  for (const name of ['../a.node', '/etc/passwd', 'a/b', '..', '.', '', 'a\\b', 'a\0b'])
    expect(
      decodeActionResult(encodeActionResult(KEY, [{ name, digest: KEY, size: 1 }]), KEY),
      JSON.stringify(name),
    ).toBeNull();
});
