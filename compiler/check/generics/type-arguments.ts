// The type arguments of a call of generic code. TypeScript infers them too (`getTypeArgumentsForResolvedSignature`), but
// it knows the sum of two i32 as `number`; so the types of the arguments, as RTypeScript knows them, come first:
//   1. written type arguments;
//   2. what unifying each parameter's declared type with its argument's type gives; several candidates meet as the
//      operands of `?:` do, and literals take the type of the others;
//   3. for parameters with literals only, what the expected type of the result gives, if the literals fit it;
//   4. what TypeScript has inferred: from the place of the result, from constraints, from defaults.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import { commonType } from '../common-type.ts';
import {
  checkFunctionLiteral,
  functionLiteralOf,
  type FunctionLiteral,
} from '../closures/function-literal.ts';
import { ERROR_TYPE, type Context, type ExpectedFunction } from '../context.ts';
import { isValue, type Argument } from '../calls/argument.ts';
import { adaptLiteral, constant, literalValue } from '../numbers/literal.ts';
import { tsc } from '../tsc.ts';
import { callSignature } from './call-signature.ts';
import { Unifier } from './unify.ts';
import { typeParameterSymbols } from './type-parameters.ts';

/** A declaration with type parameters: of a function or, for `new`, of a class and its constructor. */
export interface GenericSignature {
  readonly name: string;
  readonly typed: ts.SignatureDeclaration | ts.ClassLikeDeclaration;
  readonly parameters: readonly ts.ParameterDeclaration[];
  /** undefined for a constructor: the class itself is what the call gives. */
  readonly result: ts.Type | undefined;
  /** A Context in which the declaration's types can be read. */
  reader(typeArguments: ReadonlyMap<ts.Symbol, RtsType>): Context;
}

export interface InferredCall {
  readonly types: readonly RtsType[];
  /** In their own types; those of function literals and of `undefined` too. */
  readonly values: readonly Expression[];
}

/** What is asked about a call that TypeScript has resolved too; a call of a library function is none. */
export interface WrittenCall {
  readonly node: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression;
  readonly typeArguments: readonly ts.TypeNode[];
}

/** undefined after a report at `node`. */
export function inferCall(
  signature: GenericSignature,
  given: readonly Argument[],
  written: WrittenCall | null,
  { node, context, expected }: { node: ts.Node; context: Context; expected: RtsType | null },
): InferredCall | undefined {
  const inference = new Inference(signature, written, node, context);
  const values = inference.values(given);
  if (values.some(({ type }) => type === ERROR_TYPE)) return undefined;
  const types = inference.finish(expected);
  return types && { types, values };
}

class Inference {
  readonly #signature: GenericSignature;
  readonly #symbols: readonly ts.Symbol[];
  readonly #written: WrittenCall | null;
  readonly #node: ts.Node;
  readonly #context: Context;
  readonly #reader: Context;
  /** A value of the type that is found so far: a literal as long as only literals are. */
  readonly #candidates = new Map<ts.Symbol, Expression>();
  readonly #fixed = new Map<ts.Symbol, RtsType>();

  constructor(
    signature: GenericSignature,
    written: WrittenCall | null,
    node: ts.Node,
    context: Context,
  ) {
    this.#signature = signature;
    this.#written = written;
    this.#node = node;
    this.#context = context;
    this.#reader = signature.reader(this.#fixed);
    this.#symbols = typeParameterSymbols(signature.typed, this.#reader.checker);
    written?.typeArguments.forEach((type, i) => {
      const symbol = this.#symbols[i];
      if (symbol) this.#fixed.set(symbol, context.type(type));
    });
  }

  /** Function literals last: their parameters take the types that the other arguments give. */
  values(given: readonly Argument[]): readonly Expression[] {
    const values: Expression[] = [];
    const literals = given.map((one) => (isValue(one) ? undefined : functionLiteralOf(one)));
    given.forEach((argument, i) => {
      if (!literals[i]) values[i] = this.#value(argument, this.#declared(i, argument));
    });
    literals.forEach((literal, i) => {
      if (literal) values[i] = this.#literal(literal, this.#declared(i, literal));
    });
    return values;
  }

  #literal(literal: FunctionLiteral, declared: ts.Type | undefined): Expression {
    const expected = declared && this.#expectedFunction(declared, literal);
    const value = checkFunctionLiteral(literal, this.#context, expected ?? null);
    if (declared && value.type !== ERROR_TYPE) this.#learn(declared, value);
    return value;
  }

