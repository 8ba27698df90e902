// Spans of graphs and ops, variables of the source → debug information (DWARF), so that debuggers and profilers name
// TypeScript's lines, functions and variables.
import { dirname, isAbsolute, join, relative } from 'node:path';
import llvm from 'llvm-bindings';
import type { Graph, Op, SourceLocal, Variable } from '../../graph/graph.ts';
import { packageRoot } from '../../package-root.ts';
import type { RtsType } from '../../program/types.ts';
import { lineColumn, type SourceFile, type Span } from '../../source/source-file.ts';
import type { ModuleWriter } from '../writer.ts';
import { describeCallers } from './callers.ts';
import { DebugNodes } from './debug-nodes.ts';
import { DebugTypes } from './debug-types.ts';
import { LocalVariables } from './local-variables.ts';
import { Scopes } from './scopes.ts';

export interface DebugOptions {
  /** The working folder, which the paths of sources are relative to. */
  readonly folder: string;
  /** The entry file. */
  readonly entry: string;
  readonly isOptimized: boolean;
}

/** The function that is being made. */
interface FunctionInfo {
  readonly scope: llvm.DISubprogram;
  readonly scopes: Scopes;
  readonly span: Span;
  readonly variables: LocalVariables;
  /** Of optimised code, by name and type. */
  readonly named: Map<string, llvm.DILocalVariable>;
}

export class DebugInfo {
  readonly #writer: ModuleWriter;
  readonly #options: DebugOptions;
  readonly #debug: llvm.DIBuilder;
  readonly #unit: llvm.DIScope;
  readonly #files = new Map<SourceFile, llvm.DIFile>();
  readonly #nodes = new DebugNodes();
  readonly #types = new DebugTypes(this.#nodes);
  readonly #placeholders = new Map<RtsType, llvm.DIBasicType>();
  #retained: readonly number[] = [];
  #function: FunctionInfo | null = null;

