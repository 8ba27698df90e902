// Static fields and methods of a class → module-level variables and functions; static blocks → statements of the module.
import type ts from 'typescript';
import type { Statement } from '../../program/nodes.ts';
import { Checker } from '../checker.ts';
import type { Binding, DeclaredMethod } from '../context.ts';
import { FunctionDeclarationState } from '../declarations/function.ts';
import { GenericDeclaration } from '../declarations/generic-function.ts';
import { bindingOf, declareGlobal, type DeclaredGlobal } from '../declarations/global.ts';
import { E } from '../../diagnostics/codes.ts';
import { hasModifier } from '../modifiers.ts';
import type { ProgramState } from '../program-state.ts';
import { Scope } from '../scope.ts';
import { newClass } from '../../program/types.ts';
import { tsc } from '../tsc.ts';
import { memberName, type ClassDeclaration, type StaticMember } from './class-declaration.ts';

export type DeclaredStatic =
  | { readonly kind: 'function'; readonly declared: FunctionDeclarationState | undefined }
  | { readonly kind: 'global'; readonly declared: DeclaredGlobal | undefined };

/** Makes the names of the static members known; what they become is found when they are first used. */
export function bindStatics(
  declaration: ClassDeclaration,
  state: ProgramState,
  declared: (member: StaticMember, made: DeclaredStatic) => void,
): void {
  for (const member of declaration.statics) {
    if (tsc.isClassStaticBlockDeclaration(member)) continue;
    const symbol = state.symbol(member.name);
    if (!symbol) continue;
    if (tsc.isAccessor(member)) {
      state.bindLater(symbol, () => bindAccessor(symbol, declaration, state, declared));
      continue;
    }
    state.bindLater(symbol, () => bindStatic(member, symbol, declaration, state, declared));
  }
}

function bindStatic(
  member: ts.PropertyDeclaration | ts.MethodDeclaration,
  symbol: ts.Symbol,
  { id: classId, node }: ClassDeclaration,
  state: ProgramState,
  declared: (member: StaticMember, made: DeclaredStatic) => void,
): Binding {
  const written = member.name.getText();
  const id = `${classId}.${memberName(member.name, '')}`;
  const text = `${node.name ? node.name.text : classId}.${written}`;
  if (tsc.isMethodDeclaration(member)) {
    const context = new Checker(state, node.getSourceFile());
    const name = { text, node: member.name };
    if (member.typeParameters)
      return { kind: 'generic', generic: new GenericDeclaration(member, name, id, context) };
    const made = new FunctionDeclarationState(member, name, context, {
      id,
      scope: new Scope({ id }),
    });
    declared(member, { kind: 'function', declared: made });
    return { kind: 'function', declared: made };
  }
  // Met again while its own value is checked: its type depends on itself.
  state.bindLater(symbol, () => {
    state.report(E.constantCycle, member.name, { name: text });
    return { kind: 'error' };
  });
  const isConst = hasModifier(member, tsc.SyntaxKind.ReadonlyKeyword);
  const made = declareGlobal({ node: member, name: member.name, text, isConst }, id, state);
  declared(member, { kind: 'global', declared: made });
  return bindingOf(made);
}

/** Both halves at once: TypeScript has one symbol for them. */
function bindAccessor(
  symbol: ts.Symbol,
  declaration: ClassDeclaration,
  state: ProgramState,
  declared: (member: StaticMember, made: DeclaredStatic) => void,
): Binding {
  const half = (kind: 'get' | 'set'): DeclaredMethod | null => {
    const isHalf = kind === 'get' ? tsc.isGetAccessor : tsc.isSetAccessor;
    const node = declaration.statics.find(
      (member): member is ts.AccessorDeclaration =>
        isHalf(member) && state.symbol(member.name) === symbol,
    );
    if (!node) return null;
    const written = node.name.getText();
    const id = `${declaration.id}.${kind} ${memberName(node.name, '')}`;
    const name = { text: `${declaration.node.name?.text ?? ''}.${written}`, node: node.name };
    const made = new FunctionDeclarationState(
      node,
      name,
      new Checker(state, declaration.node.getSourceFile()),
      { id, scope: new Scope({ id }) },
    );
    declared(node, { kind: 'function', declared: made });
    return staticMethod(written, made);
  };
  return { kind: 'accessor', getter: half('get'), setter: half('set') };
}

const NO_OBJECT = newClass('static');

/** As a method whose object nobody looks at. */
const staticMethod = (name: string, made: FunctionDeclarationState): DeclaredMethod => ({
  name,
  function: made.function,
  node: made.node,
  isFinal: false,
  isAbstract: false,
  owner: { type: NO_OBJECT },
  result: (caller) => made.result(caller),
  call: ([, ...values], span) => ({
    kind: 'call',
    callee: made.function,
    arguments: values,
    type: made.function.result,
    span,
  }),
});

/** `static { … }`: runs in its turn, with names of its own. */
export function staticBlock(
  node: ts.ClassStaticBlockDeclaration,
  state: ProgramState,
): Statement[] {
  const context = new Checker(state, node.getSourceFile());
  const body = context.statements(node.body.statements);
  return [{ kind: 'block', body, span: context.span(node) }];
}
