// The C that a program brings → shared libraries for its untranslated execution (ll2ctypes.py): its sources, and a function around
// each macro. One for each compilation info, kept under the hash of what it is made from.
import { createHash } from 'node:crypto';
import type { CFunction, ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { macroGroups, macroSource } from './c-macros.ts';
import { cPreamble } from '../toolchain/compilation-info.ts';
import { runTool, type ToolRuns } from '../toolchain/run-tool.ts';

export type SharedLibraries = ReadonlyMap<ExternalCompilationInfo, string>;

/** Absolute paths; infos that bring no C have none. Failures are reported. `folder`: where they are kept. */
export function sharedLibraries(
  functions: readonly CFunction[],
  folder: string,
  runs: ToolRuns,
): SharedLibraries {
  const made = new Map<ExternalCompilationInfo, string>();
  const macros = new Map(
    macroGroups(functions).map((group) => [group[0]?.compilation_info, macroSource(group)]),
  );
  for (const info of new Set(functions.map(({ compilation_info: one }) => one))) {
    const texts = [
      ...info.separate_module_sources.map((text) => `${cPreamble(info)}\n${text}\n`),
      ...(macros.get(info) === undefined ? [] : [macros.get(info) ?? '']),
    ];
    if (texts.length === 0 && info.separate_module_files.length === 0) continue;
    const path = library(info, texts, folder, runs);
    if (path !== null) made.set(info, path);
  }
  return made;
}

function library(
  info: ExternalCompilationInfo,
  texts: readonly string[],
  folder: string,
  runs: ToolRuns,
): string | null {
  const { host } = runs;
  const files = info.separate_module_files.map((path) => host.readText(path) ?? '');
  const hash = createHash('sha256')
    .update(JSON.stringify([info, texts, files, options(info)]))
    .digest('hex');
  const path = host.resolve(folder, `${hash.slice(0, 32)}.so`);
  if (host.exists(path)) return path;
  const temporary = host.makeTemporary();
  try {
    const sources = texts.map((text, index) => {
      const source = host.resolve(temporary, `source${index}.c`);
      host.writeTemporary(source, text);
      return source;
    });
    const made = host.resolve(temporary, 'library.so');
    const args = [...sources, ...info.separate_module_files, ...options(info), '-o', made];
    const bytes = runTool('cc', 'cc', args, runs) ? host.readBytes(made) : undefined;
    if (!bytes) return null;
    host.writeAtomic(path, bytes);
    return path;
  } finally {
    host.remove(temporary);
  }
}

// The libraries are loaded before it and are no part of it: whoever looks for a function in it finds only its own.
const options = (info: ExternalCompilationInfo): readonly string[] => [
  '-O1',
  '-g',
  '-fPIC',
  '-shared',
  '-Wl,-Bsymbolic',
  ...info.include_dirs.map((one) => `-I${one}`),
  ...info.compile_extra,
  ...info.library_dirs.map((one) => `-L${one}`),
  ...info.link_extra,
];
