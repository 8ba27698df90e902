// An exported function that takes or gives more than scalars → the function that JavaScript's glue calls instead:
//
//   packed(words, at, text, …leaves) {
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
// and `again(words, at)`, which gives what is kept.
import type ts from 'typescript';
import {
  holds,
  isPlain,
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
  PackedFunctions,
  Statement,
} from '../../program/nodes.ts';
import {
  INT_TYPES,
  isReference,
  nullableOf,
  STRING,
  TYPED_ARRAYS,
  VOID,
  type RtsType,
} from '../../program/types.ts';
import { assign, isize, not, readLocal, readPlace } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import type { Context } from '../context.ts';
import { absent, unwrap, wrap } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { give } from './give.ts';
import type { Words } from './library-calls.ts';
import { viewFunctions } from './views.ts';
import { order, recordOf, take } from './take.ts';

export interface Crossings {
  /** The function runs on another thread. */
  readonly isOffthread: boolean;
  /** Of each parameter as the function has it. */
  readonly parameters: readonly Crossing[];
  /** As callers see it. */
  readonly declared: readonly Crossing[];
  readonly result: Crossing;
}

export function packedExport(
  name: string,
  callee: CheckedFunction,
  crossings: Crossings,
  node: ts.Node,
  context: Context,
): { readonly crossing: CrossingExport; readonly functions: PackedFunctions } {
  return new Packer(name, callee, crossings, node, context).pack();
}

const FLOAT64_ARRAY = TYPED_ARRAYS.get('Float64Array') as RtsType;

class Packer {
  readonly #callee: CheckedFunction;
  readonly #node: ts.Node;
  readonly #context: Context;
  readonly #span: Expression['span'];
  readonly #words: Local;
  readonly #at: Local;
  readonly #text: Local;
  readonly #crossing: CrossingExport;

