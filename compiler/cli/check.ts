// `mixmod check`: every error of the named files, without compiling, and what of their stages is asked for. Needs no LLVM.
import { check } from '../check/check.ts';
import { E } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { nodeHost } from '../host.ts';
import type { EmitKind } from './emit-kinds.ts';
import { exitCodeOf } from './exit-codes.ts';
import { reportDiagnostics } from './report.ts';

export interface CheckCommandOptions {
  readonly json?: boolean;
  /** Those of `GRAPH_KINDS`. */
  readonly emit: readonly EmitKind[];
  readonly out?: string;
}

export async function checkCommand(
  files: readonly string[],
  { json, emit, out = '.' }: CheckCommandOptions,
): Promise<number> {
  const diagnostics = files.flatMap((path) => checkFile(path));
  const isRight = diagnostics.every(({ severity }) => severity !== 'error');
  if (isRight && emit.length > 0) diagnostics.push(...(await emitGraphs(files, emit, out)));
  reportDiagnostics(diagnostics, json === true);
  return exitCodeOf(diagnostics);
}

export function checkFile(path: string, host = nodeHost): readonly Diagnostic[] {
  if (host.readText(path) !== undefined) return check(path, host).diagnostics;
  return [report(E.fileNotFound, { path })];
}

/** All or nothing is written; the result is why nothing was. */
async function emitGraphs(
  files: readonly string[],
  kinds: readonly EmitKind[],
  out: string,
): Promise<readonly Diagnostic[]> {
  const [{ makeGraphs }, { RELEASE }, { stageFiles }, { writeFailure }] = await Promise.all([
    import('../front-end.ts'),
    import('../options.ts'),
    import('./stage-text.ts'),
    import('../build.ts'),
  ]);
  const texts = files.flatMap((path) =>
    stageFiles(path, kinds, makeGraphs(path, RELEASE, nodeHost), out),
  );
  try {
    nodeHost.writeAllAtomic(new Map(texts));
    return [];
  } catch (error) {
    return [writeFailure(error)];
  }
}
