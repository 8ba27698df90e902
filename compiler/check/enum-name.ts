// `Kind[value]` → the name of the member with that value (ECMAScript's TypeScript enums map both ways).
import type ts from 'typescript';
import type { CheckedFunction, Expression, Local } from '../program/nodes.ts';
import { F64, STRING } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import { compare, conditional, readLocal } from './build.ts';
import { ERROR_TYPE, type Context } from './context.ts';
import { isEnum } from './enum-member.ts';
import { enumMembers } from './declarations/enum.ts';
import { constant, literalValue } from './numbers/literal.ts';
import { skipParentheses } from './parentheses.ts';
import { raising } from './raising.ts';
import { tsc } from './tsc.ts';

/** undefined where the object is no enum of numbers. A value that no member has raises a RangeError. */
export function enumName(
  node: ts.ElementAccessExpression,
  context: Context,
): Expression | undefined {
  if (!isEnum(node.expression, context)) return undefined;
  const object = skipParentheses(node.expression);
  const name = tsc.isPropertyAccessExpression(object) ? object.name : object;
  const symbol = context.symbol(name);
  const members = symbol && enumMembers(symbol, context.checker);
  if (!symbol || !members) return undefined;
  const value = context.expression(node.argumentExpression);
  if (value.type === ERROR_TYPE) return value;
  const { span } = value;
  // Of two with one value the last gives the name.
  const names = new Map([...members].map(([member, held]) => [held, member]));
  const known = literalValue(value);
  const found = typeof known === 'number' ? names.get(known) : undefined;
  if (found !== undefined) return constant(STRING, found, span);
  const given = context.convert(value, F64, node.argumentExpression);
  if (given.type === ERROR_TYPE) return given;
  const callee = nameFunction(
    symbol,
    names,
    context.span(symbol.valueDeclaration ?? node),
    context,
  );
  return { kind: 'call', callee, arguments: [given], type: STRING, span };
}

function nameFunction(
  { name }: ts.Symbol,
  names: ReadonlyMap<number, string>,
  span: Span,
  context: Context,
): CheckedFunction {
  const id = `name of ${name}, ${span.file.path}:${span.start}`;
  return context.made.once(id, () => {
    const local: Local = { name: 'value', type: F64, mutable: false };
    let value = raising(
      { id: `${id} is none`, name, error: 'RangeError', message: `the value is none of ${name}` },
      constant(STRING, '', span),
      context,
    );
    for (const [held, member] of names)
      value = conditional(
        compare('===', readLocal(local, span), constant(F64, held, span), span),
        constant(STRING, member, span),
        value,
        span,
      );
    return {
      id,
      name: `name of ${name}`,
      parameters: [{ local, optional: false, type: F64 }],
      closure: null,
      captures: [],
      self: null,
      result: STRING,
      body: [{ kind: 'return', value, span }],
      span,
      extent: span,
      documentation: '',
    };
  });
}