  constructor(writer: ModuleWriter, options: DebugOptions) {
    this.#writer = writer;
    this.#options = options;
    const { Warning } = llvm.Module.ModFlagBehavior;
    const version = llvm.LLVMConstants.DEBUG_METADATA_VERSION;
    writer.module.addModuleFlag(Warning, 'Debug Info Version', version);
    writer.module.addModuleFlag(Warning, 'Dwarf Version', 4);
    this.#debug = new llvm.DIBuilder(writer.module);
    const file = this.#makeFile(options.entry);
    // DWARF has no code for TypeScript; debuggers need one whose expressions are C's.
    const language = llvm.dwarf.SourceLanguage.DW_LANG_C99;
    this.#unit = this.#debug.createCompileUnit(
      language,
      file,
      'mixmod',
      options.isOptimized,
      '',
      0,
    );
  }

  // ---- functions ----

  enter(graph: Graph, made: llvm.Function): void {
    this.#writer.builder.SetCurrentDebugLocation(new llvm.DebugLoc());
    const { displayName, span } = graph;
    if (!span) return;
    const { line } = lineColumn(span.file, span.start);
    const { SPFlagDefinition, SPFlagLocalToUnit } = llvm.DISubprogram.DISPFlags;
    const scope = this.#debug.createFunction(
      this.#unit,
      displayName,
      // Debuggers would show a linkage name in its place; the symbol table has it, too.
      '',
      this.#file(span.file),
      line,
      this.#signature(graph),
      line,
      llvm.DINode.DIFlags.FlagPrototyped,
      SPFlagDefinition | SPFlagLocalToUnit,
    );
    made.setSubprogram(scope);
    const fileOf = (file: SourceFile): llvm.DIFile => this.#file(file);
    const scopes = new Scopes(this.#debug, fileOf, { scope, file: span.file }, graph.locals ?? []);
    const variables = new LocalVariables(this.#writer);
    this.#function = { scope, scopes, span, variables, named: new Map() };
  }

  /** The builder is at the end of the entry block, of which no instruction belongs to a line. */
  allocateVariables(graph: Graph, made: llvm.Function): void {
    const now = this.#function;
    if (!now) return;
    let parameters = 0;
    now.variables.allocate(graph, made, (local, place) => {
      const number = local.isParameter ? ++parameters : null;
      const location = this.#location(local.span, now.scopes.of(local));
      const block = this.#writer.currentBlock;
      const variable = this.#variable(local, now.scopes.of(local), number);
      this.#debug.insertDeclare(place, variable, this.#debug.createExpression(), location, block);
    });
    // What follows is of the function's own line until an op says another.
    this.at(null);
  }

  /** Instructions from here on belong to this place. */
  at(span: Span | null): void {
    const now = this.#function;
    if (!now) return;
    const scope = span ? now.scopes.at(span) : now.scope;
    this.#writer.builder.SetCurrentDebugLocation(this.#location(span ?? now.span, scope));
  }

  /** `op`: a `source_local`; `values` are those of its operands. */
  assign(op: Op, values: readonly llvm.Value[]): void {
    this.#function?.variables.assign(op, values);
  }

  /** In optimised code: the variable of the source that gave a value its name has it from here on, the end of the block. */
  name({ name, type }: Variable, value: llvm.Value): void {
    const now = this.#function;
    if (!now || !this.#options.isOptimized || !/^[\w$]+$/.test(name)) return;
    const key = `${name}: ${this.#types.of(type)}`;
    let variable = now.named.get(key);
    if (!variable) {
      const local = { name, type, isParameter: false, span: now.span, extent: null };
      now.named.set(key, (variable = this.#variable(local, now.scope, null)));
    }
    const location = this.#location(now.span, now.scope);
    const expression = this.#debug.createExpression();
    const block = this.#writer.currentBlock;
    this.#debug.insertDbgValueIntrinsic(value, variable, expression, location, block);
  }

  leave(): void {
    if (this.#function) this.#debug.finalizeSubprogram(this.#function.scope);
    this.#function = null;
    this.#writer.builder.SetCurrentDebugLocation(new llvm.DebugLoc());
  }

  // ---- the module ----

  /** All functions are there, and all types of the heap. */
  finish(): void {
    const { heap } = this.#writer;
    this.#retained = this.#types.finish(heap.objectIds(), heap.closureIds());
    this.#debug.finalize();
  }

  /** The module's text with what the binding could not say. */
  complete(ir: string): string {
    if (this.#options.isOptimized)
      return this.#nodes.complete(describeCallers(ir, this.#nodes), this.#retained);
    // What stands between a call through a pointer and its target would be a frame of its own.
    const indirect = /^(define internal .*@"mm\.call\([^"]*"\(.*\))(?= .*\{$)/gm;
    return this.#nodes.complete(ir.replace(indirect, '$1 alwaysinline'), this.#retained);
  }

  // ---- nodes ----

  #location({ file, start }: Span, scope: llvm.DIScope): llvm.DILocation {
    const { line, column } = lineColumn(file, start);
    return llvm.DILocation.get(this.#writer.context, line, column, scope);
  }

  #variable(local: SourceLocal, scope: llvm.DIScope, number: number | null): llvm.DILocalVariable {
    const { name, type, span } = local;
    const [file, { line }] = [this.#file(span.file), lineColumn(span.file, span.start)];
    const of = this.#type(type);
    return number === null
      ? this.#debug.createAutoVariable(scope, name, file, line, of)
      : this.#debug.createParameterVariable(scope, name, number, file, line, of);
  }

  /** Several results have no place where debuggers look for one. */
  #signature({ results, locals = [] }: Graph): llvm.DISubroutineType {
    const [result] = results;
    const given = locals.filter(({ isParameter }) => isParameter);
    const types = given.map(({ type }) => this.#type(type));
    const first = result && results.length === 1 ? this.#type(result) : null;
    return this.#debug.createSubroutineType(this.#debug.getOrCreateTypeArray([first, ...types]));
  }

  #type(type: RtsType): llvm.DIBasicType {
    let made = this.#placeholders.get(type);
    if (!made) {
      const name = this.#nodes.placeholder(this.#types.of(type));
      made = this.#debug.createBasicType(name, 64, llvm.dwarf.TypeKind.DW_ATE_address);
      this.#placeholders.set(type, made);
    }
    return made;
  }

  #file(file: SourceFile): llvm.DIFile {
    let made = this.#files.get(file);
    if (!made) this.#files.set(file, (made = this.#makeFile(file.path)));
    return made;
  }

  /** Paths are relative to the entry's folder: whoever builds it from wherever gets the same. */
  #makeFile(path: string): llvm.DIFile {
    const { folder, entry } = this.#options;
    const absolute = path.startsWith('mixmod/library/')
      ? join(packageRoot, 'runtime', path.slice('mixmod/'.length))
      : join(isAbsolute(path) ? '' : folder, path);
    const base = dirname(join(isAbsolute(entry) ? '' : folder, entry));
    const short = relative(base, absolute);
    return this.#debug.createFile(short.startsWith('..') ? absolute : short, base);
  }
}
