// What the handlers of `check` work with: the interface between a handler and the rest of the stage.
// Handlers reach their children only through it and never import one another. Made by `checker.ts`.
import type ts from 'typescript';
import type { DiagnosticCode } from '../diagnostics/diagnostic.ts';
import type { TargetName } from '../target/targets.ts';
import type { Host } from '../host.ts';
import type {
  CheckedFunction,
  Expression,
  GlobalVariable,
  JumpTarget,
  Local,
  Place,
  Statement,
} from '../program/nodes.ts';
import type { ObjectField, ObjectType, RtsType } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import type { MadeFunctions } from './made-functions.ts';
import type { RecordTypes } from './records/record-types.ts';
import type { ClassInstance } from './classes/class-instance.ts';
import type { ClassTable } from './classes/class-table.ts';
import type { GeneratorState } from './generators/generator-function.ts';
import type { WantedItems } from './iteration/rounds.ts';
import type { Scope, TypeArguments } from './scope.ts';

/**
 * The type of an expression that was wrong. Whoever meets it reports nothing more about it; no tree with it
 * leaves `check`. Compare with `===`.
 */
export const ERROR_TYPE: RtsType = { kind: 'never' };

/** What a name of the program stands for. */
export type Binding =
  | {
      readonly kind: 'local';
      readonly local: Local;
      /** True once it has its value, of a variable that closures may reach before. */
      readonly ready?: Local | null;
      /** Closures assign it: any call may. */
      readonly shared?: boolean;
      /** Of a function around this one. */
      readonly isOuter?: boolean;
    }
  /** A function inside of another. */
  | { readonly kind: 'closure'; readonly closure: LocalFunction; readonly isOuter: boolean }
  | { readonly kind: 'global'; readonly global: GlobalVariable }
  | { readonly kind: 'function'; readonly declared: DeclaredFunction }
  | { readonly kind: 'generic'; readonly generic: GenericFunction }
  /** Made by `offthread` of the function: only JavaScript calls it. */
  | { readonly kind: 'offthread'; readonly declared: DeclaredFunction }
  | { readonly kind: 'enum' }
  /** A static property that methods read and assign. */
  | {
      readonly kind: 'accessor';
      readonly getter: DeclaredMethod | null;
      readonly setter: DeclaredMethod | null;
    }
  /** A class as a whole; its static members have bindings of their own. */
  | { readonly kind: 'class' }
  /** A module-level `const` that the build evaluates (`lltype`, `rffi`); only the hooks give it a meaning. */
  | { readonly kind: 'comptime' }
  /** Its declaration was refused; uses are not reported again. */
  | { readonly kind: 'error' };

/** A function whose result may still have to be inferred from its body. */
export interface DeclaredFunction {
  readonly function: CheckedFunction;
  readonly node: ts.SignatureDeclaration;
  /** Its result type; checks the body first where no annotation says it. ERROR_TYPE after a report. */
  result(caller: ts.Node): RtsType;
}

/** A function inside of a function or block, by its name: which closure it is is known, so that calls are direct. */
export interface LocalFunction {
  readonly declared: DeclaredFunction & { closureType(caller: ts.Node): RtsType };
  /** Holds the closure. */
  readonly local: Local;
  readonly ready: Local | null;
}

/** The function type that a function literal is to have, as far as it is known. */
export interface ExpectedFunction {
  readonly parameters: readonly RtsType[];
  /** The last is an array, whose items callers write. */
  readonly rest?: boolean;
  /** null: what its body gives. */
  readonly result: RtsType | null;
}

/** A function with type parameters: each list of type arguments makes a function of its own. */
export interface GenericFunction {
  readonly name: string;
  readonly node: ts.SignatureDeclaration;
  /** A Context in which its declaration's types can be read, with `typeArguments` as far as they are known. */
  reader(typeArguments: TypeArguments): Context;
  /** One type for each type parameter; undefined after a report at `caller`. */
  instance(
    types: readonly RtsType[],
    caller: ts.Node,
    context: Context,
  ): DeclaredFunction | undefined;
}

