// What the C functions that a file uses need to be compiled and linked.
import type ts from 'typescript';
import type { CFunction, ExternalCompilationInfo } from '../../../runtime/lltype/types.ts';
import type { Context } from '../context.ts';

const used = new WeakMap<ts.Program, Map<ts.SourceFile, Set<ExternalCompilationInfo>>>();

export function useCompilationInfo(callee: CFunction, context: Context): void {
  let files = used.get(context.program);
  if (!files) used.set(context.program, (files = new Map()));
  let infos = files.get(context.sourceFile);
  if (!infos) files.set(context.sourceFile, (infos = new Set()));
  infos.add(callee.compilation_info);
}

/** Each info once, in the order of first use. */
export const usedInfos = (
  file: ts.SourceFile,
  context: Context,
): readonly ExternalCompilationInfo[] => [...(used.get(context.program)?.get(file) ?? [])];
