// `JSON.stringify(value)` → text that is appended piece by piece: what is in the value is known by its type. Arrays and objects are
// functions of `runtime/library/json.ts`, one for each type, whose insides are defined here.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, F64, STRING, type ObjectType, type RtsType } from '../../program/types.ts';
import { builtin, compare, conditional, isize, once, readPlace } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import { callMethod } from '../classes/call-method.ts';
import { ERROR_TYPE, type Context, type DeclaredMethod } from '../context.ts';
import { isPresent, unwrap } from '../nullable.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant } from '../numbers/literal.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { joined } from '../text/concat.ts';
import { toText } from '../text/to-text.ts';
import { tsc } from '../tsc.ts';
import { typeText } from '../../program/type-text.ts';
import { byMember } from '../unions/member-test.ts';
import { isDate } from './date.ts';
import { inOrder, isPlainObject, withoutJson } from './json-types.ts';

export function jsonText(node: ts.CallExpression, context: Context): Expression {
  const [argument, replacer, space] = node.arguments;
  if (!argument) return context.failed(node);
  const value = context.expression(argument);
  if (value.type === ERROR_TYPE) return value;
  const span = context.span(node);
  if (replacer && !isAbsentLiteral(replacer)) return context.fail(E.jsonReplacer, replacer, {});
  const found = isMaybeUndefined(value.type) ? value.type : textless(value.type, node, context);
  if (found) return context.fail(E.jsonType, argument, { type: typeText(found) });
  const gap = space ? gapText(space, context) : constant(STRING, '', span);
  if (gap.type === ERROR_TYPE) return gap;
  const none = constant(STRING, '', span);
  const compact = (given: Expression): Expression => write([none, given], node, context);
  const indented = (given: Expression, by: Expression): Expression =>
    write([none, given, constant(STRING, '\n', span), by], node, context);
  if (gap.kind === 'constant') return gap.value === '' ? compact(value) : indented(value, gap);
  return once('value', value, context, (given) =>
    once('gap', gap, context, (by) =>
      conditional(compare('===', by, none, span), compact(given), indented(given, by), span),
    ),
  );
}

const isMaybeUndefined = (type: RtsType): boolean =>
  type.kind === 'undefined' || (type.kind === 'nullable' && type.allowsUndefined);

function isAbsentLiteral(node: ts.Expression): boolean {
  return (
    node.kind === tsc.SyntaxKind.NullKeyword ||
    (tsc.isIdentifier(node) && node.text === 'undefined')
  );
}

/** ECMA-262 25.5.2, steps 5 to 8: so many blanks, or the first ten units of a text. */
function gapText(space: ts.Expression, context: Context): Expression {
  const value = context.expression(space);
  if (value.type === ERROR_TYPE) return value;
  if (value.kind === 'constant')
    return constant(STRING, gapOf(value.value as number | string), value.span);
  if (value.type === STRING) return callLibrary(['json', 'gapOfText'], [value], space, context);
  if (!isNumeric(value.type) || (value.type.kind === 'int' && value.type.bigint))
    return context.fail(E.wrongType, space, { from: typeText(value.type), to: 'number' });
  return callLibrary(
    ['json', 'gapOfNumber'],
    [convertNumber(value, F64, value.span)],
    space,
    context,
  );
}

const gapOf = (space: number | string): string =>
  typeof space === 'string'
    ? space.slice(0, 10)
    : ' '.repeat(Math.max(0, Math.min(10, Math.trunc(Number(space ?? 0)) || 0)));

function toJson(type: RtsType, node: ts.Node, context: Context): DeclaredMethod | undefined {
  const method = context.classes.members(type)?.method('toJSON');
  const isPlain = method?.function.parameters.length === 1 && method.result(node) !== ERROR_TYPE;
  return isPlain ? method : undefined;
}

/** The type in `type` that has no text. */
function textless(type: RtsType, node: ts.Node, context: Context): RtsType | undefined {
  return withoutJson(
    type,
    (at, look) => {
      // Left out, as in JavaScript.
      // A tag, which is known.
      if (at.kind === 'literal') return undefined;
      if (at.kind === 'union') return at.members.map(look).find((found) => found !== undefined);
      if (at.kind === 'undefined' || (at.kind === 'function' && at !== type) || isDate(at))
        return undefined;
      const method = toJson(at, node, context);
      const result = method?.result(node);
      return result && !isMaybeUndefined(result) ? look(result) : at;
    },
    context,
  );
}

/** The text so far, a value, and where lines are broken the line break with its indentation and one step of indentation. */
type Operands = readonly [out: Expression, value: Expression, ...layout: Expression[]];

