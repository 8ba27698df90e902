// The C that a program brings → objects, by the C compiler.
import { targetOf, type BuildOptions } from '../options.ts';
import { cpuArguments } from '../target/cpus.ts';
import { cProblem, cTargetArguments, cTool } from '../toolchain/c-compiler.ts';
import { E } from '../diagnostics/codes.ts';
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { cPreamble, includeArguments } from '../toolchain/compilation-info.ts';
import { runTool, type ToolRuns } from '../toolchain/run-tool.ts';

interface CInput {
  readonly compilationInfos: readonly ExternalCompilationInfo[];
}

/** Paths of the objects; null after a failure, which is reported. */
export function compileC(
  folder: string,
  { compilationInfos }: CInput,
  options: BuildOptions,
  runs: ToolRuns,
): readonly string[] | null {
  const objects: string[] = [];
  const infos = onceEach(compilationInfos);
  if (infos.some(bringsC) && !hasLibrary(options, runs)) return null;
  for (const info of infos) {
    for (const source of sourcesOf(folder, info, objects.length, runs)) {
      const object = runs.host.resolve(folder, `c${objects.length}.o`);
      if (
        !runTool(
          cTool(options.target),
          'cc',
          [...cOptions(info, options), '-c', source, '-o', object],
          runs,
        )
      )
        return null;
      objects.push(object);
    }
  }
  return objects;
}

const bringsC = (info: ExternalCompilationInfo): boolean =>
  info.separate_module_sources.length + info.separate_module_files.length > 0;

/** False where C cannot be compiled for the target, which is reported. */
export function hasLibrary({ target }: BuildOptions, { host, sink }: ToolRuns): boolean {
  const missing = cProblem(target, host);
  if (missing) sink.report(E.toolMissing, null, missing);
  return missing === null;
}

/** What stands in several infos, as in one and in one that it was merged into, defines its functions once. */
function onceEach(infos: readonly ExternalCompilationInfo[]): readonly ExternalCompilationInfo[] {
  const seen = new Set<string>();
  const isNew = (source: string): boolean => !seen.has(source) && seen.add(source).has(source);
  return infos.map((info) => ({
    ...info,
    separate_module_sources: info.separate_module_sources.filter(isNew),
    separate_module_files: info.separate_module_files.filter(isNew),
  }));
}

/** Source texts are written to the build's folder with the includes that the info names. */
function sourcesOf(
  folder: string,
  info: ExternalCompilationInfo,
  first: number,
  { host }: ToolRuns,
): readonly string[] {
  const written = info.separate_module_sources.map((text, index) => {
    const path = host.resolve(folder, `source${first + index}.c`);
    host.writeTemporary(path, `${cPreamble(info)}\n${text}\n`);
    return path;
  });
  return [...written, ...info.separate_module_files];
}

export function cOptions(info: ExternalCompilationInfo, options: BuildOptions): readonly string[] {
  const { level, cpu, debug, target } = options;
  return [
    ...cTargetArguments(target),
    level === 0 ? '-O0' : '-O2',
    ...cpuArguments(cpu, targetOf(options)).c,
    '-fPIC',
    '-fvisibility=hidden',
    '-ffunction-sections',
    '-fdata-sections',
    ...(debug ? ['-g'] : []),
    ...includeArguments(info),
  ];
}
