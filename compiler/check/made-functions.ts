// Functions that no declaration of a module stands for: instances of generic functions, closures, library functions.
// They are found while bodies are checked, and join the module of the file that they are written in.
import type { CheckedFunction, Expression, GlobalVariable, Statement } from '../program/nodes.ts';
import type { RtsType } from '../program/types.ts';
import type { SourceFile } from '../source/source-file.ts';

export class MadeFunctions {
  readonly #byFile = new Map<SourceFile, CheckedFunction[]>();
  readonly #pending: (() => void)[] = [];
  readonly #ids = new Map<string, number>();
  readonly #values = new Map<CheckedFunction, CheckedFunction>();
  readonly #byId = new Map<string, CheckedFunction>();
  readonly #readers = new Map<RtsType, CheckedFunction>();

  readonly #hidden = new Map<
    object,
    { readonly global: GlobalVariable; readonly value: Expression | null }
  >();

  /** The function that reads JSON as a record of the type. */
  reader(type: RtsType): CheckedFunction | undefined {
    return this.#readers.get(type);
  }

  addReader(type: RtsType, made: CheckedFunction): void {
    this.#readers.set(type, made);
    this.add(made.span.file, made);
  }

  /** One function for each id in the program. */
  once<Made extends CheckedFunction | null>(id: string, make: () => Made): CheckedFunction | Made {
    const known = this.#byId.get(id);
    if (known) return known;
    const made = make();
    if (!made) return made;
    this.#byId.set(id, made);
    this.add(made.span.file, made);
    return made;
  }

  /** A variable of the module that no declaration names, filled (if it has a value) before all others: one for each node. */
  hidden(
    node: object,
    make: () => { readonly global: GlobalVariable; readonly value: Expression | null },
  ): GlobalVariable {
    const known = this.#hidden.get(node);
    if (known) return known.global;
    const made = make();
    this.#hidden.set(node, made);
    return made.global;
  }

  get hiddenGlobals(): ReadonlySet<GlobalVariable> {
    return new Set([...this.#hidden.values()].map(({ global }) => global));
  }

  get hiddenFiles(): ReadonlySet<SourceFile> {
    return new Set([...this.hiddenGlobals].map(({ span }) => span.file));
  }

  /** `initializerOf`: of some of them. */
  hiddenOf(file: SourceFile): {
    readonly globals: readonly GlobalVariable[];
    readonly initializerOf: (wanted: ReadonlySet<GlobalVariable>) => readonly Statement[];
  } {
    const own = [...this.#hidden.values()].filter(({ global }) => global.span.file === file);
    return {
      globals: own.map(({ global }) => global),
      initializerOf: (wanted) =>
        own.flatMap(({ global, value }) =>
          value && wanted.has(global)
            ? [{ kind: 'expression', expression: value, span: value.span }]
            : [],
        ),
    };
  }

  add(file: SourceFile, made: CheckedFunction): void {
    const functions = this.#byFile.get(file);
    if (functions) functions.push(made);
    else this.#byFile.set(file, [made]);
  }

  /** What has to be checked before the program is complete, and need not be now. */
  later(check: () => void): void {
    this.#pending.push(check);
  }

  /** The given id, or one like it that no other function has. */
  uniqueId(wanted: string): string {
    const count = (this.#ids.get(wanted) ?? 0) + 1;
    this.#ids.set(wanted, count);
    return count === 1 ? wanted : this.uniqueId(`${wanted}#${count}`);
  }

  /** The closure that stands for a function of a module: the same at each use. */
  valueOf(callee: CheckedFunction, make: () => CheckedFunction): CheckedFunction {
    const known = this.#values.get(callee);
    if (known) return known;
    const made = make();
    this.#values.set(callee, made);
    this.add(made.span.file, made);
    return made;
  }

  /** Until nothing new is found. */
  checkPending(): void {
    for (let check = this.#pending.shift(); check; check = this.#pending.shift()) check();
  }

  of(file: SourceFile): readonly CheckedFunction[] {
    return this.#byFile.get(file) ?? [];
  }

  get files(): readonly SourceFile[] {
    return [...this.#byFile.keys()];
  }
}