export type LibraryFunction = Extract<Binding, { kind: 'function' | 'generic' }>;

/** A generic class with its type arguments. */
export interface GenericObject {
  readonly symbol: ts.Symbol;
  readonly types: readonly RtsType[];
}

/** What `break` and `continue` can name, innermost last. */
export interface JumpScope {
  readonly target: JumpTarget;
  /** Labels written before the statement. */
  readonly labels: readonly string[];
  readonly breakable: boolean;
  /** `leave`: a block around the body of a loop, which `continue` leaves. */
  readonly continuable: boolean | 'leave';
}

/** The state of the function body that is being checked. */
export interface FunctionState {
  /** null while it is inferred from the `return` statements. */
  readonly result: RtsType | null;
  readonly jumps: JumpScope[];
  /** `return` statements of a function without result annotation, completed when all are known. */
  readonly pendingReturns: PendingReturn[];
  /** What `this` is; null outside of classes. */
  readonly self: Self | null;
  /** Of the body of a generator. */
  readonly generator?: GeneratorState;
}

/** `this` of a member of a class. */
export interface Self {
  readonly local: Local;
  /** null: of an object literal. */
  readonly instance: ClassInstance | null;
  /** `fields` stands for the initialisers of all fields. */
  readonly role: 'method' | 'constructor' | 'fields';
}

/** A property that methods read and assign. `isVirtual`: a derived class may have its own. */
export interface AccessorPlace {
  readonly kind: 'accessor';
  readonly object: Expression;
  readonly getter: DeclaredMethod | null;
  readonly setter: DeclaredMethod | null;
  readonly isVirtual: boolean;
}

/** What can stand before `=`. */
export type Target = Place | AccessorPlace;

/** A method or accessor of a class. */
export interface DeclaredMethod extends DeclaredFunction {
  readonly name: string;
  /** No derived class can have its own. */
  readonly isFinal: boolean;
  readonly isAbstract: boolean;
  readonly owner: { readonly type: ObjectType };
  /** A call of the method that the object's class has; the object is the first value. Its result must be known. */
  call(values: readonly Expression[], span: Span): Expression;
}

/** What objects of a type have: a class's members, or those that an interface promises. */
export interface Members {
  field(name: string): ObjectField | undefined;
  /** Accessors are called `get x` and `set x`. */
  method(name: string): DeclaredMethod | undefined;
  /** With type parameters of its own: each list of type arguments makes a function. No class overrides it. */
  generic?(name: string): GenericMethod | undefined;
}

export interface GenericMethod extends GenericFunction {
  readonly owner: { readonly type: ObjectType };
}

export interface PendingReturn {
  readonly node: ts.Node;
  readonly statement: { value: Expression | null };
}

export interface Context {
  readonly checker: ts.TypeChecker;
  readonly program: ts.Program;
  readonly host: Host;
  /** The platform whose C is asked. */
  readonly target: TargetName;
  readonly records: RecordTypes;
  readonly classes: ClassTable;
  /** The file that is being checked. */
  readonly sourceFile: ts.SourceFile;
  /** What begins the ids of what stands in no function of the file. */
  readonly moduleId: string;
  /** Only this module is checked; others may use of it what they like. */
  readonly isPart: boolean;
  /** The name of a declared type: one that says where it stands, where modules are compiled on their own. */
  homeName(symbol: ts.Symbol): string;
  /** null outside of function bodies (module-level code). */
  readonly currentFunction: FunctionState | null;
  /** Jump targets of the code that is being checked, in a function or at module level. */
  readonly jumps: JumpScope[];
  /** Nodes whose value is at hand: the object of an optional chain, behind its test. */
  readonly given: Map<ts.Node, Expression>;
  readonly scope: Scope;

  /** Functions that the declarations of modules do not stand for. */
  readonly made: MadeFunctions;

