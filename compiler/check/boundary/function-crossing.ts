// Functions that cross. One of JavaScript's becomes a closure of the program:
//
//   (a, b) => { … }
//
// which calls it (`host-call.ts`), and a closure of the program is called by its place (`callExport`).
import type ts from 'typescript';
import {
  callExport,
  goneExport,
  holds,
  isText,
  LENT,
  letter,
  viewsOfFunction,
  type FunctionCrossing,
} from '../../program/crossing.ts';
import type {
  CheckedFunction,
  Expression,
  Local,
  ModuleExport,
  Parameter,
  Statement,
} from '../../program/nodes.ts';
import { INT_TYPES, nullableOf, type FunctionType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { compare, isize, readLocal } from '../build.ts';
import type { Context } from '../context.ts';
import { isPresent, unwrap } from '../nullable.ts';
import { leavingFunction } from './foreign-errors.ts';
import { foreignFunctions } from './foreign-functions.ts';
import { CALLBACK, CODE, declaredFunctionAt } from './function-at.ts';
import { hostCallBody, minus, textFunctions } from './host-call.ts';
import { instanceAt, placeFunctions } from './instances.ts';
import { callInstanceOf, type Words } from './library-calls.ts';
import { madeFunction, madeOf } from './made-function.ts';
import { packedExport, type PackedCallee } from './packed-export.ts';
import { viewFunctions } from './views.ts';

type At = Pick<Words, 'node' | 'context'>;
type FunctionTypeExport = Extract<ModuleExport, { kind: 'function-type' }>;

const { isize: ISIZE } = INT_TYPES;

/** What the glue needs for a type; `node`: the entry file. */
export function functionTypeExport(
  type: FunctionType,
  crossing: FunctionCrossing,
  node: ts.Node,
  context: Context,
): FunctionTypeExport {
  const at = { node, context };
  new FunctionMaker(type, crossing, at).fill();
  const span = context.span(node);
  const declared = [...crossing.parameters];
  const { crossing: call, functions } = packedExport(
    closureCall(type, crossing, span, context),
    { parameters: crossing.parameters, declared, result: crossing.result },
    node,
    context,
  );
  crossing.call = call;
  const shared = new Map<string, CheckedFunction>([
    ...functions.shared,
    ...viewsOfFunction(crossing).flatMap((view) => viewFunctions(view, span, context)),
    [goneExport(crossing.position), goneFunction(type, crossing, at)],
    ...textFunctions(at),
    ...placeFunctions(at),
  ]);
  const made = new Map([[callExport(crossing.position), { ...functions, shared }]]);
  return { kind: 'function-type', crossing, leaving: leavingFunction(at), functions: made };
}

/** Of a closure of the type, which is the receiver. */
function closureCall(
  type: FunctionType,
  { position, type: text }: FunctionCrossing,
  span: Span,
  context: Context,
): PackedCallee {
  const parameters = type.parameters.map((one, index): Parameter => {
    const local = context.temporary(letter(index), one);
    const rest = type.rest && index === type.parameters.length - 1;
    return { local, optional: false, type: one, rest };
  });
  return {
    id: `call ${position}`,
    name: text,
    receiver: type,
    parameters,
    result: type.result,
    span,
    extent: span,
    call: ([callee, ...values]) => ({
      kind: 'closure-call',
      callee: callee as Expression,
      arguments: values,
      type: type.result,
      span,
    }),
  };
}

class FunctionMaker {
  readonly #type: FunctionType;
  readonly #crossing: FunctionCrossing;
  readonly #at: At;
  readonly #span: Span;

  constructor(type: FunctionType, crossing: FunctionCrossing, at: At) {
    this.#type = type;
    this.#crossing = crossing;
    this.#at = at;
    this.#span = at.context.span(at.node);
  }

  /** Gives the function its body. */
  fill(): void {
    const made = declaredFunctionAt(this.#type, this.#at);
    (made as { body: readonly Statement[] }).body = this.#body(made.id);
  }

  #body(id: string): readonly Statement[] {
    const span = this.#span;
    const type = this.#type;
    const place = readLocal(CODE, span);
    const all = foreignFunctions(type, this.#crossing.position, this.#at);
    const known: Local = { name: 'known', type: nullableOf(type, false, true), mutable: false };
    const read = readLocal(known, span);
    const made = this.#closure(id);
    const closure: Expression = { kind: 'closure', function: made, type, span };
    return [
      this.#when(compare('>=', place, isize(LENT, span), span), [this.#return(closure)]),
      this.#when(compare('<', place, isize(0, span), span), [
        this.#return(instanceAt(minus(place, span), type, this.#at)),
      ]),
      this.#declare(known, callInstanceOf(['host', 'foreignAt'], [type], [all, place], this.#at)),
      this.#when(isPresent(read, span), [this.#return(unwrap(read, span))]),
      this.#return(callInstanceOf(['host', 'addForeign'], [type], [all, place, closure], this.#at)),
    ];
  }

  #closure(id: string): CheckedFunction {
    const { parameters, result } = this.#type;
    const locals = parameters.map((type, index) => this.#at.context.temporary(letter(index), type));
    const signature = { id: `${id}: closure`, name: CALLBACK, parameters: locals, result };
    const body = hostCallBody(
      {
        name: CALLBACK,
        parameters: locals,
        result,
        givesText: this.#crossing.parameters.some((one) => holds(one, isText)),
        kind: this.#crossing.position,
        place: readLocal(CODE, this.#span),
      },
      this.#at,
    );
    const made: CheckedFunction = {
      ...madeFunction(signature, body, this.#span),
      closure: this.#type,
      captures: [CODE],
    };
    this.#at.context.made.add(this.#span.file, made);
    return made;
  }

  #declare(local: Local, value: Expression): Statement {
    return { kind: 'declare', local, value, span: this.#span };
  }

  #return(value: Expression): Statement {
    return { kind: 'return', value, span: this.#span };
  }

  #when(test: Expression, whenTrue: readonly Statement[]): Statement {
    return { kind: 'if', test, whenTrue, whenFalse: [], span: this.#span };
  }
}

function goneFunction(type: FunctionType, { position }: FunctionCrossing, at: At): CheckedFunction {
  const span = at.context.span(at.node);
  const from: Local = { name: 'from', type: ISIZE, mutable: false };
  const values = [foreignFunctions(type, position, at), readLocal(from, span)];
  const value = callInstanceOf(['host', 'goneForeign'], [type], values, at);
  const signature = { id: `gone ${position}`, parameters: [from], result: ISIZE };
  return at.context.made.once(signature.id, () => madeOf(signature, value, span));
}
