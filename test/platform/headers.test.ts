// What the headers of the system and of libraries declare.
import { describe, expect, test } from 'vitest';
import {
  constantOf,
  declarationsOf,
  enumOf,
  fieldsOf,
  prototypeOf,
  skippedOf,
  structOf,
} from './c-header.ts';
import { spell } from '../../compiler/platform/c-spelling.ts';

describe('zlib.h', () => {
  const zlib = () =>
    declarationsOf({ includes: ['zlib.h'] }, 'deflate*', 'crc32', 'z_*', 'Z_*', 'ZLIB_*', 'gz*');

  test('functions with the names of their parameters', () => {
    expect(prototypeOf(zlib(), 'deflate')).toBe('int deflate(z_streamp strm, int flush)');
    expect(prototypeOf(zlib(), 'crc32')).toBe('uLong crc32(uLong crc, const Bytef *buf, uInt len)');
    expect(prototypeOf(zlib(), 'gzprintf')).toBe(
      'int gzprintf(gzFile file, const char *format, ...)',
    );
  });

  test('the structure behind a typedef, and the opaque one that it points to', () => {
    const stream = structOf(zlib(), 'struct z_stream_s');
    expect(stream).toMatchObject({ typedef: 'z_stream', size: 112, alignment: 8, opaque: false });
    expect(fieldsOf(stream).slice(0, 3)).toEqual([
      '0 Bytef *next_in',
      '8 uInt avail_in',
      '16 uLong total_in',
    ]);
    expect(structOf(zlib(), 'struct internal_state')).toMatchObject({ opaque: true, fields: [] });
  });

  test('constants of the header', () => {
    expect(constantOf(zlib(), 'Z_BUF_ERROR')).toEqual({
      kind: 'integer',
      value: -5n,
      signed: true,
      size: 4,
    });
    expect(constantOf(zlib(), 'ZLIB_VERSION')).toMatchObject({ kind: 'string' });
  });

  test('a macro that stands for a type, and those that are nothing', () => {
    const found = zlib();
    const offset = found.types.typedefs['z_off_t'];
    expect(offset && spell(offset)).toBe('off_t');
    expect(skippedOf(found, 'deflateInit')).toBe('it takes arguments');
    expect(skippedOf(found, 'z_const')).toBe('it is empty');
  });
});

describe('sqlite3.h', () => {
  const sqlite = () => declarationsOf({ includes: ['sqlite3.h'] }, 'sqlite3_*', 'SQLITE_*');

  test('functions that take callbacks', () => {
    expect(prototypeOf(sqlite(), 'sqlite3_exec')).toBe(
      'int sqlite3_exec(sqlite3 *, const char *sql, int (*callback)(void *, int, char **, char **), void *, char **errmsg)',
    );
    expect(prototypeOf(sqlite(), 'sqlite3_config')).toBe('int sqlite3_config(int, ...)');
    expect(sqlite().functions.length).toBeGreaterThan(200);
  });

  test('variables, and whether they are const', () => {
    const { variables } = sqlite();
    expect(variables.map((one) => [spell(one.type, one.name), one.const])).toEqual([
      ['const char sqlite3_version[]', true],
      ['char *sqlite3_temp_directory', false],
      ['char *sqlite3_data_directory', false],
    ]);
  });

  test('a structure of function pointers that mentions itself', () => {
    const vfs = structOf(sqlite(), 'struct sqlite3_vfs');
    expect(fieldsOf(vfs)).toContain('16 sqlite3_vfs *pNext');
    expect(fieldsOf(vfs)).toContain(
      '40 int (*xOpen)(sqlite3_vfs *, sqlite3_filename, sqlite3_file *, int, int *)',
    );
  });

  test('constants by the hundred, and pointers that are none', () => {
    expect(sqlite().constants.length).toBeGreaterThan(400);
    expect(constantOf(sqlite(), 'SQLITE_IOERR_READ')).toMatchObject({ value: 266n });
    expect(skippedOf(sqlite(), 'SQLITE_TRANSIENT')).toMatch(/^its type is /);
    expect(skippedOf(sqlite(), 'SQLITE_EXTERN')).toBe('it is no expression');
  });
});

describe('png.h', () => {
  const png = () => declarationsOf({ includes: ['png.h'] }, 'png_*', 'PNG_*');

  test('functions whose names stand in parentheses', () => {
    expect(prototypeOf(png(), 'png_access_version_number')).toBe(
      'png_uint_32 png_access_version_number()',
    );
    expect(prototypeOf(png(), 'png_sig_cmp')).toBe(
      'int png_sig_cmp(png_const_bytep sig, size_t start, size_t num_to_check)',
    );
  });

  test('the buffer of setjmp', () => {
    expect(prototypeOf(png(), 'png_longjmp')).toBe(
      'void png_longjmp(png_const_structrp png_ptr, int val)',
    );
    expect(structOf(png(), 'struct __jmp_buf_tag')).toMatchObject({ size: 200, alignment: 8 });
  });

  test('a parameter that is restrict', () => {
    const type = png().types.typedefs['png_const_structrp'];
    expect(type && spell(type)).toBe('const png_struct *restrict');
  });
});

