// What a name means as a value: plain (`x`) or behind a module's name (`m.x`).
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import type { Expression, Place } from '../program/nodes.ts';
import { F64, UNDEFINED } from '../program/types.ts';
import { readPlace } from './build.ts';
import { functionValue, readClosure } from './calls/closure.ts';
import { whenReady } from './closures/early-variables.ts';
import { ERROR_TYPE, type Context } from './context.ts';
import { LLTYPE_HOOKS } from './lltype/hooks.ts';
import { narrowed } from './narrowing.ts';
import { constant } from './numbers/literal.ts';
import { staticAccessor } from './place.ts';
import { readTarget } from './store.ts';
import { tsc } from './tsc.ts';
import { isLibrary } from './typescript.ts';

/** `name` is the identifier, `node` the whole expression. */
export function readSymbol(
  name: ts.Identifier | ts.MemberName,
  node: ts.Expression,
  context: Context,
): Expression {
  const symbol = context.symbol(name);
  // TypeScript has reported the unknown name.
  if (!symbol) return context.failed(node);
  const binding = context.binding(symbol);
  switch (binding?.kind) {
    case 'local':
      if (binding.local.type.kind === 'ptr') {
        const special = LLTYPE_HOOKS.pointerName(node, context);
        if (special) return special;
      }
      return whenReady(
        read({ kind: 'local', local: binding.local }, node, context, binding.shared),
        binding.isOuter ? binding.ready : null,
        name.text,
        context,
      );
    case 'closure': {
      const { declared } = binding.closure;
      const type = declared.closureType(node);
      return type === ERROR_TYPE
        ? context.failed(node)
        : readClosure(binding.closure, binding.isOuter, node, context);
    }
    case 'global':
      if (binding.global.constant !== null)
        return constant(binding.global.type, binding.global.constant, context.span(node));
      return read({ kind: 'global', global: binding.global }, node, context);
    case 'function':
      return functionValue(binding.declared, node, context);
    case 'accessor': {
      const place = staticAccessor(binding, context.span(node));
      return narrowed(readTarget(place, node, context), place, node, context);
    }
    case 'generic':
      return context.fail(E.genericValue, node, { name: name.text });
    case 'offthread':
      return context.fail(E.offthreadUse, node, { name: name.text });
    case 'enum':
      return context.fail(E.enumValue, node, { name: name.text });
    case 'class':
      return context.fail(E.classValue, node, { name: name.text });
    case 'error':
      return context.failed(node);
    default: {
      const comptime = tsc.isIdentifier(name) ? LLTYPE_HOOKS.identifier(name, context) : undefined;
      return comptime ?? unbound(name, symbol, node, context);
    }
  }
}

function read(
  place: Place,
  node: ts.Expression,
  context: Context,
  shared: boolean | undefined = false,
): Expression {
  const value = readPlace(place, context.placeType(place), context.span(node));
  return narrowed(value, place, node, context, shared);
}

/** A variable below in its block, whose type is not known yet. */
const isLocalDeclaration = (declaration: ts.Declaration | undefined): boolean =>
  declaration !== undefined &&
  tsc.isVariableDeclaration(declaration) &&
  tsc.findAncestor(declaration, tsc.isBlock) !== undefined;

/** Names that this program does not declare. */
function unbound(
  name: ts.MemberName,
  symbol: ts.Symbol,
  node: ts.Expression,
  context: Context,
): Expression {
  const span = context.span(node);
  if (symbol.name === 'undefined' && !symbol.valueDeclaration)
    return constant(UNDEFINED, undefined, span);
  if (symbol.name === 'arguments') return context.fail(E.argumentsObject, node, {});
  if (symbol.flags & tsc.SymbolFlags.ValueModule)
    return context.fail(E.namespaceImport, node, { name: name.text });
  const file = symbol.valueDeclaration?.getSourceFile();
  if (file && isLibrary(file)) {
    if (symbol.name === 'NaN') return constant(F64, NaN, span);
    if (symbol.name === 'Infinity') return constant(F64, Infinity, span);
    return context.fail(E.functionValue, node, { name: name.text });
  }
  if (isLocalDeclaration(symbol.valueDeclaration))
    return context.fail(E.typeBeforeDeclaration, node, { name: name.text });
  // A type used as a value, an import of what does not exist, a name whose declaration is refused: reported there.
  return context.failed(node);
}
