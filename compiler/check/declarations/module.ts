// One module: first its names (bound when they are first used), then its bodies, variables and statements in order.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type {
  CheckedFunction,
  CheckedModule,
  GlobalVariable,
  Statement,
} from '../../program/nodes.ts';
import { Checker } from '../checker.ts';
import type { Binding } from '../context.ts';
import { offthreadCall, offthreadFunction } from '../boundary/offthread.ts';
import { LLTYPE_HOOKS } from '../lltype/hooks.ts';
import { hasModifier } from '../modifiers.ts';
import type { ProgramState } from '../program-state.ts';
import { namesIn } from '../patterns/names-in.ts';
import { skipParentheses } from '../parentheses.ts';
import { isUsing } from '../statements/using.ts';
import { tsc } from '../tsc.ts';
import type { ExternalCompilationInfo } from '../../../runtime/lltype/types.ts';
import type { NamedDeclaration } from '../unique-ids.ts';
import type { StaticMember } from '../classes/class-declaration.ts';
import { bindStatics, staticBlock } from '../classes/static-members.ts';
import { checkEnum } from './enum.ts';
import { isOverloadSignature } from './overloads.ts';
import { isRefusedFunction, type PlainFunctionNode } from './function-form.ts';
import { declareFunction, type FunctionDeclarationState, type FunctionName } from './function.ts';
import { GenericDeclaration } from './generic-function.ts';
import {
  bindingOf,
  declareGlobal,
  globalForm,
  type DeclaredGlobal,
  type GlobalNode,
} from './global.ts';
import { declareGlobalPattern, type DeclaredPattern, type PatternNode } from './global-pattern.ts';
import { moduleStatements, qualifiedName } from './namespace.ts';
import { checkExportForm, checkImport } from './import-export.ts';

/** What is called `default` where it has no name of its own. */
const DEFAULT = 'default';

/** A name of the module, and where it stands. */
interface ModuleName extends FunctionName {
  readonly symbol: ts.Symbol | undefined;
}

type Declared =
  | { readonly kind: 'function'; readonly declared: FunctionDeclarationState | undefined }
  | { readonly kind: 'global'; readonly declared: DeclaredGlobal | undefined }
  | { readonly kind: 'pattern'; readonly declared: DeclaredPattern }
  | { readonly kind: 'none' };

/** A module-level `const f = (…) => …` is a function like any other. */
const functionOf = (node: ts.VariableDeclaration): PlainFunctionNode | undefined => {
  const { initializer } = node;
  const isConst = (tsc.getCombinedNodeFlags(node) & tsc.NodeFlags.Const) !== 0;
  if (!initializer || !isConst) return undefined;
  return tsc.isArrowFunction(initializer) || tsc.isFunctionExpression(initializer)
    ? initializer
    : undefined;
};

const isPattern = (node: ts.VariableDeclaration): node is PatternNode =>
  !tsc.isIdentifier(node.name);

const isNamed = (node: ts.VariableDeclaration): node is GlobalNode => tsc.isIdentifier(node.name);

export class ModuleDeclarations {
  readonly file: ts.SourceFile;
  readonly #state: ProgramState;
  readonly #context: Checker;
  /** Those of its namespaces too. */
  readonly #statements: readonly ts.Statement[];
  readonly #use: 'program' | 'library' | 'elsewhere';
  readonly #declared = new Map<ts.Node, Declared>();

  /** Of a module of the library only the functions that are used are part of the program, of one that is compiled elsewhere none. */
  constructor(
    file: ts.SourceFile,
    state: ProgramState,
    use: 'program' | 'library' | 'elsewhere' = 'program',
  ) {
    this.file = file;
    this.#use = use;
    this.#statements = moduleStatements(file);
    this.#state = state;
    this.#context = new Checker(state, file);
  }

  /** Names of functions and variables, for their ids. */
  names(): NamedDeclaration[] {
    const names: NamedDeclaration[] = [];
    const add = (name: string, node: ts.Node): void =>
      void names.push({ name: qualifiedName(name, node), file: this.file });
    for (const statement of this.#statements) {
      if (isOverloadSignature(statement)) continue;
      if (tsc.isFunctionDeclaration(statement)) add(statement.name?.text ?? DEFAULT, statement);
      else if (tsc.isExportAssignment(statement)) add(DEFAULT, statement);
      else if (tsc.isClassDeclaration(statement) && statement.name)
        add(statement.name.text, statement);
      else if (tsc.isVariableStatement(statement))
        for (const { name } of statement.declarationList.declarations)
          for (const { text } of namesIn(name)) add(text, statement);
    }
    return names;
  }