describe('ffi.h', () => {
  const ffi = () => declarationsOf({ includes: ['ffi.h'] }, 'ffi_*', 'FFI_*');

  test('enumerators are constants, their enum is a type', () => {
    expect(ffi().constants.find(({ name }) => name === 'FFI_BAD_ABI')).toMatchObject({
      from: 'enum',
      constant: { value: 2n },
    });
    const abi = Object.values(ffi().types.enums).find(({ tag }) => tag === 'ffi_abi');
    expect(abi?.members.map(({ name }) => name)).toContain('FFI_DEFAULT_ABI');
  });

  test('a recursive structure', () => {
    expect(fieldsOf(structOf(ffi(), 'struct _ffi_type'))).toEqual([
      '0 size_t size',
      '8 unsigned short alignment',
      '10 unsigned short type',
      '16 struct _ffi_type **elements',
    ]);
  });

  test('a function that is given functions', () => {
    expect(prototypeOf(ffi(), 'ffi_call')).toBe(
      'void ffi_call(ffi_cif *cif, void (*fn)(void), void *rvalue, void **avalue)',
    );
  });
});

describe('the C library', () => {
  test('math.h: numbers, and macros that are real numbers', () => {
    const math = declarationsOf(
      { includes: ['math.h'] },
      'sin',
      'frexp',
      'sinl',
      'M_PI',
      'HUGE_VAL',
    );
    expect(prototypeOf(math, 'frexp')).toMatch(/^double frexp\(double \w+, int \*\w+\)$/);
    expect(prototypeOf(math, 'sinl')).toMatch(/^long double sinl\(long double \w+\)$/);
    expect(constantOf(math, 'M_PI')).toEqual({ kind: 'double', value: Math.PI, size: 8 });
    expect(constantOf(math, 'HUGE_VAL')).toMatchObject({ value: Infinity });
  });

  test('stdio.h: streams are variables behind macros of the same name', () => {
    const stdio = declarationsOf(
      { includes: ['stdio.h'] },
      'stdin',
      'printf',
      'FILE',
      'EOF',
      'BUFSIZ',
    );
    expect(stdio.variables).toMatchObject([{ name: 'stdin', const: false }]);
    expect(prototypeOf(stdio, 'printf')).toMatch(
      /^int printf\(const char \*(restrict )?\w+, \.\.\.\)$/,
    );
    expect(constantOf(stdio, 'EOF')).toMatchObject({ value: -1n });
    expect(structOf(stdio, 'struct _IO_FILE').size).toBe(216);
  });

  test('stdio.h: a function that has another symbol than its name', () => {
    const { functions } = declarationsOf({ includes: ['stdio.h'] }, 'sscanf', 'puts');
    const symbols = functions.map(({ name, symbol }) => [name, symbol]);
    expect(symbols).toEqual(
      expect.arrayContaining([
        ['sscanf', '__isoc99_sscanf'],
        ['puts', 'puts'],
      ]),
    );
  });

  test('dirent.h: an array of a fixed length inside', () => {
    const dirent = declarationsOf({ includes: ['dirent.h'] }, 'readdir', 'DT_*');
    expect(fieldsOf(structOf(dirent, 'struct dirent')).at(-1)).toBe('19 char d_name[256]');
    expect(structOf(dirent, 'struct __dirstream').opaque).toBe(true);
    expect(constantOf(dirent, 'DT_DIR')).toMatchObject({ value: 4n });
  });

  test('time.h and sys/stat.h: tags are found with and without `struct`', () => {
    const found = declarationsOf(
      { includes: ['time.h', 'sys/stat.h'] },
      'tm',
      'struct stat',
      'S_IFDIR',
    );
    expect(structOf(found, 'struct tm').size).toBe(56);
    expect(structOf(found, 'struct stat').size).toBe(144);
    expect(fieldsOf(structOf(found, 'struct tm'))).toContain('48 const char *tm_zone');
    expect(constantOf(found, 'S_IFDIR')).toMatchObject({ value: 0o40000n });
  });

  test('errno.h: a macro that is an expression', () => {
    const found = declarationsOf({ includes: ['errno.h'] }, 'errno', 'ENOENT');
    expect(skippedOf(found, 'errno')).toBe('it is not a constant');
    expect(constantOf(found, 'ENOENT')).toMatchObject({ value: 2n });
  });

  test('netinet/in.h: constants that are macros and enumerators at once', () => {
    const found = declarationsOf({ includes: ['netinet/in.h'] }, 'IPPROTO_TCP', 'in6_addr');
    expect(constantOf(found, 'IPPROTO_TCP')).toMatchObject({ value: 6n });
    expect(structOf(found, 'struct in6_addr')).toMatchObject({ size: 16, alignment: 4 });
  });

  test('socket.h: an enum of a typedef', () => {
    const found = declarationsOf(
      { includes: ['sys/socket.h'] },
      'shutdown',
      'SHUT_RD',
      '__socket_type',
    );
    expect(enumOf(found, 'enum __socket_type')).toMatchObject({ size: 4, signed: false });
  });
});
