// An interface with its type arguments: its members, each a method without a body. A property is read and assigned by a getter and
// a setter, whatever the classes have that implement it.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { CheckedFunction, Expression, Local, Parameter } from '../../program/nodes.ts';
import { VOID, type ObjectType, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { getterName, setterName } from '../classes/class-declaration.ts';
import { callMethodOf } from '../classes/call-method.ts';
import { ERROR_TYPE, type Context, type DeclaredMethod, type Members } from '../context.ts';
import { LIBRARY_PATH } from '../library-paths.ts';
import { hasModifier } from '../modifiers.ts';
import { withUndefined } from '../nullable.ts';
import { tsc } from '../tsc.ts';
import { symbolProperty } from '../well-known-symbol.ts';

export class InterfaceInstance implements Members {
  readonly type: ObjectType;
  readonly #declared: ts.Type;
  readonly #node: ts.Node;
  readonly #context: Context;
  #methods: ReadonlyMap<string, InterfaceMethod> | null = null;
  #isRefused = false;

  /** `context` says what the type parameters in `declared` stand for. */
  constructor(type: ObjectType, declared: ts.Type, node: ts.Node, context: Context) {
    this.type = type;
    this.#declared = declared;
    this.#node = node;
    this.#context = context;
  }

  /** Its properties are accessors. */
  field(): undefined {
    return undefined;
  }

  method(name: string): InterfaceMethod | undefined {
    return this.methods.get(name);
  }

  get isRefused(): boolean {
    return this.methods.size === 0 || this.#isRefused;
  }

  get methods(): ReadonlyMap<string, InterfaceMethod> {
    if (this.#methods) return this.#methods;
    const methods = new Map<string, InterfaceMethod>();
    this.#methods = methods;
    for (const property of this.#context.checker.getPropertiesOfType(this.#declared)) {
      const name = property.name.startsWith('__@') ? symbolProperty(property.name) : property.name;
      if (name === undefined) continue;
      for (const made of this.#member(name, property)) methods.set(made.name, made);
    }
    return methods;
  }

  #member(name: string, property: ts.Symbol): readonly InterfaceMethod[] {
    const { checker } = this.#context;
    const declared = checker.getTypeOfSymbol(property);
    const { Method, Optional } = tsc.SymbolFlags;
    if (property.flags & Method && !(property.flags & Optional))
      return this.#called(name, property, declared);
    if (isReturnOfIterator(property))
      return this.#called(name, property, checker.getNonNullableType(declared));
    return this.#property(name, property, this.#read(declared, property));
  }

  #property(name: string, property: ts.Symbol, type: RtsType): readonly InterfaceMethod[] {
    if (type === ERROR_TYPE) return this.#refused();
    const getter = this.#made(getterName(name), property, [], type);
    const value = parameter('value', type, false);
    const setter = this.#made(setterName(name), property, [value], VOID);
    return isReadonly(property) ? [getter] : [getter, setter];
  }

  #called(name: string, property: ts.Symbol, type: ts.Type): readonly InterfaceMethod[] {
    const [signature, ...others] = type.getCallSignatures();
    const node = declarationOf(property) ?? this.#node;
    if (!signature || others.length > 0 || signature.typeParameters) {
      const code = signature?.typeParameters ? E.genericInterfaceMethod : E.overload;
      this.#context.report(code, node, {});
      return this.#refused();
    }
    const parameters: Parameter[] = [];
    for (const one of signature.getParameters()) {
      const declared = declarationOf(one);
      const isRest =
        declared !== undefined &&
        tsc.isParameter(declared) &&
        declared.dotDotDotToken !== undefined;
      const isOptional =
        declared !== undefined &&
        tsc.isParameter(declared) &&
        (declared.questionToken ?? declared.initializer) !== undefined;
      const read = this.#read(this.#context.checker.getTypeOfSymbol(one), one);
      if (read === ERROR_TYPE) return this.#refused();
      if (isRest && read.kind !== 'array') {
        this.#context.report(E.restParameter, declared, {});
        return this.#refused();
      }
      const made = parameter(one.name, read, isOptional);
      parameters.push(isRest ? { ...made, rest: true } : made);
    }
    const result = this.#read(signature.getReturnType(), property);
    if (result === ERROR_TYPE) return this.#refused();
    return [this.#made(name, property, parameters, result)];
  }

  #read(type: ts.Type, symbol: ts.Symbol): RtsType {
    if ((type as { isThisType?: boolean }).isThisType) return this.type;
    return this.#context.typeFromTs(type, declarationOf(symbol) ?? this.#node);
  }

  #refused(): readonly [] {
    this.#isRefused = true;
    return [];
  }

  #made(
    name: string,
    property: ts.Symbol,
    parameters: readonly Parameter[],
    result: RtsType,
  ): InterfaceMethod {
    const node = declarationOf(property) ?? this.#node;
    const isOptional = (property.flags & tsc.SymbolFlags.Optional) !== 0;
    const self = parameter('this', this.type, false);
    const span = this.#context.span(node);
    const id = `${this.type.name}.${name}`;
    const made: CheckedFunction = {
      id,
      name: id.replace(/^interface /, ''),
      parameters: [self, ...parameters],
      closure: null,
      captures: [],
      self: null,
      result,
      body: [],
      span,
      extent: span,
      documentation: '',
    };
    return new InterfaceMethod(name, this.type, made, node as ts.SignatureDeclaration, isOptional);
  }
}

