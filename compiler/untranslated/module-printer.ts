// What is shared by all functions of a printed module: names of functions and module-level variables, the prelude and
// the runtime's objects that they use.
import type { CFunction, Container, LowLevelType } from '../../runtime/lltype/types.ts';
import type { BuildTimeSource } from '../program/build-time.ts';
import type { CheckedFunction, CheckedProgram, GlobalVariable } from '../program/nodes.ts';
import { isErrorClass } from '../program/error-classes.ts';
import { isInterface, type ObjectType } from '../program/types.ts';
import { Names } from './names.ts';
import { preludeName, type PreludeName } from './prelude/prelude.ts';
import type { RuntimeNamespace } from './printer.ts';
import { Marks } from './source-map/marks.ts';
import { RuntimeObjects, type SharedLibraries } from './runtime-objects.ts';
import { StandIns } from './stand-ins.ts';

export class ModulePrinter {
  readonly names = new Names(null);
  readonly marks = new Marks();
  readonly #prelude = new Set<PreludeName>();
  readonly #objects: RuntimeObjects;
  readonly #standIns = new StandIns();

  /** All names of the module are given first: locals then avoid them. */
  constructor(program: CheckedProgram, shared: SharedLibraries) {
    this.#objects = new RuntimeObjects(shared);
    for (const { type } of program.classes) this.class(type);
    for (const { functions, globals } of program.modules) {
      for (const one of functions) this.function(one);
      for (const one of globals) this.global(one);
    }
  }

  function(callee: CheckedFunction): string {
    // The name itself is left to the variable that holds the closure.
    const { name, closure } = callee;
    return this.names.nameOf(callee, closure ? `${name}$closure` : name);
  }

  /** An interface is what its classes' objects say that they are. */
  class(type: ObjectType): string {
    if (isInterface(type)) {
      const test = `(one) => one?.[${JSON.stringify(type.name)}] === true`;
      return `({ [Symbol.hasInstance]: ${test} })`;
    }
    return isErrorClass(type) ? type.name : this.names.nameOf(type, type.name);
  }

  global(global: GlobalVariable): string {
    return this.names.nameOf(global, global.name);
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

  prebuilt(type: Container, contents: string): string {
    return this.#objects.prebuilt(type, contents);
  }

  /** The call of a function with a stand-in calls that. */
  cFunction(callee: CFunction, standIn: BuildTimeSource | null): string {
    return standIn ? this.#standIns.cFunction(callee, standIn) : this.#objects.cFunction(callee);
  }

  get usedPrelude(): ReadonlySet<PreludeName> {
    return this.#prelude;
  }

  get objects(): RuntimeObjects {
    return this.#objects;
  }

  get standIns(): StandIns {
    return this.#standIns;
  }
}
