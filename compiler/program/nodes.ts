// The checked tree: what `check` makes of the sources and all that later stages know of them. Every name is
// resolved, every type exact, every conversion explicit, every sugar (`+=`, `++`, optional parameters, `for…of`)
// gone. Data only. Invariant: a tree exists only for a program without errors.
import type { SourceFile, Span } from '../source/source-file.ts';
import type {
  CFunction,
  Container,
  ExternalCompilationInfo,
  LowLevelType,
} from '../../runtime/lltype/types.ts';
import type { BuiltinName } from '../builtins/builtins.ts';
import type { BuildTimeSource } from './build-time.ts';
import type { CrossingClass, FunctionCrossing, OperationCrossing } from './crossing.ts';
import type { PackedExport, PackedFunctions } from './packed-export.ts';
import type { FunctionType, ObjectType, RtsType } from './types.ts';

// ---- program, modules, functions ----

export interface CheckedProgram {
  /** In evaluation order (ECMA-262 16.2.1.5): a module stands after those that it imports. The last is the entry. */
  readonly modules: readonly CheckedModule[];
  /** Bases before those derived from them; of a generic class one for each list of type arguments in use. */
  readonly classes: readonly CheckedClass[];
  /** Of a checked build: what looks after raw memory. Its own functions are not checked. */
  readonly memoryChecks: MemoryChecks | null;
}

/** Functions of `runtime/library/memory.ts`; each takes the blocks first. */
export type MemoryCheckName =
  | 'access'
  | 'accessString'
  | 'adopt'
  | 'allocate'
  | 'castTo'
  | 'conceal'
  | 'copied'
  | 'immortal'
  | 'passed'
  | 'release'
  | 'requireSize'
  | 'returned'
  | 'show';

export interface MemoryChecks {
  readonly blocks: GlobalVariable;
  readonly functions: { readonly [N in MemoryCheckName]: CheckedFunction };
  /** Takes nothing. */
  readonly report: CheckedFunction;
}

/** What is known of a class when the program is complete; its objects' layout is its type. */
export interface CheckedClass {
  readonly type: ObjectType;
  /** By name (`get x`, `set x` for accessors), inherited ones too: what a call of the method on an object of the class runs. */
  readonly methods: ReadonlyMap<string, CheckedFunction>;
  readonly span: Span;
  readonly documentation: string;
}

export interface CheckedModule {
  readonly file: SourceFile;
  readonly functions: readonly CheckedFunction[];
  readonly globals: readonly GlobalVariable[];
  /** Module-level code in order: initialisers of `globals` as assignments, and statements. Run once an environment. */
  readonly initializer: readonly Statement[];
  /** Those of it that fill variables which no declaration names: all that runs in an environment off the thread. */
  readonly hiddenInitializer: readonly Statement[];
  /** What the entry module exports to JavaScript. For other modules: empty. */
  readonly exports: readonly ModuleExport[];
  /** Every ExternalCompilationInfo that its C functions use. */
  readonly compilationInfos: readonly ExternalCompilationInfo[];
}

/** `leaving`, one for all exports: what JavaScript has for an error that leaves. Functions go by the names of their native exports. */
export type ModuleExport = { readonly leaving?: CheckedFunction } & (
  | {
      readonly kind: 'function';
      readonly name: string;
      /** Its own name, where that is another one: what is exported as `default`, or renamed, keeps it (ECMA-262 16.2.3.7). */
      readonly called?: string;
      readonly function: CheckedFunction;
      /** Where parameters or the result are more than scalars: what JavaScript's glue calls instead. */
      readonly packed?: PackedExport;
    }
  | {
      readonly kind: 'global';
      readonly name: string;
      readonly global: GlobalVariable;
      /** Of an object: JavaScript's glue calls it once, when the module has been loaded. */
      readonly packed?: PackedExport;
    }
  | {
      readonly kind: 'function-type';
      readonly crossing: FunctionCrossing;
      readonly functions: ReadonlyMap<string, PackedFunctions>;
    }
  | {
      readonly kind: 'operations';
      readonly crossings: readonly OperationCrossing[];
      readonly shared: ReadonlyMap<string, CheckedFunction>;
    }
  | {
      readonly kind: 'class';
      readonly name: string;
      readonly crossing: CrossingClass;
      readonly functions: ReadonlyMap<string, PackedFunctions>;
    }
  | {
      readonly kind: 'enum';
      readonly name: string;
      readonly members: ReadonlyMap<string, number>;
      readonly documentation: string;
    }
);

/** What JavaScript gets by a name. */
export type NamedExport = Exclude<ModuleExport, { kind: 'function-type' | 'operations' }>;

