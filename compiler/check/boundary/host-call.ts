// A call of JavaScript from inside the program, whether of a function that it has given or of an operation on live values:
//
//   let words = …;
//   const top = topOf(words);
//   let cursor = cursorAt(top, '', NAME);
//   toWords<A>(words, cursor, a); …
//   if (!isComplete(words, cursor)) { prepare(words, -1, cursor.at); host.call(); and once more }
//   text = cursor.text;                              if there is any
//   prepare(words, KIND, place);
//   host.call();
//   words = …;
//   const found = answer(words);
//   if (found < 0) throw thrownError(words, top, text, recent, -found);
//   return fromWords<R>(words, cursorAt(top, text, NAME));
import { hasErrors, HOST_EXPORTS } from '../../program/crossing.ts';
import { ERROR_CLASSES } from '../../program/error-classes.ts';
import type { CheckedFunction, Expression, Local, Place, Statement } from '../../program/nodes.ts';
import { INT_TYPES, isOneWord, STRING, VOID, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, builtin, compare, isize, not, ofSizes, readLocal, readPlace } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import { constant } from '../numbers/literal.ts';
import { recentErrors } from './foreign-errors.ts';
import { give } from './give.ts';
import { hiddenVariable } from './hidden-variable.ts';
import { instanceAt } from './instances.ts';
import type { Words } from './library-calls.ts';
import { madeOf } from './made-function.ts';
import { take } from './take.ts';
import { words, WORDS_TYPE } from './words.ts';

type At = Pick<Words, 'node' | 'context'>;

const { isize: ISIZE } = INT_TYPES;

export interface HostCall {
  /** In messages. */
  readonly name: string;
  readonly parameters: readonly Local[];
  readonly result: RtsType;
  /** There are texts in what the parameters hold. */
  readonly givesText: boolean;
  /** What JavaScript is told: what kind of call, and the place of the function. */
  readonly kind: number;
  readonly place: Expression;
}

/** The statements of a function whose parameters are given to JavaScript, and whose result comes from there. */
export const hostCallBody = (call: HostCall, at: At): readonly Statement[] =>
  new HostCallMaker(call, at).make();

class HostCallMaker {
  readonly #call: HostCall;
  readonly #at: At;
  readonly #span: Span;
  readonly #words: Local = { name: 'words', type: WORDS_TYPE, mutable: true };
  readonly #top: Local = { name: 'top', type: ISIZE, mutable: false };

  constructor(call: HostCall, at: At) {
    this.#call = call;
    this.#at = at;
    this.#span = at.context.span(at.node);
  }

  make(): readonly Statement[] {
    return [...this.#giving(), ...this.#calling(), ...this.#taking()];
  }

  /** The arguments into the words; room is made before that where it is known how much they take. */
  #giving(): readonly Statement[] {
    return this.#call.parameters.every(({ type }) => isOneWord(type))
      ? this.#givingWords()
      : this.#givingAll();
  }

