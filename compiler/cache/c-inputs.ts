// Compilation infos → the files of C that outputs are made from: headers, also the system's, C files, and what is linked
// in by its path. Their change must rebuild, and a machine with others must not take the outputs.
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { cArguments, type Compiler } from '../platform/ask-compiler.ts';
import { cPreamble } from '../toolchain/compilation-info.ts';
import { cTool, type CPlatform } from '../toolchain/c-compiler.ts';
import { findTool } from '../toolchain/find-tool.ts';

/** Absolute paths. */
export function cInputs(
  infos: readonly ExternalCompilationInfo[],
  platform: CPlatform,
): readonly string[] {
  const { host } = platform;
  const distinct = new Map(infos.map((info) => [JSON.stringify(info), info]));
  const files = [...distinct.values()].flatMap((info) => filesOf(info, platform));
  return [...new Set(files)].filter((path) => host.exists(path) && !host.isFolder(path));
}

function filesOf(info: ExternalCompilationInfo, platform: CPlatform): readonly string[] {
  const { host } = platform;
  const sources = info.separate_module_files.map((file) => host.resolve(file));
  const linked = info.link_extra.map((argument) => host.resolve(argument));
  const libraries = info.library_dirs.flatMap((folder) =>
    info.libraries.flatMap((name) =>
      ['a', 'so'].map((ending) => host.resolve(folder, `lib${name}.${ending}`)),
    ),
  );
  return [...sources, ...linked, ...libraries, ...allHeaders(info, sources, platform)];
}

/** Where nobody can be asked, those that stand in the info's own folders. */
function allHeaders(
  info: ExternalCompilationInfo,
  sources: readonly string[],
  { host, target }: CPlatform,
): readonly string[] {
  const { includes, include_dirs, pre_include_bits, post_include_bits } = info;
  const texts = [...includes, ...pre_include_bits, ...post_include_bits];
  if (texts.length + sources.length + info.separate_module_sources.length === 0) return [];
  const path = findTool(cTool(target), host);
  const found =
    path === undefined
      ? [undefined]
      : [null, ...sources].map((source) => headersOf({ path, host, target, info }, source));
  return found.flatMap(
    (headers) =>
      headers ??
      include_dirs.flatMap((folder) => includes.map((file) => host.resolve(folder, file))),
  );
}

/**
 * The compiler and the headers that it reads for a C file, or where that is null for the texts of the info; undefined where the compiler
 * does not say.
 */
export function headersOf(
  { path, host, target, info }: Compiler,
  source: string | null,
): readonly string[] | undefined {
  const args = [...cArguments(info, target), '-M', '-MT', 'headers'];
  const text = [cPreamble(info), ...info.separate_module_sources].join('\n');
  const { status, stdout } =
    source === null
      ? host.run(path, [...args, '-'], `${text}\n`)
      : host.run(path, [...args, source]);
  if (status !== 0 || !stdout.startsWith('headers:')) return undefined;
  const names = stdout.slice('headers:'.length).replaceAll('\\\n', ' ').trim();
  return [path, ...names.split(/(?<!\\)\s+/).filter((name) => name !== '-' && name !== '')].map(
    (name) => host.resolve(name.replaceAll('\\ ', ' ')),
  );
}