export interface CheckedFunction {
  /** Unique in the program: `name`, or `file:name` where two modules use one name. The graph's name. */
  readonly id: string;
  /** As written in the source; what messages and stack traces say. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Its type where it is a function expression or a function inside another; null for functions that are only called by name. */
  readonly closure: FunctionType | null;
  /** Locals of the functions around it that a closure uses; empty for others. */
  readonly captures: readonly Local[];
  /** Of a method of an object literal: the fields of its object that hold them. */
  readonly captureFields?: ReadonlyMap<Local, string>;
  /** Of a closure that calls itself or names itself: the local that holds it in its own body. */
  readonly self: Local | null;
  readonly result: RtsType;
  /**
   * Of the body of a generator: the class of its first parameter, where it keeps its place and what it needs behind it. The second
   * parameter says that it shall end where it stands. Its result is whether it has been left by `suspend`.
   */
  readonly frame?: ObjectType;
  /** Of a generator function: its body does nothing where it is ended early. */
  readonly endsSilently?: boolean;
  readonly body: readonly Statement[];
  /** Of its name. */
  readonly span: Span;
  /** Of all of it. */
  readonly extent: Span;
  /** The JSDoc text above it, '' if none. Carried to the `.d.ts`. */
  readonly documentation: string;
  /** No code of the program, but what stands between it and JavaScript. */
  readonly isOfBoundary?: true;
}

export interface Parameter {
  /** For an optional parameter or one with a default: nullable with `undefined`; the body begins with its default. */
  readonly local: Local;
  /** As callers write it: may be left out. */
  readonly optional: boolean;
  /** The type a JavaScript caller sees (without `undefined` for optional ones). */
  readonly type: RtsType;
  /** The last one, an array: callers write its items. */
  readonly rest?: boolean;
}

/** A local variable or temporary. Identity is the object. */
export interface Local {
  readonly name: string;
  readonly type: RtsType;
  /** Assigned again after its declaration. */
  readonly mutable: boolean;
  /** Captured by a closure, and assigned after it may have been captured: it lives in a cell (`cellOf(type)`). */
  readonly cell?: boolean;
}

/** A module-level variable. Lives in the environment (each worker has its own). */
export interface GlobalVariable {
  /** Unique in the program. */
  readonly id: string;
  readonly name: string;
  readonly type: RtsType;
  readonly mutable: boolean;
  /** Its value where it is known at build time (`const` with a constant initialiser); such a global is never stored. */
  readonly constant: ConstantValue | null;
  /** A reference that can be read before its initialiser has run: reading it looks. */
  readonly checked?: boolean;
  /** A view of memory that no code of users has: nothing detaches or shortens it. */
  readonly isOwn?: boolean;
  readonly span: Span;
  readonly documentation: string;
}

/** bigint for i64, u64, isize and usize; number for other integers and floats; null and undefined for absent nullables. */
export type ConstantValue = number | bigint | boolean | string | null | undefined;

// ---- expressions ----

interface ExpressionBase {
  readonly type: RtsType;
  readonly span: Span;
}

