// A record type → a function that reads a JSON object as one. Properties in the order of the type are taken one after the other; what
// is left is looked up by name:
//
//   openObject(reader);
//   if (takeKey(reader, '"x"', true)) { x = …; hasX = true; isFirst = false; } …
//   while (hasKey(reader, isFirst)) { const key = readKey(reader); if (key === 'x') … else skipValue(reader); isFirst = false; }
//   if (!hasX) missing(reader, start, 'x', 'number'); …
//   return { x, … };
import type ts from 'typescript';
import type { CheckedFunction, Expression, Local, Statement } from '../../program/nodes.ts';
import {
  BOOLEAN,
  INT_TYPES,
  nullableOf,
  STRING,
  type ObjectField,
  type ObjectType,
  type RtsType,
} from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, compare, not, readLocal, readPlace } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import type { Context } from '../context.ts';
import { absent, unwrap, wrap } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { inOrder } from './json-types.ts';

type Read = (
  type: RtsType,
  reader: Expression,
  node: ts.Expression,
  context: Context,
) => Expression;

export function recordReader(
  type: ObjectType,
  node: ts.Expression,
  context: Context,
  read: Read,
): CheckedFunction {
  const known = context.made.reader(type);
  if (known) return known;
  const opened = context.libraryFunction('json-reader', 'openObject');
  const [parameter] = opened.kind === 'function' ? opened.declared.function.parameters : [];
  if (opened.kind !== 'function' || !parameter) throw new Error('the library has no openObject');
  const { span } = opened.declared.function;
  const reader: Local = { name: 'reader', type: parameter.local.type, mutable: false };
  const body: Statement[] = [];
  const made: CheckedFunction = {
    id: context.made.uniqueId(`json of ${type.name}`),
    name: 'parse',
    parameters: [{ local: reader, optional: false, type: reader.type }],
    closure: null,
    captures: [],
    self: null,
    result: type,
    body,
    span,
    extent: span,
    documentation: '',
  };
  // Before its body, which may lead back here.
  context.made.addReader(type, made);
  body.push(...new RecordReader(type, reader, span, node, context, read).statements());
  return made;
}

interface Field {
  readonly declared: ObjectField;
  /** Null stands for what has not been read. */
  readonly value: Local;
  /** Whether it has been read; null of an optional one. */
  readonly flag: Local | null;
}

class RecordReader {
  readonly #type: ObjectType;
  readonly #reader: Expression;
  readonly #span: Span;
  readonly #node: ts.Expression;
  readonly #context: Context;
  readonly #read: Read;
  readonly #fields: readonly Field[];
  readonly #start: Local;
  readonly #isFirst: Local;

