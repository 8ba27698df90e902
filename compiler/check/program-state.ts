// What one run of `check` shares between files and functions: names, ids, files, reports.
import type ts from 'typescript';
import type { Host } from '../host.ts';
import { DiagnosticSink, type DiagnosticCode } from '../diagnostics/diagnostic.ts';
import type { TargetName } from '../target/targets.ts';
import { createSourceFile, type SourceFile, type Span } from '../source/source-file.ts';
import type { CrossingClass, FunctionCrossing } from '../program/crossing.ts';
import { RELEASE } from '../options.ts';
import { homeName, withoutHome } from '../program/home-name.ts';
import type { FunctionType, ObjectType } from '../program/types.ts';
import type { JavascriptClass } from './boundary/javascript-class.ts';
import type { ClassInstance } from './classes/class-instance.ts';
import type { LiteralClass } from './interfaces/literal-class.ts';
import type { InterfaceInstance } from './interfaces/interface-instance.ts';
import { ClassTable } from './classes/class-table.ts';
import type { Binding, GenericObject, LibraryFunction } from './context.ts';
import { GeneratorTable } from './generators/generator-table.ts';
import { displaySpan } from './display-span.ts';
import type { ModulePart } from './part.ts';
import { MadeFunctions } from './made-functions.ts';
import { RecordTypes, type Collections } from './records/record-types.ts';
import type { Instantiation } from './scope.ts';
import { LiveState } from './space/operations.ts';
import { tsc } from './tsc.ts';
import { isLibrary } from './typescript.ts';
import { moduleName } from './unique-ids.ts';

export type FindLibraryFunction = (
  module: string,
  name: string,
  user: ProgramState,
) => LibraryFunction;

/** What the program and the language's library, a ts.Program of its own, have in common. */
export class CheckRun {
  readonly sink = new DiagnosticSink();
  /** Nodes refused as a whole: what TypeScript says about their inside does not matter. */
  readonly refused: ts.Node[] = [];
  /** Expressions without a value, whoever has reported them: ours, or TypeScript. */
  readonly failures: ts.Node[] = [];
  readonly made = new MadeFunctions();
  /** The type arguments of objects of generic classes. */
  readonly classes = new Map<ObjectType, GenericObject>();
  /** Of the program and the library. */
  readonly instances = new Map<ObjectType, ClassInstance>();
  readonly interfaces = new Map<ObjectType, InterfaceInstance>();
  /** Of object literals with methods. */
  readonly literals = new Map<ObjectType, LiteralClass>();
  readonly generators = new GeneratorTable(this.classes);
  /** The names of fields as they are first written, of record types. */
  readonly orders = new Map<ObjectType, readonly string[]>();
  readonly collections: Collections = new Map();
  /** The classes whose objects JavaScript may have. */
  readonly crossingClasses = new Map<ObjectType, CrossingClass>();
  /** By exported class, what stands for the classes of JavaScript that extend it. */
  readonly javascriptClasses = new Map<ObjectType, JavascriptClass>();
  /** The types of functions that go from one side to the other. */
  readonly crossingFunctions = new Map<FunctionType, FunctionCrossing>();
  readonly live = new LiveState();
  /** Whether values that are errors cross. */
  readonly crossingErrors = { are: false };
  /** The language's own library, once something of it is used. */
  library: ProgramState | null = null;
  /** Given from outside, as what it needs imports this. */
  readonly libraryFunction: FindLibraryFunction;
  /** Reports, also those that `attempt` has taken back. */
  reports = 0;

  /** The platform whose C is asked. */
  readonly target: TargetName;

  constructor(libraryFunction: FindLibraryFunction, target: TargetName = RELEASE.target) {
    this.libraryFunction = libraryFunction;
    this.target = target;
  }

  /** The result of `action`, or undefined where it reports something: then nothing of the reports remains. */
  attempt<T>(action: () => T): T | undefined {
    const { sink, refused, failures } = this;
    const before = { reports: this.reports, items: sink.count };
    const lengths = [refused.length, failures.length] as const;
    const result = action();
    if (this.reports === before.reports && failures.length === lengths[1]) return result;
    sink.rollBack(before.items);
    [refused.length, failures.length] = lengths;
    return undefined;
  }
}

export class ProgramState {
  readonly run: CheckRun;
  readonly program: ts.Program;
  readonly host: Host;
  readonly records: RecordTypes;
  readonly classes = new ClassTable(this);
  readonly #bindings = new Map<ts.Symbol, Binding>();
  readonly #pending = new Map<ts.Symbol, () => Binding>();
  readonly #files = new Map<ts.SourceFile, SourceFile>();
  readonly #displayPath: (path: string) => string;
  /** Where only one module is checked; null where all are. */
  readonly part: ModulePart | null;

