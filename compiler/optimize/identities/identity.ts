// The shape of an algebraic identity: an op whose operands are known, to the value that it always equals.
import type { Op, Value } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import type { ConstantValue } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';

export interface IdentityContext {
  /** The op that made a variable; undefined for block inputs and constants. */
  definition(value: Value): Op | undefined;
  /** A new op in front of the one in question, simplified itself. `type` is that of its result. */
  make(name: OpName, args: readonly Value[], type: RtsType): Value;
}

/** null: nothing is known. Never a different value, not even of another zero's sign or a raise less. */
export type Identity = (op: Op, context: IdentityContext) => Value | null;
export type Identities = { readonly [K in OpName]?: Identity };

/** The first that is not null. */
export const firstOf =
  (...identities: readonly Identity[]): Identity =>
  (op, context) => {
    for (const identity of identities) {
      const value = identity(op, context);
      if (value) return value;
    }
    return null;
  };

/** undefined for a variable; `undefined` itself is no constant of a low graph. */
export const constantOf = (value: Value | undefined): ConstantValue =>
  value?.kind === 'constant' ? value.value : undefined;

/** An integer or floating-point constant as a number or bigint. */
export const integerOf = (value: Value | undefined): bigint | undefined => {
  const constant = value?.type.kind === 'int' ? constantOf(value) : undefined;
  return typeof constant === 'number' || typeof constant === 'bigint'
    ? BigInt(constant)
    : undefined;
};
export const numberOf = (value: Value | undefined): number | undefined => {
  const constant = constantOf(value);
  return typeof constant === 'number' ? constant : undefined;
};

/** The operand of the op that made `value`, if that op has this name. */
export function operandOf(
  name: OpName,
  value: Value | undefined,
  context: IdentityContext,
): Value | undefined {
  const op = value && context.definition(value);
  return op?.name === name ? op.args[0] : undefined;
}
