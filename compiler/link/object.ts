// LLVM bitcode → machine code, by LLVM's own tools: optimised, then translated.
import { targetOf, type BuildOptions } from '../options.ts';
import { cpuArguments } from '../target/cpus.ts';
import type { ToolName } from '../toolchain/find-tool.ts';
import { runTool, startTool, type ToolRuns } from '../toolchain/run-tool.ts';

/** Paths in the build's folder. */
export interface ObjectFiles {
  readonly bitcode: string;
  readonly optimized: string;
  readonly object: string;
  readonly assembly: string;
}

/** Writes `object` and, where it is asked for, `assembly`. False after a failure, which is reported. */
export const makeObject = (files: ObjectFiles, options: BuildOptions, runs: ToolRuns): boolean =>
  steps(files, options).every(({ tool, step, args }) => runTool(tool, step, args, runs));

/** The same, while this process goes on. */
export async function startObject(
  files: ObjectFiles,
  options: BuildOptions,
  runs: ToolRuns,
): Promise<boolean> {
  for (const { tool, step, args } of steps(files, options))
    if (!(await startTool(tool, step, args, runs))) return false;
  return true;
}

interface Step {
  readonly tool: ToolName;
  readonly step: string;
  readonly args: readonly string[];
}

function steps(files: ObjectFiles, options: BuildOptions): readonly Step[] {
  const { level } = options;
  // Level 0 still needs the prelude's accessors inlined, and what nobody calls removed.
  const passes = level === 0 ? 'default<O0>,globaldce' : 'default<O3>';
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
        `-passes=${passes}`,
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
  cpuArguments(options.cpu, targetOf(options)).llvm;
