// `for (const x of …) …` → a loop.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression, Statement } from '../../program/nodes.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { StatementHandler } from '../handler.ts';
import { walk } from '../iteration/walk.ts';
import { inJumpScope } from '../loop-scope.ts';
import { assignPattern } from '../patterns/assign.ts';
import { bindToError, declarePattern } from '../patterns/declare.ts';
import { isPattern } from '../patterns/pattern.ts';
import { store } from '../store.ts';
import { disposing, isUsing } from './using.ts';
import { tsc } from '../tsc.ts';

const LOOP = { breakable: true, continuable: true };

export const forOfStatement: StatementHandler<ts.ForOfStatement> = (node, context) => {
  if (node.awaitModifier) context.report(E.asynchronous, node.awaitModifier, {});
  const body = walk(
    node.expression,
    {
      loop: (make) => inJumpScope(node, LOOP, context, make),
      round: (item) =>
        usingElement(node, item, context) ?? [
          ...assignElement(node.initializer, item, context),
          ...context.body(node.statement),
        ],
    },
    context,
  );
  if (body) return [{ kind: 'block', body, span: context.span(node) }];
  bindHead(node.initializer, context);
  inJumpScope(node, LOOP, context, () => context.body(node.statement));
  return [];
};

/** `for (using x of …)`; undefined for other loops. */
function usingElement(
  { initializer, statement }: ts.ForOfStatement,
  item: Expression,
  context: Context,
): Statement[] | undefined {
  const isUsingList = tsc.isVariableDeclarationList(initializer) && isUsing(initializer);
  const name = isUsingList ? initializer.declarations[0]?.name : undefined;
  if (!name || !tsc.isIdentifier(name)) return undefined;
  const made = disposing(name, item, () => context.body(statement), context);
  if (made) return made;
  context.report(E.usingDeclaration, initializer, {});
  bindToError(name, context);
  return context.body(statement);
}

function assignElement(
  target: ts.ForInitializer,
  element: Expression,
  context: Context,
): Statement[] {
  const span = context.span(target);
  if (tsc.isVariableDeclarationList(target)) return declareElement(target, element, context);
  if (isPattern(target)) {
    const expression = assignPattern(target, element, target, context);
    return expression.type === ERROR_TYPE ? [] : [{ kind: 'expression', expression, span }];
  }
  const place = context.place(target);
  if (!place) return [];
  const expression = store(place, element, target, context);
  return [{ kind: 'expression', expression, span }];
}

function declareElement(
  list: ts.VariableDeclarationList,
  element: Expression,
  context: Context,
): Statement[] {
  const name = list.declarations[0]?.name;
  if (!(list.flags & (tsc.NodeFlags.Let | tsc.NodeFlags.Const)))
    context.report(E.varDeclaration, list, {});
  if (!name) return [];
  if (!tsc.isIdentifier(name)) return declarePattern(name, element, context);
  const local = context.declareLocal(name, element.type);
  return [{ kind: 'declare', local, value: element, span: context.span(list) }];
}

/** The loop is refused; its variables must not cause more reports. */
function bindHead(target: ts.ForInitializer, context: Context): void {
  const name = tsc.isVariableDeclarationList(target) ? target.declarations[0]?.name : undefined;
  if (name) bindToError(name, context);
}
