// Calls of C functions from plain JavaScript: strings become `char *`, and annotated arguments what C takes. Programs that are compiled or
// printed do the same without this file (`compiler/check/lltype/marshalling.ts`).
import { requireFits } from '../lltype/c-range.ts';
import { scoped } from '../lltype/lltype.ts';
import { sizeOf } from '../lltype/layout.ts';
import { allocate, conceal, expose, release } from '../lltype/memory.ts';
import { isPointer, load, requiredPointer, type Pointer, store } from '../lltype/pointer.ts';
import type { Annotation, CFunction, LowLevelType } from '../lltype/types.ts';
import { free_charp, str2charp } from './buffers.ts';
import { CArray, POINTER_TYPES } from './c-types.ts';

type Call = (...values: readonly unknown[]) => unknown;

/** `call` takes what C takes. `end` calls the function that frees a result. */
export function marshalled(
  callee: CFunction,
  values: readonly unknown[],
  call: Call,
  end: (release: CFunction, pointer: Pointer) => void,
): unknown {
  const { marshalling } = callee;
  const isPlain = !marshalling && !values.some((value) => typeof value === 'string');
  if (isPlain) return call(...values);
  const result = new MarshalledCall(callee, values).run(call);
  const freed = marshalling?.result?.release;
  if (!freed) return result;
  return scoped(result as Pointer, (pointer) => {
    if (pointer) end(freed, pointer);
  });
}

class MarshalledCall {
  readonly #callee: CFunction;
  readonly #ends: (() => void)[] = [];
  readonly #gives: (() => unknown)[] = [];
  readonly #given: readonly unknown[];

  constructor(callee: CFunction, values: readonly unknown[]) {
    this.#callee = callee;
    this.#given = this.#spread(values);
  }

  /** One value for each argument of C, undefined for those that are not given. */
  #spread(values: readonly unknown[]): readonly unknown[] {
    const { args, marshalling, name } = this.#callee;
    const isGiven = args.map(
      (_, index) => marshalling?.args[index]?.role !== 'out' && !marshalling?.lengths.has(index),
    );
    const wanted = isGiven.filter(Boolean).length;
    const { variadic } = this.#callee;
    if (variadic ? values.length < wanted : values.length !== wanted)
      throw new TypeError(`${name} takes ${wanted} arguments, got ${values.length}`);
    let next = 0;
    const spread = isGiven.map((given) => (given ? values[next++] : undefined));
    return [...spread, ...values.slice(wanted)];
  }

  run(call: Call): unknown {
    try {
      const result = call(...this.#given.map((_, index) => this.#passed(index)));
      const checked = this.#result(result);
      const given = this.#gives.map((give) => give());
      if (given.length === 0) return checked;
      const { result: type } = this.#callee;
      const isVoid = type.kind === 'primitive' && type.machine === 'void';
      if (isVoid) return given.length === 1 ? given[0] : given;
      return [checked, ...given];
    } finally {
      for (const end of this.#ends.toReversed()) end();
    }
  }

  #passed(index: number): unknown {
    const { args, marshalling, name } = this.#callee;
    const type = args[index];
    const value = this.#given[index];
    const what = `argument ${index + 1} of ${name}`;
    if (!type) return value;
    const buffer = marshalling?.lengths.get(index);
    if (buffer !== undefined) return this.#length(buffer, index);
    const annotation = marshalling?.args[index] ?? null;
    if (typeof value === 'string' && type === POINTER_TYPES.CCHARP) return this.#text(value, what);
    if (annotation?.role === 'nonnull' && value === null) throw new TypeError(`${what} is NULL`);
    if (annotation?.value) return this.#place(annotation.value, value, annotation, what);
    const isArray = ArrayBuffer.isView(value) && !isPointer(value);
    if (annotation && isArray && type.kind === 'ptr') {
      const block = expose(value, what);
      this.#ends.push(() => conceal(block));
      return requiredPointer(type.to, block.base);
    }
    return value;
  }

  #text(value: string, what: string): Pointer {
    if (value.includes('\0'))
      throw new TypeError(`${what} contains a NUL character and cannot become a char*`);
    const pointer = str2charp(value);
    this.#ends.push(() => free_charp(pointer));
    return pointer;
  }

  #place(type: LowLevelType, value: unknown, { role }: Annotation, what: string): Pointer {
    if (role === 'inout') requireFits(type, value, what);
    const { base } = allocate(sizeOf(type), `the value behind an argument`, true);
    this.#ends.push(() => release(base));
    if (role === 'inout') store(type, base, value);
    this.#gives.push(() => load(type, base));
    return requiredPointer(CArray(type), base);
  }

  #length(buffer: number, index: number): number | bigint {
    const array = this.#given[buffer];
    const type = this.#callee.args[index];
    const item = this.#callee.args[buffer];
    if (!ArrayBuffer.isView(array) || type?.kind !== 'primitive' || item?.kind !== 'ptr')
      throw new TypeError(`argument ${buffer + 1} of ${this.#callee.name} must be a typed array`);
    const size = item.to.kind === 'array' ? sizeOf(item.to.item) : 1;
    const length = array.byteLength / size;
    const most = 2 ** (8 * sizeOf(type) - (type.machine.startsWith('i') ? 1 : 0)) - 1;
    if (length > most)
      throw new RangeError(
        `argument ${buffer + 1} of ${this.#callee.name} has ${length} items, of at most ${most}`,
      );
    return type.value === 'i64' || type.value === 'u64' ? BigInt(length) : length;
  }

  #result(value: unknown): unknown {
    const { marshalling, name } = this.#callee;
    const annotation = marshalling?.result;
    if (annotation?.role === 'nonnull' && value === null) throw new TypeError(`${name} gave NULL`);
    return value;
  }
}
