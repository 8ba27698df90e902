// Functions declared in a block, and constants that are functions: known by name, so that calls of them are direct.
import type ts from 'typescript';
import type { Expression, Local, Statement } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import { assign } from '../build.ts';
import type { Context } from '../context.ts';
import { isRefusedFunction, type PlainFunctionNode } from '../declarations/function-form.ts';
import { tsc } from '../tsc.ts';
import { makeClosure, type Closure } from './closure.ts';
import { bindLocalGeneric } from './local-generic.ts';
import { functionOrder } from './function-order.ts';
import { isOverloadSignature } from '../declarations/overloads.ts';

export interface LocalFunctions {
  /** What makes the functions that `node` is the first to use. */
  before(node: ts.Statement): Statement[];
}

const NO_FUNCTIONS: LocalFunctions = { before: () => [] };

/** Those that the statements of one block declare; the bodies wait for the end of the block. */
export function localFunctions(nodes: readonly ts.Statement[], context: Context): LocalFunctions {
  const declarations = nodes.filter(
    (node): node is ts.FunctionDeclaration =>
      tsc.isFunctionDeclaration(node) && !isOverloadSignature(node),
  );
  const block = declarations[0]?.parent;
  if (!block || !('statements' in block)) return NO_FUNCTIONS;
  const statements = block.statements as readonly ts.Statement[];
  const order = functionOrder(block, statements, context.checker);
  const made = new Map<ts.Node, { closure: Closure; local: Local }>();
  for (const node of declarations) {
    const { name } = node;
    const isRefused = isRefusedFunction(node, context);
    if (!isRefused && node.typeParameters && name) bindLocalGeneric(node, name, context);
    else if (!name || isRefused) {
      const symbol = name && context.symbol(name);
      if (symbol && node.body) context.bind(symbol, { kind: 'error' });
    } else made.set(node, declareFunctionIn(node, name, context, order.late.has(node)));
  }
  return {
    before: (node) => {
      const group = (order.before.get(node) ?? []).flatMap((one) => made.get(one) ?? []);
      const cells = group.filter(({ local }) => local.cell);
      return [
        ...cells.map(({ closure, local }): Statement => ({
          kind: 'declare',
          local,
          value: null,
          span: closure.expression.span,
        })),
        ...group.map(({ closure, local }) => give(closure, local)),
      ];
    },
  };
}

function give({ expression, declared }: Closure, local: Local): Statement {
  const { span } = expression;
  if (!local.cell) return { kind: 'declare', local, value: expression, span };
  const stored: { type: RtsType } & Expression = assign({ kind: 'local', local }, expression, span);
  declared.whenTyped((type) => (stored.type = type));
  return { kind: 'expression', expression: stored, span };
}

function declareFunctionIn(
  node: PlainFunctionNode,
  name: ts.Identifier,
  context: Context,
  late: boolean,
): { closure: Closure; local: Local } {
  const closure = makeClosure(node, context, {});
  return { closure, local: bindClosure(closure, name, context, late) };
}

/** The local that holds the closure; the name is bound to both. */
export function bindClosure(
  closure: Closure,
  name: ts.Identifier,
  context: Context,
  cell?: boolean,
): Local {
  const { declared, expression } = closure;
  const local = context.declareLocal(name, expression.type) as {
    -readonly [K in keyof Local]: Local[K];
  };
  if (cell !== undefined) local.cell = cell;
  declared.whenTyped((type) => (local.type = type));
  const symbol = context.symbol(name);
  const binding = symbol && context.scope.binding(symbol);
  const ready = binding?.kind === 'local' ? (binding.ready ?? null) : null;
  if (symbol)
    context.bind(symbol, {
      kind: 'closure',
      closure: { declared, local, ready },
      isOuter: false,
    });
  context.atEndOfBlock(() => declared.check());
  return local;
}
