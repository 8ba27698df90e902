// Module-level variables: each low value by itself. What lives only as long as a call from the host (the handle of an
// ArrayBuffer) is kept alive by the runtime while a global holds it.
import type { Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import { representation } from '../graph/representation.ts';
import { ADDRESS, type RtsType } from '../program/types.ts';
import type { LowEmitter } from './emitter.ts';
import type { Expander, Operands } from './operands.ts';

/** The low value that needs to be kept alive; null for types that need nothing. */
interface Retained {
  readonly part: number;
  readonly retain: (low: LowEmitter, values: readonly Value[], old: Value) => Value;
  /** What a variable gets for the part that is stored. */
  readonly use: (low: LowEmitter, stored: Value) => Value;
}

const at = (values: readonly Value[], index: number): Value => {
  const value = values[index];
  if (!value) throw new InternalError('a low value of a global is missing');
  return value;
};

const RETAINED_BUFFER: Retained = {
  part: 2,
  retain: (low, values, old) => low.value('buffer_retain', [at(values, 2), old]),
  use: (low, stored) => low.value('buffer_handle', [stored]),
};

function retained(type: RtsType): Retained | null {
  switch (type.kind) {
    case 'typedarray':
    case 'arraybuffer':
    case 'dataview':
      return RETAINED_BUFFER;
    case 'nullable':
      return retained(type.base);
    default:
      return null;
  }
}

function globalOf({ op }: Operands): string {
  const { global } = op.attributes;
  if (global === undefined) throw new InternalError(`${op.name} without a global`);
  return global;
}

const get: Expander = (low, operands) => {
  const global = globalOf(operands);
  const type = operands.resultType;
  const values = representation(type).map((part, index) =>
    low.value('global_load', [], part, { global, part: index }),
  );
  const rule = retained(type);
  return values.map((value, index) => (rule?.part === index ? rule.use(low, value) : value));
};

const set: Expander = (low, operands) => {
  const global = globalOf(operands);
  const values = operands.parts(0);
  const rule = retained(operands.type(0));
  const kept = values.map((value, part) => {
    if (!rule || rule.part !== part) return value;
    const old = low.value('global_load', [], ADDRESS, { global, part });
    return rule.retain(low, values, old);
  });
  kept.forEach((value, part) => low.effect('global_store', [value], { global, part }));
  return [];
};

export const GLOBALS = {
  global_get: get,
  global_set: set,
} as const satisfies { readonly [name: string]: Expander };