  constructor(
    name: string,
    callee: CheckedFunction,
    crossings: Crossings,
    node: ts.Node,
    context: Context,
  ) {
    this.#callee = callee;
    this.#node = node;
    this.#context = context;
    this.#span = callee.span;
    this.#words = context.temporary('words', FLOAT64_ARRAY);
    this.#at = context.temporary('at', INT_TYPES.isize);
    this.#text = context.temporary('text', STRING);
    const parameters = callee.parameters.map(({ local, optional, rest }, index) => {
      const crossing = crossings.parameters[index] as Crossing;
      const isFlat = !crossings.isOffthread && leavesOf(crossing) !== null;
      const declared = crossings.declared[index] as Crossing;
      return { name: local.name, crossing, declared, optional, rest: rest === true, isFlat };
    });
    this.#crossing = {
      ...(crossings.isOffthread ? wholeLayout : layout)(parameters, crossings.result),
      parameters,
      result: crossings.result,
      // No name that a program can write without an escape.
      again: `\u0001${name}`,
    };
  }

  pack(): { readonly crossing: CrossingExport; readonly functions: PackedFunctions } {
    const crossing = this.#crossing;
    // Before the functions that use their lists.
    const views = new Map(
      crossing.views.flatMap((view) => viewFunctions(view, this.#span, this.#context)),
    );
    const kept = crossing.canGrow ? this.#kept() : null;
    const packed = this.#packed(kept);
    const again = kept && this.#again(kept);
    for (const one of [packed, again]) if (one) this.#context.made.add(this.#span.file, one);
    return { crossing, functions: { packed, again, views } };
  }

  #packed(kept: GlobalVariable | null): CheckedFunction {
    const { takesWords, takesText, parameters, isPackedResult } = this.#crossing;
    const cursor = this.#declareCursor(
      readLocal(this.#at, this.#span),
      takesText ? readLocal(this.#text, this.#span) : this.#empty(),
    );
    const leaves: Local[] = [];
    const takes = parameters.some(({ isFlat }) => !isFlat);
    const values = this.#callee.parameters.map(({ local }, index) => ({
      local: this.#context.temporary(local.name, local.type),
      value: parameters[index]?.isFlat
        ? this.#fromLeaves(local.type, local.name, leaves)
        : take(local.type, this.#wordsAt(cursor.local)),
    }));
    const call: Expression = {
      kind: 'call',
      callee: this.#callee,
      arguments: values.map(({ local }) => readLocal(local, this.#span)),
      type: this.#callee.result,
      span: this.#span,
    };
    const own = [
      ...(takesWords ? [this.#words, this.#at] : []),
      ...(takesText ? [this.#text] : []),
    ];
    return this.#function(
      'packed',
      [...own, ...leaves],
      isPackedResult ? this.#textType : call.type,
      [
        ...(takes ? [cursor.statement] : []),
        ...values.map(({ local, value }) => this.#declare(local, value)),
        ...(isPackedResult ? this.#giving(call, kept) : this.#returning(call)),
      ],
    );
  }

  #again(kept: GlobalVariable): CheckedFunction {
    const place = { kind: 'global', global: kept } as const;
    const read = readPlace(place, kept.type, this.#span);
    const value = kept.type === this.#callee.result ? read : unwrap(read, this.#span);
    const result = this.#context.temporary('result', this.#callee.result);
    const { statements, cursor } = this.#give(result);
    return this.#function('again', [this.#words, this.#at], this.#textType, [
      this.#declare(result, value),
      this.#effect(assign(place, nothing(kept.type, this.#span), this.#span)),
      ...statements,
      ...this.#returnText(cursor),
    ]);
  }

  /** The function's own parts of a call without a packed result. */
  #returning(call: Expression): readonly Statement[] {
    return call.type === VOID || call.type.kind === 'never'
      ? [this.#effect(call)]
      : [{ kind: 'return', value: call, span: this.#span }];
  }

  #giving(call: Expression, kept: GlobalVariable | null): readonly Statement[] {
    if (!hasValue(call.type)) return [this.#effect(call), ...this.#closed()];
    const result = this.#context.temporary('result', call.type);
    const { statements, cursor } = this.#give(result);
    if (!kept) return [this.#declare(result, call), ...statements, ...this.#returnText(cursor)];
    const read = readLocal(result, this.#span);
    const held = kept.type === call.type ? read : wrap(read, kept.type as never, this.#span);
    const words = readLocal(this.#words, this.#span);
    const isComplete = this.#library('isComplete', words, readLocal(cursor, this.#span));
    return [
      this.#declare(result, call),
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

  /** Where values end, of which there are none. */
  #closed(): readonly Statement[] {
    const { statement, local } = this.#declareCursor(this.#next(), this.#empty());
    const [words, cursor] = [this.#words, local].map((one) => readLocal(one, this.#span));
    const at = readLocal(this.#at, this.#span);
    if (!words || !cursor) return [];
    return [
      statement,
      this.#effect(this.#library('close', words, cursor, at)),
      ...this.#returnText(local),
    ];
  }

  #next(): Expression {
    const span = this.#span;
    return {
      kind: 'binary',
      operator: '+',
      left: readLocal(this.#at, span),
      right: isize(1, span),
      type: INT_TYPES.isize,
      span,
    };
  }

  #give(result: Local): { readonly statements: readonly Statement[]; readonly cursor: Local } {
    const span = this.#span;
    const at = readLocal(this.#at, span);
    const { statement, local } = this.#declareCursor(this.#next(), this.#empty());
    const words = readLocal(this.#words, span);
    const statements = [
      statement,
      this.#effect(give(readLocal(result, span), this.#wordsAt(local))),
      this.#effect(this.#library('close', words, readLocal(local, span), at)),
    ];
    return { statements, cursor: local };
  }

  #returnText(cursor: Local): readonly Statement[] {
    if (!this.#crossing.givesText) return [];
    const object = readLocal(cursor, this.#span);
    const text = readPlace({ kind: 'property', object, field: 'text' }, STRING, this.#span);
    return [{ kind: 'return', value: text, span: this.#span }];
  }

  /** The value of a flat parameter; each of its leaves becomes a parameter of the packed function. */
  #fromLeaves(type: RtsType, name: string, leaves: Local[]): Expression {
    if (type.kind !== 'object') {
      const leaf = this.#context.temporary(name, type);
      leaves.push(leaf);
      return readLocal(leaf, this.#span);
    }
    const values = new Map<string, Expression>();
    for (const field of order(type, { context: this.#context }))
      if (field.type.kind !== 'literal')
        values.set(field.name, this.#fromLeaves(field.type, `${name}.${field.name}`, leaves));
    return recordOf(type, values, { node: this.#node, context: this.#context });
  }

  /** A variable for a result that waits for room: absent while there is none. */
  #kept(): GlobalVariable {
    const { result, name } = this.#callee;
    const span = this.#span;
    return this.#context.made.hidden(this.#crossing, () => {
      const id = this.#context.made.uniqueId(`kept result of ${this.#callee.id}`);
      const type = result.kind === 'nullable' ? result : nullableOf(result, true, false);
      const global: GlobalVariable = {
        id,
        name: `kept result of ${name}`,
        type,
        mutable: true,
        constant: null,
        span,
        documentation: '',
      };
      return { global, value: assign({ kind: 'global', global }, nothing(type, span), span) };
    });
  }

  get #textType(): RtsType {
    return this.#crossing.givesText ? STRING : VOID;
  }

  #wordsAt(cursor: Local): Words {
    return {
      words: readLocal(this.#words, this.#span),
      cursor: readLocal(cursor, this.#span),
      node: this.#node,
      context: this.#context,
    };
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
    return {
      id: this.#context.made.uniqueId(`${what} ${this.#callee.id}`),
      name: this.#callee.name,
      parameters: parameters.map((local) => ({ local, optional: false, type: local.type })),
      closure: null,
      captures: [],
      self: null,
      result,
      body,
      span: this.#span,
      extent: this.#callee.extent,
      documentation: '',
    };
  }
}

type Layout = Omit<CrossingExport, 'parameters' | 'result' | 'again'>;

function layout(parameters: readonly CrossingParameter[], result: Crossing): Layout {
  const isPackedResult = !isPlain(result);
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

const isText = (one: Crossing): boolean => one.kind === 'scalar' && one.type.kind === 'string';

function nothing(type: RtsType, span: Expression['span']): Expression {
  if (type.kind !== 'nullable' || !isReference(type)) throw new Error('a result that is no object');
  return absent(type, type.allowsNull ? null : undefined, span);
}
