// What the entry module gives to JavaScript: functions, constants and enums whose types have a JavaScript form.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { GlobalVariable, ModuleExport } from '../../program/nodes.ts';
import { hasIdentity, type RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type DeclaredFunction } from '../context.ts';
import { documentation } from '../documentation.ts';
import type { ProgramState } from '../program-state.ts';
import { tsc } from '../tsc.ts';
import { isLibrary } from '../typescript.ts';
import { enumMembers } from './enum.ts';
import { typeText } from '../../program/type-text.ts';

/** All modules must be checked: results may be inferred. */
export function moduleExports(file: ts.SourceFile, state: ProgramState): ModuleExport[] {
  const symbol = state.checker.getSymbolAtLocation(file);
  if (!symbol) return [];
  return state.checker
    .getExportsOfModule(symbol)
    .flatMap((exported) => moduleExport(exported, file, state) ?? []);
}

function moduleExport(
  exported: ts.Symbol,
  file: ts.SourceFile,
  state: ProgramState,
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
      checkSignature(binding.declared, node, state);
      return { kind: 'function', name, function: binding.declared.function };
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

function checkSignature(
  { function: { name, parameters, result }, node: declared }: DeclaredFunction,
  node: ts.Node,
  state: ProgramState,
): void {
  const check = (type: RtsType, what: string, at: ts.Node): void => {
    if (!crosses(type)) state.report(E.exportType, at, { name, what, type: typeText(type) });
  };
  parameters.forEach(({ type, local }, index) =>
    check(type, `the parameter ${local.name}`, declared.parameters[index] ?? node),
  );
  check(result, 'the result', declared.type ?? tsc.getNameOfDeclaration(declared) ?? node);
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
    state.report(E.exportType, node, { name, what: 'the value', type: typeText(type) });
  return isConst === true;
}

/** JavaScript has no value for pointers, and objects of the collected heap do not cross yet. */
const crosses = (type: RtsType): boolean =>
  type === ERROR_TYPE || (type.kind !== 'ptr' && type.kind !== 'address' && !hasIdentity(type));