export type Expression = ExpressionBase &
  (
    | { readonly kind: 'constant'; readonly value: ConstantValue }
    | { readonly kind: 'read'; readonly place: Place }
    /** Stores, and has the stored value. */
    | { readonly kind: 'assign'; readonly place: Place; readonly value: Expression }
    /** Evaluates each value in order into its fresh local, then `body`. Made by desugaring only. */
    | { readonly kind: 'let'; readonly bindings: readonly Binding[]; readonly body: Expression }
    /** Both operands and the result are of one numeric type, given by `type`; bitwise ones on f64 follow ToInt32. */
    | {
        readonly kind: 'binary';
        readonly operator: BinaryOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Expression }
    /** Operands of one type (numeric, boolean, string or pointer; enums compare as numbers). Result boolean. */
    | {
        readonly kind: 'compare';
        readonly operator: CompareOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    /** Short-circuit on booleans. Value-returning `||` of other types is desugared to `conditional`. */
    | {
        readonly kind: 'logical';
        readonly operator: '&&' | '||';
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'conditional';
        readonly test: Expression;
        readonly whenTrue: Expression;
        readonly whenFalse: Expression;
      }
    /** From `operand.type` to `type`, one of the kinds of conversion below. */
    | {
        readonly kind: 'convert';
        readonly conversion: Conversion;
        readonly operand: Expression;
        /** Of `assert-present`: what the value is needed for, for the error's text. */
        readonly need?: Need;
      }
    /** Of a function with `closure`: the closure is the first argument. */
    | {
        readonly kind: 'call';
        readonly callee: CheckedFunction;
        readonly arguments: readonly Expression[];
      }
    /** Allocates an object of the class `type` and calls the constructor (if any) on it: the object is its first argument. */
    | {
        readonly kind: 'new';
        readonly construct: CheckedFunction | null;
        readonly arguments: readonly Expression[];
      }
    /** A record or tuple: the values of the fields of `type`, in the order in which they are evaluated. */
    | {
        readonly kind: 'record';
        readonly fields: readonly FieldValue[];
        /** Of an object literal with methods: the fields that hold what they capture. Complete when the program is. */
        readonly captures?: ReadonlyMap<Local, string>;
      }
    /** An array of `type`. */
    | { readonly kind: 'array'; readonly items: readonly Expression[] }
    /** `callee` is the method of the receiver's static type; one that overrides it may run. The receiver is the first argument. */
    | {
        readonly kind: 'method-call';
        readonly method: string;
        readonly callee: CheckedFunction;
        readonly arguments: readonly Expression[];
      }
    /** A function as a value; captures the locals that `function.captures` names. */
    | { readonly kind: 'closure'; readonly function: CheckedFunction }
    | {
        readonly kind: 'closure-call';
        readonly callee: Expression;
        readonly arguments: readonly Expression[];
      }
    /** Of a reference that may be null or undefined. Result boolean. */
    | {
        readonly kind: 'instance-of';
        readonly operand: Expression;
        readonly class: ObjectType;
      }
    /** Of a union, which may be absent: the value is of `member`. Result boolean. The operand is a local. */
    | {
        readonly kind: 'is-member';
        readonly operand: Expression;
        readonly member: RtsType;
      }
    /** What the constructor of a built-in error class does with an object of it or of a class derived from it. Void. */
    | {
        readonly kind: 'construct-error';
        readonly error: ErrorName;
        readonly object: Expression;
        /** Of type string. */
        readonly message: Expression;
        /** Of type `Error | undefined`. */
        readonly cause: Expression;
      }
    /** `standIn` gives what `llexternal` returned, if that has a `_callable`: what runs untranslated. */
    | {
        readonly kind: 'c-call';
        readonly callee: CFunction;
        /** Of a call through a pointer. */
        readonly address: Expression | null;
        /** Memory for a structure that is the result, evaluated last; its address is the value. */
        readonly into: Expression | null;
        readonly arguments: readonly Expression[];
        readonly standIn: BuildTimeSource | null;
      }
    /** A C function pointer (`type`) to a closure: C calls `function` with it and its arguments. */
    | {
        readonly kind: 'callback';
        readonly function: CheckedFunction;
        /** Throws the error that `function` has kept, if it has. */
        readonly thrower: CheckedFunction;
        readonly closure: Expression;
      }
    /** A row of `builtins/`: Math, strings, typed arrays, rffi's helpers. Receiver first. */
    | {
        readonly kind: 'builtin';
        readonly builtin: BuiltinName;
        readonly arguments: readonly Expression[];
      }
    /** `lltype.malloc(T, n?, {flavor:'raw', zero})`. `count` is isize, null for a container without a variable part. */
    | {
        readonly kind: 'raw-malloc';
        readonly container: Container;
        readonly count: Expression | null;
        readonly zero: boolean;
        /** On the native stack, up to `lltype.end-stack`. */
        readonly stack: boolean;
      }
    /** Address of a field or item as a pointer: an inlined struct or array; in the type of the place's pointer: `rffi.ptradd`. */
    | { readonly kind: 'address-of'; readonly place: RawPlace }
    /** Evaluates `effects` in order, then has the value of `value`. */
    | {
        readonly kind: 'sequence';
        readonly effects: readonly Expression[];
        readonly value: Expression;
      }
    /** Leaves the body of a generator, which goes on behind it when it is resumed. Void. */
    | { readonly kind: 'suspend' }
  );

/** A member of a value is read or assigned, or `!` says that it is there. */
export type Need =
  { readonly kind: 'read' | 'set'; readonly member: string } | { readonly kind: 'asserted' };

export interface FieldValue {
  readonly field: string;
  readonly value: Expression;
}

export interface Binding {
  readonly local: Local;
  readonly value: Expression;
}

/** What can be read and assigned. */
export type Place =
  | { readonly kind: 'local'; readonly local: Local }
  | { readonly kind: 'global'; readonly global: GlobalVariable }
  /** Typed array element; `index` is isize or f64. */
  | { readonly kind: 'element'; readonly array: Expression; readonly index: Expression }
  /** Field of an object: a name in the fields of its type. */
  | { readonly kind: 'property'; readonly object: Expression; readonly field: string }
  /** Item of a `T[]`; `index` is isize or f64. */
  | { readonly kind: 'array-item'; readonly array: Expression; readonly index: Expression }
  | RawPlace;

export type RawPlace =
  | {
      readonly kind: 'field';
      readonly pointer: Expression;
      readonly field: string;
      readonly fieldType: LowLevelType;
    }
  /** Item of an array behind a pointer; `index` is isize. Unchecked for arrays without a stored length. */
  | {
      readonly kind: 'item';
      readonly pointer: Expression;
      readonly index: Expression;
      readonly itemType: LowLevelType;
    };

export type BinaryOperator =
  '+' | '-' | '*' | '/' | '%' | '**' | '&' | '|' | '^' | '<<' | '>>' | '>>>';
export type UnaryOperator = '-' | '~' | '!';
export type CompareOperator = '===' | '!==' | '<' | '<=' | '>' | '>=';

/**
 * `int-to-int`: wraps at the target's width (also the lossless widenings). `int-to-float`, `float-to-float`: rounds to nearest.
 * `float-to-int`: truncates and wraps (ECMA-262 7.1.6 for any width; NaN and infinities give 0).
 * `boolean-to-number`: 0 or 1. `to-boolean`: ECMA-262 7.1.2. `to-nullable`: T to `T | null | undefined`, or to a wider nullable.
 * `from-nullable`: narrowed by control flow, never fails. `assert-present`: the same of what may have changed since: TypeError where it is absent. `is-present`: nullable to boolean, true unless null or undefined.
 * `upcast`: to a base class or a union, or a nullable one. `to-literal`: to the type of a tag, which TypeScript has proved it to be. `downcast`: to a derived class, narrowed by control flow, never fails. `checked-downcast`:
 * TypeError unless the object is of the class. `is-null`, `is-undefined`: nullable to boolean. `pointer`: `rffi.cast` between pointers. `pointer-to-int`, `int-to-pointer`: with usize.
 */
export type Conversion =
  | 'int-to-int'
  | 'int-to-float'
  | 'float-to-float'
  | 'float-to-int'
  | 'boolean-to-number'
  | 'to-boolean'
  | 'to-nullable'
  | 'from-nullable'
  | 'assert-present'
  | 'is-present'
  | 'upcast'
  | 'downcast'
  | 'to-literal'
  | 'checked-downcast'
  | 'is-null'
  | 'is-undefined'
  | 'pointer'
  | 'pointer-to-int'
  | 'int-to-pointer';

// ---- statements ----

/** What `break` and `continue` name: the loop, switch or labelled block, by identity. */
export interface JumpTarget {
  readonly label: string | null;
}

export type Statement = { readonly span: Span } & (
  | { readonly kind: 'expression'; readonly expression: Expression }
  /** `value` is null for a declaration without initialiser; `check` has proved assignment before use. */
  | { readonly kind: 'declare'; readonly local: Local; readonly value: Expression | null }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | {
      readonly kind: 'if';
      readonly test: Expression;
      readonly whenTrue: readonly Statement[];
      readonly whenFalse: readonly Statement[];
    }
  /** while, do-while (`testAtEnd`) and for: `continue` goes to `update`. A null test is true. Declarations of `for` stand before it. */
  | {
      readonly kind: 'loop';
      readonly target: JumpTarget;
      readonly test: Expression | null;
      readonly testAtEnd: boolean;
      readonly update: Expression | null;
      readonly body: readonly Statement[];
    }
  /** Cases are tried in order by `===`; control falls through. `test` null is `default`. */
  | {
      readonly kind: 'switch';
      readonly target: JumpTarget;
      readonly discriminant: Local;
      readonly cases: readonly SwitchCase[];
    }
  | { readonly kind: 'labelled'; readonly target: JumpTarget; readonly body: readonly Statement[] }
  | { readonly kind: 'break'; readonly target: JumpTarget }
  | { readonly kind: 'continue'; readonly target: JumpTarget }
  | { readonly kind: 'return'; readonly value: Expression | null }
  /** `throw new RangeError(message)`: an error without other data, which needs no object unless somebody catches it. */
  | { readonly kind: 'throw'; readonly error: ErrorName; readonly message: Expression }
  /** Of an object of an error class. */
  | { readonly kind: 'throw-object'; readonly object: Expression }
  /** One of `handler` and `finalizer` may be missing. */
  | {
      readonly kind: 'try';
      readonly body: readonly Statement[];
      readonly handler: CatchClause | null;
      readonly finalizer: readonly Statement[] | null;
    }
  /** `using`: runs `dispose` (an expression on `local`) on every way out of `body`, thrown errors included. */
  | {
      readonly kind: 'using';
      readonly local: Local;
      readonly value: Expression;
      readonly dispose: Expression;
      readonly body: readonly Statement[];
    }
);

export interface CatchClause {
  /** Of type Error: nothing else can be thrown. null: `catch { … }`. */
  readonly local: Local | null;
  readonly body: readonly Statement[];
}

export interface SwitchCase {
  /** A constant or any expression of the discriminant's type. */
  readonly test: Expression | null;
  readonly body: readonly Statement[];
}

export type ErrorName =
  | 'Error'
  | 'RangeError'
  | 'TypeError'
  | 'SyntaxError'
  | 'EvalError'
  | 'URIError'
  | 'ReferenceError';
