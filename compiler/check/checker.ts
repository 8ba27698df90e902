// The Context of one function body or of module-level code: dispatches nodes to handlers by the table in `syntax.ts`.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import type { DiagnosticCode } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import type { TargetName } from '../target/targets.ts';
import type { Expression, Local, Statement } from '../program/nodes.ts';
import { BOOLEAN, UNDEFINED, VOID, type RtsType } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import { BlockEnds } from './closures/block-ends.ts';
import { captureOf } from './closures/captures.ts';
import { declareEarly } from './closures/early-variables.ts';
import { localFunctions } from './closures/local-functions.ts';
import { convertImplicitly } from './convert.ts';
import type { ClassTable } from './classes/class-table.ts';
import {
  ERROR_TYPE,
  type Binding,
  type Context,
  type FunctionState,
  type JumpScope,
  type Target,
  type LibraryFunction,
} from './context.ts';
import { asIterable } from './iteration/iterable-class.ts';
import type { WantedItems } from './iteration/rounds.ts';
import { itemsOf, listOf } from './iteration/items.ts';
import type { MadeFunctions } from './made-functions.ts';
import { constant } from './numbers/literal.ts';
import { findPlace, placeType } from './place.ts';
import type { ProgramState } from './program-state.ts';
import type { RecordTypes } from './records/record-types.ts';
import { Scope, type TypeArguments } from './scope.ts';
import { isUsing, usingStatements } from './statements/using.ts';
import { localDeclarations } from './statements/variable.ts';
import { CONDITIONS, EFFECTS, SYNTAX, type Entry } from './syntax.ts';
import { toBoolean } from './truth.ts';
import { tsc } from './tsc.ts';
import { typeFromTs } from './types.ts';

export class Checker implements Context {
  readonly state: ProgramState;
  readonly sourceFile: ts.SourceFile;
  readonly currentFunction: FunctionState | null;
  readonly jumps: JumpScope[] = [];
  readonly given = new Map<ts.Node, Expression>();
  readonly scope: Scope;
  readonly #blocks = new BlockEnds();
  readonly #ready = new Map<Local, Local>();

  constructor(
    state: ProgramState,
    sourceFile: ts.SourceFile,
    currentFunction: FunctionState | null = null,
    scope: Scope = new Scope(),
  ) {
    this.state = state;
    this.sourceFile = sourceFile;
    this.currentFunction = currentFunction;
    this.scope = scope;
  }

  get moduleId(): string {
    return this.state.moduleId(this.sourceFile);
  }
  homeName(symbol: ts.Symbol): string {
    return this.state.homeName(symbol);
  }
  get isPart(): boolean {
    return this.state.part !== null;
  }
  get checker(): ts.TypeChecker {
    return this.state.checker;
  }
  get program(): ts.Program {
    return this.state.program;
  }
  get classes(): ClassTable {
    return this.state.classes;
  }
  get host(): Host {
    return this.state.host;
  }

  get target(): TargetName {
    return this.state.run.target;
  }

  get records(): RecordTypes {
    return this.state.records;
  }

  span(node: ts.Node): Span {
    return this.state.span(node);
  }

  report<P>(code: DiagnosticCode<P>, node: ts.Node, parameters: P): void {
    this.state.report(code, node, parameters, this.scope.instantiation);
  }

  attempt<T>(action: () => T): T | undefined {
    return this.state.run.attempt(action);
  }

  fail<P>(code: DiagnosticCode<P>, node: ts.Node, parameters: P): Expression {
    this.report(code, node, parameters);
    return this.failed(node);
  }

  failed(node: ts.Node): Expression {
    this.state.failures.push(node);
    return constant(ERROR_TYPE, null, this.span(node));
  }

  expression(node: ts.Expression, expected: RtsType | null = null): Expression {
    const given = this.given.get(node);
    if (given) return given;
    const entry = this.#entry(node);
    if (entry.role === 'expression') return entry.handler(node as never, this, expected);
    return this.#refuse(entry, node);
  }

  value(node: ts.Expression, target: RtsType): Expression {
    const expected = target === ERROR_TYPE ? null : target;
    return this.convert(this.expression(node, expected), target, node);
  }

  items(node: ts.Expression, expected: RtsType | null = null): Expression {
    return itemsOf(node, this, expected);
  }

  listOf(value: Expression, wanted: WantedItems, node: ts.Node): Expression {
    return listOf(value, wanted, node, this);
  }

  asIterable(value: Expression, target: RtsType, node: ts.Node): Expression | undefined {
    return asIterable(value, target, node, this);
  }

  condition(node: ts.Expression): Expression {
    const handler = CONDITIONS[node.kind];
    return handler ? handler(node as never, this) : toBoolean(this.expression(node), this);
  }

  effect(node: ts.Expression): Expression {
    const handler = EFFECTS[node.kind];
    return handler ? handler(node as never, this) : this.expression(node);
  }

