// The object `rffi_platform` that programs import: what C says of the platform, asked when the module is built.
import type { ExternalCompilationInfo, LowLevelType, Primitive } from '../lltype/types.ts';
import { compilationInfo } from '../rffi/compilation-info.ts';
import { ENTRIES, type Entry } from './entries.ts';
import { EntryErrors } from './entry-errors.ts';

/** Answers entries in their order; throws an Error that names the entry. */
export type Probe = (
  entries: readonly Entry[],
  info: ExternalCompilationInfo,
) => readonly unknown[];

const NOWHERE: Probe = () => {
  throw new Error(
    'rffi_platform asks the C compiler when a module is built; nobody can be asked here',
  );
};

interface Config {
  readonly _compilation_info_?: ExternalCompilationInfo;
  readonly [name: string]: Entry | ExternalCompilationInfo | undefined;
}

/** `rffi_platform` for code whose questions `probe` answers. */
export function createRffiPlatform(probe: Probe = NOWHERE) {
  const one = (entry: Entry, info: ExternalCompilationInfo = compilationInfo({})): unknown =>
    probe([entry], info)[0];
  const configure = (config: Config): Readonly<Record<string, unknown>> => {
    const { _compilation_info_: info = compilationInfo({}), ...entries } = config;
    const names = Object.keys(entries);
    const answers = naming(names, () =>
      probe(
        names.map((name) => entries[name] as Entry),
        info,
      ),
    );
    return Object.freeze(Object.fromEntries(names.map((name, index) => [name, answers[index]])));
  };
  return Object.freeze({
    ...ENTRIES,
    configure,
    getstruct: (
      name: string,
      info: ExternalCompilationInfo,
      fields: readonly (readonly [string, LowLevelType])[],
    ) => one(ENTRIES.Struct(name, fields), info),
    getsimpletype: (name: string, info: ExternalCompilationInfo, type: Primitive) =>
      one(ENTRIES.SimpleType(name, type), info),
    getconstantinteger: (name: string, info?: ExternalCompilationInfo) =>
      one(ENTRIES.ConstantInteger(name), info),
    getdefined: (name: string, info?: ExternalCompilationInfo) => one(ENTRIES.Defined(name), info),
    getdefinedinteger: (name: string, info?: ExternalCompilationInfo) =>
      one(ENTRIES.DefinedConstantInteger(name), info),
    getdefineddouble: (name: string, info?: ExternalCompilationInfo) =>
      one(ENTRIES.DefinedConstantDouble(name), info),
    getdefinedstring: (name: string, info?: ExternalCompilationInfo) =>
      one(ENTRIES.DefinedConstantString(name), info),
    getintegerfunctionresult: (
      name: string,
      args: readonly (string | number)[] = [],
      info?: ExternalCompilationInfo,
    ) => one(ENTRIES.IntegerFunctionResult(name, args), info),
    has: (expression: string, info?: ExternalCompilationInfo) => one(ENTRIES.Has(expression), info),
    sizeof: (name: string, info?: ExternalCompilationInfo) => one(ENTRIES.SizeOf(name), info),
    memory_alignment: () =>
      one(ENTRIES.AlignOf('max_align_t'), compilationInfo({ includes: ['stddef.h'] })),
    /** Throws where the headers and libraries do not compile and link. */
    verify_eci: (info: ExternalCompilationInfo) => void one(ENTRIES.Works(), info),
  });
}

/** Errors of entries get their names. */
function naming<T>(names: readonly string[], ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw error instanceof EntryErrors ? new EntryErrors(error.failures, names) : error;
  }
}

export const rffi_platform = createRffiPlatform();
