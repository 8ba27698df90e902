// A generic function inside of another, which captures nothing: a generic function of the module, whose name is known in its block.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { freeNames } from '../comptime/free-names.ts';
import type { Context } from '../context.ts';
import type { PlainFunctionNode } from '../declarations/function-form.ts';
import { GenericDeclaration } from '../declarations/generic-function.ts';
import { isLocal } from './captures.ts';

/** Binds the name. One that captures would be a closure for each list of type arguments: it is reported. */
export function bindLocalGeneric(
  node: PlainFunctionNode,
  name: ts.Identifier,
  context: Context,
): void {
  const symbol = context.symbol(name);
  if (!symbol) return;
  const captured = freeNames(node, context.checker).find(
    (free) =>
      free.symbol !== symbol &&
      free.symbol.valueDeclaration &&
      isLocal(free.symbol.valueDeclaration),
  );
  if (captured) {
    context.report(E.localGeneric, node, { name: name.text, captured: captured.node.text });
    return context.bind(symbol, { kind: 'error' });
  }
  const outer = context.scope.id ?? context.moduleId;
  const id = context.made.uniqueId(`${outer}.${name.text}`);
  const form = { self: null, outer: context.scope };
  const generic = new GenericDeclaration(node, { text: name.text, node: name }, id, context, form);
  context.bind(symbol, { kind: 'generic', generic });
}
