// What `link` reports of the C functions and macros of a checked program, without building the rest of it.
import { DiagnosticSink, type Diagnostic } from '../../compiler/diagnostics/diagnostic.ts';
import { flow } from '../../compiler/flow/flow.ts';
import type { Host } from '../../compiler/host.ts';
import { checkSignatures } from '../../compiler/link/c-checks.ts';
import { compileMacros } from '../../compiler/link/c-macros.ts';
import type { ToolRuns } from '../../compiler/toolchain/run-tool.ts';
import { RELEASE } from '../../compiler/options.ts';
import type { CheckedProgram } from '../../compiler/program/nodes.ts';

/** Needs a C compiler for programs with C functions. */
export function cDiagnostics(program: CheckedProgram, host: Host): readonly Diagnostic[] {
  const { cFunctions } = flow(program);
  if (cFunctions.length === 0) return [];
  const folder = host.makeTemporary();
  const runs: ToolRuns = { host, sink: new DiagnosticSink(), timings: {} };
  try {
    if (checkSignatures(folder, cFunctions, RELEASE, runs))
      compileMacros(folder, cFunctions, RELEASE, runs);
    return runs.sink.sorted();
  } finally {
    host.remove(folder);
  }
}
