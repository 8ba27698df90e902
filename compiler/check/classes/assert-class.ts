// `e as C` between classes → an upcast, or a cast that looks at the object.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import { derivesFrom, type RtsType } from '../../program/types.ts';
import { conditional, convertTo, once } from '../build.ts';
import type { Context } from '../context.ts';
import { assertPresent, baseOf, isPresent, unwrap, wrap } from '../nullable.ts';

/** undefined where it is no cast to a derived class or to one that is present. */
export function assertClass(
  value: Expression,
  type: RtsType,
  node: ts.Node,
  context: Context,
): Expression | undefined {
  const [from, to] = [baseOf(value.type), baseOf(type)];
  if (from.kind !== 'object' || to.kind !== 'object' || value.type === type) return undefined;
  const span = context.span(node);
  const isDown = from !== to && derivesFrom(to, from);
  const isUp = derivesFrom(from, to);
  if (!isDown && !isUp) return undefined;
  const cast = (object: Expression): Expression =>
    isDown ? convertTo('checked-downcast', object, to, span) : object;
  if (type.kind !== 'nullable') {
    const object = assertPresent(value, span, { kind: 'asserted' });
    return isDown ? cast(object) : context.convert(object, type, node);
  }
  if (!isDown) return undefined;
  if (value.type.kind !== 'nullable') return wrap(cast(value), type, span);
  return once('object', value, context, (kept) =>
    conditional(
      isPresent(kept, span),
      wrap(cast(unwrap(kept, span)), type, span),
      convertTo('downcast', kept, type, span),
      span,
    ),
  );
}
