// libz's numbers, by CPython's names, and its versions.
import { built_version, runtime_version } from './interp_checksums.ts';

export const DEFLATED = 8;
export const DEF_BUF_SIZE = 16_384;
export const DEF_MEM_LEVEL = 8;
export const MAX_WBITS = 15;

export const Z_NO_COMPRESSION = 0;
export const Z_BEST_SPEED = 1;
export const Z_BEST_COMPRESSION = 9;
export const Z_DEFAULT_COMPRESSION = -1;

export const Z_DEFAULT_STRATEGY = 0;
export const Z_FILTERED = 1;
export const Z_HUFFMAN_ONLY = 2;
export const Z_RLE = 3;
export const Z_FIXED = 4;

export const Z_NO_FLUSH = 0;
export const Z_PARTIAL_FLUSH = 1;
export const Z_SYNC_FLUSH = 2;
export const Z_FULL_FLUSH = 3;
export const Z_FINISH = 4;
export const Z_BLOCK = 5;
export const Z_TREES = 6;

/** Of libz's headers, when the module was built. */
export const ZLIB_VERSION = built_version();
/** Of the library that runs. */
export const ZLIB_RUNTIME_VERSION = runtime_version();
