// A function of a module → its signature at once, its body and an inferred result when they are first needed.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { CheckedFunction, Parameter, Statement } from '../../program/nodes.ts';
import { UNDEFINED, VOID, type RtsType } from '../../program/types.ts';
import { Checker } from '../checker.ts';
import { convertImplicitly } from '../convert.ts';
import { ERROR_TYPE, type DeclaredFunction, type FunctionState, type Self } from '../context.ts';
import { documentation } from '../documentation.ts';
import { inferResult } from '../infer-result.ts';
import { constant } from '../numbers/literal.ts';
import { returnStatements } from '../return-value.ts';
import type { ProgramState } from '../program-state.ts';
import { Scope } from '../scope.ts';
import { tsc } from '../tsc.ts';
import { isRefusedFunction, type FunctionNode, type PlainFunctionNode } from './function-form.ts';
import { declareParameters, type DeclaredParameters } from './parameters.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** `undefined` where the function's form is refused. */
export function declareFunction(
  node: PlainFunctionNode,
  name: ts.Identifier,
  id: string,
  state: ProgramState,
): FunctionDeclarationState | undefined {
  const file = node.getSourceFile();
  const context = new Checker(state, file);
  return isRefusedFunction(node, context)
    ? undefined
    : new FunctionDeclarationState(node, { text: name.text, node: name }, state, {
        id,
        scope: new Scope(),
      });
}

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
}

export interface FunctionParts {
  readonly id: string;
  /** Where its parameters and locals will be bound. */
  readonly scope: Scope;
  readonly member?: MemberForm | null;
}

/** A class, since a body is checked once, whoever asks first. */
export class FunctionDeclarationState implements DeclaredFunction {
  readonly function: CheckedFunction;
  readonly node: FunctionNode;
  readonly #made: Mutable<CheckedFunction>;
  readonly #state: ProgramState;
  readonly #functionState: { result: RtsType | null } & FunctionState;
  readonly #checker: Checker;
  readonly #parameters: DeclaredParameters;
  readonly #member: MemberForm | null;
  #progress: 'declared' | 'checking' | 'checked' = 'declared';

  constructor(
    node: FunctionNode,
    name: FunctionName,
    state: ProgramState,
    { id, scope, member = null }: FunctionParts,
  ) {
    this.node = node;
    this.#state = state;
    this.#member = member;
    const file = node.getSourceFile();
    const self = member && member.self;
    this.#functionState = { result: null, jumps: [], pendingReturns: [], self };
    this.#checker = new Checker(state, file, this.#functionState, scope);
    this.#parameters = declareParameters(node, this.#checker);
    this.#functionState.result = declaredResult(node, this.#checker);
    this.#made = {
      id,
      name: name.text,
      parameters: [...(self ? [selfParameter(self)] : []), ...this.#parameters.parameters],
      result: this.#functionState.result ?? VOID,
      closure: null,
      captures: [],
      body: [],
      span: state.span(name.node),
      extent: state.span(node),
      documentation: documentation(node),
    };
    this.function = this.#made;
  }

  result(caller: ts.Node): RtsType {
    if (this.#functionState.result !== null) return this.#functionState.result;
    if (this.#progress === 'checking') {
      this.#state.report(E.recursiveResult, caller, { name: this.function.name });
      return ERROR_TYPE;
    }
    this.check();
    return this.#functionState.result ?? ERROR_TYPE;
  }

  check(): void {
    if (this.#progress !== 'declared') return;
    this.#progress = 'checking';
    const before = this.#member ? this.#member.before() : [];
    const body = [...before, ...this.#parameters.prologue(), ...this.#body()];
    const inferred = this.#functionState.result === null;
    if (inferred)
      this.#functionState.result = inferResult(this.node, this.#functionState, this.#checker);
    const result = this.#functionState.result ?? ERROR_TYPE;
    this.#made.result = result;
    this.#made.body = [...body, ...this.#implicitReturn(result)];
    this.#progress = 'checked';
  }

  #body(): Statement[] {
    const { body } = this.node;
    if (!body) return [];
    if (tsc.isBlock(body)) return this.#checker.statements(body.statements);
    return returnStatements(body, body, this.#functionState, this.#checker);
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
function declaredResult(node: FunctionNode, context: Checker): RtsType | null {
  if (tsc.isConstructorDeclaration(node) || tsc.isSetAccessor(node)) return VOID;
  if (node.type) return context.type(node.type);
  if (node.body && !tsc.isBlock(node.body)) return null;
  return node.body && returnsValue(node.body) ? null : VOID;
}

function returnsValue(node: ts.Node): boolean {
  if (tsc.isReturnStatement(node)) return node.expression !== undefined;
  if (tsc.isFunctionLike(node) || tsc.isClassLike(node)) return false;
  return tsc.forEachChild(node, (child) => returnsValue(child) || undefined) ?? false;
}
