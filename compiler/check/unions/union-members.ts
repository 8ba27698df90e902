// Which types can stand together in a union.
import { typeofName } from '../../program/members.ts';
import { BOOLEAN, F64, isReference, type RtsType } from '../../program/types.ts';
import { isNumeric } from '../numbers/lossless.ts';

/** Each once; null where one is no member of any union, or the running program cannot tell two of them apart. */
export function unionMembers(types: readonly RtsType[]): readonly RtsType[] | null {
  const all = new Set(types);
  // A fixed width is a `number` among others.
  if (all.has(F64))
    for (const one of all) if (one !== F64 && isNumeric(one) && isNumber(one)) all.delete(one);
  const members = [...all];
  const isUnion =
    members.every(isMemberType) &&
    !members.some((one, i) => members.some((other, j) => i < j && areAlike(one, other)));
  return isUnion ? members : null;
}

const isNumber = (type: RtsType): boolean => typeofName(type) === 'number';

/** isize and usize are kept in JavaScript as no number that `typeof` would tell. */
const isMemberType = (type: RtsType): boolean =>
  (isReference(type) && type.kind !== 'nullable') ||
  type === BOOLEAN ||
  (isNumeric(type) && !(type.kind === 'int' && type.name.endsWith('size')));

/** Objects are told apart, or not, where they are tested. */
function areAlike(one: RtsType, other: RtsType): boolean {
  if (isObject(one) || isObject(other)) return false;
  const name = typeofName(one);
  return name === 'object' ? one.kind === other.kind : name === typeofName(other);
}

const isObject = ({ kind }: RtsType): boolean => kind === 'object' || kind === 'union';