/** What calls through the interface name; each class that implements it has a function for it. */
export class InterfaceMethod implements DeclaredMethod {
  readonly name: string;
  readonly owner: { readonly type: ObjectType };
  readonly function: CheckedFunction;
  readonly node: ts.SignatureDeclaration;
  readonly isFinal = false;
  readonly isAbstract = true;
  readonly isOptional: boolean;
  /** Something calls it: classes need a function for it. */
  isUsed = false;
  /** In the tables of methods: unique in the program. */
  readonly slot: string;

  constructor(
    name: string,
    type: ObjectType,
    made: CheckedFunction,
    node: ts.SignatureDeclaration,
    isOptional: boolean,
  ) {
    this.name = name;
    this.owner = { type };
    this.function = made;
    this.node = node;
    this.isOptional = isOptional;
    this.slot = `${name} of ${type.name}`;
  }

  result(): RtsType {
    return this.function.result;
  }

  call(values: readonly Expression[], span: Span): Expression {
    this.isUsed = true;
    return callMethodOf(this.slot, this.function, values, span);
  }
}

function parameter(name: string, written: RtsType, optional: boolean): Parameter {
  const type = optional ? withUndefined(written) : written;
  const local: Local = { name, type, mutable: false };
  return { local, optional, type: written };
}

/** Called where the iterator has it (ECMA-262 7.4.11): of one that has none, nothing is done. */
function isReturnOfIterator(property: ts.Symbol): boolean {
  const owner = property.valueDeclaration?.parent;
  return (
    property.name === 'return' &&
    owner !== undefined &&
    tsc.isInterfaceDeclaration(owner) &&
    owner.name.text === 'Iterator' &&
    owner.getSourceFile().fileName === LIBRARY_PATH
  );
}

const declarationOf = (symbol: ts.Symbol): ts.Declaration | undefined =>
  symbol.valueDeclaration ?? symbol.declarations?.[0];

function isReadonly(property: ts.Symbol): boolean {
  const { flags, declarations = [] } = property;
  const { GetAccessor, SetAccessor, Method } = tsc.SymbolFlags;
  if (flags & Method || (flags & GetAccessor && !(flags & SetAccessor))) return true;
  return declarations.some((node) => hasModifier(node, tsc.SyntaxKind.ReadonlyKeyword));
}
