// `mixmod check`: every error of the named files, without compiling. Needs no LLVM.
import { check } from '../check/check.ts';
import { E } from '../diagnostics/codes.ts';
import { DiagnosticSink, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { nodeHost } from '../host.ts';
import { exitCodeOf } from './exit-codes.ts';
import { reportDiagnostics } from './report.ts';

export async function checkCommand(
  files: readonly string[],
  options: { json?: boolean },
): Promise<number> {
  const diagnostics = files.flatMap((path) => checkFile(path));
  reportDiagnostics(diagnostics, options.json === true);
  return exitCodeOf(diagnostics);
}

export function checkFile(path: string, host = nodeHost): readonly Diagnostic[] {
  if (host.readText(path) !== undefined) return check(path, host).diagnostics;
  const sink = new DiagnosticSink();
  sink.report(E.fileNotFound, null, { path });
  return sink.sorted();
}
