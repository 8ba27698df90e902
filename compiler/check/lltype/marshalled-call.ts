// A call of a C function around what its arguments need: what is given is evaluated in order, then looked at, then what lives as long as the
// call is made; after the call its values are read and it ends.
import { tupleOf, VOID } from '../../program/types.ts';
import type { Expression, Local } from '../../program/nodes.ts';
import { letIn, readLocal, sequence } from '../build.ts';
import type { Context } from '../context.ts';
import type { Made, Passed } from './passed.ts';

type CCall = Extract<Expression, { readonly kind: 'c-call' }>;

interface Part {
  readonly given: Local | null;
  readonly made: Made | null;
  /** Holds what was made. */
  readonly local: Local | null;
  /** Where nothing is made: the argument. */
  readonly value: Expression | null;
}

/** `lengths`: the arguments that are the length of another, from what was given for that. */
export type LengthOf = (
  index: number,
  given: readonly (Expression | null)[],
) => { readonly check: Expression | null; readonly value: Expression } | undefined;

/** `call` is given all arguments. */
export function marshalledCall(
  arguments_: readonly Passed[],
  lengthOf: LengthOf,
  call: (values: readonly Expression[]) => CCall,
  context: Context,
): Expression {
  if (arguments_.every(({ given, made }) => given && !made))
    return call(arguments_.flatMap(({ given }) => given ?? []));
  const parts = arguments_.map((one) => partOf(one, context));
  const span = call([]).span;
  const read = (local: Local): Expression => readLocal(local, span);
  const given = parts.map((part) => part.given && read(part.given));
  const lengths = parts.map((_, index) => lengthOf(index, given));
  const checks = parts.flatMap(({ made }, index) => {
    const value = given[index];
    return [made?.check && value ? [made.check(value)] : [], lengths[index]?.check ?? []].flat();
  });
  const values = parts.map(({ made, local }, index) => {
    if (!made || !local) return lengths[index]?.value ?? given[index] ?? null;
    return made.argument?.(read(local)) ?? read(local);
  });
  const made = call(values.flatMap((value) => value ?? []));
  const within = finished(made, parts, context);
  const bindings = parts.flatMap(({ made: one, local }, index) =>
    one && local ? [{ local, value: one.value(given[index] ?? null) }] : [],
  );
  const body = bindings.reduceRight((inner, binding) => letIn([binding], inner, span), within);
  const checked = checks.length > 0 ? sequence(checks, body, span) : body;
  return parts.reduceRight(
    (inner, { given: local, value }) =>
      local && value ? letIn([{ local, value }], inner, span) : inner,
    checked,
  );
}

function partOf({ given, made }: Passed, context: Context): Part {
  return {
    given: given && context.temporary('given', given.type),
    made: made ?? null,
    local: made ? context.temporary('argument', made.type) : null,
    value: given,
  };
}

/** The call, what it gives, and the end of what was made for it. */
function finished(call: CCall, parts: readonly Part[], context: Context): Expression {
  const { span, type } = call;
  const results = parts.flatMap(({ made, local }) => {
    const value = local && made?.result?.(readLocal(local, span));
    return value ? [{ local: context.temporary('value', value.type), value }] : [];
  });
  const ends = parts
    .toReversed()
    .flatMap(({ made, local }) => (local && made?.dispose?.(local)) ?? []);
  const values = results.map(({ local }) => readLocal(local, span));
  const ended = (value: Expression): Expression =>
    ends.length > 0 ? sequence(ends, value, span) : value;
  if (type === VOID) {
    const [only] = values;
    if (!only) {
      const [last, ...before] = ends.toReversed();
      return last ? sequence([call, ...before.toReversed()], last, span) : call;
    }
    const value = values.length === 1 ? only : tuple(values, call);
    return sequence([call], letIn(results, ended(value), span), span);
  }
  const result = context.temporary('result', type);
  const own = readLocal(result, span);
  const value = values.length > 0 ? tuple([own, ...values], call) : own;
  return letIn([{ local: result, value: call }], letIn(results, ended(value), span), span);
}

const tuple = (values: readonly Expression[], { span }: CCall): Expression => ({
  kind: 'record',
  fields: values.map((value, index) => ({ field: String(index), value })),
  type: tupleOf(values.map(({ type }) => type)),
  span,
});
