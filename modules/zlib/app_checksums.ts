// Checksums, of data in pieces as well.
import { dataOf, integerOf, type Data } from './app_arguments.ts';
import * as interp from './interp_checksums.ts';

/** Any 32 bits, as a number with a sign or without. */
const start = (value: unknown, where: string): number =>
  integerOf(value, -(2 ** 31), 2 ** 32 - 1, where, 'value') >>> 0;

/** CRC-32, from 0 to 2^32 - 1. `value` is that of the data before; 0 if not given. */
export function crc32(data: Data, value = 0): number {
  return interp.crc32(dataOf(data, 'crc32'), start(value, 'crc32'));
}

/** Adler-32, from 0 to 2^32 - 1. `value` is that of the data before; 1 if not given. */
export function adler32(data: Data, value = 1): number {
  return interp.adler32(dataOf(data, 'adler32'), start(value, 'adler32'));
}
