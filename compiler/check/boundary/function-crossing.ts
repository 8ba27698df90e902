// Functions that cross. One of JavaScript's becomes a closure of the program:
//
//   (a, b) => {
//     let words = …;
//     const top = topOf(words);
//     let cursor = cursorAt(top, '', 'callback');
//     toWords<A>(words, cursor, a); …
//     if (!isComplete(words, cursor)) { prepare(words, -1, cursor.at); host.call(); and once more }
//     text = cursor.text;
//     prepare(words, KIND, place);
//     host.call();
//     words = …;
//     const found = answer(words);
//     if (found < 0) throw thrownError(words, top, text, recent, -found);
//     return fromWords<R>(words, cursorAt(top, text, 'callback'));
//   }
//
// and a closure of the program is called by its place (`callExport`).
import type ts from 'typescript';
import {
  callExport,
  goneExport,
  HOST_EXPORTS,
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
  Place,
  Statement,
} from '../../program/nodes.ts';
import {
  INT_TYPES,
  nullableOf,
  STRING,
  VOID,
  type FunctionType,
  type RtsType,
} from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, builtin, compare, isize, not, ofSizes, readLocal, readPlace } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import type { Context } from '../context.ts';
import { isPresent, unwrap } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { leavingFunction, recentErrors } from './foreign-errors.ts';
import { CALLBACK, CODE, declaredFunctionAt } from './function-at.ts';
import { give } from './give.ts';
import { hiddenVariable } from './hidden-variable.ts';
import { instanceAt, placeFunctions } from './instances.ts';
import { callInstanceOf, type Words } from './library-calls.ts';
import { madeFunction, madeOf } from './made-function.ts';
import { packedExport, type PackedCallee } from './packed-export.ts';
import { take } from './take.ts';
import { viewFunctions } from './views.ts';
import { words, WORDS_TYPE } from './words.ts';

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
  new FunctionMaker(type, at).fill();
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
    [HOST_EXPORTS.text, textFunction(at)],
    [HOST_EXPORTS.setText, setTextFunction(at)],
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
  readonly #at: At;
  readonly #span: Span;
  readonly #position: number;
  readonly #words: Local = { name: 'words', type: WORDS_TYPE, mutable: true };
  readonly #top: Local = { name: 'top', type: ISIZE, mutable: false };

  constructor(type: FunctionType, at: At) {
    this.#type = type;
    this.#at = at;
    this.#span = at.context.span(at.node);
    this.#position = at.context.classes.crossingFunctions.get(type)?.position ?? -1;
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
    const all = foreign(type, this.#position, this.#at);
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
    const body = [...this.#giving(locals), ...this.#calling(), ...this.#taking()];
    const made: CheckedFunction = {
      ...madeFunction(signature, body, this.#span),
      closure: this.#type,
      captures: [CODE],
    };
    this.#at.context.made.add(this.#span.file, made);
    return made;
  }

  /** The arguments into the words; room is made before that where it is known how much they take. */
  #giving(locals: readonly Local[]): readonly Statement[] {
    return this.#type.parameters.every(takesOneWord)
      ? this.#givingWords(locals)
      : this.#givingAll(locals);
  }

  #givingWords(locals: readonly Local[]): readonly Statement[] {
    const span = this.#span;
    const empty = this.#cursorAt(constant(STRING, '', span));
    const cursor: Local = { name: 'cursor', type: empty.type, mutable: false };
    const end = ofSizes('+', readLocal(this.#top, span), isize(locals.length, span), span);
    const room = this.#library('host', 'hasRoom', readLocal(this.#words, span), end);
    return [
      this.#declare(this.#words, words(span, this.#at.context)),
      this.#declare(this.#top, this.#library('host', 'topOf', readLocal(this.#words, span))),
      this.#when(not(room, span), [...this.#call(isize(-1, span), end), this.#readWords()]),
      this.#declare(cursor, empty),
      ...locals.map((local) =>
        this.#effect(give(readLocal(local, span), this.#wordsAt(readLocal(cursor, span)))),
      ),
    ];
  }

  /** Once more if there was no room. */
  #givingAll(locals: readonly Local[]): readonly Statement[] {
    const span = this.#span;
    const empty = this.#cursorAt(constant(STRING, '', span));
    const cursor: Local = { name: 'cursor', type: empty.type, mutable: true };
    const write = (): readonly Statement[] =>
      locals.map((local) =>
        this.#effect(give(readLocal(local, span), this.#wordsAt(readLocal(cursor, span)))),
      );
    const object = readLocal(cursor, span);
    const end = readPlace({ kind: 'property', object, field: 'at' }, ISIZE, span);
    const text = readPlace({ kind: 'property', object, field: 'text' }, STRING, span);
    const own = readLocal(this.#words, span);
    return [
      this.#declare(this.#words, words(span, this.#at.context)),
      this.#declare(this.#top, this.#library('host', 'topOf', own)),
      this.#declare(cursor, empty),
      ...write(),
      this.#when(not(this.#library('boundary', 'isComplete', own, object), span), [
        ...this.#call(isize(-1, span), end),
        this.#readWords(),
        this.#effect(assign({ kind: 'local', local: cursor }, empty, span)),
        ...write(),
      ]),
      this.#effect(assign(textPlace(this.#at), text, span)),
    ];
  }

  #calling(): readonly Statement[] {
    const span = this.#span;
    const found: Local = { name: 'found', type: ISIZE, mutable: false };
    const object = this.#library(
      'host',
      'thrownError',
      readLocal(this.#words, span),
      readLocal(this.#top, span),
      text(this.#at),
      recentErrors(this.#at),
      minus(readLocal(found, span), span),
    );
    const own = readLocal(this.#words, span);
    return [
      ...this.#call(isize(this.#position, span), readLocal(CODE, span)),
      this.#readWords(),
      this.#declare(found, this.#library('host', 'answer', own)),
      this.#when(compare('<', readLocal(found, span), isize(0, span), span), [
        { kind: 'throw-object', object, span },
      ]),
    ];
  }

  #taking(): readonly Statement[] {
    const { result } = this.#type;
    if (result === VOID || result.kind === 'never') return [];
    const cursor: Local = {
      name: 'given',
      type: this.#cursorAt(text(this.#at)).type,
      mutable: false,
    };
    return [
      this.#declare(cursor, this.#cursorAt(text(this.#at))),
      this.#return(take(result, this.#wordsAt(readLocal(cursor, this.#span)))),
    ];
  }

  /** `place`: of the function, or how far room is needed. */
  #call(kind: Expression, place: Expression): readonly Statement[] {
    const own = readLocal(this.#words, this.#span);
    return [
      this.#effect(this.#library('host', 'prepare', own, kind, place)),
      this.#effect(builtin('host.call', [], VOID, this.#span)),
    ];
  }

  #cursorAt(given: Expression): Expression {
    const name = constant(STRING, CALLBACK, this.#span);
    return this.#library('boundary', 'cursorAt', readLocal(this.#top, this.#span), given, name);
  }

  #wordsAt(cursor: Expression): Words {
    return { words: readLocal(this.#words, this.#span), cursor, ...this.#at };
  }

  #readWords(): Statement {
    const value = words(this.#span, this.#at.context);
    return this.#effect(assign({ kind: 'local', local: this.#words }, value, this.#span));
  }

  #library(module: string, name: string, ...values: readonly Expression[]): Expression {
    return callLibrary([module, name], values, this.#at.node, this.#at.context);
  }

  #declare(local: Local, value: Expression): Statement {
    return { kind: 'declare', local, value, span: this.#span };
  }

  #effect(expression: Expression): Statement {
    return { kind: 'expression', expression, span: this.#span };
  }

  #return(value: Expression): Statement {
    return { kind: 'return', value, span: this.#span };
  }

  #when(test: Expression, whenTrue: readonly Statement[]): Statement {
    return { kind: 'if', test, whenTrue, whenFalse: [], span: this.#span };
  }
}

/** And nothing of it is text. */
const takesOneWord = (type: RtsType): boolean =>
  type.kind === 'float' || type.kind === 'boolean' || (type.kind === 'int' && !type.bigint);

const minus = (value: Expression, span: Span): Expression =>
  ofSizes('-', isize(0, span), value, span);

/** The closures that stand for functions of JavaScript. */
const foreign = (type: FunctionType, position: number, at: At): Expression =>
  hiddenVariable(
    // By the type itself the closures are known that JavaScript has.
    at.context.classes.crossingFunctions.get(type) ?? type,
    `functions of JavaScript ${position}`,
    () => callInstanceOf(['host', 'noForeign'], [type], [], at),
    at,
  );

const TEXT = {};

/** What the values in the words have of text, on its way from or to JavaScript. */
function text(at: At): Expression & { readonly kind: 'read' } {
  const empty = (): Expression => constant(STRING, '', at.context.span(at.node));
  return hiddenVariable(TEXT, 'text of a callback', empty, at);
}

const textPlace = (at: At): Place => text(at).place;

function goneFunction(type: FunctionType, { position }: FunctionCrossing, at: At): CheckedFunction {
  const span = at.context.span(at.node);
  const from: Local = { name: 'from', type: ISIZE, mutable: false };
  const values = [foreign(type, position, at), readLocal(from, span)];
  const value = callInstanceOf(['host', 'goneForeign'], [type], values, at);
  const signature = { id: `gone ${position}`, parameters: [from], result: ISIZE };
  return at.context.made.once(signature.id, () => madeOf(signature, value, span));
}

function textFunction(at: At): CheckedFunction {
  const span = at.context.span(at.node);
  const signature = { id: 'text of a callback', parameters: [], result: STRING };
  return at.context.made.once(signature.id, () => madeOf(signature, text(at), span));
}

function setTextFunction(at: At): CheckedFunction {
  const span = at.context.span(at.node);
  const given: Local = { name: 'text', type: STRING, mutable: false };
  const value = assign(textPlace(at), readLocal(given, span), span);
  const signature = { id: 'set text of a callback', parameters: [given], result: VOID };
  return at.context.made.once(signature.id, () => madeOf(signature, value, span));
}
