// Evaluators of module-level variables, and what the variables hold before the initializer has run.
import { isView } from '../../program/crossing.ts';
import type { GlobalVariable } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import type { Op } from '../graph.ts';
import { zeroOf } from '../ops/values.ts';
import { representation } from '../representation.ts';
import type { Unit } from '../unit.ts';
import { toParts } from './boundary.ts';
import {
  asIndex,
  asNumber,
  InterpreterError,
  type Evaluator,
  type Held,
  type State,
} from './held.ts';

/** Zeros, or the constant that `check` has found. */
export function initialValues(global: GlobalVariable, state: State): Held[] {
  const { type, constant } = global;
  if (constant !== null) return [...heldConstant(type, constant, state)];
  return state.unit.level === 'high' ? [zero(type)] : representation(type).map(zero);
}

const heldConstant = (type: RtsType, value: Held, state: State): readonly Held[] =>
  state.unit.level === 'high' ? [value] : toParts(type, value, state);

/** Addresses are numbers here. */
const zero = (type: RtsType): Held =>
  type.kind === 'address' || type.kind === 'ptr' ? 0 : zeroOf(type);

/** After JavaScript has run: low values of views whose memory has become too short are those of empty ones. */
export function refreshGlobals({ unit, stored, buffers }: State): void {
  if (unit.level === 'high') return;
  for (const { id, type } of unit.globals) {
    const base = type.kind === 'nullable' ? type.base : type;
    const values = stored.get(id);
    const [data, length, reference] = values ?? [];
    if (!values || !isView(base) || typeof reference !== 'number' || reference === 0) continue;
    const mapped = buffers.ofHandle(buffers.handleOf(reference));
    const bytes = base.kind === 'typedarray' ? base.elementBytes : 1;
    const end = asNumber(data) - mapped.data + Number(asIndex(length)) * bytes;
    if (end > mapped.buffer.byteLength) values[1] = 0n;
  }
}

export const globalsById = (unit: Unit): ReadonlyMap<string, GlobalVariable> =>
  new Map(unit.globals.map((global) => [global.id, global]));

function slot({ attributes, name }: Op, state: State): { values: Held[]; part: number } {
  const values = state.stored.get(attributes.global ?? '');
  const part = attributes.part ?? 0;
  if (!values || part >= values.length) {
    throw new InterpreterError(`${name}: no global ${attributes.global}, part ${part}`);
  }
  return { values, part };
}

const get: Evaluator = (_args, op, state) => {
  const { values, part } = slot(op, state);
  return [values[part]];
};
const set: Evaluator = ([value], op, state) => {
  const { values, part } = slot(op, state);
  values[part] = value;
  return [];
};

export const GLOBALS = { global_get: get, global_set: set, global_load: get, global_store: set };
