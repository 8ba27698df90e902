// Objects → the addon: a shared object that exports Node-API's entry points and nothing else.
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { libraryOptions } from '../toolchain/compilation-info.ts';
import { targetOf, type BuildOptions } from '../options.ts';
import type { Target } from '../target/targets.ts';
import { isCross, systemLibraries } from '../toolchain/c-compiler.ts';
import { findTool, type ToolName } from '../toolchain/find-tool.ts';
import { runTool, startTool, type ToolRuns } from '../toolchain/run-tool.ts';

export interface AddonParts {
  /** The module's name: the addon is `<name>.node`. */
  readonly name: string;
  /** The build's folder. */
  readonly folder: string;
  /** The compiled module. */
  readonly object: string;
  /** What belongs to it. */
  readonly objects: readonly string[];
  /** Compiled C sources. */
  readonly cObjects: readonly string[];
  readonly compilationInfos: readonly ExternalCompilationInfo[];
  readonly out: string;
  /** The objects have names for each other, which the addon does not export. */
  readonly isOfParts?: boolean;
}

const OPTIONS = [
  '--build-id=none',
  '--eh-frame-hdr',
  '--gc-sections',
  '--hash-style=gnu',
  // An addon stays in the process when a worker ends: its code may still be on another thread's stack.
  '-znodelete',
  '-zrelro',
  '-znow',
  '-znoexecstack',
];

/** Links with `ld` alone; where C sources are part, with the C compiler's driver, which knows what C needs. For other machines always with lld. */
export function makeAddon(parts: AddonParts, options: BuildOptions, runs: ToolRuns): boolean {
  const step = linkStep(parts, targetOf(options), runs);
  return step !== null && runTool(step.tool, 'link', step.args, runs);
}

/** The same, while this process goes on. */
export async function startAddon(
  parts: AddonParts,
  options: BuildOptions,
  runs: ToolRuns,
): Promise<boolean> {
  const step = linkStep(parts, targetOf(options), runs);
  return step !== null && startTool(step.tool, 'link', step.args, runs);
}

function linkStep(
  parts: AddonParts,
  target: Target,
  runs: ToolRuns,
): { readonly tool: ToolName; readonly args: readonly string[] } | null {
  const { name, cObjects, compilationInfos, out } = parts;
  const objects = [parts.object, ...parts.objects, ...cObjects];
  const libraries = libraryOptions(compilationInfos);
  const soname = `-soname=${name}.node`;
  const options = [...OPTIONS, ...(parts.isOfParts ? [versionScript(parts, runs)] : []), soname];
  if (cObjects.length > 0 && !isCross(target.name)) {
    const wrapped = options.map((option) => `-Wl,${option}`);
    const rest = [...wrapped, ...objects, ...libraries, '-lm', '-lgcc_s'];
    return { tool: 'cc', args: ['-shared', '-o', out, ...rest] };
  }
  const stubs = makeStubs(parts, target, runs);
  if (!stubs) return null;
  const folders = isCross(target.name) ? systemLibraries(target).map((one) => `-L${one}`) : [];
  const own = isCross(target.name) ? forLinker(libraries) : libraries;
  const rest = [...options, ...objects, ...folders, ...own, '--no-as-needed', ...stubs];
  const tool = linkerOf(parts, target, libraries, runs);
  return { tool, args: [`-m${target.emulation}`, '-shared', '-o', out, ...rest] };
}

/** What is said to the C compiler's driver, as the linker has it. */
const forLinker = (options: readonly string[]): readonly string[] =>
  options.flatMap((option) => {
    if (option === '-pthread') return [];
    return option.startsWith('-Wl,') ? option.slice('-Wl,'.length).split(',') : [option];
  });

/** Hundreds of objects are linked after each change. Where the system has its libraries knows only its own linker. */
function linkerOf(
  { isOfParts }: AddonParts,
  { name }: Target,
  libraries: readonly string[],
  { host }: ToolRuns,
): ToolName {
  if (isCross(name)) return 'lld';
  return isOfParts && libraries.length === 0 && findTool('lld', host) !== undefined ? 'lld' : 'ld';
}

/** What Node-API looks for is all that the addon exports. */
function versionScript({ folder }: AddonParts, { host }: ToolRuns): string {
  const path = host.resolve(folder, 'exports.map');
  if (!host.exists(path)) host.writeTemporary(path, '{ global: napi_*; node_api_*; local: *; };\n');
  return `--version-script=${path}`;
}

/**
 * Shared objects that have the names of the system's libraries and no symbol versions: so the addon names no version
 * either, and what is built with a new C library also loads with an older one.
 */
function makeStubs(
  { folder, object }: AddonParts,
  { name, emulation, libraries }: Target,
  runs: ToolRuns,
): readonly string[] | null {
  const stubs: string[] = [];
  const tool = isCross(name) ? 'lld' : 'ld';
  for (const library of libraries) {
    const stub = runs.host.resolve(folder, library);
    const args = [`-m${emulation}`, '-shared', `-soname=${library}`, '-o', stub, object];
    // The folder of a program that is linked again has them: nothing but their names is taken from them.
    if (!runs.host.exists(stub) && !runTool(tool, 'link', args, runs)) return null;
    stubs.push(stub);
  }
  return stubs;
}
