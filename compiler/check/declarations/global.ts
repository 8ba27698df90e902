// A module-level `let` or `const` → a variable of the environment, or a value known at build time.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression, GlobalVariable, Statement } from '../../program/nodes.ts';
import { UNDEFINED, type RtsType } from '../../program/types.ts';
import { assign } from '../build.ts';
import { Checker } from '../checker.ts';
import { convertImplicitly } from '../convert.ts';
import { ERROR_TYPE, type Binding } from '../context.ts';
import { documentation } from '../documentation.ts';
import { foldConstant } from '../fold-constant.ts';
import { constant } from '../numbers/literal.ts';
import type { ProgramState } from '../program-state.ts';
import { settle } from '../settle.ts';
import { tsc } from '../tsc.ts';
import { variableType } from '../variable-type.ts';

/** What a declaration has become: the variable and the statement that gives it its first value. */
export interface DeclaredGlobal {
  readonly global: GlobalVariable;
  readonly initialise: readonly Statement[];
}

export type GlobalNode = ts.VariableDeclaration & { readonly name: ts.Identifier };

/** A variable of the module or a static field of a class. */
export interface GlobalForm {
  readonly node: ts.VariableDeclaration | ts.PropertyDeclaration | ts.ExportAssignment;
  readonly name: ts.Node;
  /** Its name in messages. */
  readonly text: string;
  readonly isConst: boolean;
}

export const globalForm = (node: GlobalNode): GlobalForm => ({
  node,
  name: node.name,
  text: node.name.text,
  isConst: (tsc.getCombinedNodeFlags(node) & tsc.NodeFlags.Const) !== 0,
});

/** undefined after a report. */
export function declareGlobal(
  form: GlobalForm,
  id: string,
  state: ProgramState,
): DeclaredGlobal | undefined {
  const { node, isConst } = form;
  const context = new Checker(state, node.getSourceFile());
  const annotated = tsc.isExportAssignment(node) ? null : variableType(node, context);
  const value = initialValue(form, annotated, context);
  const type = annotated ?? value?.type ?? ERROR_TYPE;
  if (type === ERROR_TYPE) return undefined;
  // Nullables are left out: null as `constant` would mean that there is none.
  const mayFold = isConst && type.kind !== 'nullable' && value && value.type !== ERROR_TYPE;
  const folded = mayFold ? foldConstant(value) : undefined;
  const global: GlobalVariable = {
    id,
    name: form.text,
    type,
    mutable: false,
    constant: folded ? folded.value : null,
    span: state.span(form.name),
    documentation: documentation(node),
  };
  if (!value || value.type === ERROR_TYPE || folded) return { global, initialise: [] };
  const span = state.span(node);
  const expression = assign({ kind: 'global', global }, value, span);
  return { global, initialise: [{ kind: 'expression', expression, span }] };
}

export const bindingOf = (declared: DeclaredGlobal | undefined): Binding =>
  declared ? { kind: 'global', global: declared.global } : { kind: 'error' };

function initialValue(
  { node, name, text }: GlobalForm,
  annotated: RtsType | null,
  context: Checker,
): Expression | null {
  const initializer = tsc.isExportAssignment(node) ? node.expression : node.initializer;
  if (initializer)
    return annotated
      ? context.value(initializer, annotated)
      : settle(context.expression(initializer), initializer, context);
  if (!annotated) return context.fail(E.untypedVariable, name, { name: text });
  if (annotated.kind !== 'nullable' || !annotated.allowsUndefined) return null;
  return convertImplicitly(
    constant(UNDEFINED, undefined, context.span(node)),
    annotated,
    node,
    context,
  );
}
