// LLVM bitcode → machine code, by LLVM's own tools: optimised, then translated.
import type { BuildOptions } from '../options.ts';
import { runTool, type ToolRuns } from '../toolchain/run-tool.ts';

/** Paths in the build's folder. */
export interface ObjectFiles {
  readonly bitcode: string;
  readonly optimized: string;
  readonly object: string;
  readonly assembly: string;
}

/** Writes `object` and, where it is asked for, `assembly`. False after a failure, which is reported. */
export function makeObject(files: ObjectFiles, options: BuildOptions, runs: ToolRuns): boolean {
  const { level, cpu } = options;
  // Level 0 still needs the prelude's accessors inlined, and what nobody calls removed.
  const passes = level === 0 ? 'default<O0>,globaldce' : 'default<O3>';
  const optimized = runTool(
    'opt',
    'opt',
    [
      `-passes=${passes}`,
      // Recursion stays recursion: made a loop, an endless one would hang instead of exhausting the stack.
      '-disable-tail-calls',
      `-mcpu=${cpu}`,
      files.bitcode,
      '-o',
      files.optimized,
    ],
    runs,
  );
  if (!optimized) return false;
  const translate = (step: string, type: string, out: string): boolean =>
    runTool(
      'llc',
      step,
      [...codeOptions(options), `-filetype=${type}`, files.optimized, '-o', out],
      runs,
    );
  if (!translate('llc', 'obj', files.object)) return false;
  return !options.assembly || translate('assembly', 'asm', files.assembly);
}

/** Sections of their own let the linker drop functions that optimisation left unused. */
export function codeOptions({ level, cpu }: BuildOptions): readonly string[] {
  return [
    `-O${level}`,
    `-mcpu=${cpu}`,
    '-relocation-model=pic',
    '-function-sections',
    '-data-sections',
    // A debugger's user wants whole stacks.
    ...(level === 0 ? ['-frame-pointer=all'] : []),
  ];
}