/** The text with that of the value behind it. */
export function write(
  [out, value, ...layout]: Operands,
  node: ts.Expression,
  context: Context,
): Expression {
  const { type, span } = value;
  const add = (text: Expression): Expression => joined([out, text], span);
  const call = (name: string): Expression =>
    callLibrary(
      ['json', layout.length > 0 ? `${name}Indented` : name],
      [out, value, ...layout],
      node,
      context,
    );
  switch (type.kind) {
    case 'string':
      return add(builtin('json.quote', [value], STRING, span));
    case 'float':
      return add(
        callLibrary(['json', 'ofNumber'], [convertNumber(value, F64, span)], node, context),
      );
    case 'int':
    case 'boolean':
    case 'null':
      return add(toText(value, node, context));
    // As an item; properties are left out.
    case 'undefined':
    case 'function':
      return add(constant(STRING, 'null', span));
    case 'nullable':
      return once('value', value, context, (kept) =>
        conditional(
          isPresent(kept, span),
          write([out, unwrap(kept, span), ...layout], node, context),
          add(constant(STRING, 'null', span)),
          span,
        ),
      );
    case 'union':
      return byMember(value, type, node, context, (member) =>
        write([out, member, ...layout], node, context),
      );
    case 'array':
      return call('writeArray');
    default: {
      if (isDate(type)) {
        const text = callLibrary(['date', 'toJSON'], [value], node, context);
        return once('json', text, context, (given) => write([out, given], node, context));
      }
      const method = toJson(type, node, context);
      if (!method) return call('writeObject');
      const result = callMethod(method, [value], method.result(node), true, span);
      return once('json', result, context, (given) =>
        write([out, given, ...layout], node, context),
      );
    }
  }
}

/** The insides of `writeObject` of the library: a record's fields or a tuple's items. */
export function writeFields(
  [out, value, ...layout]: Operands,
  node: ts.Expression,
  context: Context,
): Expression {
  const { type, span } = value;
  if (!isPlainObject(type, context)) return context.failed(node);
  const text = (of: string): Expression => constant(STRING, of, span);
  const isTuple = type.form === 'tuple';
  const [newline, gap] = layout;
  const inner = newline && gap && joined([newline, gap], span);
  const body = (line: Expression | undefined): Expression => {
    const append = line && gap ? [line, gap] : [];
    const fields = isTuple ? type.fields : inOrder(type, context);
    const end = new FieldWriter(isTuple, append, span, node, context);
    const opened = joined([out, text(isTuple ? '[' : '{')], span);
    const written = fields.reduce((before, field) => end.field(before, value, field), opened);
    return end.close(written, newline, fields.length);
  };
  return inner ? once('inner', inner, context, body) : body(undefined);
}

class FieldWriter {
  readonly #isTuple: boolean;
  readonly #layout: readonly Expression[];
  readonly #span: Expression['span'];
  readonly #node: ts.Expression;
  readonly #context: Context;
  /** Something has been written for certain. */
  #isBehind = false;

  constructor(
    isTuple: boolean,
    layout: readonly Expression[],
    span: Expression['span'],
    node: ts.Expression,
    context: Context,
  ) {
    this.#isTuple = isTuple;
    this.#layout = layout;
    this.#span = span;
    this.#node = node;
    this.#context = context;
  }

  field(
    out: Expression,
    object: Expression,
    { name, type }: ObjectType['fields'][number],
  ): Expression {
    const span = this.#span;
    const context = this.#context;
    const isLeftOut = type.kind === 'undefined' || type.kind === 'function';
    if (isLeftOut && !this.#isTuple) return out;
    const value = readPlace({ kind: 'property', object, field: name }, type, span);
    if (this.#isTuple || type.kind !== 'nullable' || !type.allowsUndefined)
      return once('out', out, context, (before) => this.#write(before, value, name));
    return once('out', out, context, (before) =>
      once('field', value, context, (kept) => {
        const test = this.#isDefined(kept);
        const wasBehind = this.#isBehind;
        const written = this.#write(before, kept, name);
        this.#isBehind = wasBehind;
        return conditional(test, written, before, span);
      }),
    );
  }

  #isDefined(value: Expression): Expression {
    const span = this.#span;
    return {
      kind: 'unary',
      operator: '!',
      operand: { kind: 'convert', conversion: 'is-undefined', operand: value, type: BOOLEAN, span },
      type: BOOLEAN,
      span,
    };
  }

  #write(out: Expression, value: Expression, name: string): Expression {
    const span = this.#span;
    const [line] = this.#layout;
    const key = this.#isTuple ? '' : `${JSON.stringify(name)}:${line ? ' ' : ''}`;
    const parts = [this.#comma(out), ...(line ? [line] : []), constant(STRING, key, span)];
    this.#isBehind = true;
    // Constants side by side become one.
    const begun = joined([out, joined(parts, span)], span);
    return once('begun', begun, this.#context, (before) =>
      write([before, value, ...this.#layout], this.#node, this.#context),
    );
  }

  /** Of optional fields nobody knows which is the first; no value ends like an object begins. */
  #comma(out: Expression): Expression {
    const span = this.#span;
    const text = (of: string): Expression => constant(STRING, of, span);
    if (this.#isBehind) return text(',');
    if (this.#isFirst) {
      this.#isFirst = false;
      return text('');
    }
    const end = isize(Number.MAX_SAFE_INTEGER, span);
    const isFirst = builtin('string.endsWith', [out, text('{'), end], BOOLEAN, span);
    return conditional(isFirst, text(''), text(','), span);
  }
  #isFirst = true;

  close(out: Expression, newline: Expression | undefined, count: number): Expression {
    const span = this.#span;
    const bracket = constant(STRING, this.#isTuple ? ']' : '}', span);
    if (!newline || count === 0) return joined([out, bracket], span);
    if (this.#isBehind) return joined([out, newline, bracket], span);
    return once('out', out, this.#context, (before) => {
      const end = isize(Number.MAX_SAFE_INTEGER, span);
      const isEmpty = builtin(
        'string.endsWith',
        [before, constant(STRING, '{', span), end],
        BOOLEAN,
        span,
      );
      const line = conditional(isEmpty, constant(STRING, '', span), newline, span);
      return joined([before, line, bracket], span);
    });
  }
}
