// Methods that override: through the base class they are called as the base declares them. Where an overriding method takes or
// gives its values in another form (fewer parameters, i32 for number), it has a slot of its own in the table of methods, and
// a bridge that converts stands in that of the base's.
import { E } from '../../diagnostics/codes.ts';
import type { CheckedFunction, Expression, Parameter, Statement } from '../../program/nodes.ts';
import { isReference, UNDEFINED, VOID, type RtsType } from '../../program/types.ts';
import { readLocal } from '../build.ts';
import { ERROR_TYPE, type Context, type DeclaredMethod } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { typeText } from '../../program/type-text.ts';

/** A method of a base class or interface. */
type Overridden = Pick<DeclaredMethod, 'function' | 'owner'>;

/** The function that stands in the slot of `base`: `method` itself, or a bridge; null after a report. */
export function overriding(
  method: DeclaredMethod,
  base: Overridden,
  context: Context,
): CheckedFunction | null {
  const own = method.function;
  const types = [...signatureOf(own), ...signatureOf(base.function)];
  if (types.includes(ERROR_TYPE)) return own;
  return isSameForm(own, base.function) ? own : bridge(method, base, context);
}

const signatureOf = ({ parameters, result }: CheckedFunction): readonly RtsType[] => [
  ...parameters.slice(1).map(({ local }) => local.type),
  result,
];

/** References are passed as they are; which of them are allowed is looked at by the conversion. */
function isSameForm(own: CheckedFunction, base: CheckedFunction): boolean {
  const [mine, theirs] = [signatureOf(own), signatureOf(base)];
  return mine.length === theirs.length && mine.every((type, i) => type === theirs[i]);
}

function bridge(
  method: DeclaredMethod,
  base: Overridden,
  context: Context,
): CheckedFunction | null {
  const { function: callee, node } = method;
  const { span } = callee;
  const [self, ...parameters] = base.function.parameters.map((parameter, i): Parameter => {
    const type = i === 0 ? method.owner.type : parameter.local.type;
    return { ...parameter, local: context.temporary(parameter.local.name, type), type };
  });
  if (!self) return callee;
  const values = [readLocal(self.local, span)];
  for (const [i, { local }] of callee.parameters.slice(1).entries()) {
    const given = parameters[i];
    const value = given ? readLocal(given.local, span) : constant(UNDEFINED, undefined, span);
    const converted = context.attempt(() => context.convert(value, local.type, node));
    if (!converted)
      return refuse(method, base, `the parameter ${local.name}`, value.type, local.type, context);
    values.push(converted);
  }
  const call = method.call(values, span);
  const { result } = base.function;
  const body = context.attempt(() => resultOf(call, result, method, context));
  if (!body) return refuse(method, base, 'the result', callee.result, result, context);
  const isPlain = isAllReferences(callee, base.function);
  return isPlain
    ? callee
    : {
        ...callee,
        id: `${callee.id} as ${base.owner.type.name}`,
        parameters: [self, ...parameters],
        result,
        body,
      };
}

function resultOf(
  call: Expression,
  result: RtsType,
  { node }: DeclaredMethod,
  context: Context,
): Statement[] {
  const { span } = call;
  if (result === VOID)
    return [
      { kind: 'expression', expression: call, span },
      { kind: 'return', value: null, span },
    ];
  return [{ kind: 'return', value: context.convert(call, result, node), span }];
}

/** A wider parameter or narrower result that is a reference too needs no bridge. */
function isAllReferences(own: CheckedFunction, base: CheckedFunction): boolean {
  const [mine, theirs] = [signatureOf(own), signatureOf(base)];
  return (
    mine.length === theirs.length &&
    mine.every((type, i) => {
      const other = theirs[i];
      return type === other || (other !== undefined && isReference(type) && isReference(other));
    })
  );
}

function refuse(
  method: DeclaredMethod,
  base: Overridden,
  what: string,
  from: RtsType,
  to: RtsType,
  context: Context,
): null {
  context.report(E.overrideSignature, method.node.name ?? method.node, {
    name: method.name,
    base: base.owner.type.name,
    what,
    from: typeText(from),
    to: typeText(to),
  });
  return null;
}
