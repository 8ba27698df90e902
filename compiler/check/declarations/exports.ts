// What the entry module gives to JavaScript: functions, constants and enums whose types have a JavaScript form.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { isPlain } from '../../program/crossing.ts';
import type { GlobalVariable, ModuleExport } from '../../program/nodes.ts';
import { hasIdentity } from '../../program/types.ts';
import {
  classExport,
  declareCrossingClasses,
  exportableClass,
  type NamedClass,
} from '../boundary/class-export.ts';
import { ExportCrossings } from '../boundary/export-crossings.ts';
import { leavingOf } from '../boundary/foreign-errors.ts';
import { functionTypeExport } from '../boundary/function-crossing.ts';
import { takingIterables } from '../boundary/iterable-parameter.ts';
import { givingSteps } from '../boundary/iterator-result.ts';
import { crossOperations, operationsExport } from '../boundary/operations-export.ts';
import { readPlace } from '../build.ts';
import { calleeOf, packedExport, type PackedCallee } from '../boundary/packed-export.ts';
import type { Context, DeclaredFunction } from '../context.ts';
import { documentation } from '../documentation.ts';
import { skipParentheses } from '../parentheses.ts';
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
  const crossings = new ExportCrossings(state, context);
  const exports = state.checker.getExportsOfModule(symbol);
  const classes = new Map(exports.flatMap((one) => classOf(one, file, state) ?? []));
  declareCrossingClasses([...classes.values()], state, context);
  // The types of all before what is made of any: one function type that crosses changes all exports.
  const ready = exports.flatMap((exported) => {
    const named = classes.get(exported);
    const made = named
      ? classExport(named, crossings, state, context)
      : moduleExport(exported, file, state, crossings, context);
    return made ?? [];
  });
  const operations = crossOperations(crossings, context, state.sink);
  if (state.sink.hasErrors) return [];
  const types = [...context.classes.crossingFunctions];
  const live = operationsExport(operations, file, context);
  return [
    ...ready.map((make) => make()),
    ...types.map(([type, crossing]) => functionTypeExport(type, crossing, file, context)),
    ...(live ? [live] : []),
  ];
}

/** What is exported, to be made when the types of all exports are known. */
type Ready = () => ModuleExport;

/** undefined where it is no class, or one that is refused. */
function classOf(
  exported: ts.Symbol,
  file: ts.SourceFile,
  state: ProgramState,
): readonly [readonly [ts.Symbol, NamedClass]] | undefined {
  const target = state.resolveAlias(exported);
  const node = exportNode(exported, file);
  if (!target || tsc.isTypeOnlyImportOrExportDeclaration(node)) return undefined;
  if (state.binding(target)?.kind !== 'class') return undefined;
  const declaration = state.classes.declaration(target);
  const named = declaration && exportableClass(exported.name, declaration, node, state);
  return named && [[exported, named]];
}

const exportNode = (exported: ts.Symbol, file: ts.SourceFile): ts.Node =>
  exported.declarations?.find((declaration) => declaration.getSourceFile() === file) ?? file;

