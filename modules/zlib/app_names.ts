// The names of the module.
export * from './app_constants.ts';
export { ZlibError as error } from './app_error.ts';
export { adler32, crc32 } from './app_checksums.ts';
export { compress, compressobj } from './app_compress.ts';
export type { Compress, WholeCompressOptions } from './app_compress.ts';
export { decompress, decompressobj } from './app_decompress.ts';
export type { Decompress, WholeDecompressOptions } from './app_decompress.ts';
export type { CompressOptions, DecompressOptions } from './app_settings.ts';
export type { Bytes, Data } from './app_arguments.ts';
export { compress_async, decompress_async } from './app_apart.ts';
export type { ApartOptions, SignalOption } from './app_apart.ts';
export { compress_pieces, decompress_pieces } from './app_pieces.ts';
export { compress_stream, decompress_stream } from './app_stream.ts';
