// Which member of a union a value is, as `members.ts` of the program tells them apart: `check` has seen that they can be.
import { hasPrimitives, markOf, type Mark } from '../../program/members.ts';
import type { RtsType } from '../../program/types.ts';
import { memberOf } from '../../program/identifier.ts';
import type { Printer } from '../printer.ts';

/** `value` can stand several times. `of`: its type, a union that may be absent; `tested`: one of its members or some. */
export function memberTest(value: string, of: RtsType, tested: RtsType, printer: Printer): string {
  const union = of.kind === 'nullable' ? of.base : of;
  if (union.kind !== 'union') throw new Error(`a test of a ${of.kind}`);
  const tests = (tested.kind === 'union' ? tested.members : [tested]).map((one) => {
    const mark = markOf(one, union);
    if (!mark) throw new Error(`a test for a ${one.kind}`);
    const isObject = of.kind === 'nullable' || hasPrimitives(union);
    return markTest(value, mark, isObject, printer);
  });
  return tests.length === 1 ? (tests[0] ?? '') : `(${tests.join(' || ')})`;
}

/** `mayBeOther`: the value may be no object. */
function markTest(value: string, mark: Mark, mayBeOther: boolean, printer: Printer): string {
  const isObject = mayBeOther ? `typeof ${value} === 'object' && ${value} !== null && ` : '';
  switch (mark.kind) {
    case 'class':
      return `(${value} instanceof ${printer.class(mark.class)})`;
    case 'tag':
      return `(${isObject}${value}${memberOf(mark.field)} === ${JSON.stringify(mark.value)})`;
    case 'field':
      return `(${isObject}${JSON.stringify(mark.field)} in ${value})`;
    case 'array':
      return `Array.isArray(${value})`;
    case 'other-object':
      return `(${isObject}!Array.isArray(${value}))`;
    case 'typeof':
      return `(typeof ${value} === '${mark.name}')`;
  }
}
