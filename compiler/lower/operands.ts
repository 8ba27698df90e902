// The operands of a high op, each split into its low values: what an expander reads.
import type { Op, Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import type { RtsType } from '../program/types.ts';
import type { LowEmitter } from './emitter.ts';

/** The low values of a typed array, ArrayBuffer or DataView. */
export interface View {
  readonly data: Value;
  /** In elements; in bytes of an ArrayBuffer or DataView. */
  readonly length: Value;
  /** napi_value of the ArrayBuffer. */
  readonly buffer: Value;
}

export class Operands {
  readonly op: Op;
  readonly #parts: readonly (readonly Value[])[];

  constructor(op: Op, parts: readonly (readonly Value[])[]) {
    this.op = op;
    this.#parts = parts;
  }

  /** All low values of operand `index`. */
  parts(index: number): readonly Value[] {
    return this.#parts[index] ?? this.#missing(index);
  }

  /** The low values of all operands, one after the other. */
  get all(): readonly Value[] {
    return this.#parts.flat();
  }

  scalar(index: number): Value {
    return this.#part(index, 0);
  }

  view(index: number): View {
    return {
      data: this.#part(index, 0),
      length: this.#part(index, 1),
      buffer: this.#part(index, 2),
    };
  }

  /** High type of an operand. */
  type(index: number): RtsType {
    return this.op.args[index]?.type ?? this.#missing(index);
  }

  /** High type of the result. */
  get resultType(): RtsType {
    return this.op.results[0]?.type ?? this.#missing('result');
  }

  #part(index: number, part: number): Value {
    return this.parts(index)[part] ?? this.#missing(`${index}.${part}`);
  }

  #missing(what: number | string): never {
    throw new InternalError(`${this.op.name}: operand ${what} is missing`);
  }
}

/** Appends what the op means to `low`; the low values that stand for its result, none if it has none. */
export type Expander = (low: LowEmitter, operands: Operands) => readonly Value[];
