// What `new` runs: the initialisers of the fields as one function, and the constructor, which calls it at its beginning
// or behind `super(…)` (ECMA-262 15.7.14, 10.2.2).
import type ts from 'typescript';
import { OPTIONAL_ERROR } from '../../program/error-classes.ts';
import type {
  CheckedFunction,
  ErrorName,
  Expression,
  Parameter,
  Statement,
} from '../../program/nodes.ts';
import { withoutHome } from '../../program/home-name.ts';
import { Scope } from '../scope.ts';
import { STRING, VOID } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, convertTo, readLocal } from '../build.ts';
import type { Checker } from '../checker.ts';
import { ERROR_TYPE, type Context, type Self } from '../context.ts';
import { FunctionDeclarationState, selfParameter } from '../declarations/function.ts';
import { isParameterField } from './class-declaration.ts';
import type { ClassInstance } from './class-instance.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export class Construction {
  readonly #instance: ClassInstance;
  readonly #self: Self;
  readonly #context: Checker;
  #written: FunctionDeclarationState | null = null;
  #fields: Mutable<CheckedFunction> | null = null;
  /** Of a class without a constructor of its own whose base has one. */
  #inherited: Mutable<CheckedFunction> | null = null;
  #isMade = false;
  #takesErrorArguments = false;

  constructor(instance: ClassInstance, self: Self, context: Checker) {
    this.#instance = instance;
    this.#self = self;
    this.#context = context;
  }

  /** What runs on a new object; null where there is nothing to run. */
  get function(): CheckedFunction | null {
    this.#make();
    return this.#written?.function ?? this.#inherited ?? this.#fields;
  }

  /** It is that of an error class, inherited: `(message?: string, options?: { cause })`, where options become the cause. */
  get takesErrorArguments(): boolean {
    this.#make();
    return this.#takesErrorArguments;
  }

  functions(): readonly CheckedFunction[] {
    this.#make();
    return [this.#fields, this.#inherited, this.#written?.function ?? null].filter(
      (one) => one !== null,
    );
  }

  check(): void {
    this.#make();
    if (this.#fields) this.#fields.body = this.#initialisers();
    this.#written?.check();
  }

  /** The values of the fields, for an object of the class: what follows `super(…)`. */
  fieldsOf(object: Expression, span: Span): readonly Expression[] {
    this.#make();
    const callee = this.#fields;
    return callee ? [{ kind: 'call', callee, arguments: [object], type: VOID, span }] : [];
  }

  /** `constructor(readonly x: number)`: the fields that parameters are, in a context in which these have values. */
  parameterFields(object: Expression, span: Span, context: Context): readonly Expression[] {
    const { declaration, fields } = this.#instance;
    return (declaration.construct?.parameters ?? []).flatMap((node) => {
      const field = isParameterField(node) ? fields.get(node.name.text) : undefined;
      const symbol = field && context.symbol(node.name);
      const binding = symbol && context.binding(symbol);
      if (!field || binding?.kind !== 'local') return [];
      const value = context.convert(readLocal(binding.local, span), field.type, node);
      return [assign({ kind: 'property', object, field: field.name }, value, span)];
    });
  }

  #make(): void {
    if (this.#isMade) return;
    this.#isMade = true;
    const { declaration, base, errorBase, type } = this.#instance;
    const { construct } = declaration;
    const { span } = this;
    if ([...this.#instance.fields.values()].some((field) => field.hasValue))
      this.#fields = this.#made(`${type.name}.fields`, [selfParameter(this.#self)], span);
    const inherited = base && base.construction.function;
    if (construct) this.#written = this.#declare(construct);
    else if (errorBase) this.#inherited = this.#passOnError(errorBase, span);
    else if (inherited) this.#inherited = this.#passOn(inherited, span);
    this.#takesErrorArguments =
      !construct && (errorBase !== null || base?.construction.takesErrorArguments === true);
  }

  get span(): Span {
    const { node } = this.#instance.declaration;
    return this.#context.span(node.name ?? node);
  }

  #made(id: string, parameters: readonly Parameter[], span: Span): Mutable<CheckedFunction> {
    const { node } = this.#instance.declaration;
    return {
      id,
      name: withoutHome(`new ${this.#instance.type.name}`),
      parameters,
      closure: null,
      self: null,
      captures: [],
      result: VOID,
      body: [],
      span,
      extent: this.#context.span(node),
      documentation: '',
    };
  }

  #declare(node: ts.ConstructorDeclaration): FunctionDeclarationState {
    const { type } = this.#instance;
    const self = this.#instance.self('constructor');
    const name = { text: `new ${type.name}`, node: node.getFirstToken() ?? node };
    const before = (): Statement[] => {
      const span = this.#context.span(node);
      return type.base ? [] : asStatements(this.fieldsOf(readLocal(self.local, span), span));
    };
    const after = (context: Context): Statement[] => {
      const span = this.#context.span(node);
      return type.base
        ? []
        : asStatements(this.parameterFields(readLocal(self.local, span), span, context));
    };
    const id = `${type.name}.constructor`;
    return new FunctionDeclarationState(node, name, this.#context, {
      id,
      scope: new Scope({ outer: this.#instance.scope, id }),
      member: { self, before, after },
    });
  }

  /** `constructor(...values) { super(...values); }` and the fields. */
  #passOn(inherited: CheckedFunction, span: Span): Mutable<CheckedFunction> {
    const { type, base } = this.#instance;
    const self = this.#instance.self('constructor');
    const object = readLocal(self.local, span);
    const parameters = inherited.parameters.slice(1).map((parameter) => ({
      ...parameter,
      local: this.#context.temporary(parameter.local.name, parameter.local.type),
    }));
    const up = base ? convertTo('upcast', object, base.type, span) : object;
    const values = [up, ...parameters.map(({ local }) => readLocal(local, span))];
    const call: Expression = {
      kind: 'call',
      callee: inherited,
      arguments: values,
      type: VOID,
      span,
    };
    const made = this.#made(`${type.name}.constructor`, [selfParameter(self), ...parameters], span);
    made.body = asStatements([call, ...this.fieldsOf(object, span)]);
    return made;
  }

  /** `constructor(message, options) { super(message, options); }` and the fields. */
  #passOnError(error: ErrorName, span: Span): Mutable<CheckedFunction> {
    const self = this.#instance.self('constructor');
    const object = readLocal(self.local, span);
    const message = this.#context.temporary('message', STRING);
    const cause = this.#context.temporary('cause', OPTIONAL_ERROR);
    const parameters = [message, cause].map((local) => ({
      local,
      optional: false,
      type: local.type,
    }));
    const call: Expression = {
      kind: 'construct-error',
      error,
      object,
      message: readLocal(message, span),
      cause: readLocal(cause, span),
      type: VOID,
      span,
    };
    const id = `${this.#instance.type.name}.constructor`;
    const made = this.#made(id, [selfParameter(self), ...parameters], span);
    made.body = asStatements([call, ...this.fieldsOf(object, span)]);
    return made;
  }

  #initialisers(): Statement[] {
    const expressions: Expression[] = [];
    for (const field of this.#instance.fields.values()) {
      const value = field.value();
      if (!value || value.type === ERROR_TYPE) continue;
      const span = this.#context.span(field.node);
      const object = readLocal(this.#self.local, span);
      expressions.push(assign({ kind: 'property', object, field: field.name }, value, span));
    }
    return asStatements(expressions);
  }
}

const asStatements = (expressions: readonly Expression[]): Statement[] =>
  expressions.map((expression) => ({ kind: 'expression', expression, span: expression.span }));
