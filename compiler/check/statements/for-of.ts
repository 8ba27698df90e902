// `for (const x of array)` over a typed array → a loop over its indices.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression, Local, Place, Statement } from '../../program/nodes.ts';
import { INT_TYPES } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, builtin, compare, isize, readLocal, readPlace } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { StatementHandler } from '../handler.ts';
import { inJumpScope } from '../loop-scope.ts';
import { store } from '../store.ts';
import { tsc } from '../tsc.ts';
import { typeText } from '../type-text.ts';

const LOOP = { breakable: true, continuable: true };

export const forOfStatement: StatementHandler<ts.ForOfStatement> = (node, context) => {
  if (node.awaitModifier) context.report(E.asynchronous, node.awaitModifier, {});
  const source = context.expression(node.expression);
  const { type } = source;
  if (type.kind !== 'typedarray' && type.kind !== 'array') {
    if (type !== ERROR_TYPE)
      context.report(E.forOfSource, node.expression, { type: typeText(type) });
    bindToError(node.initializer, context);
    inJumpScope(node, LOOP, context, () => context.body(node.statement));
    return [];
  }
  const span = context.span(node.expression);
  const array = context.temporary('array', type);
  const index = context.temporary('index', INT_TYPES.isize, true);
  return [
    {
      kind: 'block',
      body: [
        { kind: 'declare', local: array, value: source, span },
        { kind: 'declare', local: index, value: isize(0, span), span },
        walk(node, array, index, span, context),
      ],
      span: context.span(node),
    },
  ];
};

function walk(
  node: ts.ForOfStatement,
  array: Local,
  index: Local,
  span: Span,
  context: Context,
): Statement {
  const [items, i] = [readLocal(array, span), readLocal(index, span)];
  const { kind } = array.type;
  // Read in each round: the body may change an array (ECMA-262 23.1.5.1).
  const name = kind === 'array' ? 'array.length' : 'typedarray.length';
  const length = builtin(name, [items], INT_TYPES.isize, span);
  const place: Place = {
    kind: kind === 'array' ? 'array-item' : 'element',
    array: items,
    index: i,
  };
  const element = readPlace(place, context.placeType(place), span);
  const next: Expression = {
    kind: 'binary',
    operator: '+',
    left: i,
    right: isize(1, span),
    type: INT_TYPES.isize,
    span,
  };
  return inJumpScope(node, LOOP, context, (target) => ({
    kind: 'loop',
    target,
    test: compare('<', i, length, span),
    testAtEnd: false,
    update: assign({ kind: 'local', local: index }, next, span),
    body: [...assignElement(node.initializer, element, context), ...context.body(node.statement)],
    span: context.span(node),
  }));
}

function assignElement(
  target: ts.ForInitializer,
  element: Expression,
  context: Context,
): Statement[] {
  const span = context.span(target);
  if (tsc.isVariableDeclarationList(target)) {
    const declaration = declarationOf(target, context);
    if (!declaration) return [];
    const local = context.declareLocal(declaration, element.type);
    return [{ kind: 'declare', local, value: element, span }];
  }
  const place = context.place(target);
  if (!place) return [];
  const expression = store(place, element, target, context);
  return [{ kind: 'expression', expression, span }];
}

function declarationOf(
  list: ts.VariableDeclarationList,
  context: Context,
): ts.Identifier | undefined {
  const name = list.declarations[0]?.name;
  if (!(list.flags & (tsc.NodeFlags.Let | tsc.NodeFlags.Const)))
    context.report(E.varDeclaration, list, {});
  if (name && tsc.isIdentifier(name)) return name;
  if (name) context.report(E.destructuring, name, {});
  return undefined;
}

/** The loop is refused; its variable must not cause more reports. */
function bindToError(target: ts.ForInitializer, context: Context): void {
  const name = tsc.isVariableDeclarationList(target) ? target.declarations[0]?.name : undefined;
  const symbol = name && tsc.isIdentifier(name) ? context.symbol(name) : undefined;
  if (symbol) context.bind(symbol, { kind: 'error' });
}