  span(node: ts.Node): Span;
  report<P>(code: DiagnosticCode<P>, node: ts.Node, parameters: P): void;
  /** Reports, and gives an expression of ERROR_TYPE. */
  fail<P>(code: DiagnosticCode<P>, node: ts.Node, parameters: P): Expression;
  /** The result of `action`, or undefined where it reports something: then nothing of the reports remains. */
  attempt<T>(action: () => T): T | undefined;
  /** An expression of ERROR_TYPE where the error has been reported already. */
  failed(node: ts.Node): Expression;

  /** The expression in its own type. `expected` only helps literals and array literals find theirs. */
  expression(node: ts.Expression, expected?: RtsType | null): Expression;
  /** The expression, converted implicitly to `target`, or an error. */
  value(node: ts.Expression, target: RtsType): Expression;
  /** The items of what can be walked over, as an array; what cannot is given back as it is. */
  items(node: ts.Expression, expected?: RtsType | null): Expression;
  /** As `items`, of a value. */
  listOf(value: Expression, wanted: WantedItems, node: ts.Node): Expression;
  /** An array or another value of the language that has an iterator, behind the interface `Iterable`; undefined for others. */
  asIterable(value: Expression, target: RtsType, node: ts.Node): Expression | undefined;
  /** The expression as a boolean, by ECMA-262's ToBoolean. */
  condition(node: ts.Expression): Expression;
  /** The expression for its effect only: its value is not used and may be of any type. */
  effect(node: ts.Expression): Expression;
  /** What can be assigned; null after a report. */
  place(node: ts.Expression): Target | null;
  /** The type in which a place is read and assigned. */
  placeType(place: Target): RtsType;
  /** One statement may become none or several. */
  statement(node: ts.Statement): Statement[];
  /** What a statement governs (`if`, loops): the statements of its block, or itself. */
  body(node: ts.Statement): Statement[];
  /** Statements in order; `using` takes in what follows it. */
  statements(nodes: readonly ts.Statement[]): Statement[];

  /** A Context for the body of a function, or for declarations outside of bodies. */
  inFunction(state: FunctionState | null, scope: Scope): Context;
  /** Runs when the block that is being checked is complete, all its variables known. */
  atEndOfBlock(action: () => void): void;
  /** Statements as a block has them: with what variables need that closures reach before their declaration. */
  declared(statements: readonly Statement[]): Statement[];

  /** `let`, `const` and what they declare, in a function or block. */
  declarations(list: ts.VariableDeclarationList): Statement[];
  /** `undefined` as a value of `type`: what a `return` without value gives; an error where `type` does not allow it. */
  nothing(type: RtsType, node: ts.Node): Expression;

  /** Implicit conversion (docs/language/numbers.md), or a report at `node`. */
  convert(expression: Expression, target: RtsType, node: ts.Node): Expression;
  /** The RTS type of an annotation; ERROR_TYPE after a report. */
  type(node: ts.TypeNode): RtsType;
  /** The RTS type of a TypeScript type, for a report at `node`; ERROR_TYPE after a report. */
  typeFromTs(type: ts.Type, node: ts.Node): RtsType;

  /** What a type parameter stands for in the instantiation that is being checked, by its symbol. */
  typeArgument(parameter: ts.Symbol): RtsType | undefined;
  /** A Context in which the types of a generic declaration can be read, with type arguments as far as they are known. */
  reader(declaration: ts.Node, typeArguments: TypeArguments): Context;
  /** The class's declaration and type arguments, of a generic class. */
  classArguments(type: ObjectType): GenericObject | undefined;
  /** A function of the language's own library: `libraryFunction('array', 'indexOf')`. */
  libraryFunction(module: string, name: string): LibraryFunction;

  /** The symbol of a name with imports and re-exports followed to the declaration. */
  symbol(node: ts.Node): ts.Symbol | undefined;
  binding(symbol: ts.Symbol): Binding | undefined;
  bind(symbol: ts.Symbol, binding: Binding): void;
  /** Declares a local of the source: a fresh Local bound to the symbol of `name`; mutable once something assigns it. */
  declareLocal(name: ts.Identifier, type: RtsType): Local;
  /** A fresh local that the source does not have. */
  temporary(name: string, type: RtsType, mutable?: boolean): Local;
}
