// An exported function that takes or gives more than scalars → the function that JavaScript's glue calls instead:
//
//   packed(at, text, …leaves) {
//     const words = …;
//     const cursor = cursorAt(at, text, 'f');
//     const p = fromWords<P>(words, cursor); …
//     const result = f(p, …);
//     const out = cursorAt(at + 1, '', 'f');
//     toWords<R>(words, out, result);
//     close(words, out, at);
//     if (!isComplete(words, out)) kept = result;
//     return out.text;
//   }
//
// and `again(at)`, which gives what is kept.
import type ts from 'typescript';
import {
  holds,
  isObjectResult,
  isPlain,
  isText,
  leavesOf,
  viewsIn,
  type Crossing,
  type CrossingExport,
  type CrossingParameter,
} from '../../program/crossing.ts';
import type {
  CheckedFunction,
  Expression,
  GlobalVariable,
  Local,
  Parameter,
  Statement,
} from '../../program/nodes.ts';
import type { PackedExport } from '../../program/packed-export.ts';
import { isLiveObject } from '../../program/live-types.ts';
import {
  INT_TYPES,
  isReference,
  nullableOf,
  STRING,
  VOID,
  type RtsType,
} from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, isize, not, ofSizes, readLocal, readPlace } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import type { Context } from '../context.ts';
import { absent, unwrap, wrap } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { give } from './give.ts';
import type { Words } from './library-calls.ts';
import { errorFunctions } from './foreign-errors.ts';
import { functionAt } from './function-at.ts';
import { codeOf, instanceAt, type HeldType } from './instances.ts';
import { hiddenGlobal } from './hidden-variable.ts';
import { liveAt } from './live-values.ts';
import { madeFunction } from './made-function.ts';
import { viewFunctions } from './views.ts';
import { words, WORDS_TYPE, wordsFunction } from './words.ts';
import { order, recordOf, take } from './take.ts';

export interface Crossings {
  /** The function runs on another thread. */
  readonly isOffthread?: boolean;
  /** Of a result that is an iterator. */
  readonly items?: Crossing;
  /** The same of parameters that are walked over. */
  readonly walked?: readonly (Crossing | null)[];
  /** Of each parameter as the function has it. */
  readonly parameters: readonly Crossing[];
  /** As callers see it. */
  readonly declared: readonly Crossing[];
  readonly result: Crossing;
}

/** A receiver that is a place. */
export const PLACE = 'place';

/** What is exported: a function, or what a member of a class does with its object. */
export interface PackedCallee {
  /** Unique in the program. */
  readonly id: string;
  /** As messages and stack traces name it. */
  readonly name: string;
  /** The type of the object or closure that is given by its place, before the parameters; or the place itself is. */
  readonly receiver: HeldType | typeof PLACE | null;
  readonly parameters: readonly Parameter[];
  readonly result: RtsType;
  /** Of a result that takes the steps of an iterator (`givingSteps`). */
  readonly items?: RtsType;
  /** Items of the parameters that begin a walk (`takingIterables`). */
  readonly walked?: readonly (RtsType | null)[];
  readonly span: Span;
  readonly extent: Span;
  /** With the receiver before the parameters. */
  call(values: readonly Expression[]): Expression;
}

export const calleeOf = (callee: CheckedFunction): PackedCallee => ({
  ...callee,
  receiver: null,
  call: (values) => ({
    kind: 'call',
    callee,
    arguments: values,
    type: callee.result,
    span: callee.span,
  }),
});

export function packedExport(
  callee: PackedCallee,
  crossings: Crossings,
  node: ts.Node,
  context: Context,
): PackedExport {
  return new Packer(callee, crossings, node, context).pack();
}

class Packer {
  readonly #callee: PackedCallee;
  readonly #node: ts.Node;
  readonly #context: Context;
  readonly #span: Span;
  readonly #words: Local;
  readonly #start: Local;
  readonly #text: Local;
  readonly #crossing: CrossingExport;