  constructor(
    program: ts.Program,
    host: Host,
    displayPath: (path: string) => string,
    run: CheckRun,
    part: ModulePart | null = null,
  ) {
    this.part = part;
    this.program = program;
    this.host = host;
    this.run = run;
    this.records = new RecordTypes(run.orders, run.collections);
    this.#displayPath = displayPath;
  }

  get sink(): DiagnosticSink {
    return this.run.sink;
  }
  get refused(): ts.Node[] {
    return this.run.refused;
  }
  get failures(): ts.Node[] {
    return this.run.failures;
  }
  get made(): MadeFunctions {
    return this.run.made;
  }

  /** Made when it is first asked for: the program may be too deep for it. */
  get checker(): ts.TypeChecker {
    return this.program.getTypeChecker();
  }

  file(file: ts.SourceFile): SourceFile {
    let made = this.#files.get(file);
    if (!made) {
      made = createSourceFile(this.#displayPath(file.fileName), file.text);
      this.#files.set(file, made);
    }
    return made;
  }

  span(node: ts.Node): Span {
    const file = node.getSourceFile();
    return { file: this.file(file), start: node.getStart(file), end: node.end };
  }

  report<P>(
    code: DiagnosticCode<P>,
    node: ts.Node,
    parameters: P,
    instantiation: Instantiation | null = null,
  ): void {
    this.run.reports++;
    this.refused.push(node);
    const file = node.getSourceFile();
    const span = { file: this.file(file), ...displaySpan(node, file) };
    const whole = { file: span.file, start: node.getStart(file), end: node.end };
    const shown = this.part ? namesAsWritten(parameters) : parameters;
    this.sink.report(code, span, shown, instantiation && shortened(instantiation.name), whole);
  }

  bind(symbol: ts.Symbol, binding: Binding): void {
    this.#bindings.set(symbol, binding);
  }

  /** `make` runs when the name is first used, or when its declaration is reached. */
  bindLater(symbol: ts.Symbol, make: () => Binding): void {
    this.#pending.set(symbol, make);
  }

  binding(symbol: ts.Symbol): Binding | undefined {
    this.part?.open(symbol);
    const make = this.#pending.get(symbol);
    if (make) {
      this.#pending.delete(symbol);
      const binding = make();
      // `make` may have left a trap for its own name.
      this.#pending.delete(symbol);
      this.#bindings.set(symbol, binding);
    }
    return this.#bindings.get(symbol);
  }

  /** What begins the ids of what has no name of its own, outside of functions. */
  moduleId(file: ts.SourceFile): string {
    return this.part ? this.#displayPath(file.fileName) : moduleName(file);
  }

  /** A name that is the same in whichever module it is used, where modules are compiled on their own. */
  homeName({ name, declarations }: ts.Symbol): string {
    const file = declarations?.[0]?.getSourceFile();
    if (!this.part || !file || isLibrary(file)) return name;
    return homeName(name, this.#displayPath(file.fileName));
  }

  /** With imports and re-exports followed to the declaration. */
  symbol(node: ts.Node): ts.Symbol | undefined {
    const symbol = valueSymbol(node, this.checker);
    return symbol && this.resolveAlias(symbol);
  }

  resolveAlias(symbol: ts.Symbol): ts.Symbol | undefined {
    if (!(symbol.flags & tsc.SymbolFlags.Alias)) return symbol;
    const target = this.checker.getAliasedSymbol(symbol);
    // TypeScript's stand-in for what it has not found.
    return target.name === 'unknown' && !target.declarations ? undefined : target;
  }
}

/** The name in `{ x }` or `constructor(readonly x: T)` is that of a property for TypeScript; what is meant is the variable. */
function valueSymbol(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  const { parent } = node;
  if (parent && tsc.isParameter(parent) && tsc.isIdentifier(node) && parent.modifiers?.length)
    return checker.getSymbolsOfParameterPropertyDeclaration(parent, node.text)[0];
  return parent && tsc.isShorthandPropertyAssignment(parent)
    ? checker.getShorthandAssignmentValueSymbol(parent)
    : checker.getSymbolAtLocation(node);
}

/** Names that say where they stand are none of the source. */
const namesAsWritten = <P>(parameters: P): P =>
  Object.fromEntries(
    Object.entries(parameters as object).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? withoutHome(value) : value,
    ]),
  ) as P;

/** Types that grow from one instantiation to the next have long names. */
const shortened = (name: string): string => (name.length > 80 ? `${name.slice(0, 80)}…` : name);