  constructor(
    type: ObjectType,
    reader: Local,
    span: Span,
    node: ts.Expression,
    context: Context,
    read: Read,
  ) {
    this.#type = type;
    this.#reader = readLocal(reader, span);
    this.#span = span;
    this.#node = node;
    this.#context = context;
    this.#read = read;
    this.#start = context.temporary('start', INT_TYPES.isize);
    this.#isFirst = context.temporary('isFirst', BOOLEAN, true);
    this.#fields = inOrder(type, context).map((declared) => {
      const held = heldAs(declared.type);
      const isOptional = declared.type.kind === 'nullable' && declared.type.allowsUndefined;
      return {
        declared,
        value: context.temporary(declared.name, held, true),
        flag: isOptional ? null : context.temporary(`has ${declared.name}`, BOOLEAN, true),
      };
    });
  }

  statements(): readonly Statement[] {
    const span = this.#span;
    const at = readPlace(
      { kind: 'property', object: this.#reader, field: 'at' },
      INT_TYPES.isize,
      span,
    );
    return [
      { kind: 'declare', local: this.#start, value: at, span },
      this.#effect(this.#call('openObject')),
      ...this.#fields.flatMap((field) => this.#declarations(field)),
      { kind: 'declare', local: this.#isFirst, value: constant(BOOLEAN, true, span), span },
      ...this.#fields.map((field, i) => this.#inOrder(field, i === 0)),
      this.#others(),
      ...this.#fields.flatMap((field) => this.#required(field)),
      { kind: 'return', value: this.#record(), span },
    ];
  }

  #declarations({ value, flag }: Field): readonly Statement[] {
    const span = this.#span;
    const none: Statement = {
      kind: 'declare',
      local: value,
      value: nothing(value.type, span),
      span,
    };
    const no = constant(BOOLEAN, false, span);
    return flag ? [none, { kind: 'declare', local: flag, value: no, span }] : [none];
  }

  #inOrder(field: Field, isFirst: boolean): Statement {
    const span = this.#span;
    const key = constant(STRING, JSON.stringify(field.declared.name), span);
    const first = isFirst ? constant(BOOLEAN, true, span) : readLocal(this.#isFirst, span);
    return {
      kind: 'if',
      test: this.#call('takeKey', key, first),
      whenTrue: [this.#set(this.#isFirst, constant(BOOLEAN, false, span)), ...this.#take(field)],
      whenFalse: [],
      span,
    };
  }

  #others(): Statement {
    const span = this.#span;
    const key = this.#context.temporary('key', STRING);
    const skip: readonly Statement[] = [this.#effect(this.#call('skipValue'))];
    const chain = this.#fields.reduceRight<readonly Statement[]>((rest, field) => {
      const name = constant(STRING, field.declared.name, span);
      const test = compare('===', readLocal(key, span), name, span);
      return [{ kind: 'if', test, whenTrue: this.#take(field), whenFalse: rest, span }];
    }, skip);
    return {
      kind: 'loop',
      target: { label: null },
      test: this.#call('hasKey', readLocal(this.#isFirst, span)),
      testAtEnd: false,
      update: null,
      body: [
        this.#set(this.#isFirst, constant(BOOLEAN, false, span)),
        { kind: 'declare', local: key, value: this.#call('readKey'), span },
        ...chain,
      ],
      span,
    };
  }

  #take({ declared, value, flag }: Field): readonly Statement[] {
    const span = this.#span;
    const given = this.#read(declared.type, this.#reader, this.#node, this.#context);
    const held =
      value.type !== given.type && value.type.kind === 'nullable'
        ? wrap(given, value.type, span)
        : given;
    const taken = this.#set(value, held);
    return flag ? [taken, this.#set(flag, constant(BOOLEAN, true, span))] : [taken];
  }

  #required({ declared, flag }: Field): readonly Statement[] {
    if (!flag) return [];
    const span = this.#span;
    const text = (of: string): Expression => constant(STRING, of, span);
    const raise = this.#call(
      'missing',
      readLocal(this.#start, span),
      text(declared.name),
      text(kindOf(declared.type)),
    );
    const test = not(readLocal(flag, span), span);
    return [{ kind: 'if', test, whenTrue: [this.#effect(raise)], whenFalse: [], span }];
  }

  #record(): Expression {
    const span = this.#span;
    const fields = this.#fields.map(({ declared, value }) => {
      const held = readLocal(value, span);
      return {
        field: declared.name,
        value: value.type === declared.type ? held : unwrap(held, span),
      };
    });
    return { kind: 'record', fields, type: this.#type, span };
  }

  #call(name: string, ...more: readonly Expression[]): Expression {
    const values = [this.#reader, ...more];
    return callLibrary(['json-reader', name], values, this.#node, this.#context);
  }

  #set(local: Local, value: Expression): Statement {
    return this.#effect(assign({ kind: 'local', local }, value, this.#span));
  }

  #effect(expression: Expression): Statement {
    return { kind: 'expression', expression, span: this.#span };
  }
}

/** References that may not be null begin as null. */
function heldAs(type: RtsType): RtsType {
  const isReference = type.kind === 'object' || type.kind === 'array';
  return isReference ? nullableOf(type, true, false) : type;
}

function nothing(type: RtsType, span: Span): Expression {
  switch (type.kind) {
    case 'nullable':
      return absent(type, type.allowsUndefined ? undefined : null, span);
    case 'string':
      return constant(STRING, '', span);
    case 'boolean':
      return constant(BOOLEAN, false, span);
    case 'int':
      return constant(type, type.bits === 64 ? 0n : 0, span);
    default:
      return constant(type, 0, span);
  }
}

/** As errors name it. */
function kindOf(type: RtsType): string {
  switch (type.kind) {
    case 'nullable':
      return kindOf(type.base);
    case 'float':
      return 'number';
    case 'int':
      return type.name;
    case 'object':
      return type.form === 'tuple' ? `array of ${type.fields.length}` : 'object';
    default:
      return type.kind;
  }
}
