// What is shared by all functions of a printed module: names of functions and module-level variables, the prelude and
// the runtime's objects that they use.
import type { CFunction, LowLevelType } from '../../runtime/lltype/types.ts';
import type { CheckedFunction, CheckedProgram, GlobalVariable } from '../program/nodes.ts';
import type { RtsType } from '../program/types.ts';
import { integerGroup } from './arithmetic/select.ts';
import { literal } from './expressions/constant.ts';
import { Names } from './names.ts';
import { preludeName, type PreludeName } from './prelude/prelude.ts';
import type { RuntimeNamespace } from './printer.ts';
import { RuntimeObjects } from './runtime-objects.ts';

const isSize = (type: RtsType): boolean =>
  type.kind === 'int'
    ? integerGroup(type) === 'size'
    : type.kind === 'nullable' && isSize(type.base);

export class ModulePrinter {
  readonly names = new Names(null);
  readonly #mirrors = new Map<GlobalVariable, string>();
  readonly #prelude = new Set<PreludeName>();
  readonly #objects = new RuntimeObjects();

  /** All names of the module are given first: locals then avoid them. */
  constructor(program: CheckedProgram) {
    for (const { functions, globals } of program.modules) {
      for (const one of functions) this.function(one);
      for (const one of globals) this.global(one);
    }
    for (const one of program.modules.at(-1)?.exports ?? []) {
      if (one.kind !== 'global' || !isSize(one.global.type)) continue;
      this.#mirrors.set(one.global, `$mirror${this.#mirrors.size}`);
    }
  }

  function(callee: CheckedFunction): string {
    return this.names.nameOf(callee, callee.name);
  }

  global(global: GlobalVariable): string {
    return this.names.nameOf(global, global.name);
  }

  /** The text that stores `value` and has its value. */
  storeGlobal(global: GlobalVariable, value: string): string {
    const stored = `${this.global(global)} = ${value}`;
    const mirror = this.#mirrors.get(global);
    if (mirror === undefined) return stored;
    return `(${mirror} = ${this.prelude('sizeResult')}(${stored}), ${this.global(global)})`;
  }

  /**
   * The binding that shows a variable to importers: its own, or for isize and usize, which may be held as bigints, one
   * that every store keeps up to date.
   */
  exportedGlobal(global: GlobalVariable): string {
    return this.#mirrors.get(global) ?? this.global(global);
  }

  /** Declarations of the bindings that mirror a variable for importers. */
  get mirrors(): readonly string[] {
    return [...this.#mirrors].map(([{ type, constant }, mirror]) =>
      constant === null
        ? `let ${mirror} = 0;`
        : `const ${mirror} = Number(${literal(type, constant).text});`,
    );
  }

  prelude(name: PreludeName): string {
    this.#prelude.add(name);
    return preludeName(name);
  }

  runtime(namespace: RuntimeNamespace): string {
    return this.#objects.namespace(namespace);
  }

  lowLevelType(type: LowLevelType): string {
    return this.#objects.lowLevelType(type);
  }

  cFunction(callee: CFunction): string {
    return this.#objects.cFunction(callee);
  }

  get usedPrelude(): ReadonlySet<PreludeName> {
    return this.#prelude;
  }

  get objects(): RuntimeObjects {
    return this.#objects;
  }
}