  /** Its parameters need their types now; what it gives may be what tells a type argument. */
  #expectedFunction(declared: ts.Type, literal: FunctionLiteral): ExpectedFunction | undefined {
    const { checker } = this.#reader;
    const signature = callSignature(checker.getNonNullableType(declared), checker);
    if (!signature) return undefined;
    const known = this.#known();
    const reader = this.#signature.reader(known);
    const parameters = signature.getParameters().map((one) => {
      const found = this.#context.attempt(() =>
        reader.typeFromTs(checker.getTypeOfSymbol(one), literal),
      );
      return found ?? ERROR_TYPE;
    });
    if (parameters.includes(ERROR_TYPE)) return undefined;
    const result = this.#context.attempt(() =>
      reader.typeFromTs(signature.getReturnType(), literal),
    );
    return { parameters, result: result && result !== ERROR_TYPE ? result : null };
  }

  /** With TypeScript's answers where the arguments so far tell nothing of a parameter. */
  #known(): ReadonlyMap<ts.Symbol, RtsType> {
    const known = new Map(this.#fixed);
    for (const [i, symbol] of this.#symbols.entries()) {
      if (known.has(symbol)) continue;
      const candidate = this.#candidates.get(symbol);
      const type = candidate?.type ?? this.#fromResult(symbol, i);
      if (type) known.set(symbol, type);
    }
    return known;
  }

  /** Not for a parameter that only results of literals mention: they tell it better than TypeScript. */
  #fromResult(symbol: ts.Symbol, index: number): RtsType | undefined {
    return this.#isInferredFromResults(symbol) ? undefined : this.#typescript(index);
  }

  #isInferredFromResults(symbol: ts.Symbol): boolean {
    const { checker } = this.#reader;
    const met: ts.Symbol[] = [];
    for (const parameter of this.#signature.parameters) {
      const type = checker.getNonNullableType(checker.getTypeAtLocation(parameter));
      const result = callSignature(type, checker)?.getReturnType();
      if (result?.symbol && result.flags & tsc.TypeFlags.TypeParameter) met.push(result.symbol);
    }
    return met.includes(symbol);
  }

  /** Of the argument at `index`: an item of a rest parameter, unless it is an array that is spread. */
  #declared(index: number, argument: Argument): ts.Type | undefined {
    const { checker } = this.#reader;
    const { parameters } = this.#signature;
    const parameter = parameters[Math.min(index, parameters.length - 1)];
    const type = parameter && checker.getTypeAtLocation(parameter);
    if (!parameter?.dotDotDotToken || !type) return index < parameters.length ? type : undefined;
    const isArray = !isValue(argument) && tsc.isSpreadElement(argument);
    return isArray ? type : checker.getIndexTypeOfType(type, tsc.IndexKind.Number);
  }

  #value(argument: Argument, declared: ts.Type | undefined): Expression {
    const context = this.#context;
    const expected = declared && !isValue(argument) ? this.#expected(declared, argument) : null;
    const value = isValue(argument)
      ? argument
      : tsc.isSpreadElement(argument)
        ? context.items(argument.expression, expected)
        : context.expression(argument, expected);
    if (declared && value.type !== ERROR_TYPE) this.#learn(declared, value);
    return value;
  }

  /** The type of the parameter as far as it is known. */
  #expected(declared: ts.Type, argument: ts.Expression): RtsType | null {
    const type = this.#context.attempt(() => this.#reader.typeFromTs(declared, argument));
    return type === undefined || type === ERROR_TYPE ? null : type;
  }

  #learn(declared: ts.Type, value: Expression): void {
    const meet = (parameter: ts.Symbol, type: RtsType): void => {
      if (!this.#symbols.includes(parameter) || this.#fixed.has(parameter)) return;
      const candidate = type === value.type ? value : constant(type, null, value.span);
      const known = this.#candidates.get(parameter);
      this.#candidates.set(parameter, known ? both(known, candidate) : candidate);
    };
    const { checker } = this.#reader;
    new Unifier(checker, meet, this.#context.classArguments).unify(declared, value.type);
  }

  finish(expected: RtsType | null): readonly RtsType[] | undefined {
    const hints = this.#hints(expected);
    const types: RtsType[] = [];
    for (const [i, symbol] of this.#symbols.entries()) {
      const type =
        this.#fixed.get(symbol) ?? this.#found(symbol, hints.get(symbol)) ?? this.#typescript(i);
      if (!type) this.#report(symbol.name);
      if (!type || type === ERROR_TYPE) return undefined;
      this.#fixed.set(symbol, type);
      types.push(type);
    }
    return types;
  }

  #report(parameter: string): void {
    const { name } = this.#signature;
    this.#context.report(E.typeArgumentUnknown, this.#node, { name, parameter });
  }

  #hints(expected: RtsType | null): ReadonlyMap<ts.Symbol, RtsType> {
    const hints = new Map<ts.Symbol, RtsType>();
    const { result } = this.#signature;
    const meet = (parameter: ts.Symbol, type: RtsType): void => void hints.set(parameter, type);
    if (expected && result)
      new Unifier(this.#reader.checker, meet, this.#context.classArguments).unify(result, expected);
    return hints;
  }

  #found(symbol: ts.Symbol, hint: RtsType | undefined): RtsType | undefined {
    const candidate = this.#candidates.get(symbol);
    if (!candidate) return undefined;
    if (candidate.type.kind === 'null' || candidate.type.kind === 'undefined') return undefined;
    const value = literalValue(candidate);
    const fits = value !== undefined && hint && adaptLiteral(value, hint, candidate.span);
    return hint && fits ? hint : candidate.type;
  }

  /** undefined where TypeScript does not know either. */
  #typescript(index: number): RtsType | undefined {
    const { checker } = this.#context;
    const signature = this.#written && checker.getResolvedSignature(this.#written.node);
    const type = signature && checker.getTypeArgumentsForResolvedSignature(signature)?.[index];
    if (!type) return undefined;
    return this.#context.attempt(() => this.#context.typeFromTs(type, this.#node));
  }
}

/** Where the two have no common type, the first stays: the conversion of the argument reports it. */
function both(known: Expression, candidate: Expression): Expression {
  const type = commonType(known, candidate);
  if (!type || type === known.type) {
    // A literal gives way to a value of its type.
    return type === candidate.type && literalValue(candidate) === undefined ? candidate : known;
  }
  return type === candidate.type ? candidate : constant(type, null, known.span);
}
