// Every primitive of lltype and rffi, once: its name there, its machine type, the type of its values, its name in C.
// Sizes are those of System V x86-64 (LP64).
import type { MachineType, Primitive, ValueName } from './types.ts';

const primitive = (name: string, machine: MachineType, value: ValueName, c: string): Primitive =>
  Object.freeze({ kind: 'primitive', name, machine, value, c });

/** lltype's own names. */
export const LLTYPE_PRIMITIVES = {
  Signed: primitive('Signed', 'i64', 'isize', 'long'),
  Unsigned: primitive('Unsigned', 'u64', 'usize', 'unsigned long'),
  SignedLongLong: primitive('SignedLongLong', 'i64', 'i64', 'long long'),
  UnsignedLongLong: primitive('UnsignedLongLong', 'u64', 'u64', 'unsigned long long'),
  Float: primitive('Float', 'f64', 'f64', 'double'),
  SingleFloat: primitive('SingleFloat', 'f32', 'f32', 'float'),
  Char: primitive('Char', 'u8', 'u8', 'char'),
  UniChar: primitive('UniChar', 'u32', 'u32', 'wchar_t'),
  Bool: primitive('Bool', 'bool', 'boolean', '_Bool'),
  Void: primitive('Void', 'void', 'void', 'void'),
} as const;

/** rffi's names for C's types. Word-sized ones are numbers (isize), those that say 64 bits are bigints (i64). */
export const RFFI_PRIMITIVES = {
  CHAR: LLTYPE_PRIMITIVES.Char,
  SIGNEDCHAR: primitive('SIGNEDCHAR', 'i8', 'i8', 'signed char'),
  UCHAR: primitive('UCHAR', 'u8', 'u8', 'unsigned char'),
  SHORT: primitive('SHORT', 'i16', 'i16', 'short'),
  USHORT: primitive('USHORT', 'u16', 'u16', 'unsigned short'),
  INT: primitive('INT', 'i32', 'i32', 'int'),
  UINT: primitive('UINT', 'u32', 'u32', 'unsigned int'),
  LONG: primitive('LONG', 'i64', 'isize', 'long'),
  ULONG: primitive('ULONG', 'u64', 'usize', 'unsigned long'),
  LONGLONG: primitive('LONGLONG', 'i64', 'i64', 'long long'),
  ULONGLONG: primitive('ULONGLONG', 'u64', 'u64', 'unsigned long long'),
  SIZE_T: primitive('SIZE_T', 'u64', 'usize', 'size_t'),
  SSIZE_T: primitive('SSIZE_T', 'i64', 'isize', 'ssize_t'),
  PTRDIFF_T: primitive('PTRDIFF_T', 'i64', 'isize', 'ptrdiff_t'),
  INTPTR_T: primitive('INTPTR_T', 'i64', 'isize', 'intptr_t'),
  UINTPTR_T: primitive('UINTPTR_T', 'u64', 'usize', 'uintptr_t'),
  TIME_T: primitive('TIME_T', 'i64', 'isize', 'time_t'),
  OFF_T: primitive('OFF_T', 'i64', 'isize', 'off_t'),
  MODE_T: primitive('MODE_T', 'u32', 'u32', 'mode_t'),
  PID_T: primitive('PID_T', 'i32', 'i32', 'pid_t'),
  WCHAR_T: primitive('WCHAR_T', 'i32', 'i32', 'wchar_t'),
  INT8_T: primitive('INT8_T', 'i8', 'i8', 'int8_t'),
  UINT8_T: primitive('UINT8_T', 'u8', 'u8', 'uint8_t'),
  INT16_T: primitive('INT16_T', 'i16', 'i16', 'int16_t'),
  UINT16_T: primitive('UINT16_T', 'u16', 'u16', 'uint16_t'),
  INT32_T: primitive('INT32_T', 'i32', 'i32', 'int32_t'),
  UINT32_T: primitive('UINT32_T', 'u32', 'u32', 'uint32_t'),
  INT64_T: primitive('INT64_T', 'i64', 'i64', 'int64_t'),
  UINT64_T: primitive('UINT64_T', 'u64', 'u64', 'uint64_t'),
  INTMAX_T: primitive('INTMAX_T', 'i64', 'i64', 'intmax_t'),
  UINTMAX_T: primitive('UINTMAX_T', 'u64', 'u64', 'uintmax_t'),
  DOUBLE: LLTYPE_PRIMITIVES.Float,
  FLOAT: LLTYPE_PRIMITIVES.SingleFloat,
  BOOL: LLTYPE_PRIMITIVES.Bool,
  SIGNED: LLTYPE_PRIMITIVES.Signed,
  UNSIGNED: LLTYPE_PRIMITIVES.Unsigned,
  VOID: LLTYPE_PRIMITIVES.Void,
} as const;
