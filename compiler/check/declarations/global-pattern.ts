// `const { a, b } = value` at the top of a module → a variable of the module for each name, and the statements that fill them.
import type ts from 'typescript';
import type { Expression, GlobalVariable, Statement } from '../../program/nodes.ts';
import { assign, readLocal } from '../build.ts';
import { Checker } from '../checker.ts';
import { ERROR_TYPE, type Binding } from '../context.ts';
import { takeApart } from '../patterns/take-apart.ts';
import type { ProgramState } from '../program-state.ts';
import { settle } from '../settle.ts';
import { tsc } from '../tsc.ts';

export type PatternNode = ts.VariableDeclaration & { readonly name: ts.BindingPattern };

export interface DeclaredPattern {
  readonly globals: readonly GlobalVariable[];
  readonly initialise: readonly Statement[];
  /** By the name's symbol; a name whose part was wrong has none. */
  readonly bindings: ReadonlyMap<ts.Symbol, Binding>;
}

/** `id` makes names unique in the program. */
export function declareGlobalPattern(
  node: PatternNode,
  id: (name: string) => string,
  state: ProgramState,
): DeclaredPattern {
  const context = new Checker(state, node.getSourceFile());
  const statements: Statement[] = [];
  const globals: GlobalVariable[] = [];
  const bindings = new Map<ts.Symbol, Binding>();
  const bind = (target: ts.Identifier, part: Expression): void => {
    const symbol = state.symbol(target);
    const value = part.type === ERROR_TYPE ? part : settle(part, target, context);
    if (!symbol || value.type === ERROR_TYPE) return;
    const span = state.span(target);
    const global: GlobalVariable = {
      id: id(target.text),
      name: target.text,
      type: value.type,
      mutable: false,
      constant: null,
      span,
      documentation: '',
    };
    globals.push(global);
    bindings.set(symbol, { kind: 'global', global });
    const expression = assign({ kind: 'global', global }, value, span);
    statements.push({ kind: 'expression', expression, span });
  };
  const type = node.type && context.type(node.type);
  const { initializer } = node;
  if (!initializer) return { globals, initialise: [], bindings };
  const value = type ? context.value(initializer, type) : context.expression(initializer);
  const sink = {
    keep(name: string, kept: Expression): Expression {
      const local = context.temporary(name, kept.type);
      statements.push({ kind: 'declare', local, value: kept, span: kept.span });
      return readLocal(local, kept.span);
    },
    bind(target: ts.Node, part: Expression): void {
      if (tsc.isIdentifier(target)) bind(target, part);
    },
  };
  takeApart(node.name, value, sink, context);
  return { globals, initialise: statements, bindings };
}
