// Objects of the checked tree (variables, functions) → JavaScript names, unique in a scope and in those around it.

/** Words that cannot name a variable of a module, and the globals that printed code uses. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export ' +
    'extends false finally for function if implements import in instanceof interface let new null package private ' +
    'protected public return static super switch this throw true try typeof var void while with yield undefined ' +
    'NaN Infinity Math Number BigInt Boolean Object Symbol String ArrayBuffer DataView Int8Array Uint8Array ' +
    'Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array ' +
    'BigUint64Array Error RangeError TypeError SyntaxError EvalError URIError ReferenceError'
  ).split(' '),
);

export const isReserved = (name: string): boolean => RESERVED.has(name);

/** Names that begin with `$` are left to the printer itself. */
export class Names {
  readonly #outer: Names | null;
  readonly #names = new Map<object, string>();
  readonly #taken = new Set<string>();

  constructor(outer: Names | null) {
    this.#outer = outer;
  }

  /** The name of `object`; made from `wanted` when it is asked for first. */
  nameOf(object: object, wanted: string): string {
    const known = this.#find(object);
    if (known !== undefined) return known;
    const stem = wanted
      .replaceAll(/[^\p{ID_Continue}$]/gu, '_')
      .replace(/^(?=[^\p{ID_Start}_])/u, '_');
    let name = stem;
    for (let n = 2; isReserved(name) || this.#isTaken(name); n++) name = `${stem}$${n}`;
    this.#names.set(object, name);
    this.#taken.add(name);
    return name;
  }

  #find(object: object): string | undefined {
    return (
      this.#names.get(object) ?? (this.#outer === null ? undefined : this.#outer.#find(object))
    );
  }

  #isTaken(name: string): boolean {
    return this.#taken.has(name) || (this.#outer !== null && this.#outer.#isTaken(name));
  }
}
