// What a callee is called in `mixmod.d.ts`: `lltype.malloc`, `rffi.ExternalCompilationInfo.merge`.
import type ts from 'typescript';
import { qualifiedPath } from '../comptime/symbol-source.ts';
import type { Context } from '../context.ts';
import { MIXMOD_PATH } from '../library-paths.ts';
import { tsc } from '../tsc.ts';

/** undefined for everything that is not a function of lltype, rffi or rarithmetic. */
export function runtimeName(callee: ts.Expression, context: Context): string | undefined {
  if (tsc.isParenthesizedExpression(callee)) return runtimeName(callee.expression, context);
  const name = tsc.isPropertyAccessExpression(callee) ? callee.name : callee;
  const symbol = context.symbol(name);
  const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  if (!declaration || declaration.getSourceFile().fileName !== MIXMOD_PATH) return undefined;
  const path = qualifiedPath(declaration).join('.');
  return /^(lltype|rffi|rarithmetic|rposix|rffi_platform)\./.test(path) ? path : undefined;
}
