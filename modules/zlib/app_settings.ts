// What compressors and decompressors are made with.
import { bytesOf, integerOf, named, type Bytes } from './app_arguments.ts';
import {
  DEFLATED,
  DEF_MEM_LEVEL,
  MAX_WBITS,
  Z_DEFAULT_COMPRESSION,
  Z_DEFAULT_STRATEGY,
} from './app_constants.ts';

/** If not given: CPython's defaults. */
export interface CompressOptions {
  /** 0 (none) to 9 (best); -1 is what libz thinks well of, 6. */
  readonly level?: number | undefined;
  /** 8; there is no other. */
  readonly method?: number | undefined;
  /** The size of the window as a power of two, and the format: 9 to 15 zlib, 25 to 31 gzip, -15 to -9 neither. */
  readonly wbits?: number | undefined;
  /** 1 to 9: memory for speed. */
  readonly memLevel?: number | undefined;
  /** `Z_DEFAULT_STRATEGY` or another. */
  readonly strategy?: number | undefined;
  /** Bytes that are likely to occur; who decompresses needs the same. */
  readonly zdict?: Bytes | undefined;
}

export interface DecompressOptions {
  /** 8 to 15 zlib, 24 to 31 gzip, 40 to 47 either, -15 to -8 neither; 0 zlib of any window. */
  readonly wbits?: number | undefined;
  /** Those that the compressor had. */
  readonly zdict?: Bytes | undefined;
}

export interface CompressSettings {
  readonly level: number;
  readonly method: number;
  readonly wbits: number;
  readonly memLevel: number;
  readonly strategy: number;
  readonly zdict: Uint8Array | null;
}

export interface DecompressSettings {
  readonly wbits: number;
  readonly zdict: Uint8Array | null;
}

const COMPRESS = ['level', 'method', 'wbits', 'memLevel', 'strategy', 'zdict'] as const;

export function compressSettings(where: string, given: readonly unknown[]): CompressSettings {
  const values = named(where, COMPRESS, given);
  const { level = Z_DEFAULT_COMPRESSION, method = DEFLATED, wbits = MAX_WBITS } = values;
  const { memLevel = DEF_MEM_LEVEL, strategy = Z_DEFAULT_STRATEGY, zdict } = values;
  return {
    level: integerOf(level, -1, 9, where, 'level'),
    method: integerOf(method, DEFLATED, DEFLATED, where, 'method'),
    wbits: compressWbits(wbits, where),
    memLevel: integerOf(memLevel, 1, 9, where, 'memLevel'),
    strategy: integerOf(strategy, 0, 4, where, 'strategy'),
    zdict: dictionary(zdict, where),
  };
}

export function decompressSettings(where: string, given: readonly unknown[]): DecompressSettings {
  const { wbits = MAX_WBITS, zdict } = named(where, ['wbits', 'zdict'], given);
  return { wbits: decompressWbits(wbits, where), zdict: dictionary(zdict, where) };
}

/** libz counts its bytes in 32 bits. */
const MOST_BYTES = 2 ** 32 - 1;

/** A copy: it is needed later. */
function dictionary(zdict: unknown, where: string): Uint8Array | null {
  if (zdict === undefined || zdict === null) return null;
  const bytes = bytesOf(zdict, where, 'zdict');
  if (bytes.length <= MOST_BYTES) return bytes.slice();
  throw new RangeError(
    `${where}: zdict must have at most ${MOST_BYTES} bytes, not ${bytes.length}`,
  );
}

const isCompressWbits = (bits: number): boolean =>
  (bits >= 9 && bits <= 15) || (bits >= 25 && bits <= 31) || (bits >= -15 && bits <= -9);

const isDecompressWbits = (bits: number): boolean =>
  bits < 0 ? bits >= -15 && bits <= -8 : bits < 48 && ((bits & 15) === 0 || (bits & 8) !== 0);

export function compressWbits(value: unknown, where: string): number {
  const bits = integerOf(value, -15, 31, where, 'wbits');
  if (isCompressWbits(bits)) return bits;
  throw new RangeError(
    `${where}: wbits must be 9 to 15 (zlib), 25 to 31 (gzip) or -15 to -9 (raw), not ${bits}`,
  );
}

export function decompressWbits(value: unknown, where: string): number {
  const bits = integerOf(value, -15, 47, where, 'wbits');
  if (isDecompressWbits(bits)) return bits;
  throw new RangeError(
    `${where}: wbits must be 0, 8 to 15 (zlib), 24 to 31 (gzip), 40 to 47 (either) or -15 to -8 (raw), not ${bits}`,
  );
}
