// Compares the program's C functions with the headers that it names, by the C compiler.
import { E } from '../diagnostics/codes.ts';
import type { CFunction } from '../../runtime/lltype/types.ts';
import { reportSignatures } from './c-signature-report.ts';
import { signatureCheckArguments, signatureCheckSources, signatureGroups } from './c-signatures.ts';
import type { BuildOptions } from '../options.ts';
import { TARGETS } from '../target/targets.ts';
import { checkTargetTypes } from './c-target-types.ts';
import { cProblem, cTool } from '../toolchain/c-compiler.ts';
import { findTool } from '../toolchain/find-tool.ts';
import type { ToolRuns } from '../toolchain/run-tool.ts';

/** False after an error, which is reported. Without a C compiler a warning says that nothing was compared. */
export function checkSignatures(
  folder: string,
  functions: readonly CFunction[],
  { target }: Pick<BuildOptions, 'target'>,
  { host, sink, timings }: ToolRuns,
): boolean {
  if (!checkTargetTypes(functions, TARGETS[target], sink)) return false;
  const groups = signatureGroups(functions);
  const compiler = findTool(cTool(target), host);
  if (compiler === undefined || cProblem(target, host) !== null) {
    if (groups.length > 0) sink.report(E.signaturesUnchecked, null, {});
    return true;
  }
  const start = performance.now();
  groups.forEach((group, index) => {
    const [first] = group;
    if (!first) return;
    const outputs = signatureCheckSources(group).map((source, unit) => {
      const file = host.resolve(folder, `signatures${index}-${unit}.c`);
      host.writeTemporary(file, source);
      const args = signatureCheckArguments(file, first.compilation_info, target);
      return host.run(compiler, args).stderr;
    });
    reportSignatures(group, outputs, sink);
  });
  if (groups.length > 0) timings['signatures'] = performance.now() - start;
  return !sink.hasErrors;
}
