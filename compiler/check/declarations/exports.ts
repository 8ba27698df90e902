// What the entry module gives to JavaScript: functions, constants and enums whose types have a JavaScript form.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { isPlain, type Crossing } from '../../program/crossing.ts';
import type { GlobalVariable, ModuleExport } from '../../program/nodes.ts';
import { hasIdentity, type RtsType } from '../../program/types.ts';
import { crossingOf } from '../boundary/crossing.ts';
import { packedExport } from '../boundary/packed-export.ts';
import { ERROR_TYPE, type Context, type DeclaredFunction } from '../context.ts';
import { documentation } from '../documentation.ts';
import type { ProgramState } from '../program-state.ts';
import { tsc } from '../tsc.ts';
import { isLibrary } from '../typescript.ts';
import { enumMembers } from './enum.ts';
import { typeText } from '../../program/type-text.ts';

/** All modules must be checked: results may be inferred. */
export function moduleExports(
  file: ts.SourceFile,
  state: ProgramState,
  context: Context,
): ModuleExport[] {
  const symbol = state.checker.getSymbolAtLocation(file);
  if (!symbol) return [];
  const known = new Map<RtsType, Crossing>();
  const cross = (type: RtsType): Cross => crossing(type, known, context);
  return state.checker
    .getExportsOfModule(symbol)
    .flatMap((exported) => moduleExport(exported, file, state, cross, context) ?? []);
}

function moduleExport(
  exported: ts.Symbol,
  file: ts.SourceFile,
  state: ProgramState,
  cross: (type: RtsType) => Cross,
  context: Context,
): ModuleExport | undefined {
  const target = state.resolveAlias(exported);
  if (!target || !(target.flags & tsc.SymbolFlags.Value)) return undefined;
  const binding = state.binding(target);
  const { name } = exported;
  const node =
    exported.declarations?.find((declaration) => declaration.getSourceFile() === file) ?? file;
  // `export type { f }` gives no value, whatever f is.
  if (tsc.isTypeOnlyImportOrExportDeclaration(node)) return undefined;
  switch (binding?.kind) {
    case 'function':
      return functionExport(name, binding.declared, node, state, cross, context);
    case 'offthread':
      return offthreadExport(name, binding.declared, node, state, cross, context);
    case 'global':
      return checkGlobal(binding.global, target, node, state)
        ? { kind: 'global', name, global: binding.global }
        : undefined;
    case 'enum': {
      const text = target.valueDeclaration ? documentation(target.valueDeclaration) : '';
      const members = enumMembers(target, state.checker);
      if (members) return { kind: 'enum', name, members, documentation: text };
      state.report(E.stringEnum, target.valueDeclaration ?? node, {});
      return undefined;
    }
    case 'class':
      state.report(E.exportedClass, node, { name });
      return undefined;
    case 'generic':
      state.report(E.exportedGeneric, node, { name });
      return undefined;
    case 'comptime':
      state.report(E.exportedComptime, node, { name });
      return undefined;
    default:
      // `export { i32 } from 'mixmod'`. Other names without binding have been reported.
      if (declaredByLibrary(target)) {
        if (node !== file) state.report(E.exportedComptime, node, { name });
      } else if (target.flags & tsc.SymbolFlags.ValueModule)
        state.report(E.exportedNamespace, node, { name });
      return undefined;
  }
}

const declaredByLibrary = ({ valueDeclaration }: ts.Symbol): boolean =>
  valueDeclaration !== undefined && isLibrary(valueDeclaration.getSourceFile());

/** How a type crosses; what it is that does not. */
type Cross = ReturnType<typeof crossingOf>;

const NO_VALUE = new Set(['void', 'never', 'null', 'undefined']);

function crossing(type: RtsType, known: Map<RtsType, Crossing>, context: Context): Cross {
  if (NO_VALUE.has(type.kind)) return { crossing: { kind: 'scalar', type: type as never } };
  return crossingOf(type, known, context);
}

function offthreadExport(
  name: string,
  callee: DeclaredFunction,
  node: ts.Node,
  state: ProgramState,
  cross: (type: RtsType) => Cross,
  context: Context,
): ModuleExport {
  callee.function.parameters.forEach(({ rest, local }, index) => {
    const at = callee.node.parameters[index] ?? node;
    if (rest) state.report(E.offthreadRest, at, { name, parameter: local.name });
  });
  return functionExport(name, callee, node, state, cross, context, true);
}

function functionExport(
  name: string,
  { function: callee, node: declared }: DeclaredFunction,
  node: ts.Node,
  state: ProgramState,
  cross: (type: RtsType) => Cross,
  context: Context,
  isOffthread = false,
): ModuleExport {
  const plain: ModuleExport = { kind: 'function', name, function: callee };
  let isWrong = false;
  const check = (type: RtsType, what: string, at: ts.Node): Crossing | null => {
    const found = type === ERROR_TYPE ? null : cross(type);
    const made = found && 'crossing' in found ? found.crossing : null;
    isWrong ||= !made;
    if (found && 'refused' in found)
      if (found.isUntold)
        state.report(E.exportedUnion, at, { name, what, type: typeText(found.refused) });
      else
        state.report(E.exportType, at, {
          name,
          what,
          type: typeText(type),
          part: typeText(found.refused),
        });
    return made;
  };
  const parameters = callee.parameters.map(({ local }, index) =>
    check(local.type, `the parameter ${local.name}`, declared.parameters[index] ?? node),
  );
  const at = declared.type ?? tsc.getNameOfDeclaration(declared) ?? node;
  const result = check(callee.result, 'the result', at);
  const all = [...parameters, result];
  // Types of a program with errors may lack parts.
  if (state.sink.hasErrors) return plain;
  const isSimple = !isOffthread && all.every((one) => one === null || isPlain(one));
  if (isWrong || !result || isSimple) return plain;
  const declaredAs = callee.parameters.map(({ type }) => cross(type));
  const crossings = {
    isOffthread,
    parameters: parameters.filter((one) => one !== null),
    declared: declaredAs.flatMap((one) => ('crossing' in one ? [one.crossing] : [])),
    result,
  };
  const { crossing: how, functions } = packedExport(name, callee, crossings, declared, context);
  return { ...plain, packed: { crossing: how, functions } };
}

/** False after a report. */
function checkGlobal(
  global: GlobalVariable,
  symbol: ts.Symbol,
  node: ts.Node,
  state: ProgramState,
): boolean {
  const declaration = symbol.valueDeclaration;
  const isConst =
    declaration && (tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.Const) !== 0;
  if (!isConst) state.report(E.exportedLet, node, { name: global.name });
  const { name, type } = global;
  if (!crosses(type))
    state.report(E.exportType, node, {
      name,
      what: 'the value',
      type: typeText(type),
      part: typeText(type),
    });
  return isConst === true;
}

/** Exported constants: JavaScript has no value for pointers, and objects would be copied each time they are read. */
const crosses = (type: RtsType): boolean =>
  type === ERROR_TYPE || (type.kind !== 'ptr' && type.kind !== 'address' && !hasIdentity(type));
