// A function → its signature at once, its body and an inferred result when they are first needed.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { CheckedFunction, Local, Parameter, Statement } from '../../program/nodes.ts';
import { withoutHome } from '../../program/home-name.ts';
import {
  functionOf,
  UNDEFINED,
  VOID,
  type FunctionType,
  type RtsType,
} from '../../program/types.ts';
import { convertImplicitly } from '../convert.ts';
import {
  ERROR_TYPE,
  type Context,
  type DeclaredFunction,
  type ExpectedFunction,
  type FunctionState,
  type Self,
} from '../context.ts';
import { documentation } from '../documentation.ts';
import { endsSilently, generatorBody } from '../generators/generator-function.ts';
import { generatorResult, type GeneratorResult } from '../generators/generator-type.ts';
import { inferResult } from '../infer-result.ts';
import { constant } from '../numbers/literal.ts';
import { returnStatements } from '../return-value.ts';
import { returnsValue } from '../returns-value.ts';
import { Scope, type ClosureScope } from '../scope.ts';
import { tsc } from '../tsc.ts';
import { isRefusedFunction, type FunctionNode, type PlainFunctionNode } from './function-form.ts';
import { declareParameters, type DeclaredParameters } from './parameters.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A function of a module; `undefined` where its form is refused. */
export const declareFunction = (
  node: PlainFunctionNode,
  { text, node: named }: FunctionName,
  id: string,
  context: Context,
): FunctionDeclarationState | undefined =>
  isRefusedFunction(node, context)
    ? undefined
    : new FunctionDeclarationState(node, { text, node: named }, context, {
        id,
        scope: new Scope({ id }),
      });

/** What a function is called in messages, and where its name stands. */
export interface FunctionName {
  readonly text: string;
  readonly node: ts.Node;
}

/** A method or constructor: its object is its first parameter. */
export interface MemberForm {
  readonly self: Self;
  /** What runs before everything else, default values of parameters too. */
  readonly before: () => Statement[];
  /** What runs when all parameters have their values. */
  readonly after?: (context: Context) => Statement[];
}

export interface ClosureParts {
  readonly scope: ClosureScope;
  readonly expected: ExpectedFunction | null;
  /** `this` of the function around an arrow function. */
  readonly outerSelf: Self | null;
}

export interface FunctionParts {
  readonly id: string;
  /** Where its parameters and locals will be bound. */
  readonly scope: Scope;
  readonly member?: MemberForm | null;
  /** Of a function inside of another. */
  readonly closure?: ClosureParts | null;
  /** Of a method of an object literal. */
  readonly literal?: LiteralParts | null;
}

export interface LiteralParts {
  readonly captures: Local[];
  readonly captureFields: ReadonlyMap<Local, string>;
  readonly expected: ExpectedFunction | null;
}

/** A class, since a body is checked once, whoever asks first. */
export class FunctionDeclarationState implements DeclaredFunction {
  readonly function: CheckedFunction;
  readonly node: FunctionNode;
  readonly #made: Mutable<CheckedFunction>;
  readonly #functionState: { result: RtsType | null } & FunctionState;
  readonly #checker: Context;
  readonly #parameters: DeclaredParameters;
  readonly #member: MemberForm | null;
  readonly #closure: ClosureScope | null;
  readonly #scope: Scope;
  /** What a generator function gives. */
  readonly #generator: GeneratorResult | null;
  readonly #typed: ((type: FunctionType) => void)[] = [];
  #progress: 'declared' | 'checking' | 'checked' = 'declared';

