// `console.log(…)` and its kin → one line as text, and a builtin that writes it.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { arrayOf, BOOLEAN, F64, STRING, VOID, type RtsType } from '../../program/types.ts';
import { builtin, conditional, isize, letIn, once, readLocal, sequence } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { isNull, isPresent, unwrap } from '../nullable.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant } from '../numbers/literal.ts';
import { joined } from '../text/concat.ts';
import { byMember } from '../unions/member-test.ts';
import { toText } from '../text/to-text.ts';
import { typeText } from '../../program/type-text.ts';

/** File descriptors. */
const STREAMS: ReadonlyMap<string, 1 | 2> = new Map([
  ['debug', 1],
  ['error', 2],
  ['info', 1],
  ['log', 1],
  ['warn', 2],
] as const);

export function consoleCall(name: string, node: ts.CallExpression, context: Context): Expression {
  const stream = STREAMS.get(name);
  if (!stream) return context.fail(E.member, node, { member: name, type: 'console' });
  const span = context.span(node);
  const values = node.arguments.map((argument) => {
    const value = context.expression(argument);
    return isShownType(value.type)
      ? value
      : context.fail(E.consoleValue, argument, { type: typeText(value.type) });
  });
  if (values.some(({ type }) => type === ERROR_TYPE)) return context.failed(node);
  const write = (line: Expression): Expression =>
    builtin('console.write', [isize(stream, span), line], VOID, span);
  const [first, ...rest] = values;
  if (!first || rest.length === 0 || first.type !== STRING)
    return write(spaced(values, node, context));
  if (first.kind === 'constant')
    return write(
      String(first.value).includes('%')
        ? formatted(first, rest, node, context)
        : spaced(values, node, context),
    );
  const bindings = values.map((value) => ({
    local: context.temporary('shown', value.type),
    value,
  }));
  const [format = first, ...items] = bindings.map(({ local }) => readLocal(local, span));
  const search = [format, constant(STRING, '%', span), isize(0, span)];
  const hasDirective = builtin('string.includes', search, BOOLEAN, span);
  const line = conditional(
    hasDirective,
    formatted(format, items, node, context),
    spaced([format, ...items], node, context),
    span,
  );
  return letIn(bindings, write(line), span);
}

/** What Node shows as JavaScript would write it, and texts as they are. */
function isShownType(type: RtsType): boolean {
  switch (type.kind) {
    case 'string':
    case 'int':
    case 'float':
    case 'boolean':
    case 'null':
    case 'undefined':
      return true;
    case 'nullable':
      return isShownType(type.base);
    case 'union':
      return type.members.every(isShownType);
    default:
      return false;
  }
}

function spaced(
  values: readonly Expression[],
  node: ts.CallExpression,
  context: Context,
): Expression {
  const span = context.span(node);
  const space = constant(STRING, ' ', span);
  const texts = values.flatMap((value, i) => {
    const text = shownText(value, node, context);
    return i === 0 ? [text] : [space, text];
  });
  return joined(texts, span);
}

const isBigint = ({ type }: Expression): boolean => type.kind === 'int' && type.bigint;

function shownText(value: Expression, node: ts.CallExpression, context: Context): Expression {
  const { span, type } = value;
  if (isBigint(value))
    return joined([toText(value, node, context), constant(STRING, 'n', span)], span);
  if (type.kind === 'float') {
    const number = convertNumber(value, F64, span);
    return callLibrary(['console', 'numberText'], [number], node, context);
  }
  if (type.kind === 'union')
    return byMember(value, type, node, context, (member) => shownText(member, node, context));
  if (type.kind !== 'nullable') return toText(value, node, context);
  return once('value', value, context, (kept) =>
    orAbsent(kept, shownText(unwrap(kept, span), node, context), (name) =>
      constant(STRING, name, span),
    ),
  );
}

/** `present`, where the value is there, or what stands for null or undefined. */
function orAbsent(
  value: Expression,
  present: Expression,
  absent: (name: 'null' | 'undefined') => Expression,
): Expression {
  const { span } = value;
  const none = conditional(isNull(value, span), absent('null'), absent('undefined'), span);
  return conditional(isPresent(value, span), present, none, span);
}

/** The first text has directives (console.spec, 2.2.1), or may have some. */
function formatted(
  format: Expression,
  values: readonly Expression[],
  node: ts.CallExpression,
  context: Context,
): Expression {
  const span = context.span(node);
  const items = values.map((value) => item(value, node, context));
  const [first] = items;
  if (!first) return format;
  const list: Expression = { kind: 'array', items, type: arrayOf(first.type), span };
  return callLibrary(['console', 'format'], [format, list], node, context);
}

/** All that a directive may make of the value. */
function item(value: Expression, node: ts.CallExpression, context: Context): Expression {
  const { type, span } = value;
  const make = (name: string, ...given: readonly Expression[]): Expression =>
    callLibrary(['console', name], given, node, context);
  const nothing = (name: string): Expression => make('ofNothing', constant(STRING, name, span));
  if (type.kind === 'null' || type.kind === 'undefined')
    return sequence([value], nothing(type.kind), span);
  if (type.kind === 'nullable')
    return once('value', value, context, (kept) =>
      orAbsent(kept, item(unwrap(kept, span), node, context), nothing),
    );
  if (type.kind === 'union')
    return byMember(value, type, node, context, (member) => item(member, node, context));
  if (type.kind === 'string') return make('ofString', value);
  if (type.kind === 'boolean') return make('ofBoolean', value);
  return once('number', value, context, (kept) =>
    isBigint(kept)
      ? make('ofBigint', toText(kept, node, context))
      : make('ofNumber', convertNumber(kept, F64, span)),
  );
}
