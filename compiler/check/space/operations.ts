// What the program asks JavaScript to do with live values: a function of the module for each operation and types of values. Bodies are
// made when all types that cross are known (`boundary/operations-export.ts`).
import type { SpaceOperation } from '../../builtins/space.ts';
import type { Literal } from '../../program/crossing.ts';
import type { CheckedFunction, Expression, Local } from '../../program/nodes.ts';
import { numberOf, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { madeFunction } from '../boundary/made-function.ts';
import type { Context } from '../context.ts';

/** A value that is computed, or one that JavaScript knows already. */
export type Operand = Expression | { readonly literal: Literal };

export interface Operation {
  readonly name: SpaceOperation;
  readonly operands: readonly (Local | { readonly literal: Literal })[];
  /** The last operand is an array of arguments. */
  readonly spread: boolean;
  readonly result: RtsType;
  readonly made: CheckedFunction;
  /** Where values are reported that do not cross: the first call of it. */
  readonly span: Span;
}

/** Of one program, also those of its library. */
export class LiveState {
  /** Live values cross, or stand for something. */
  isUsed = false;
  readonly operations = new Map<string, Operation>();
}

interface Asked {
  readonly operands: readonly Operand[];
  readonly spread?: boolean;
  readonly result: RtsType;
}

/** A call of the operation. */
export function askSpace(
  name: SpaceOperation,
  { operands, spread = false, result }: Asked,
  span: Span,
  context: Context,
): Expression {
  const types = operands.map((one) =>
    'literal' in one ? `=${JSON.stringify(one.literal) ?? 'undefined'}` : numberOf(one.type),
  );
  const key = `${name}(${types.join(', ')}${spread ? '...' : ''}): ${numberOf(result)}`;
  const { live } = context.classes;
  live.isUsed = true;
  let known = live.operations.get(key);
  if (!known) {
    const parts = operands.map((one, index) =>
      'literal' in one ? one : context.temporary(`value${index}`, one.type),
    );
    const made = declared(name, parts, result, span, context);
    known = { name, operands: parts, spread, result, made, span };
    live.operations.set(key, known);
  }
  const given = operands.flatMap((one) => ('literal' in one ? [] : [one]));
  return { kind: 'call', callee: known.made, arguments: given, type: result, span };
}

function declared(
  name: SpaceOperation,
  operands: Operation['operands'],
  result: RtsType,
  span: Span,
  { made }: Context,
): CheckedFunction {
  const id = made.uniqueId(`space ${name}`);
  const parameters = operands.flatMap((one) => ('literal' in one ? [] : [one]));
  const callee = madeFunction({ id, name: `space.${name}`, parameters, result }, [], span);
  made.add(span.file, callee);
  return callee;
}
