// `Generator<T, R, N>` → the class that the objects of all generators of these types are of. Its methods are made here; what a
// generator function does is the body that each has in the class of its own frames, derived from this one.
import type ts from 'typescript';
import { OPTIONAL_ERROR } from '../../program/error-classes.ts';
import type { CheckedClass, CheckedFunction, Local, Parameter } from '../../program/nodes.ts';
import {
  RESULT_FIELD,
  RESUME,
  SENT_FIELD,
  STATE_FIELD,
  THROWN_FIELD,
  VALUE_FIELD,
} from '../../program/generator-fields.ts';
import {
  BOOLEAN,
  INT_TYPES,
  newClass,
  type ObjectField,
  type ObjectType,
  type RtsType,
} from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { callMethodOf } from '../classes/call-method.ts';
import type { Context, DeclaredMethod } from '../context.ts';
import { implementInterfaces, type Implementer } from '../interfaces/implement.ts';
import { withUndefined } from '../nullable.ts';
import { ITERATOR } from '../well-known-symbol.ts';
import { isStep, itself, stepFunction } from './generator-methods.ts';
import { iteratorResult, type IterationTypes } from './iteration-types.ts';

const field = (name: string, type: RtsType): ObjectField => ({
  name,
  type,
  mutable: true,
  checked: false,
});

const THROWN = field(THROWN_FIELD, OPTIONAL_ERROR);

export class GeneratorClass implements Implementer {
  readonly type: ObjectType;
  readonly types: IterationTypes;
  /** Goes on with the body: whether it has yielded, and not ended. Ends it where the second argument is true. */
  readonly resume: CheckedFunction;
  readonly #methods = new Map<string, DeclaredMethod>();
  readonly #declared: ts.Type;
  readonly #node: ts.Node;
  readonly #context: Context;

  /** `declared` is the TypeScript type of such a generator; reports stand at `node`. */
  constructor(
    name: string,
    types: IterationTypes,
    declared: ts.Type,
    node: ts.Node,
    context: Context,
  ) {
    const { item, result, sent } = types;
    this.types = types;
    this.#declared = declared;
    this.#node = node;
    this.#context = context;
    this.type = newClass(name, true);
    this.type.fields = [
      field(STATE_FIELD, INT_TYPES.i32),
      field(VALUE_FIELD, item),
      ...(result ? [field(RESULT_FIELD, withUndefined(result))] : []),
      ...(sent ? [field(SENT_FIELD, withUndefined(sent))] : []),
    ];
    const self: Local = { name: 'this', type: this.type, mutable: false };
    this.resume = resumeFunction(`${name}.${RESUME}`, self, context.span(node));
  }

  field(): undefined {
    return undefined;
  }

  /** `next` and `return`, each made when it is first used. */
  method(name: string): DeclaredMethod | undefined {
    const known = this.#methods.get(name);
    if (known) return known;
    if (name === ITERATOR) return this.#add(name, itself(this), this.#node);
    if (!isStep(name)) return undefined;
    if (name === 'throw') this.type.fields = [...this.type.fields, THROWN];
    const context = this.#context;
    const symbol = context.checker.getPropertyOfType(this.#declared, name);
    const node = symbol?.valueDeclaration as ts.SignatureDeclaration | undefined;
    const given = iteratorResult(this.types);
    if (!node || !given) return undefined;
    context.records.written(given, ['value', 'done']);
    return this.#add(name, stepFunction(name, this, given, this.#node, context), node);
  }

  #add(name: string, made: CheckedFunction, node: ts.Node): DeclaredMethod {
    this.#context.made.add(made.span.file, made);
    const method: DeclaredMethod = {
      name,
      function: made,
      node: node as ts.SignatureDeclaration,
      isFinal: true,
      isAbstract: false,
      owner: this,
      result: () => made.result,
      call: (values, span) => callMethodOf(name, made, values, span),
    };
    this.#methods.set(name, method);
    return method;
  }

  get node(): ts.Node {
    return this.#node;
  }

  /** When the program is complete. Gives the functions that have to be compiled too. */
  finish(): { readonly made: readonly CheckedFunction[]; readonly checked: CheckedClass } {
    const methods = new Map([...this.#methods].map(([name, one]) => [name, one.function]));
    const made = implementInterfaces(this, methods, () => undefined, this.#context);
    const { span } = this.resume;
    return { made, checked: { type: this.type, methods, span, documentation: '' } };
  }
}

/** Without a body: that of each frame's class stands for it. */
export function resumeFunction(id: string, self: Local, span: Span): CheckedFunction {
  const closing: Local = { name: 'closing', type: BOOLEAN, mutable: false };
  const parameter = (one: Local): Parameter => ({ local: one, optional: false, type: one.type });
  return {
    id,
    name: id,
    parameters: [parameter(self), parameter(closing)],
    closure: null,
    captures: [],
    self: null,
    result: BOOLEAN,
    body: [],
    span,
    extent: span,
    documentation: '',
  };
}
