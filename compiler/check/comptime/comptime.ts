// Build-time evaluation (RPython's import-time metaprogramming): module-level declarations made from lltype and rffi
// are run in Node with the real runtime, each once, when they are first needed.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import * as runtime from '../../../runtime/index.ts';
import { createRffi } from '../../../runtime/rffi/rffi.ts';
import { createRffiPlatform } from '../../../runtime/rffi_platform/rffi_platform.ts';
import type { DeclarationSite } from '../../../runtime/lltype/types.ts';
import type { Context } from '../context.ts';
import { isCorePath } from '../library-paths.ts';
import { programFiles } from '../typescript.ts';
import { tsc } from '../tsc.ts';
import { isComptimeType } from './comptime-type.ts';
import { declarationSite } from './declaration-site.ts';
import { freeNames } from './free-names.ts';
import { configTool } from './config-tool.ts';
import { EntryErrors } from '../../../runtime/rffi_platform/entry-errors.ts';
import { NoCompiler, platformProbe } from './platform-probe.ts';
import { makeSource, runSource } from './run-source.ts';
import { isModuleConst, symbolSource } from './symbol-source.ts';

export type Evaluated = { readonly ok: true; readonly value: unknown } | { readonly ok: false };
const FAILED: Evaluated = { ok: false };

/** Thrown through user code when something that it needs has failed; that has been reported. */
class Reported extends Error {}

/** One for each program. Diagnostics go to the context that asks first. */
export class Comptime {
  readonly #values = new Map<ts.Symbol, Evaluated | 'running'>();
  readonly #runtimes = new Map<ts.SourceFile, object>();
  /** Files whose build-time statements (`NODE_REF.become(NODE)`) have run or are running. */
  readonly #started = new Set<ts.SourceFile>();
  /** Declarations that are being evaluated, innermost last. */
  readonly #running: ts.Node[] = [];

  /** The value of an expression in any place of the program. A failure has been reported. */
  expression(node: ts.Expression, context: Context): Evaluated {
    const value = this.#attempt(node, node.getText(), node.getStart(), context);
    this.#runStatements(node.getSourceFile(), context);
    return value;
  }

  /** The value of a module-level name; aliases have been followed. A failure has been reported. */
  symbol(symbol: ts.Symbol, at: ts.Node, context: Context): Evaluated {
    const known = this.#values.get(symbol);
    if (known === 'running') {
      context.report(E.comptimeCycle, at, { name: symbol.name });
      return FAILED;
    }
    if (known) return known;
    this.#values.set(symbol, 'running');
    const value = this.#evaluateSymbol(symbol, at, context);
    this.#values.set(symbol, value);
    const file = symbol.valueDeclaration?.getSourceFile();
    if (file && this.#running.length === 0) this.#runStatements(file, context);
    return value;
  }

  #evaluateSymbol(symbol: ts.Symbol, at: ts.Node, context: Context): Evaluated {
    const source = symbolSource(symbol, context.checker);
    switch (source.kind) {
      case 'runtime':
        return {
          ok: true,
          value: readPath(this.#runtime(at.getSourceFile(), context), source.path),
        };
      case 'module':
        return { ok: true, value: this.#namespace(source.exports, at, context) };
      case 'source':
        return this.#attempt(source.source, source.text, source.start, context);
      case 'global':
        return { ok: true, value: Reflect.get(globalThis, symbol.name) };
      case 'unknown':
        context.report(E.comptimeDependency, at, { name: symbol.name });
        return FAILED;
    }
  }

  /** Runs the source text of a node, which starts at offset `start` of its file. */
  #attempt(node: ts.Node, text: string, start: number, context: Context): Evaluated {
    const free = freeNames(node, context.checker);
    const symbols = new Map(free.map((name) => [name.node.text, name] as const));
    this.#running.push(node);
    try {
      const value = runSource(makeSource(node, text, start, free), (name) => {
        const used = symbols.get(name);
        return used ? this.#need(used.symbol, used.node, context) : undefined;
      });
      return { ok: true, value };
    } catch (error) {
      if (!(error instanceof Reported)) reportThrown(error, node, context);
      return FAILED;
    } finally {
      this.#running.pop();
    }
  }

  #need(symbol: ts.Symbol, at: ts.Node, context: Context): unknown {
    const { checker } = context;
    const followed =
      symbol.flags & tsc.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    // The runtime's names are values of the file that uses them, not of the program.
    const source = symbolSource(followed, checker);
    if (source.kind === 'runtime')
      return readPath(this.#runtime(at.getSourceFile(), context), source.path);
    const result = this.symbol(followed, at, context);
    if (!result.ok) throw new Reported();
    return result.value;
  }

  #namespace(exports: readonly ts.Symbol[], at: ts.Node, context: Context): object {
    const namespace = Object.create(null) as object;
    for (const symbol of exports)
      Object.defineProperty(namespace, symbol.name, {
        enumerable: true,
        get: () => this.#need(symbol, at, context),
      });
    return namespace;
  }