  constructor(
    node: FunctionNode,
    name: FunctionName,
    context: Context,
    { id, scope, member = null, closure = null, literal = null }: FunctionParts,
  ) {
    this.node = node;
    this.#scope = scope;
    this.#member = member;
    this.#closure = closure && closure.scope;
    const own = member && member.self;
    // `return` in a closure is not that of the constructor around it.
    const outer = closure && closure.outerSelf;
    const self = own ?? (outer && { ...outer, role: 'method' as const });
    const { expected = null } = closure ?? literal ?? {};
    this.#functionState = { result: null, jumps: [], pendingReturns: [], self };
    this.#checker = context.inFunction(this.#functionState, scope);
    this.#parameters = declareParameters(node, this.#checker, expected);
    this.#generator = node.asteriskToken ? generatorResult(node, expected, this.#checker) : null;
    this.#functionState.result = node.asteriskToken
      ? (this.#generator?.type ?? ERROR_TYPE)
      : declaredResult(node, this.#checker, expected);
    this.#made = {
      id,
      name: withoutHome(name.text),
      parameters: [...(own ? [selfParameter(own)] : []), ...this.#parameters.parameters],
      result: this.#functionState.result ?? VOID,
      closure: null,
      captures: closure?.scope.captures ?? literal?.captures ?? [],
      ...(literal ? { captureFields: literal.captureFields } : {}),
      self: null,
      ...(node.asteriskToken && node.body && endsSilently(node.body) && { endsSilently: true }),
      body: [],
      span: context.span(name.node),
      extent: context.span(node),
      documentation: documentation(node),
    };
    this.function = this.#made;
    if (this.#functionState.result !== null) this.#tellType();
  }

  result(caller: ts.Node): RtsType {
    if (this.#functionState.result !== null) return this.#functionState.result;
    if (this.#progress === 'checking') {
      this.#checker.report(E.recursiveResult, caller, { name: this.function.name });
      return ERROR_TYPE;
    }
    this.check();
    return this.#functionState.result ?? ERROR_TYPE;
  }

  /** Its type as a closure; ERROR_TYPE after a report. */
  closureType(caller: ts.Node): RtsType {
    const result = this.result(caller);
    return result === ERROR_TYPE ? result : (this.#made.closure ?? ERROR_TYPE);
  }

  /** Tells the type of the closure as soon as it is known; never where something of it is wrong. */
  whenTyped(tell: (type: FunctionType) => void): void {
    if (this.#made.closure) tell(this.#made.closure);
    else this.#typed.push(tell);
  }

  #tellType(): void {
    const { parameters, result } = this.#made;
    const types = parameters.map(({ local }) => local.type);
    if (!this.#closure || types.includes(ERROR_TYPE) || result === ERROR_TYPE) return;
    const type = functionOf(types, result, parameters.at(-1)?.rest);
    this.#made.closure = type;
    for (const tell of this.#typed) tell(type);
  }

  check(): void {
    if (this.#progress !== 'declared') return;
    this.#progress = 'checking';
    const before = this.#member ? this.#member.before() : [];
    const prologue = this.#parameters.prologue();
    const after = this.#member?.after ? this.#member.after(this.#checker) : [];
    const statements = [...before, ...prologue, ...after, ...this.#body()];
    const inferred = this.#functionState.result === null;
    if (inferred)
      this.#functionState.result = inferResult(this.node, this.#functionState, this.#checker);
    const result = this.#functionState.result ?? ERROR_TYPE;
    this.#made.result = result;
    this.#made.body = this.#checker.declared([...statements, ...this.#implicitReturn(result)]);
    if (this.#closure?.usesItself) this.#made.self = this.#closure.self;
    this.#progress = 'checked';
    if (inferred) this.#tellType();
  }

  #body(): Statement[] {
    const { body } = this.node;
    if (!body) return [];
    if (this.node.asteriskToken) return this.#frame();
    if (tsc.isBlock(body)) return this.#checker.statements(body.statements);
    return returnStatements(body, body, this.#functionState, this.#checker);
  }

  #frame(): Statement[] {
    if (!this.#generator) return [];
    const { id, name } = this.function;
    const { self } = this.#functionState;
    const parts = { id, name, ...this.#generator, scope: this.#scope, self };
    return [generatorBody(this.node, parts, this.#checker)];
  }

  /** The end of a body whose result may be undefined. */
  #implicitReturn(result: RtsType): Statement[] {
    const { body } = this.node;
    const allowed = result === UNDEFINED || (result.kind === 'nullable' && result.allowsUndefined);
    if (!allowed || !body || !tsc.isBlock(body)) return [];
    const { span } = this.function;
    const value = convertImplicitly(
      constant(UNDEFINED, undefined, span),
      result,
      body,
      this.#checker,
    );
    return [{ kind: 'return', value, span }];
  }
}

export const selfParameter = ({ local }: Self): Parameter => ({
  local,
  optional: false,
  type: local.type,
});

/** null where it is inferred from the body. */
function declaredResult(
  node: FunctionNode,
  context: Context,
  expected: ExpectedFunction | null,
): RtsType | null {
  if (tsc.isConstructorDeclaration(node) || tsc.isSetAccessor(node)) return VOID;
  if (node.type) return context.type(node.type);
  if (expected?.result) return expected.result;
  if (node.body && !tsc.isBlock(node.body)) return null;
  return node.body && returnsValue(node.body) ? null : VOID;
}