  /** Makes every name known; nothing is checked yet. */
  bind(id: (name: string, file: ts.SourceFile) => string): void {
    for (const statement of this.#statements) {
      if (isOverloadSignature(statement)) continue;
      if (tsc.isFunctionDeclaration(statement)) {
        this.#bindFunction(statement, statement, this.#nameOf(statement), id);
      } else if (tsc.isExportAssignment(statement)) this.#bindDefault(statement, id);
      else if (tsc.isVariableStatement(statement))
        this.#bindVariables(statement.declarationList, id);
      else if (tsc.isEnumDeclaration(statement)) this.#bindTo(statement.name, 'enum');
      else if (tsc.isClassDeclaration(statement) && statement.name) this.#bindClass(statement.name);
      else if (tsc.isModuleDeclaration(statement)) this.#bindTo(statement.name, 'error');
    }
  }

  #bindTo(name: ts.Node, kind: 'enum' | 'error' | 'comptime'): void {
    const symbol = this.#state.symbol(name);
    if (symbol) this.#state.bind(symbol, { kind });
  }

  #bindClass(name: ts.Identifier): void {
    const symbol = this.#state.symbol(name);
    const declaration = symbol && this.#state.classes.declaration(symbol);
    if (!declaration) return this.#bindTo(name, 'error');
    this.#state.bind(symbol, { kind: 'class' });
    bindStatics(declaration, this.#state, (member, made) => this.#declared.set(member, made));
  }

  /** `export default function () {}` has no name but `default`. */
  #nameOf({ name: node }: ts.FunctionDeclaration): ModuleName {
    const symbol = node ? this.#state.symbol(node) : this.#defaultSymbol();
    return { text: node?.text ?? DEFAULT, node: node ?? this.file, symbol };
  }

  #defaultSymbol(): ts.Symbol | undefined {
    const module = this.#state.checker.getSymbolAtLocation(this.file);
    return module?.exports?.get(tsc.InternalSymbolName.Default);
  }

  /** `export default e`; a name stands for what it names. */
  #bindDefault(node: ts.ExportAssignment, id: (name: string, file: ts.SourceFile) => string): void {
    const value = skipParentheses(node.expression);
    const symbol = this.#defaultSymbol();
    if (node.isExportEquals || !symbol || tsc.isIdentifier(value)) return;
    if (tsc.isArrowFunction(value) || tsc.isFunctionExpression(value))
      return this.#bindFunction(node, value, { text: DEFAULT, node, symbol }, id);
    this.#state.bindLater(symbol, () => {
      const form = { node, name: node, text: DEFAULT, isConst: true };
      const declared = declareGlobal(form, id(DEFAULT, this.file), this.#state);
      this.#declared.set(node, { kind: 'global', declared });
      return bindingOf(declared);
    });
  }

  #bindFunction(
    key: ts.Node,
    node: PlainFunctionNode,
    { symbol, ...name }: ModuleName,
    id: (name: string, file: ts.SourceFile) => string,
  ): void {
    if (!symbol) return;
    this.#state.bindLater(symbol, () => {
      if (LLTYPE_HOOKS.moduleFunction(node, this.#context) === 'comptime') {
        this.#declared.set(key, { kind: 'none' });
        return { kind: 'comptime' };
      }
      const own = id(qualifiedName(name.text, key), this.file);
      if (node.typeParameters && !isRefusedFunction(node, this.#context)) {
        this.#declared.set(key, { kind: 'none' });
        return {
          kind: 'generic',
          generic: new GenericDeclaration(node, name, own, this.#context),
        };
      }
      const declared = declareFunction(node, name, own, this.#context);
      this.#declared.set(key, { kind: 'function', declared });
      if (declared && this.#use === 'library') {
        this.#state.made.add(this.#state.file(this.file), declared.function);
        this.#state.made.later(() => declared.check());
      }
      return declared ? { kind: 'function', declared } : { kind: 'error' };
    });
  }

  #bindVariables(
    list: ts.VariableDeclarationList,
    id: (name: string, file: ts.SourceFile) => string,
  ): void {
    for (const node of list.declarations) {
      if (isPattern(node)) this.#bindPattern(node, id);
      if (!isNamed(node)) continue;
      if (isUsing(list)) {
        this.#bindTo(node.name, 'error');
        continue;
      }
      const functionNode = functionOf(node);
      if (functionNode) {
        const symbol = this.#state.symbol(node.name);
        this.#bindFunction(
          node,
          functionNode,
          { text: node.name.text, node: node.name, symbol },
          id,
        );
        continue;
      }
      const symbol = this.#state.symbol(node.name);
      if (symbol) this.#bindVariable(node, symbol, id);
    }
  }

  /** The first name that is used makes all of them. */
  #bindPattern(node: PatternNode, id: (name: string, file: ts.SourceFile) => string): void {
    const names = namesIn(node.name).flatMap((name) => {
      const symbol = this.#state.symbol(name);
      return symbol ? [{ name, symbol }] : [];
    });
    const make = (wanted: ts.Symbol): Binding => {
      for (const { name, symbol } of names)
        this.#state.bindLater(symbol, () => {
          this.#state.report(E.constantCycle, name, { name: name.text });
          return { kind: 'error' };
        });
      const declared = declareGlobalPattern(
        node,
        (name) => id(qualifiedName(name, node), this.file),
        this.#state,
      );
      this.#declared.set(node, { kind: 'pattern', declared });
      for (const { symbol } of names)
        this.#state.bindLater(symbol, () => declared.bindings.get(symbol) ?? { kind: 'error' });
      return declared.bindings.get(wanted) ?? { kind: 'error' };
    };
    for (const { symbol } of names) this.#state.bindLater(symbol, () => make(symbol));
  }

  #bindVariable(
    node: GlobalNode,
    symbol: ts.Symbol,
    id: (name: string, file: ts.SourceFile) => string,
  ): void {
    this.#state.bindLater(symbol, () => {
      const call = offthreadCall(node, this.#context);
      if (call) return this.#bindOffthread(node, call, id);
      if (LLTYPE_HOOKS.moduleConstant(node, this.#context) === 'comptime') {
        this.#declared.set(node, { kind: 'none' });
        return { kind: 'comptime' };
      }
      // Met again while its own value is checked: its type depends on itself.
      this.#state.bindLater(symbol, () => {
        this.#state.report(E.constantCycle, node.name, { name: node.name.text });
        return { kind: 'error' };
      });
      const declared = declareGlobal(
        globalForm(node),
        id(qualifiedName(node.name.text, node), this.file),
        this.#state,
      );
      this.#declared.set(node, { kind: 'global', declared });
      return bindingOf(declared);
    });
  }

  /** A function that is written there is one of the module, by the variable's name. */
  #bindOffthread(
    node: GlobalNode,
    call: ts.CallExpression,
    id: (name: string, file: ts.SourceFile) => string,
  ): Binding {
    const given = offthreadFunction(node, call, this.#context);
    this.#declared.set(node, { kind: 'none' });
    if (!given) return { kind: 'error' };
    if ('function' in given) return { kind: 'offthread', declared: given };
    const name = { text: node.name.text, node: node.name };
    const own = id(qualifiedName(name.text, node), this.file);
    const declared = declareFunction(given, name, own, this.#context);
    this.#declared.set(node, { kind: 'function', declared });
    return declared ? { kind: 'offthread', declared } : { kind: 'error' };
  }

  /** Checks all of the module; its exports are found when all modules are checked. */
  check(): CheckedModule {
    const functions: CheckedFunction[] = [];
    const globals: GlobalVariable[] = [];
    const initializer: Statement[] = [];
    const declaredAs = (key: ts.Node, symbol: ts.Symbol | undefined): Declared => {
      if (symbol) this.#state.binding(symbol);
      return this.#declared.get(key) ?? { kind: 'none' };
    };
    const declared = (key: ts.Node, name: ts.Node): Declared =>
      declaredAs(key, this.#state.symbol(name));
    const add = (item: Declared): void => {
      if (item.kind === 'function' && item.declared) {
        item.declared.check();
        functions.push(item.declared.function);
      } else if (item.kind === 'global' && item.declared) {
        globals.push(item.declared.global);
        initializer.push(...item.declared.initialise);
      } else if (item.kind === 'pattern') {
        globals.push(...item.declared.globals);
        initializer.push(...item.declared.initialise);
      }
    };
    for (const statement of this.#statements) {
      if (isOverloadSignature(statement)) continue;
      if (tsc.isFunctionDeclaration(statement)) {
        const item = declaredAs(statement, this.#nameOf(statement).symbol);
        // A signature is no function of its own: its name is bound to the one with a body.
        if (!statement.body && item.kind === 'none') isRefusedFunction(statement, this.#context);
        add(item);
      } else if (tsc.isExportAssignment(statement) && !statement.isExportEquals)
        add(declaredAs(statement, this.#defaultSymbol()));
      else if (tsc.isVariableStatement(statement)) this.#checkVariables(statement, declared, add);
      else if (tsc.isClassDeclaration(statement))
        this.#checkClass(statement, (member) => {
          if (tsc.isClassStaticBlockDeclaration(member))
            initializer.push(...staticBlock(member, this.#state));
          else add(declared(member, member.name));
        });
      else initializer.push(...this.#checkOther(statement));
    }
    return {
      file: this.#state.file(this.file),
      functions,
      globals,
      initializer,
      hiddenInitializer: [],
      exports: [],
      compilationInfos: [],
    };
  }

  /** Of the C functions in use: known when the methods of classes have been checked, too. */
  compilationInfos(): readonly ExternalCompilationInfo[] {
    return LLTYPE_HOOKS.compilationInfos(this.file, this.#context);
  }

  /** Its methods are checked with those of all classes. */
  #checkClass(node: ts.ClassDeclaration, add: (member: StaticMember) => void): void {
    if (hasModifier(node, tsc.SyntaxKind.DeclareKeyword))
      return this.#context.report(E.ambient, node, {});
    if (!node.name) return this.#context.report(E.defaultExport, node, {});
    const [decorator] = tsc.getDecorators(node) ?? [];
    if (decorator) return this.#context.report(E.decorator, decorator, {});
    const { classes } = this.#state;
    const symbol = this.#state.symbol(node.name);
    const declaration = symbol && classes.declaration(symbol);
    if (!declaration) return;
    if (!node.typeParameters) classes.plain(declaration);
    for (const member of declaration.statics) add(member);
  }

  #checkVariables(
    statement: ts.VariableStatement,
    declared: (key: ts.Node, name: ts.Identifier) => Declared,
    add: (item: Declared) => void,
  ): void {
    const { declarationList: list } = statement;
    const context = this.#context;
    if (hasModifier(statement, tsc.SyntaxKind.DeclareKeyword))
      context.report(E.ambient, statement, {});
    if (isUsing(list)) return context.report(E.usingDeclaration, statement, {});
    if (!(list.flags & tsc.NodeFlags.BlockScoped)) context.report(E.varDeclaration, statement, {});
    for (const node of list.declarations) {
      const [name] = namesIn(node.name);
      if (name) add(declared(node, name));
      else if (isPattern(node))
        add({
          kind: 'pattern',
          declared: declareGlobalPattern(node, (text) => text, this.#state),
        });
    }
  }

  #checkOther(statement: ts.Statement): Statement[] {
    const context = this.#context;
    if (tsc.isImportDeclaration(statement)) checkImport(statement, context);
    else if (tsc.isExportDeclaration(statement) || tsc.isExportAssignment(statement))
      checkExportForm(statement, context);
    else if (tsc.isImportEqualsDeclaration(statement)) {
      // `import a = N.b` is another name for what `N.b` is.
      if (tsc.isExternalModuleReference(statement.moduleReference))
        context.report(E.importExportForm, statement, {});
    } else if (tsc.isNamespaceExportDeclaration(statement))
      context.report(E.importExportForm, statement, {});
    else if (tsc.isEnumDeclaration(statement)) checkEnum(statement, context);
    else return context.statement(statement);
    return [];
  }
}
