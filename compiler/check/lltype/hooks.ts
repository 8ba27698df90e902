// Where `check` asks about lltype and rffi before it applies its own rules. Each hook answers `undefined` for
// what is not its business; a hook that reports an error answers with `context.fail(…)` or ERROR_TYPE.
import type ts from 'typescript';
import type { ExternalCompilationInfo } from '../../../runtime/lltype/types.ts';
import type { Expression, Place, RawPlace } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import { isComptimeType } from '../comptime/comptime-type.ts';
import { comptimeOf, isComptimeDeclaration } from '../comptime/comptime.ts';
import { isModuleConst } from '../comptime/symbol-source.ts';
import type { Context } from '../context.ts';
import { tsc } from '../tsc.ts';
import { usedInfos } from './used-infos.ts';
import { comptimeProperty } from './comptime-constant.ts';
import { comptimeName } from './comptime-name.ts';
import {
  placeType,
  pointerElement,
  pointerPlace,
  pointerProperty,
  scopedName,
} from './pointer-places.ts';
import { pointerFromTs } from './pointer-type.ts';
import { runtimeCall, scopedDeclaration } from './runtime-calls.ts';
import { runtimeName } from './runtime-name.ts';
import type { UsingParts } from './using-parts.ts';

export interface LltypeHooks {
  /** The RTS type of a TypeScript type: `lltype.Ptr<T>`, `rffi.CCHARP` …. Asked before all other types. */
  typeFromTs(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined;
  /** `lltype.malloc(…)`, `rffi.cast(…)`, a call of a C function. `expected` as in `Context.expression`. */
  call(node: ts.CallExpression, context: Context, expected: RtsType | null): Expression | undefined;
  /** A name that stands for build-time data: an imported or declared constant of lltype or rffi. */
  identifier(node: ts.Identifier, context: Context): Expression | undefined;
  /** A local variable that is a pointer, as a value: an error where the name stands for a `using` object. */
  pointerName(node: ts.Expression, context: Context): Expression | undefined;
  /** `p.field`, `buf.ptr`, `rffi.NULL` … as a value. */
  property(node: ts.PropertyAccessExpression, context: Context): Expression | undefined;
  /** `p[i]` as a value. */
  element(node: ts.ElementAccessExpression, context: Context): Expression | undefined;
  /** `p.field` or `p[i]` as the target of an assignment, `++`, `+=`; null after a report. */
  place(
    node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
    context: Context,
  ): Place | null | undefined;
  /** The type in which a raw place is read and assigned. */
  rawPlaceType(place: RawPlace, context: Context): RtsType;
  /** `using x = rffi.scoped_…(…)`. */
  using(node: ts.VariableDeclaration, context: Context): UsingParts | undefined;
  /** 'comptime' for a module-level `const` that is evaluated at build time and so makes no variable. */
  moduleConstant(node: ts.VariableDeclaration, context: Context): 'comptime' | undefined;
  /** 'comptime' for a module-level function that makes build-time data and so is never compiled. */
  moduleFunction(
    node: ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction,
    context: Context,
  ): 'comptime' | undefined;
  /** What the C functions used so far in `file` need, asked once at the end of each module. */
  compilationInfos(file: ts.SourceFile, context: Context): readonly ExternalCompilationInfo[];
}

export const LLTYPE_HOOKS: LltypeHooks = {
  typeFromTs: pointerFromTs,
  call: runtimeCall,
  identifier: comptimeName,
  pointerName: scopedName,
  property: (node, context) => comptimeProperty(node, context) ?? pointerProperty(node, context),
  element: pointerElement,
  place: (node, context) => pointerPlace(node, context),
  rawPlaceType: placeType,
  using: scopedDeclaration,
  moduleConstant(node, context) {
    if (!isComptimeDeclaration(node, context.checker) && !isCircular(node, context))
      return undefined;
    // Evaluated even if nothing uses it: what is wrong with it is reported.
    const symbol = context.checker.getSymbolAtLocation(node.name);
    if (symbol) comptimeOf(context).symbol(symbol, node.name, context);
    return 'comptime';
  },
  moduleFunction: (node, { checker }) =>
    isComptimeType(checker.getTypeAtLocation(node), checker) ? 'comptime' : undefined,
  compilationInfos: usedInfos,
};

/** `const B = lltype.Struct(…)` that depends on itself: TypeScript gives up on its type. */
function isCircular(node: ts.VariableDeclaration, context: Context): boolean {
  const { initializer } = node;
  if (!isModuleConst(node) || !initializer || !tsc.isCallExpression(initializer)) return false;
  const type = context.checker.getTypeAtLocation(node.name);
  return (
    (type.flags & tsc.TypeFlags.Any) !== 0 &&
    runtimeName(initializer.expression, context) !== undefined
  );
}
