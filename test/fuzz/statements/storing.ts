// Values that are kept: programs run loops, so that what is stored must not grow with each round.
import { expressionOf, type Maker } from '../generate/maker.ts';
import { parts, type Node } from '../generate/tree.ts';
import type { Type } from '../generate/types.ts';

/** A value for a variable, field or item. What is a proof for TypeScript is hidden from it. */
export function storable(type: Type, maker: Maker, depth: number): Node {
  if (type.kind === 'string')
    return expressionOf(type, parts`clip(${maker.expression(type, depth)})`);
  if (type.kind === 'array')
    return expressionOf(type, parts`${maker.typed(type, depth)}.slice(0, 9)`);
  // An assignment of a constant would narrow a boolean or enum, one of null a nullable.
  if (type.kind === 'boolean' || type.kind === 'nullable' || type.kind === 'enum')
    return maker.typed(type, depth);
  return maker.expression(type, depth);
}