function moduleExport(
  exported: ts.Symbol,
  file: ts.SourceFile,
  state: ProgramState,
  crossings: ExportCrossings,
  context: Context,
): Ready | undefined {
  const target = state.resolveAlias(exported);
  if (!target || !(target.flags & tsc.SymbolFlags.Value)) return undefined;
  const binding = state.binding(target);
  const { name } = exported;
  const node = exportNode(exported, file);
  // `export type { f }` gives no value, whatever f is.
  if (tsc.isTypeOnlyImportOrExportDeclaration(node)) return undefined;
  switch (binding?.kind) {
    case 'function':
      return functionExport([name, ownName(target)], binding.declared, node, crossings, context);
    case 'offthread':
      return offthreadExport([name, ownName(target)], binding.declared, node, crossings, context);
    case 'global':
      return constantExport(name, binding.global, target, node, state, crossings, context);
    case 'enum': {
      const text = target.valueDeclaration ? documentation(target.valueDeclaration) : '';
      const members = enumMembers(target, state.checker);
      if (members) return () => ({ kind: 'enum', name, members, documentation: text });
      state.report(E.stringEnum, target.valueDeclaration ?? node, {});
      return undefined;
    }
    case 'class':
      // Reported by `classOf`.
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

function offthreadExport(
  names: readonly [string, string],
  callee: DeclaredFunction,
  node: ts.Node,
  crossings: ExportCrossings,
  context: Context,
): Ready {
  callee.function.parameters.forEach(({ rest, local }, index) => {
    const at = callee.node.parameters[index] ?? node;
    if (rest) context.report(E.offthreadRest, at, { name: names[1], parameter: local.name });
  });
  return functionExport(names, callee, node, crossings, context, true);
}

/** ECMA-262 16.2.3.7, 8.6.5: only what has no name of its own is called default, and no export gives another one. */
function ownName({ valueDeclaration, name }: ts.Symbol): string {
  const { initializer } = (valueDeclaration ?? {}) as { readonly initializer?: ts.Expression };
  const value = initializer && skipParentheses(initializer);
  const named = value && tsc.isFunctionExpression(value) && value.name ? value : valueDeclaration;
  const own = named && tsc.getNameOfDeclaration(named);
  return own && tsc.isIdentifier(own) ? own.text : name;
}

function functionExport(
  [name, called]: readonly [string, string],
  { function: callee, node: declared }: DeclaredFunction,
  node: ts.Node,
  crossings: ExportCrossings,
  context: Context,
  isOffthread = false,
): Ready {
  const own = called === name ? {} : { called };
  const plain: ModuleExport = { kind: 'function', name, ...own, function: callee };
  const nodes = {
    parameters: callee.parameters.map((_, index) => declared.parameters[index] ?? node),
    result: declared.type ?? tsc.getNameOfDeclaration(declared) ?? node,
  };
  const at = { node: declared, context };
  const given = givingSteps(calleeOf(callee), at);
  const steps = isOffthread
    ? given
    : takingIterables(given, (type) => 'crossing' in crossings.cross(type), at);
  const found = crossings.of(called, steps, nodes, isOffthread);
  return () => {
    const isScalar = found && [...found.parameters, found.result].every(isPlain);
    const isSimple = isScalar && !context.classes.callsBack && !isOffthread;
    if (!found || isSimple) return plain;
    const { crossing, functions } = packedExport(steps, found, declared, context);
    return {
      ...plain,
      ...leavingOf(at),
      packed: { crossing: { ...crossing, ...own }, functions },
    };
  };
}

function constantExport(
  name: string,
  global: GlobalVariable,
  target: ts.Symbol,
  node: ts.Node,
  state: ProgramState,
  crossings: ExportCrossings,
  context: Context,
): Ready | undefined {
  if (!checkGlobal(global, target, node, state)) return undefined;
  const plain = { kind: 'global', name, global } as const;
  const { type, span } = global;
  if (!hasIdentity(type)) return () => plain;
  const callee: PackedCallee = {
    id: `constant ${name}`,
    name,
    receiver: null,
    parameters: [],
    result: type,
    span,
    extent: span,
    call: () => readPlace({ kind: 'global', global }, type, span),
  };
  const found = crossings.ofConstant(name, type, node);
  if (!found) return undefined;
  return () => {
    const { crossing, functions } = packedExport(callee, found, node, context);
    const { documentation } = global;
    return {
      ...plain,
      ...leavingOf({ node, context }),
      packed: { crossing: { ...crossing, documentation }, functions },
    };
  };
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
  if (type.kind === 'ptr' || type.kind === 'address')
    state.report(E.exportType, node, {
      name,
      what: 'the value',
      kind: 'constant',
      type: typeText(type),
      part: typeText(type),
    });
  return isConst === true;
}
