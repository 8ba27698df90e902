// Random low-level structures, and the same in C: for comparisons with what a C compiler makes of them.
import { makeFixedSizeArray, makePtr } from '../../runtime/lltype/constructors.ts';
import { makeStruct } from '../../runtime/lltype/struct.ts';
import { RFFI_PRIMITIVES } from '../../runtime/lltype/primitives.ts';
import type { LowLevelType, Primitive, Struct } from '../../runtime/lltype/types.ts';

export interface Sample {
  readonly type: Struct;
  /** The definition in C, of those inside of it too. */
  readonly text: string;
  /** `struct s1` */
  readonly c: string;
}

const P = RFFI_PRIMITIVES;
const INTEGERS = [P.SIGNEDCHAR, P.UCHAR, P.SHORT, P.USHORT, P.INT, P.UINT, P.LONGLONG, P.ULONG];
const FLOATS = [P.FLOAT, P.DOUBLE, P.LONGDOUBLE];

interface Declared {
  readonly type: LowLevelType;
  /** Around the name. */
  readonly declare: (name: string) => string;
}

/** xorshift32: the same structures for the same seed. */
export class Structures {
  #state: number;
  #count = 0;
  readonly #texts: string[] = [];

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): Sample {
    this.#texts.length = 0;
    const { type, name } = this.#struct(2);
    return { type, text: this.#texts.join('\n'), c: name };
  }

  #below(limit: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) % limit;
  }

  #one<T>(items: readonly [T, ...T[]] | readonly T[]): T {
    return items[this.#below(items.length)] as T;
  }

  #struct(depth: number): { readonly type: Struct; readonly name: string } {
    const tag = `s${this.#count++}`;
    const union = this.#below(6) === 0;
    const pack = this.#below(10) === 0 ? 1 : null;
    // Half of them of floats alone: those travel in their own way.
    const only = this.#below(2) === 0 ? [this.#one(FLOATS)] : [...INTEGERS, ...FLOATS];
    const hasBits = pack === null && this.#below(6) === 0 && only.length > 1;
    const fields: unknown[] = [];
    const lines: string[] = [];
    for (let i = 0, count = 1 + this.#below(5); i < count; i++) {
      const name = `f${i}`;
      if (hasBits && this.#below(2) === 0) {
        const of = this.#one([P.INT, P.UINT, P.SHORT, P.ULONG]);
        const bits = 1 + this.#below(of.machine === 'i16' ? 16 : 31);
        fields.push([name, of, bits]);
        lines.push(`${of.c} ${name} : ${bits};`);
        continue;
      }
      const { type, declare } = this.#member(only, depth);
      fields.push([name, type]);
      lines.push(`${declare(name)};`);
    }
    const word = union ? 'union' : 'struct';
    const packed = pack === null ? '' : '__attribute__((packed)) ';
    this.#texts.push(`${word} ${packed}${tag} { ${lines.join(' ')} };`);
    const hints = { ...(union && { union }), ...(pack !== null && { pack }) };
    return { type: makeStruct(tag, null, [...fields, { hints }]), name: `${word} ${tag}` };
  }

  #member(only: readonly Primitive[], depth: number): Declared {
    const kind = this.#below(8);
    if (kind === 0 && depth > 0) {
      const { type, name } = this.#struct(depth - 1);
      return { type, declare: (field) => `${name} ${field}` };
    }
    if (kind === 1) {
      const [item, count] = [this.#one(only), 1 + this.#below(4)];
      return {
        type: makeFixedSizeArray(item, count),
        declare: (field) => `${item.c} ${field}[${count}]`,
      };
    }
    if (kind === 2 && only.length > 1) {
      const type = makePtr(makeFixedSizeArray(P.INT, 1));
      return { type, declare: (field) => `int *${field}` };
    }
    const type = this.#one(only);
    return { type, declare: (field) => `${type.c} ${field}` };
  }
}
