// `rffi.ExternalCompilationInfo({…})`: options → frozen data with every list filled (rpython/translator/tool/cbuild.py).
import type { ExternalCompilationInfo } from '../lltype/types.ts';

const LISTS = [
  'includes',
  'include_dirs',
  'libraries',
  'library_dirs',
  'separate_module_sources',
  'separate_module_files',
  'pre_include_bits',
  'post_include_bits',
  'compile_extra',
  'link_extra',
  'testonly_libraries',
] as const;
type ListName = (typeof LISTS)[number];

export type CompilationOptions = { readonly [L in ListName]?: readonly string[] };
export interface MergeableInfo extends ExternalCompilationInfo {
  merge(...others: readonly ExternalCompilationInfo[]): MergeableInfo;
}

/** Lists of paths, which are relative to the file that says them. */
const PATHS: ReadonlySet<ListName> = new Set([
  'include_dirs',
  'library_dirs',
  'separate_module_files',
]);

/** `resolvePath` makes a path absolute; the build gives it, untranslated paths stay as written. */
export function compilationInfo(
  options: CompilationOptions,
  resolvePath: (path: string) => string = (path) => path,
): MergeableInfo {
  for (const name of Object.keys(options)) {
    if (!LISTS.some((list) => list === name)) {
      throw new TypeError(
        `ExternalCompilationInfo has no option ${name}; it has ${LISTS.join(', ')}`,
      );
    }
  }
  return freeze((list) =>
    readList(options, list).map((entry) => located(list, entry, resolvePath)),
  );
}

/** All of the infos in one; what stands twice is kept once, in order. */
export function mergeInfos(infos: readonly ExternalCompilationInfo[]): MergeableInfo {
  return freeze((list) => [...new Set(infos.flatMap((info) => info[list]))]);
}

/** True for what `ExternalCompilationInfo` returns. */
export const isCompilationInfo = (value: unknown): value is ExternalCompilationInfo =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'eci';

function freeze(list: (name: ListName) => readonly string[]): MergeableInfo {
  const data = {
    kind: 'eci',
    includes: list('includes'),
    include_dirs: list('include_dirs'),
    libraries: list('libraries'),
    library_dirs: list('library_dirs'),
    separate_module_sources: list('separate_module_sources'),
    separate_module_files: list('separate_module_files'),
    pre_include_bits: list('pre_include_bits'),
    post_include_bits: list('post_include_bits'),
    compile_extra: list('compile_extra'),
    link_extra: list('link_extra'),
    testonly_libraries: list('testonly_libraries'),
    merge: (...others: readonly ExternalCompilationInfo[]): MergeableInfo =>
      mergeInfos([info, ...others]),
  } as const;
  const info: MergeableInfo = Object.freeze(data);
  return info;
}

function readList(options: CompilationOptions, name: ListName): readonly string[] {
  const list = options[name] ?? [];
  if (!Array.isArray(list) || list.some((entry) => typeof entry !== 'string')) {
    throw new TypeError(`ExternalCompilationInfo: ${name} must be an array of strings`);
  }
  return list;
}

/** A header is looked for in the include folders, unless it is written `./…` or `../…`. */
function located(list: ListName, entry: string, resolvePath: (path: string) => string): string {
  const isPath = PATHS.has(list) || (list === 'includes' && /^\.\.?\//.test(entry));
  return isPath ? resolvePath(entry) : entry;
}
