// LLVM bitcode → machine code: optimised, then translated. By LLVM's own tools, or where nothing is optimised by its library.
import { E } from '../diagnostics/codes.ts';
import type { Host } from '../host.ts';
import { targetOf, type BuildOptions } from '../options.ts';
import { cpuArguments, llvmArguments } from '../target/cpus.ts';
import { purposeOf, type ToolName } from '../toolchain/find-tool.ts';
import { runTool, startTool, type ToolRuns } from '../toolchain/run-tool.ts';

/** Paths in the build's folder. */
export interface ObjectFiles {
  readonly bitcode: string;
  readonly optimized: string;
  readonly object: string;
  readonly assembly: string;
}

export function objectFiles(folder: string, host: Host): ObjectFiles {
  const path = (file: string): string => host.resolve(folder, file);
  return {
    bitcode: path('module.bc'),
    optimized: path('optimized.bc'),
    object: path('module.o'),
    assembly: path('module.s'),
  };
}

/** Writes `object` and, where it is asked for, `assembly`. False after a failure, which is reported. */
export const makeObject = (files: ObjectFiles, options: BuildOptions, runs: ToolRuns): boolean =>
  steps(files, options).every(({ tool, step, args }) => runTool(tool, step, args, runs));

/**
 * The object, while this process goes on. What is not optimised needs no tool where LLVM itself is at hand. null after a failure, which is
 * reported. `folder`: of the build.
 */
export async function startObject(
  folder: string,
  bitcode: Uint8Array,
  options: BuildOptions,
  runs: ToolRuns,
): Promise<Uint8Array | null> {
  const { host, sink } = runs;
  const { level } = options;
  const cpu = cpuArguments(options.cpu, targetOf(options)).llvm;
  const request = { bitcode, passes: passesAt(level), cpu, level };
  const generated = level === 0 ? await host.generate(request) : null;
  if (!generated) return startTools(folder, bitcode, options, runs);
  const { object, message } = generated;
  if (!object)
    sink.report(E.toolFailed, null, { tool: purposeOf('llc'), step: 'generate', message });
  return object;
}

async function startTools(
  folder: string,
  bitcode: Uint8Array,
  options: BuildOptions,
  runs: ToolRuns,
): Promise<Uint8Array | null> {
  const { host } = runs;
  const files = objectFiles(folder, host);
  host.writeTemporary(files.bitcode, bitcode);
  for (const { tool, step, args } of steps(files, { ...options, assembly: false }))
    if (!(await startTool(tool, step, args, runs))) return null;
  return host.readBytes(files.object) ?? null;
}

interface Step {
  readonly tool: ToolName;
  readonly step: string;
  readonly args: readonly string[];
}

function steps(files: ObjectFiles, options: BuildOptions): readonly Step[] {
  const { level } = options;
  const translate = (step: string, type: string, out: string): Step => ({
    tool: 'llc',
    step,
    args: [...codeOptions(options), `-filetype=${type}`, files.optimized, '-o', out],
  });
  return [
    {
      tool: 'opt',
      step: 'opt',
      args: [
        `-passes=${passesAt(level)}`,
        // Recursion stays recursion: made a loop, an endless one would hang instead of exhausting the stack.
        '-disable-tail-calls',
        ...llvmCpu(options),
        files.bitcode,
        '-o',
        files.optimized,
      ],
    },
    translate('llc', 'obj', files.object),
    ...(options.assembly ? [translate('assembly', 'asm', files.assembly)] : []),
  ];
}

/** Level 0 still needs the prelude's accessors inlined, and what nobody calls removed: most of the prelude at once. */
const passesAt = (level: BuildOptions['level']): string =>
  level === 0 ? 'globaldce,always-inline,globaldce' : 'default<O3>';

/** Sections of their own let the linker drop functions that optimisation left unused. */
export function codeOptions(options: BuildOptions): readonly string[] {
  const { level } = options;
  return [
    `-O${level}`,
    ...llvmCpu(options),
    '-relocation-model=pic',
    '-function-sections',
    '-data-sections',
    // A debugger's user wants whole stacks.
    ...(level === 0 ? ['-frame-pointer=all'] : []),
  ];
}

export const llvmCpu = (options: BuildOptions): readonly string[] =>
  llvmArguments(cpuArguments(options.cpu, targetOf(options)).llvm);
