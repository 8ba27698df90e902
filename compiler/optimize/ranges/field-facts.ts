// Which fields of objects the unit's facts speak of, and what stores tell of them. A field that is only stepped, from a known
// start, is a counter: no run makes so many steps that it leaves the safe integers (`docs/decisions/number-ranges.md`).
import type { Op, Value } from '../../graph/graph.ts';
import { F64, type ObjectType, type RtsType } from '../../program/types.ts';
import { zeroOf } from '../../graph/ops/values.ts';
import {
  constantFact,
  EMPTY,
  integers,
  isEmpty,
  isSafe,
  join,
  typeFact,
  type Fact,
} from './interval.ts';
import { definingOp, type Structure } from './structure.ts';

const MOST_STEP = 16;
/** As far as a counter goes, and where it may start. */
const FAR = 2 ** 52 - 1;

/**
 * One text for all accesses of a field: of the class that declares it. Records and tuples have none, since a reference may be
 * cast from one type to another whose fields have the same names.
 */
export function fieldKey({ name, args, attributes: { field, part } }: Op): string | null {
  const type = args[0]?.type;
  if (name !== 'field_load' && name !== 'field_store') return null;
  if (type?.kind !== 'object' || type.form !== 'class' || field === undefined) return null;
  return `${declaringClass(type, field).name}.${field}.${part}`;
}

function declaringClass(type: ObjectType, field: string): ObjectType {
  let found = type;
  for (let at: ObjectType | null = type; at; at = at.base) {
    if (at.fields.some(({ name }) => name === field)) found = at;
  }
  return found;
}

/** What a store tells: the value's fact, or by how much it steps the field itself. */
export function storedFacts(
  store: Op,
  key: string,
  fact: Fact,
  structure: Structure,
): readonly [Fact, Fact] {
  const step = stepOf(store.args[1], key, structure);
  return step === null ? [fact, EMPTY] : [EMPTY, integers(step, step)];
}

function stepOf(value: Value | undefined, key: string, structure: Structure): number | null {
  if (!value || !canCount(value.type)) return null;
  let step = 0;
  for (let at: Value | undefined = value; at;) {
    const op = definingOp(structure, at);
    if (!op) return null;
    if (fieldKey(op) === key) return step !== 0 && Math.abs(step) <= MOST_STEP ? step : null;
    const [a, b] = op.args;
    switch (op.name) {
      case 'float_add':
      case 'int_add': {
        const [other, by] = a?.kind === 'constant' ? [b, a] : [a, b];
        step += distanceOf(by);
        at = other;
        break;
      }
      case 'float_sub':
      case 'int_sub':
        step -= distanceOf(b);
        at = a;
        break;
      case 'int_to_float':
      case 'float_to_int_exact':
        at = a;
        break;
      default:
        return null;
    }
  }
  return null;
}

/** Other integers wrap before that. */
const canCount = (type: RtsType): boolean =>
  type === F64 || (type.kind === 'int' && type.bits === 64 && type.signed);

/** NaN unless it is an integer that is known. */
function distanceOf(value: Value | undefined): number {
  const fact = value?.kind === 'constant' ? constantFact(value.value) : null;
  return fact && Number.isSafeInteger(fact.lo) ? fact.lo : NaN;
}

/** What a load gives, if all stores told this. A new object's field is 0. */
export function loadedFact([stored = EMPTY, step = EMPTY]: readonly Fact[], type: RtsType): Fact {
  const fact = join(stored, constantFact(zeroOf(type)) ?? EMPTY);
  if (isEmpty(step)) return fact;
  const isCounter = isSafe(fact) && fact.lo >= -FAR && fact.hi <= FAR;
  if (!isCounter) return typeFact(type) ?? EMPTY;
  return {
    ...fact,
    lo: step.lo < 0 ? fact.lo - FAR : fact.lo,
    hi: step.hi > 0 ? fact.hi + FAR : fact.hi,
  };
}