  #givingWords(): readonly Statement[] {
    const span = this.#span;
    const { parameters } = this.#call;
    const empty = this.#cursorAt(constant(STRING, '', span));
    const cursor: Local = { name: 'cursor', type: empty.type, mutable: false };
    const end = ofSizes('+', readLocal(this.#top, span), isize(parameters.length, span), span);
    const room = this.#library('host', 'hasRoom', readLocal(this.#words, span), end);
    return [
      this.#declare(this.#words, words(span, this.#at.context)),
      this.#declare(this.#top, this.#library('host', 'topOf', readLocal(this.#words, span))),
      this.#when(not(room, span), [...this.#ask(isize(-1, span), end), this.#readWords()]),
      this.#declare(cursor, empty),
      ...parameters.map((local) =>
        this.#effect(give(readLocal(local, span), this.#wordsAt(readLocal(cursor, span)))),
      ),
    ];
  }

  /** Once more if there was no room. */
  #givingAll(): readonly Statement[] {
    const span = this.#span;
    const empty = this.#cursorAt(constant(STRING, '', span));
    const cursor: Local = { name: 'cursor', type: empty.type, mutable: true };
    const write = (): readonly Statement[] =>
      this.#call.parameters.map((local) =>
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
        ...this.#ask(isize(-1, span), end),
        this.#readWords(),
        this.#effect(assign({ kind: 'local', local: cursor }, empty, span)),
        ...write(),
      ]),
      ...(this.#call.givesText ? [this.#effect(assign(textPlace(this.#at), text, span))] : []),
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
      ...this.#ask(isize(this.#call.kind, span), this.#call.place),
      this.#readWords(),
      this.#declare(found, this.#library('host', 'answer', own)),
      ...this.#throwingObjects(readLocal(found, span)),
      this.#when(compare('<', readLocal(found, span), isize(0, span), span), [
        { kind: 'throw-object', object, span },
      ]),
    ];
  }

  /** Errors of exported classes that JavaScript has thrown. */
  #throwingObjects(found: Expression): readonly Statement[] {
    const span = this.#span;
    if (!hasErrors([...this.#at.context.classes.allCrossing.values()])) return [];
    const place: Local = { name: 'thrown', type: ISIZE, mutable: false };
    const object = instanceAt(readLocal(place, span), ERROR_CLASSES.Error, this.#at);
    return [
      this.#declare(place, this.#library('host', 'thrownObject', found)),
      this.#when(compare('>', readLocal(place, span), isize(0, span), span), [
        { kind: 'throw-object', object, span },
      ]),
    ];
  }

  #taking(): readonly Statement[] {
    const { result } = this.#call;
    if (result === VOID || result.kind === 'never') return [];
    const value = this.#cursorAt(text(this.#at));
    const cursor: Local = { name: 'given', type: value.type, mutable: false };
    const taken = take(result, this.#wordsAt(readLocal(cursor, this.#span)));
    return [this.#declare(cursor, value), { kind: 'return', value: taken, span: this.#span }];
  }

  /** `place`: of the function, or how far room is needed. */
  #ask(kind: Expression, place: Expression): readonly Statement[] {
    const own = readLocal(this.#words, this.#span);
    return [
      this.#effect(this.#library('host', 'prepare', own, kind, place)),
      this.#effect(builtin('host.call', [], VOID, this.#span)),
    ];
  }

  #cursorAt(given: Expression): Expression {
    const name = constant(STRING, this.#call.name, this.#span);
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

  #when(test: Expression, whenTrue: readonly Statement[]): Statement {
    return { kind: 'if', test, whenTrue, whenFalse: [], span: this.#span };
  }
}

export const minus = (value: Expression, span: Span): Expression =>
  ofSizes('-', isize(0, span), value, span);

const TEXT = {};

/** What the values in the words have of text, on its way from or to JavaScript. */
function text(at: At): Expression & { readonly kind: 'read' } {
  const empty = (): Expression => constant(STRING, '', at.context.span(at.node));
  return hiddenVariable(TEXT, 'text of a callback', empty, at);
}

const textPlace = (at: At): Place => text(at).place;

/** By the names of their exports: how JavaScript gets and gives texts. */
export function textFunctions(at: At): readonly (readonly [string, CheckedFunction])[] {
  const { context, node } = at;
  const span = context.span(node);
  const get = { id: 'text of a callback', parameters: [], result: STRING };
  const given: Local = { name: 'text', type: STRING, mutable: false };
  const set = { id: 'set text of a callback', parameters: [given], result: VOID };
  const value = assign(textPlace(at), readLocal(given, span), span);
  return [
    [HOST_EXPORTS.text, context.made.once(get.id, () => madeOf(get, text(at), span))],
    [HOST_EXPORTS.setText, context.made.once(set.id, () => madeOf(set, value, span))],
  ];
}