  place(node: ts.Expression): Target | null {
    return findPlace(node, this);
  }

  placeType(place: Target): RtsType {
    return placeType(place, this);
  }

  statement(node: ts.Statement): Statement[] {
    const entry = this.#entry(node);
    if (entry.role === 'statement') return entry.handler(node as never, this);
    this.#refuse(entry, node);
    return [];
  }

  body(node: ts.Statement): Statement[] {
    return tsc.isBlock(node) ? this.statements(node.statements) : this.statement(node);
  }

  get made(): MadeFunctions {
    return this.state.made;
  }

  inFunction(state: FunctionState | null, scope: Scope): Context {
    return new Checker(this.state, this.sourceFile, state, scope);
  }

  atEndOfBlock(action: () => void): void {
    this.#blocks.later(action);
  }

  declared(statements: readonly Statement[]): Statement[] {
    return declareEarly(statements, this.#ready);
  }

  statements(nodes: readonly ts.Statement[]): Statement[] {
    return this.declared(this.#blocks.block(() => this.#statements(nodes)));
  }

  #statements(nodes: readonly ts.Statement[]): Statement[] {
    const functions = localFunctions(nodes, this);
    const statements: Statement[] = [];
    for (const [i, node] of nodes.entries()) {
      if (tsc.isVariableStatement(node) && isUsing(node.declarationList)) {
        const rest = (): Statement[] => this.statements(nodes.slice(i + 1));
        const { declarations } = node.declarationList;
        return [...statements, ...usingStatements(declarations, this, rest)];
      }
      statements.push(...functions.before(node));
      if (!tsc.isFunctionDeclaration(node)) statements.push(...this.statement(node));
    }
    return statements;
  }

  declarations(list: ts.VariableDeclarationList): Statement[] {
    return localDeclarations(list, this);
  }

  nothing(type: RtsType, node: ts.Node): Expression {
    return convertImplicitly(constant(UNDEFINED, undefined, this.span(node)), type, node, this);
  }

  convert(expression: Expression, target: RtsType, node: ts.Node): Expression {
    return convertImplicitly(expression, target, node, this);
  }

  type(node: ts.TypeNode): RtsType {
    const entry = this.#entry(node);
    if (entry.role === 'refused') {
      this.#refuse(entry, node);
      return ERROR_TYPE;
    }
    if (tsc.isTypePredicateNode(node)) return node.assertsModifier ? VOID : BOOLEAN;
    return typeFromTs(this.checker.getTypeFromTypeNode(node), node, this);
  }

  typeFromTs(type: ts.Type, node: ts.Node): RtsType {
    return typeFromTs(type, node, this);
  }

  symbol(node: ts.Node): ts.Symbol | undefined {
    return this.state.symbol(node);
  }

  binding(symbol: ts.Symbol): Binding | undefined {
    return this.scope.binding(symbol) ?? this.state.binding(symbol);
  }

  bind(symbol: ts.Symbol, binding: Binding): void {
    this.scope.bind(symbol, binding);
  }

  typeArgument(parameter: ts.Symbol): RtsType | undefined {
    return this.scope.typeArgument(parameter);
  }

  reader(declaration: ts.Node, typeArguments: TypeArguments): Context {
    return new Checker(this.state, declaration.getSourceFile(), null, new Scope({ typeArguments }));
  }

  get classArguments(): Context['classArguments'] {
    return (type) => this.state.run.classes.get(type);
  }

  libraryFunction(module: string, name: string): LibraryFunction {
    return this.state.run.libraryFunction(module, name, this.state);
  }

  declareLocal(name: ts.Identifier, type: RtsType): Local {
    const symbol = this.symbol(name);
    const declaration = symbol?.valueDeclaration;
    const capture = declaration && captureOf(declaration, symbol, this.checker);
    const local: Local = { name: name.text, type, mutable: false, cell: capture?.cell ?? false };
    if (!symbol) return local;
    const ready = capture?.early ? this.#readyFor(local) : null;
    this.bind(symbol, { kind: 'local', local, ready, shared: capture?.shared ?? false });
    return local;
  }

  #readyFor(local: Local): Local {
    const ready = { name: `${local.name}_ready`, type: BOOLEAN, mutable: true, cell: true };
    this.#ready.set(local, ready);
    return ready;
  }

  temporary(name: string, type: RtsType, mutable = false): Local {
    return { name, type, mutable };
  }

  #entry(node: ts.Node): Entry {
    return SYNTAX[node.kind] ?? { role: 'part' };
  }

  /** Never silent: a kind without a handler for this role has a code, or the general one. */
  #refuse(entry: Entry, node: ts.Node): Expression {
    if (entry.role === 'refused') return this.fail(entry.code, node, {});
    if (entry.role === 'declaration') return this.fail(E.importExportForm, node, {});
    return this.fail(E.syntaxKind, node, { kind: tsc.SyntaxKind[node.kind] });
  }
}
