// The variables of `for (let i = …; …; …)`, anew in each round where closures capture them (ECMA-262 14.7.4.4): the
// loop counts with variables of its own, and each round copies them.
import type ts from 'typescript';
import type { Expression, JumpTarget, Local, Statement } from '../../program/nodes.ts';
import { BOOLEAN } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, not, readLocal } from '../build.ts';
import { captureOf, isAssignedIn } from '../closures/captures.ts';
import type { Context } from '../context.ts';
import { inJumpScope } from '../loop-scope.ts';
import { constant } from '../numbers/literal.ts';
import { tsc } from '../tsc.ts';

/** A variable of the loop that closures capture, by its name. */
export interface CapturedBinding {
  readonly name: ts.Identifier;
  readonly symbol: ts.Symbol;
}

export function capturedBindings(
  node: ts.ForStatement,
  context: Context,
): readonly CapturedBinding[] {
  const { initializer } = node;
  if (!initializer || !tsc.isVariableDeclarationList(initializer)) return [];
  // A constant is the same in all rounds.
  if (initializer.flags & tsc.NodeFlags.Const) return [];
  return initializer.declarations.flatMap(({ name }) => {
    const symbol = tsc.isIdentifier(name) ? context.symbol(name) : undefined;
    const declaration = symbol?.valueDeclaration;
    return symbol &&
      declaration &&
      tsc.isIdentifier(name) &&
      isCaptured(symbol, declaration, context)
      ? [{ name, symbol }]
      : [];
  });
}

const isCaptured = (symbol: ts.Symbol, declaration: ts.Node, context: Context): boolean =>
  captureOf(declaration, symbol, context.checker) !== undefined;

/** The loop's own variable, to which the name is bound until a round begins. */
interface Copy extends CapturedBinding {
  readonly own: Local;
}

/** `before` declares the loop's own variables. */
export function loopWithBindings(
  node: ts.ForStatement,
  captured: readonly CapturedBinding[],
  before: readonly Statement[],
  context: Context,
): Statement {
  const span = context.span(node);
  const copies = captured.flatMap((one): Copy[] => {
    const binding = context.binding(one.symbol);
    if (binding?.kind !== 'local') return [];
    Object.assign(binding.local, { cell: false, mutable: true });
    return [{ ...one, own: binding.local }];
  });
  const { condition, incrementor } = node;
  const hasClosures = [condition, incrementor].some((part) => part && containsFunction(part));
  const rounds = hasClosures
    ? captureAnywhere(node, copies, context)
    : [captureInBody(node, copies, context)];
  return { kind: 'block', body: [...before, ...rounds], span };
}

function containsFunction(node: ts.Node): boolean {
  if (tsc.isFunctionLike(node)) return true;
  return tsc.forEachChild(node, (child) => containsFunction(child) || undefined) ?? false;
}

/** Test and step work on the loop's own variables, of which the body has copies. */
function captureInBody(
  node: ts.ForStatement,
  copies: readonly Copy[],
  context: Context,
): Statement {
  const { condition, incrementor, statement } = node;
  const span = context.span(node);
  const test = condition ? context.condition(condition) : null;
  const update = incrementor ? context.effect(incrementor) : null;
  const assigned = copies.some(({ symbol }) => isAssignedIn(statement, symbol, context.checker));
  const parts = { kind: 'loop', testAtEnd: false, span } as const;
  if (assigned)
    return inJumpScope(node, BREAKABLE, context, (target) => {
      const body = round(copies, span, context, () => bodyOf(node, context));
      return { ...parts, target, test, update, body };
    });
  return inJumpScope(node, LOOP, context, (target) => {
    const inner = copyIn(copies, span, context);
    const body = [...inner.map(({ declared }) => declared), ...context.body(statement)];
    return { ...parts, target, test, update, body };
  });
}

const LOOP = { breakable: true, continuable: true };
const BREAKABLE = { breakable: true, continuable: false };

/**
 * The general form:
 *
 *     let first = true;
 *     loop {
 *       let i = own;
 *       if (first) first = false; else update;
 *       if (!test) break;
 *       body: { … }                       // `continue` leaves it
 *       own = i;
 *     }
 */
function captureAnywhere(
  node: ts.ForStatement,
  copies: readonly Copy[],
  context: Context,
): Statement[] {
  const span = context.span(node);
  const first: Local = { name: 'first', type: BOOLEAN, mutable: true };
  const loop = inJumpScope(node, BREAKABLE, context, (target): Statement => {
    const body = round(copies, span, context, () => [
      ...step(node, first, context, span),
      ...exit(node, target, context, span),
      ...bodyOf(node, context),
    ]);
    return { kind: 'loop', target, test: null, testAtEnd: false, update: null, body, span };
  });
  return [declare(first, constant(BOOLEAN, true, span), span), loop];
}

/** `let i = own; …; own = i`. */
function round(
  copies: readonly Copy[],
  span: Span,
  context: Context,
  inside: () => Statement[],
): Statement[] {
  const inner = copyIn(copies, span, context);
  return [
    ...inner.map(({ declared }) => declared),
    ...inside(),
    ...inner.map(({ own, local }) => store(own, readLocal(local, span), span)),
  ];
}

const copyIn = (
  copies: readonly Copy[],
  span: Span,
  context: Context,
): readonly { readonly own: Local; readonly local: Local; readonly declared: Statement }[] =>
  copies.map(({ name, own }) => {
    const local = context.declareLocal(name, own.type);
    return { own, local, declared: declare(local, readLocal(own, span), span) };
  });

/** `continue` leaves the body: the copies go back to the loop's own variables behind it. */
const bodyOf = (node: ts.ForStatement, context: Context): Statement[] =>
  inJumpScope(node, { breakable: false, continuable: 'leave' }, context, (target) => [
    { kind: 'labelled', target, body: context.body(node.statement), span: context.span(node) },
  ]);

const declare = (local: Local, value: Expression, span: Span): Statement => ({
  kind: 'declare',
  local,
  value,
  span,
});

const store = (local: Local, value: Expression, span: Span): Statement => ({
  kind: 'expression',
  expression: assign({ kind: 'local', local }, value, span),
  span,
});

/** `if (first) first = false; else update`. */
function step(node: ts.ForStatement, first: Local, context: Context, span: Span): Statement[] {
  if (!node.incrementor) return [];
  const expression = context.effect(node.incrementor);
  return [
    {
      kind: 'if',
      test: readLocal(first, span),
      whenTrue: [store(first, constant(BOOLEAN, false, span), span)],
      whenFalse: [{ kind: 'expression', expression, span: context.span(node.incrementor) }],
      span,
    },
  ];
}

function exit(
  node: ts.ForStatement,
  target: JumpTarget,
  context: Context,
  span: Span,
): Statement[] {
  if (!node.condition) return [];
  const test = not(context.condition(node.condition), span);
  return [{ kind: 'if', test, whenTrue: [{ kind: 'break', target, span }], whenFalse: [], span }];
}
