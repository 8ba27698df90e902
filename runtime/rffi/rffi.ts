// The object `rffi` that programs import.
import { RFFI_PRIMITIVES } from '../lltype/primitives.ts';
import { borrowed, buffer, type Declared, inout, nonnull, out, owned } from './annotations.ts';
import {
  charp2str,
  charpsize2str,
  free_charp,
  scoped_alloc_buffer,
  scoped_bounded,
  scoped_nonmovingbuffer,
  scoped_str2charp,
  str2charp,
} from './buffers.ts';
import {
  CArray,
  CArrayPtr,
  CFixedArray,
  COpaque,
  COpaquePtr,
  CStruct,
  CStructPtr,
  CCallback,
  CUnion,
  POINTER_TYPES,
} from './c-types.ts';
import { callback, free_callback, llhelper, scoped_callback } from './callbacks.ts';
import { cast, offsetof, ptradd, sizeof } from './cast.ts';
import { c_memcpy, c_memset, structcopy } from './copying.ts';
import { type CompilationOptions, compilationInfo } from './compilation-info.ts';
import { RFFI_ERR } from '../lltype/errno-flags.ts';
import { type ExternalOptions, llexternal } from './llexternal.ts';
import {
  from_compiler_flags,
  from_config_tool,
  from_linker_flags,
  from_pkg_config,
  type RunConfigTool,
} from './config-tools.ts';
import { CExternVariable } from './variables.ts';
import { getintfield, make, setintfield } from './fields.ts';
import {
  charp2strn,
  charpp2liststr,
  free_charpp,
  free_wcharp,
  liststr2charpp,
  scoped_alloc_unicodebuffer,
  scoped_unicode2wcharp,
  str2chararray,
  unicode2wchararray,
  unicode2wcharp,
  wcharp2unicode,
  wcharp2unicoden,
  wcharpsize2unicode,
} from './strings.ts';
import type { DeclarationSite, ExternalCompilationInfo, LowLevelType } from '../lltype/types.ts';

/** Where the declarations stand; the build knows it. */
export interface BuildPlace {
  resolvePath(path: string): string;
  declaredAt(): DeclarationSite | null;
  /** Of `from_pkg_config` and its kin. */
  readonly runTool?: RunConfigTool;
  /** A file of the runtime core, which may call the prelude. */
  readonly isCore?: boolean;
}

const noTool: RunConfigTool = (program) => {
  throw new Error(`${program} is asked only while a module is built`);
};

const NOWHERE: BuildPlace = { resolvePath: (path) => path, declaredAt: () => null };

/** `rffi` for code in one file. */
export function createRffi(place: BuildPlace) {
  const run = place.runTool ?? noTool;
  return Object.freeze({
    ...RFFI_PRIMITIVES,
    ...POINTER_TYPES,
    ...RFFI_ERR,
    NULL: null,
    CArray,
    CFixedArray,
    CArrayPtr,
    CStruct,
    CStructPtr,
    CUnion,
    CCallback,
    COpaque,
    COpaquePtr,
    ExternalCompilationInfo: Object.assign(
      (options: CompilationOptions) => compilationInfo(options, place.resolvePath),
      {
        from_compiler_flags,
        from_linker_flags,
        from_config_tool: (tool: string) => from_config_tool(tool, run),
        from_pkg_config: (name: string) => from_pkg_config(name, run),
      },
    ),
    llexternal: (
      name: string,
      args: readonly Declared[],
      result: Declared,
      options?: ExternalOptions,
    ) => llexternal(name, args, result, options, place),
    CExternVariable: (type: LowLevelType, name: string, info?: ExternalCompilationInfo) =>
      CExternVariable(type, name, info, place),
    nonnull,
    out,
    inout,
    owned,
    borrowed,
    buffer,
    scoped_bounded,
    str2charp,
    free_charp,
    charp2str,
    charpsize2str,
    scoped_str2charp,
    scoped_nonmovingbuffer,
    scoped_alloc_buffer,
    cast,
    ptradd,
    sizeof,
    offsetof,
    make,
    setintfield,
    getintfield,
    str2constcharp: str2charp,
    constcharp2str: charp2str,
    constcharpsize2str: charpsize2str,
    scoped_view_charp: scoped_str2charp,
    charp2strn,
    str2chararray,
    unicode2wcharp,
    unicode2wchararray,
    wcharp2unicode,
    wcharp2unicoden,
    wcharpsize2unicode,
    liststr2charpp,
    free_charpp,
    charpp2liststr,
    free_wcharp,
    scoped_unicode2wcharp,
    scoped_alloc_unicodebuffer,

    llhelper,
    callback,
    free_callback,
    scoped_callback,
    structcopy,
    c_memcpy,
    c_memset,
  });
}

export const rffi = createRffi(NOWHERE);