  /** The runtime for the declarations of one file: paths are relative to it. */
  #runtime(file: ts.SourceFile, context: Context): object {
    let object = this.#runtimes.get(file);
    if (!object) {
      const rffi = createRffi({
        resolvePath: (path) => context.host.resolve(file.fileName, '..', path),
        declaredAt: () => this.#site(context),
        isCore: isCorePath(file.fileName),
        runTool: configTool(context.host, context.target),
      });
      const rffi_platform = createRffiPlatform(platformProbe(context.host, context.target));
      this.#runtimes.set(file, (object = { ...runtime, rffi, rffi_platform }));
    }
    return object;
  }

  #site(context: Context): DeclarationSite | null {
    const node = this.#running.at(-1);
    return node ? declarationSite(node, context) : null;
  }

  /** `NODE_REF.become(NODE)` and other statements on build-time data, once a file, after what started them. */
  #runStatements(file: ts.SourceFile, context: Context): void {
    if (this.#running.length > 0 || this.#started.has(file)) return;
    this.#started.add(file);
    for (const statement of file.statements)
      if (isComptimeStatement(statement, context.checker)) {
        const { expression } = statement;
        this.#attempt(expression, expression.getText(), expression.getStart(), context);
      }
  }
}

/** A module-level call of a method of build-time data, for its effect. */
export function isComptimeStatement(
  node: ts.Node,
  checker: ts.TypeChecker,
): node is ts.ExpressionStatement {
  if (!tsc.isExpressionStatement(node) || !tsc.isSourceFile(node.parent)) return false;
  const call = node.expression;
  return (
    tsc.isCallExpression(call) &&
    tsc.isPropertyAccessExpression(call.expression) &&
    isComptimeType(checker.getTypeAtLocation(call.expression.expression), checker)
  );
}

/** Module-level constants of the program that hold build-time data. */
export function comptimeDeclarations(context: Context): readonly ts.VariableDeclaration[] {
  return programFiles(context.program).flatMap((file) =>
    file.statements
      .filter(tsc.isVariableStatement)
      .flatMap((statement) => statement.declarationList.declarations)
      .filter((declaration) => isComptimeDeclaration(declaration, context.checker)),
  );
}

export const isComptimeDeclaration = (
  node: ts.VariableDeclaration,
  checker: ts.TypeChecker,
): boolean => isModuleConst(node) && isComptimeType(checker.getTypeAtLocation(node.name), checker);

const programs = new WeakMap<ts.Program, Comptime>();

export function comptimeOf(context: Context): Comptime {
  let comptime = programs.get(context.program);
  if (!comptime) programs.set(context.program, (comptime = new Comptime()));
  return comptime;
}

function readPath(root: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined,
    root,
  );
}

function reportThrown(error: unknown, node: ts.Node, context: Context): void {
  if (error instanceof NoCompiler) return context.report(E.toolMissing, node, error.missing);
  for (const { at, message } of troublesOf(error, node))
    context.report(E.comptimeError, at, { message });
}

interface TroubleAt {
  readonly at: ts.Node;
  readonly message: string;
}

/** Each question of `rffi_platform.configure` that failed has its own place. */
function troublesOf(error: unknown, node: ts.Node): readonly TroubleAt[] {
  if (!(error instanceof EntryErrors)) return [{ at: node, message: messageOf(error) }];
  const { failures, names } = error;
  return [...failures].map(([index, message]) => ({
    at: entryNode(node, names?.[index]) ?? node,
    message,
  }));
}

/** The value of the property in the object literal that is the first argument of a call; undefined where it stands elsewhere. */
function entryNode(node: ts.Node, name: string | undefined): ts.Node | undefined {
  const config = tsc.isCallExpression(node) ? node.arguments[0] : undefined;
  if (!config || name === undefined || !tsc.isObjectLiteralExpression(config)) return undefined;
  const property = config.properties.find((one) => one.name?.getText() === name);
  return property && tsc.isPropertyAssignment(property) ? property.initializer : property;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
