// The containers that graphs in tests may name, as `parse` takes them.
import { makeArray } from '../../runtime/lltype/constructors.ts';
import { makeStruct } from '../../runtime/lltype/struct.ts';
import { LLTYPE_PRIMITIVES } from '../../runtime/lltype/primitives.ts';
import type { Container } from '../../runtime/lltype/types.ts';

const { Char, Signed, Float } = LLTYPE_PRIMITIVES;

export const CONTAINERS: ReadonlyMap<string, Container> = new Map<string, Container>([
  [
    'point',
    makeStruct('point', null, [
      ['x', Signed],
      ['y', Float],
    ]),
  ],
  ['char[]', makeArray(Char, { hints: { nolength: true } })],
  ['Signed[]', makeArray(Signed)],
]);