  constructor(callee: PackedCallee, crossings: Crossings, node: ts.Node, context: Context) {
    this.#callee = callee;
    this.#node = node;
    this.#context = context;
    this.#span = callee.span;
    this.#words = context.temporary('words', WORDS_TYPE, true);
    this.#start = context.temporary('at', INT_TYPES.isize);
    this.#text = context.temporary('text', STRING);
    const parameters = callee.parameters.map(({ local, optional, rest }, index) => {
      const crossing = crossings.parameters[index] as Crossing;
      const isFlat = !crossings.isOffthread && leavesOf(crossing) !== null;
      const declared = crossings.declared[index] as Crossing;
      const walked = crossings.walked?.[index] ?? null;
      return {
        name: local.name,
        crossing,
        declared,
        optional,
        rest: rest === true,
        isFlat,
        walked,
      };
    });
    this.#crossing = {
      ...(crossings.isOffthread ? wholeLayout : layout)(parameters, crossings.result),
      parameters,
      result: crossings.result,
      items: crossings.items ?? null,
    };
  }

  pack(): PackedExport {
    const crossing = this.#crossing;
    // Before the functions that use their lists.
    const shared = new Map([
      wordsFunction(this.#span, this.#context),
      ...crossing.views.flatMap((view) => viewFunctions(view, this.#span, this.#context)),
      ...(this.#context.classes.knowsErrors ? errorFunctions(this.#at()) : []),
    ]);
    const kept = crossing.canGrow ? this.#kept() : null;
    const packed = this.#packed(kept);
    const again = kept && this.#again(kept);
    for (const one of [packed, again]) if (one) this.#context.made.add(this.#span.file, one);
    return { crossing, functions: { packed, again, shared } };
  }

  #packed(kept: GlobalVariable | null): CheckedFunction {
    const { takesWords, takesText, parameters, isPackedResult } = this.#crossing;
    const cursor = this.#declareCursor(
      readLocal(this.#start, this.#span),
      takesText ? readLocal(this.#text, this.#span) : this.#empty(),
    );
    const leaves: Local[] = [];
    const receiver = this.#receiver(leaves);
    const takes = parameters.some(({ isFlat }) => !isFlat);
    const values = this.#callee.parameters.map(({ local }, index) => ({
      local: this.#context.temporary(local.name, local.type),
      value: parameters[index]?.isFlat
        ? this.#fromLeaves(local.type, local.name, leaves)
        : take(local.type, this.#wordsAt(cursor.local)),
    }));
    const call = this.#callee.call([
      ...receiver,
      ...values.map(({ local }) => readLocal(local, this.#span)),
    ]);
    const own = [...(takesWords ? [this.#start] : []), ...(takesText ? [this.#text] : [])];
    const isObject = isObjectResult(this.#crossing.result);
    const plain = isObject ? codeOf(call, this.#at()) : call;
    // An assignment has a value, of which a setter gives nothing.
    const type = this.#callee.result === VOID ? VOID : plain.type;
    return this.#function('packed', [...own, ...leaves], isPackedResult ? this.#textType : type, [
      ...(takesWords ? [this.#declareWords()] : []),
      ...(takes ? [cursor.statement] : []),
      ...values.map(({ local, value }) => this.#declare(local, value)),
      ...(isPackedResult ? this.#giving(call, kept) : this.#returning(plain, type)),
    ]);
  }

  /** The object, by the first of the leaves. */
  #receiver(leaves: Local[]): readonly Expression[] {
    const { receiver } = this.#callee;
    if (!receiver) return [];
    const place = this.#leaf('this', ISIZE, leaves);
    return [receiver === PLACE ? place : instanceAt(place, receiver, this.#at())];
  }

  #again(kept: GlobalVariable): CheckedFunction {
    const place = { kind: 'global', global: kept } as const;
    const read = readPlace(place, kept.type, this.#span);
    const value = kept.type === this.#callee.result ? read : unwrap(read, this.#span);
    const result = this.#context.temporary('result', this.#callee.result);
    const { statements, cursor } = this.#give(result);
    return this.#function('again', [this.#start], this.#textType, [
      this.#declareWords(),
      this.#declare(result, value),
      this.#effect(assign(place, nothing(kept.type, this.#span), this.#span)),
      ...statements,
      ...this.#returnText(cursor),
    ]);
  }

  /** The function's own parts of a call without a packed result. */
  #returning(call: Expression, type: RtsType): readonly Statement[] {
    return type === VOID || type.kind === 'never'
      ? [this.#effect(call)]
      : [{ kind: 'return', value: call, span: this.#span }];
  }

  #giving(call: Expression, kept: GlobalVariable | null): readonly Statement[] {
    if (!hasValue(call.type)) return [this.#effect(call), ...this.#giveNothing()];
    const result = this.#context.temporary('result', call.type);
    const { statements, cursor } = this.#give(result);
    if (!kept) return [this.#declare(result, call), ...statements, ...this.#returnText(cursor)];
    const read = readLocal(result, this.#span);
    const held = kept.type === call.type ? read : wrap(read, kept.type as never, this.#span);
    const own = readLocal(this.#words, this.#span);
    const isComplete = this.#library('isComplete', own, readLocal(cursor, this.#span));
    // The call may have come back to JavaScript, which has made room.
    const now = words(this.#span, this.#context);
    return [
      this.#declare(result, call),
      this.#effect(assign({ kind: 'local', local: this.#words }, now, this.#span)),
      ...statements,
      {
        kind: 'if',
        test: not(isComplete, this.#span),
        whenTrue: [this.#effect(assign({ kind: 'global', global: kept }, held, this.#span))],
        whenFalse: [],
        span: this.#span,
      },
      ...this.#returnText(cursor),
    ];
  }

  #give(result: Local): { readonly statements: readonly Statement[]; readonly cursor: Local } {
    const span = this.#span;
    const { statement, local } = this.#declareCursor(this.#next(), this.#empty());
    const statements = [
      statement,
      this.#effect(give(readLocal(result, span), this.#wordsAt(local))),
      this.#close(local),
    ];
    return { statements, cursor: local };
  }

  #giveNothing(): readonly Statement[] {
    const { statement, local } = this.#declareCursor(this.#next(), this.#empty());
    return [statement, this.#close(local), ...this.#returnText(local)];
  }

  /** Behind the word that says where the values end. */
  #next(): Expression {
    const span = this.#span;
    return ofSizes('+', readLocal(this.#start, span), isize(1, span), span);
  }

  #close(cursor: Local): Statement {
    const places = [this.#words, cursor, this.#start].map((one) => readLocal(one, this.#span));
    return this.#effect(this.#library('close', ...places));
  }

  #returnText(cursor: Local): readonly Statement[] {
    if (!this.#crossing.givesText) return [];
    const object = readLocal(cursor, this.#span);
    const text = readPlace({ kind: 'property', object, field: 'text' }, STRING, this.#span);
    return [{ kind: 'return', value: text, span: this.#span }];
  }

  /** The value of a flat parameter; each of its leaves becomes a parameter of the packed function. */
  #fromLeaves(type: RtsType, name: string, leaves: Local[]): Expression {
    if (type.kind === 'function')
      return functionAt(this.#leaf(name, ISIZE, leaves), type, this.#at());
    if (type.kind !== 'object') return this.#leaf(name, type, leaves);
    if (isLiveObject(type)) return liveAt(this.#leaf(name, ISIZE, leaves), type, this.#at());
    if (this.#context.classes.crossing(type))
      return instanceAt(this.#leaf(name, ISIZE, leaves), type, this.#at());
    const values = new Map<string, Expression>();
    for (const field of order(type, { context: this.#context }))
      if (field.type.kind !== 'literal')
        values.set(field.name, this.#fromLeaves(field.type, `${name}.${field.name}`, leaves));
    return recordOf(type, values, this.#at());
  }

  #leaf(name: string, type: RtsType, leaves: Local[]): Expression {
    const leaf = this.#context.temporary(name, type);
    leaves.push(leaf);
    return readLocal(leaf, this.#span);
  }

  /** A variable for a result that waits for room: absent while there is none. */
  #kept(): GlobalVariable {
    const { result } = this.#callee;
    const span = this.#span;
    const type = result.kind === 'nullable' ? result : nullableOf(result, true, false);
    const called = `kept result of ${this.#callee.id}`;
    return hiddenGlobal(this.#crossing, called, () => nothing(type, span), span, this.#context);
  }

  get #textType(): RtsType {
    return this.#crossing.givesText ? STRING : VOID;
  }

  #at(): Pick<Words, 'node' | 'context'> {
    return { node: this.#node, context: this.#context };
  }

  #wordsAt(cursor: Local): Words {
    return {
      words: readLocal(this.#words, this.#span),
      cursor: readLocal(cursor, this.#span),
      ...this.#at(),
    };
  }

  #declareWords(): Statement {
    return this.#declare(this.#words, words(this.#span, this.#context));
  }

  #declareCursor(
    at: Expression,
    text: Expression,
  ): { readonly local: Local; readonly statement: Statement } {
    const value = this.#library(
      'cursorAt',
      at,
      text,
      constant(STRING, this.#callee.name, this.#span),
    );
    const local = this.#context.temporary('cursor', value.type);
    return { local, statement: this.#declare(local, value) };
  }

  #library(name: string, ...values: readonly Expression[]): Expression {
    return callLibrary(['boundary', name], values, this.#node, this.#context);
  }

  #empty(): Expression {
    return constant(STRING, '', this.#span);
  }

  #declare(local: Local, value: Expression): Statement {
    return { kind: 'declare', local, value, span: this.#span };
  }

  #effect(expression: Expression): Statement {
    return { kind: 'expression', expression, span: this.#span };
  }

  #function(
    what: string,
    parameters: readonly Local[],
    result: RtsType,
    body: readonly Statement[],
  ): CheckedFunction {
    const { id, name, extent } = this.#callee;
    const own = this.#context.made.uniqueId(`${what} ${id}`);
    return { ...madeFunction({ id: own, name, parameters, result }, body, this.#span), extent };
  }
}

type Layout = Omit<CrossingExport, 'parameters' | 'result' | 'items'>;

function layout(parameters: readonly CrossingParameter[], result: Crossing): Layout {
  const isPackedResult = !isPlain(result) && !isObjectResult(result);
  const packed = parameters.filter(({ isFlat }) => !isFlat);
  return {
    takesWords: isPackedResult || packed.length > 0,
    takesText: packed.some(({ crossing }) => holds(crossing, isText)),
    isPackedResult,
    givesText: isPackedResult && holds(result, isText),
    views: [
      ...new Set(
        [...packed.map(({ crossing }) => crossing), ...(isPackedResult ? [result] : [])].flatMap(
          viewsIn,
        ),
      ),
    ],
    canGrow: isPackedResult,
    isOffthread: false,
  };
}

const { isize: ISIZE } = INT_TYPES;
/** All functions that run on other threads take and give the same. */
const wholeLayout = (parameters: readonly CrossingParameter[], result: Crossing): Layout => ({
  takesWords: true,
  takesText: true,
  isPackedResult: true,
  givesText: true,
  views: [...new Set([...parameters.map(({ crossing }) => crossing), result].flatMap(viewsIn))],
  canGrow: !isPlain(result),
  isOffthread: true,
});

const hasValue = ({ kind }: RtsType): boolean =>
  kind !== 'void' && kind !== 'never' && kind !== 'undefined' && kind !== 'null';

function nothing(type: RtsType, span: Span): Expression {
  if (type.kind !== 'nullable' || !isReference(type)) throw new Error('a result that is no object');
  return absent(type, type.allowsNull ? null : undefined, span);
}
