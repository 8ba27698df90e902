// Platform probes for users of ctypes, after PyPy's ctypes_configure: what C's headers say, as types and values of ctypes.
export { configure, type Config, type Configured, type ConfigureOptions } from './configure.ts';
export { ConfigureError } from './ask.ts';
export type { CompilationInfo } from './answers.ts';
export {
  AlignOf,
  ConstantInteger,
  Defined,
  DefinedConstantDouble,
  DefinedConstantInteger,
  DefinedConstantString,
  type Entry,
  Enum,
  Has,
  IntegerFunctionResult,
  SimpleType,
  SizeOf,
  Struct,
  type StructFields,
  Works,
} from './entries.ts';
